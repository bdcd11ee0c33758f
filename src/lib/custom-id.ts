/** What a button's or modal's custom id says: whose it is, in which version, about what. */
export interface CustomId {
  readonly name: string;
  readonly version: number;
  readonly fields: readonly string[];
}

/** Discord's limit, in characters. */
const MAX_LENGTH = 100;

/**
 * `name:v1:field:field`. Everything a press needs stands in it, so it works after a restart and in
 * another process.
 */
export function encodeCustomId({ name, version, fields }: CustomId): string {
  const text = [name, `v${version}`, ...fields].join(':');
  const readsBack = decodeCustomId(text)?.fields.length === fields.length;
  if (text.length > MAX_LENGTH || !readsBack) {
    throw new RangeError(`Not a custom id: ${text}`);
  }
  return text;
}

/** The parts of a custom id, or null for text that is none of ours. */
export function decodeCustomId(text: string): CustomId | null {
  const [name, version, ...fields] = text.split(':');
  const number = /^v([1-9]\d{0,3})$/.exec(version ?? '')?.[1];
  if (name === undefined || !/^[a-z][a-z-]*$/.test(name) || number === undefined) return null;
  return { name, version: Number(number), fields };
}

/** A Discord id out of a custom id; null for what can't be one. */
export function decodeSnowflake(text: string): bigint | null {
  if (!/^\d{1,19}$/.test(text)) return null;
  const id = BigInt(text);
  return id < 2n ** 63n ? id : null;
}
