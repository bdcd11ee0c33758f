import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { type Budget, LIMITS, TooMuch } from './budget.js';
import { isPersonalName, isPersonalStart, PEEKED, Personal } from './personal.js';

/** An archive that can't be unpacked: cut off, damaged, locked by a password. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** Bytes fed at once: what comes of them is at most about a thousand times as many. */
const SLICE = 2_048;

/** Whether bytes begin as a ZIP archive does, empty ones included. */
export function isArchive(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5) && (fourth === 4 || fourth === 6);
}

/**
 * The names of an archive's entries, by its directory; nothing is unpacked.
 *
 * @throws TooMuch, Damaged
 */
export function entriesOf(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        if (names.length > LIMITS.entries) throw new TooMuch('entries');
        return false;
      },
    });
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    throw new Damaged('No directory.', { cause: error });
  }
  return names;
}

/** Hears the bytes of one entry as they are unpacked. */
export type EntryReader = (chunk: Uint8Array, isLast: boolean) => void;

/**
 * Unpacks the wanted entries of an archive piece by piece.
 *
 * @param readerFor null for what isn't wanted: it isn't unpacked.
 * @throws Personal where an entry is called as the personal archive is; TooMuch, Damaged, and
 *   whatever a reader throws.
 */
export function unpackEntries(
  bytes: Uint8Array,
  budget: Budget,
  readerFor: (name: string) => EntryReader | null,
): void {
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  let entries = 0;
  let failure: unknown;
  unzip.onfile = (file) => {
    entries += 1;
    if (entries > LIMITS.entries) throw new TooMuch('entries');
    if (isPersonalName(file.name)) throw new Personal();
    const reader = readerFor(file.name);
    if (reader === null) return;
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        // What a reader throws comes back this way, too.
        failure ??= isOurs(error) ? error : new Damaged('Not unpacked.', { cause: error });
        return;
      }
      budget.takeBytes(chunk.length);
      reader(chunk, isLast);
    };
    file.start();
  };
  try {
    for (let at = 0; at < bytes.length && failure === undefined; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    }
  } catch (error) {
    if (isOurs(error)) throw error;
    throw new Damaged('Not unpacked.', { cause: error });
  }
  if (failure !== undefined) throw failure;
}

/**
 * Refuses the personal archive before anything else is unpacked: of entries that are no tables the
 * first bytes are looked at, and of all of them the names.
 *
 * @throws Personal
 */
export function refusePersonal(bytes: Uint8Array, names: readonly string[], budget: Budget): void {
  if (names.some(isPersonalName)) throw new Personal();
  const suspects = new Set(
    names.filter((name) => /\.(?:json|txt|html?)$|\/[^./]+$|^[^./]+$/i.test(name)),
  );
  unpackEntries(bytes, budget, (name) => {
    if (!suspects.has(name)) return null;
    let start = new Uint8Array();
    return (chunk) => {
      if (start.length >= PEEKED) return;
      start = Buffer.concat([start, chunk.subarray(0, PEEKED)]);
      if (isPersonalStart(start)) throw new Personal();
    };
  });
}

/** Errors that say what is wrong, as against those of a library that stumbled. */
const OURS: ReadonlySet<string> = new Set(['Personal', 'TooMuch', 'Damaged', 'SyntaxError']);

function isOurs(error: unknown): boolean {
  return error instanceof Error && OURS.has(error.name);
}
