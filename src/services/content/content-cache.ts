import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { contentCacheDir, contentDir, projectRoot } from '../../lib/paths.js';

/** What was read of one folder, and of which state of its files. */
interface Cached {
  readonly stamp: string;
  readonly items: readonly unknown[];
}

/**
 * What was read of these files when the program was compiled; undefined where one of them was
 * changed, added or removed since. Reading a hundred small files as YAML would take longer than all
 * else that a start does by itself.
 */
export function cachedItems(dir: string, files: readonly string[]): readonly unknown[] | undefined {
  const found = readCache(dir);
  return found?.stamp === stampOf(dir, files) ? found.items : undefined;
}

/** Keeps what was read, for the next start. */
export function writeCache(
  folders: readonly { dir: string; files: readonly string[]; items: readonly unknown[] }[],
): void {
  mkdirSync(contentCacheDir, { recursive: true });
  for (const { dir, files, items } of folders) {
    writeFileSync(fileOf(dir), JSON.stringify({ stamp: stampOf(dir, files), items }));
  }
}

/** The state of a folder’s `.md` files: another one after any change of them. Throws where it can't be read. */
export function stampOfFolder(dir: string): string {
  return stampOf(dir, textFiles(dir));
}

/** The names of a folder’s `.md` files, in order. Throws where it can't be read. */
export function textFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.md'))
    .sort();
}

/** A file for each folder of each language, so that one is read without the others. */
function fileOf(dir: string): string {
  const parent = dirname(dir);
  const language = parent === contentDir ? 'en' : basename(parent);
  return join(contentCacheDir, `${language}-${basename(dir)}.json`);
}

/**
 * Name, size and time of each file, and where they are; as a copy of the whole program has them, too:
 * archives keep full seconds.
 */
function stampOf(dir: string, files: readonly string[]): string {
  const states = files.map((file) => {
    const { size, mtimeMs } = statSync(join(dir, file));
    return `${file} ${size} ${Math.floor(mtimeMs / 1000)}`;
  });
  return [relative(projectRoot, dir), ...states].join('\n');
}

function readCache(dir: string): Cached | undefined {
  try {
    // Written by this program alone, of items that were checked; a broken file is no cache.
    return JSON.parse(readFileSync(fileOf(dir), 'utf8')) as Cached;
  } catch {
    return undefined;
  }
}
