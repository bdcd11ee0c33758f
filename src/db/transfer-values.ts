import { createHash } from 'node:crypto';

/** A column of PostgreSQL. */
export interface Column {
  readonly name: string;
  /** As it stands in a definition: `timestamp(3) without time zone`. */
  readonly type: string;
  /** Its plain type by PostgreSQL's own short name, or `enum`. */
  readonly kind: string;
}

/** A row as text, in the order of its columns: the same for the same values on both databases. */
export type Row = readonly (string | null)[];

/**
 * A row as SQLite keeps it, by Prisma's conventions: dates as ISO text, booleans as 0 and 1, JSON as
 * text.
 *
 * @param row integers as bigint, since ids need 64 bits.
 */
export function fromSqlite(
  columns: readonly Column[],
  row: Readonly<Record<string, unknown>>,
): Row {
  return columns.map(({ name, kind }) => {
    const value = row[name];
    if (value === null || value === undefined) return null;
    switch (kind) {
      case 'timestamp':
      case 'timestamptz':
        return isoOf(typeof value === 'bigint' ? Number(value) : String(value));
      case 'bool':
        return Number(value) === 0 ? 'false' : 'true';
      case 'bytea':
        if (!Buffer.isBuffer(value)) throw new Error(`${name} holds no bytes.`);
        return `\\x${value.toString('hex')}`;
      default:
        return canonical(name, kind, String(value));
    }
  });
}

/** A row as PostgreSQL writes it when everything is cast to text. */
export function fromPostgresql(columns: readonly Column[], row: Row): Row {
  return columns.map(({ name, kind }, place) => {
    const value = row[place] ?? null;
    if (value === null) return null;
    if (kind === 'timestamp' || kind === 'timestamptz') return isoOf(value);
    return kind === 'bool' || kind === 'bytea' ? value : canonical(name, kind, value);
  });
}

/** Rows as one JSON array of objects: numbers and dates as text, JSON as itself. */
export function toJson(columns: readonly Column[], rows: readonly Row[]): string {
  const objects = rows.map((row) => {
    const fields = columns.map(({ name, kind }, place) => {
      const value = row[place] ?? null;
      const isItself = value !== null && (kind === 'jsonb' || kind === 'json');
      return `${JSON.stringify(name)}:${isItself ? value : JSON.stringify(value)}`;
    });
    return `{${fields.join(',')}}`;
  });
  return `[${objects.join(',')}]`;
}

/** Adds up a checksum over rows that doesn't depend on their order. */
export function digestOf(columns: readonly Column[]): {
  add(row: Row): void;
  sum(): { rows: number; checksum: string };
} {
  // By name: the two databases may list their columns differently.
  const order = columns.map((_, place) => place);
  order.sort((a, b) => ((columns[a]?.name ?? '') < (columns[b]?.name ?? '') ? -1 : 1));
  let rows = 0;
  let total = 0n;
  return {
    add(row) {
      rows += 1;
      const text = JSON.stringify(order.map((place) => row[place] ?? null));
      total += BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
    },
    sum: () => ({ rows, checksum: BigInt.asUintN(256, total).toString(16).padStart(64, '0') }),
  };
}

/** One form for the values that can be written in several. */
function canonical(name: string, kind: string, value: string): string {
  switch (kind) {
    case 'int2':
    case 'int4':
    case 'int8':
    case 'text':
    case 'varchar':
    case 'enum':
      return value;
    case 'float8':
      return String(Number(value));
    case 'json':
    case 'jsonb':
      return JSON.stringify(sorted(JSON.parse(value)));
    default:
      throw new Error(`${name} is of the type ${kind}, which can't be moved yet.`);
  }
}

/** PostgreSQL keeps the fields of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, one]) => [key, sorted(one)]));
}

/** A moment as ISO text with milliseconds; where no zone is named it is UTC. */
function isoOf(value: string | number): string {
  const text =
    typeof value === 'string' && !/(Z|[+-]\d\d(:?\d\d)?)$/.test(value.slice(10))
      ? `${value.replace(' ', 'T')}Z`
      : value;
  return new Date(
    typeof text === 'string' ? text.replace(/([+-]\d\d)$/, '$1:00') : text,
  ).toISOString();
}
