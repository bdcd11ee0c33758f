import type { z } from 'zod';

/** Plain JSON that holds rows of a database: 64-bit numbers and dates are marked as such. */
export type Packed = null | boolean | number | string | Packed[] | { [key: string]: Packed };

/** Turns rows into plain JSON that `unpack` reads back. */
export function pack(value: unknown): Packed {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}

/** What `pack` was given. */
export function unpack(packed: unknown): unknown {
  if (Array.isArray(packed)) return packed.map(unpack);
  if (typeof packed !== 'object' || packed === null) return packed;
  const [first] = Object.entries(packed);
  if (first?.[0] === '$bigint') return BigInt(String(first[1]));
  if (first?.[0] === '$date') return new Date(String(first[1]));
  return Object.fromEntries(Object.entries(packed).map(([key, one]) => [key, unpack(one)]));
}

/** What was packed, read by a schema; null where that isn't what it says. */
export function readPacked<T>(schema: z.ZodType<T>, packed: unknown): T | null {
  let unpacked: unknown;
  try {
    unpacked = unpack(packed);
  } catch {
    // A number that is none can't even be unpacked.
    return null;
  }
  const read = schema.safeParse(unpacked);
  return read.success ? read.data : null;
}
