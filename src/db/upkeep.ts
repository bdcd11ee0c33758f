import { statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { providerOf } from './provider.js';
import { sqliteFile } from './sqlite-look.js';

/** How the file of an embedded database is kept. */
export interface Upkeep {
  /** Bytes of the file, and bytes that this user may still write on its disk. */
  readonly size: number;
  readonly free: number;
  /** When the file was made, as far as its disk tells. */
  readonly since: Date;
  /** When `npm run backup` succeeded last; null if it is not known to have. */
  readonly backedUp: Date | null;
}

/** Looks after an embedded database; null for PostgreSQL, and where there is none yet. */
export function upkeepOf(url: string): Upkeep | null {
  if (providerOf(url) !== 'sqlite') return null;
  const file = sqliteFile(url);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const { bavail, bsize } = statfsSync(dirname(file));
  return {
    size: found.size,
    free: bavail * bsize,
    since: found.birthtimeMs > 0 ? found.birthtime : found.ctime,
    backedUp: statSync(noteFile(file), { throwIfNoEntry: false })?.mtime ?? null,
  };
}

/** Leaves a note beside a database that it was backed up, for whoever asks how long ago. */
export function noteBackup(file: string, to: string): void {
  try {
    writeFileSync(noteFile(file), `${to}\n`);
  } catch {
    // The backup is whole all the same.
  }
}

function noteFile(file: string): string {
  return `${file}.last-backup`;
}
