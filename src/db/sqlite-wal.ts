import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes of the write-ahead log's own head and of that of each page in it (sqlite.org/walformat.html). */
const HEAD = 32;
const FRAME_HEAD = 24;

/** What the log begins with; the last bit says in which byte order its checksums are. */
const MAGIC = 0x377f0682;

/** A log of more bytes isn't read: a bot brings it into the file every four megabytes. */
const MOST = 256 * 1024 * 1024;

/**
 * Whether a write-ahead log has lost something in its middle. SQLite stops reading at the first page
 * that isn't right and forgets all behind it, for that is what a power cut leaves of the last
 * transaction. Of those before it each is on the disk when the next begins: where two ends of
 * transactions stand behind the gap, it is damage, and what was acknowledged would be forgotten.
 */
export function isWalDamaged(wal: string): boolean {
  for (;;) {
    const bytes = readWhole(wal, MOST);
    if (bytes === null) return false;
    // A bot that runs may have begun the log anew meanwhile.
    if (readWhole(wal, HEAD)?.equals(bytes.subarray(0, HEAD)) === true) return hasGap(bytes);
  }
}

function hasGap(bytes: Buffer): boolean {
  const isUnwritten = bytes.subarray(0, HEAD).every((byte) => byte === 0);
  if (isUnwritten) return false;
  const magic = bytes.readUInt32BE(0);
  const pageSize = bytes.readUInt32BE(8);
  const isPageSize = pageSize >= 512 && pageSize <= 65_536 && Number.isInteger(Math.log2(pageSize));
  if ((magic & ~1) >>> 0 !== MAGIC || !isPageSize) return true;
  const sum = new Checksum((magic & 1) === 1);
  sum.add(bytes, 0, 24);
  if (!sum.isAt(bytes, 24)) return true;
  const salts = bytes.subarray(16, 24);
  let isWhole = true;
  let endsBehind = 0;
  for (let at = HEAD; at + FRAME_HEAD + pageSize <= bytes.length; at += FRAME_HEAD + pageSize) {
    const isOfThisLog = bytes.subarray(at + 8, at + 16).equals(salts);
    if (isWhole) {
      sum.add(bytes, at, 8);
      sum.add(bytes, at + FRAME_HEAD, pageSize);
      isWhole = isOfThisLog && sum.isAt(bytes, at + 16);
    }
    if (!isWhole && isOfThisLog && bytes.readUInt32BE(at + 4) > 0) endsBehind += 1;
  }
  return endsBehind > 1;
}

/** Null where there is no log, or none of a size that tells anything. */
function readWhole(file: string, most: number): Buffer | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(handle);
    if (size < HEAD || (most > HEAD && size > most)) return null;
    const bytes = Buffer.alloc(Math.min(size, most));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

/** SQLite's running checksum over pairs of 32-bit words. */
class Checksum {
  readonly #isBigEndian: boolean;
  #first = 0;
  #second = 0;

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian;
  }

  add(bytes: Buffer, from: number, length: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + from, length);
    for (let at = 0; at < length; at += 8) {
      this.#first = (this.#first + view.getUint32(at, !this.#isBigEndian) + this.#second) | 0;
      this.#second = (this.#second + view.getUint32(at + 4, !this.#isBigEndian) + this.#first) | 0;
    }
  }

  /** Whether this is the sum that stands there. */
  isAt(bytes: Buffer, place: number): boolean {
    return (
      bytes.readUInt32BE(place) === this.#first >>> 0 &&
      bytes.readUInt32BE(place + 4) === this.#second >>> 0
    );
  }
}
