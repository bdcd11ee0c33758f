import { COUNT_NAMES } from '../lib/count-names.js';
import { decodeSnowflake, encodeCustomId } from '../lib/custom-id.js';
import type { Cursor } from '../services/history/pages.js';
import { Refusal } from '../services/refusal.js';
import type { FourCounts } from '../services/scores/count-input.js';

/** Everything of a history that can be pressed, chosen or sent, with the version of its fields. */
const versions = {
  /** owner, subject, days (or none), cursor */
  'history-page': 1,
  /** owner, video, cursor (or none) */
  'history-video': 1,
  /** owner, video; chooses a reading */
  'history-change': 1,
  /** reading, counts (or none) */
  'history-correct': 1,
  /** reading */
  'history-correction': 1,
  /** reading */
  'history-remove': 1,
  /** owner, video */
  'history-merge': 1,
  /** video; chooses another one */
  'history-same': 1,
  /** change */
  'history-undo': 1,
} as const;

/** What each part is called, and which version it is in. */
export function part<N extends keyof typeof versions>(name: N) {
  return { name, version: versions[name] };
}

/** A custom id of one of them. */
export function historyId(
  name: keyof typeof versions,
  ...fields: readonly (string | bigint)[]
): string {
  return encodeCustomId({ ...part(name), fields: fields.map(String) });
}

/** The id at a place of a custom id; what isn't one was never made by this bot. */
export function idAt(fields: readonly string[], place: number): bigint {
  const id = decodeSnowflake(fields[place] ?? '');
  if (id === null) throw new Refusal({ kind: 'reading gone' });
  return id;
}

/**
 * @param place where the id of the only one who may press stands.
 * @throws Refusal for everybody else.
 */
export function requireOwner(fields: readonly string[], callerId: bigint, place = 0): void {
  if (idAt(fields, place) !== callerId) throw new Refusal({ kind: 'only the author' });
}

/** A cursor as it stands in a custom id: `o` or `n`, milliseconds and reading, in base 36. */
export function encodeCursor({ direction, takenAt, readingId }: Cursor): string {
  const way = direction === 'older' ? 'o' : 'n';
  return `${way}${takenAt.getTime().toString(36)}.${readingId.toString(36)}`;
}

/** The cursor of a custom id; null for none, which is the first page. */
export function decodeCursor(text: string): Cursor | null {
  const [, way, time = '', id = ''] = /^([on])([0-9a-z]{1,9})\.([0-9a-z]{1,13})$/.exec(text) ?? [];
  const takenAt = new Date(Number.parseInt(time, 36));
  const readingId = fromBase36(id);
  if (way === undefined || Number.isNaN(takenAt.getTime()) || readingId >= 2n ** 63n) return null;
  return { direction: way === 'o' ? 'older' : 'newer', takenAt, readingId };
}

/** Room that the counts may take in a custom id. */
const COUNTS_ROOM = 55;

/** The same where two ids stand beside them. */
export const ROOM_BESIDE_TWO_IDS = 42;

/**
 * The counts of a reading, so that a modal can show them without asking the database: a modal can't
 * be shown late. Empty where they don't fit; then nothing stands in the modal.
 */
export function encodeCounts(counts: FourCounts, room = COUNTS_ROOM): string {
  const text = COUNT_NAMES.map(
    (name) => `${counts[name].value.toString(36)}-${counts[name].step.toString(36)}`,
  ).join('.');
  return text.length <= room ? text : '';
}

/** The counts of a custom id; null where there are none. */
export function decodeCounts(text: string): FourCounts | null {
  const parts = text.split('.').map((one) => /^([0-9a-z]{1,13})-([0-9a-z]{1,13})$/.exec(one));
  const [views, likes, comments, shares] = parts.map((one) =>
    one === null ? null : { value: fromBase36(one[1] ?? ''), step: fromBase36(one[2] ?? '') },
  );
  if (!views || !likes || !comments || !shares) return null;
  return { views, likes, comments, shares };
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
