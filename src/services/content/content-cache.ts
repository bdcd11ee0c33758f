import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { contentCacheDir, contentDir, projectRoot } from '../../lib/paths.js';

/** What was read of one folder, and of which state of its files. */
interface Cached {
  readonly stamp: string;
  readonly items: readonly unknown[];
}

/** By the name of a folder; of one language together. */
type Cache = Record<string, Cached>;

const caches = new Map<string, Cache>();

/**
 * What was read of these files when the program was compiled; undefined where one of them was
 * changed, added or removed since. Reading a hundred small files as YAML would take longer than all
 * else that a start does by itself.
 */
export function cachedItems(dir: string, files: readonly string[]): readonly unknown[] | undefined {
  const language = languageOf(dir);
  const cache = caches.get(language) ?? readCache(language);
  caches.set(language, cache);
  const found = cache[basename(dir)];
  return found?.stamp === stampOf(dir, files) ? found.items : undefined;
}

/** Keeps what was read, for the next start. */
export function writeCache(
  folders: readonly { dir: string; files: readonly string[]; items: readonly unknown[] }[],
): void {
  const written = new Map<string, Cache>();
  for (const { dir, files, items } of folders) {
    const cache = written.get(languageOf(dir)) ?? {};
    cache[basename(dir)] = { stamp: stampOf(dir, files), items };
    written.set(languageOf(dir), cache);
  }
  mkdirSync(contentCacheDir, { recursive: true });
  for (const [language, cache] of written) writeFileSync(fileOf(language), JSON.stringify(cache));
}

/** The name of the folder that holds the folders of a language; English has none. */
function languageOf(dir: string): string {
  const parent = dirname(dir);
  return parent === contentDir ? 'en' : basename(parent);
}

function fileOf(language: string): string {
  return join(contentCacheDir, `${language}.json`);
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

function readCache(language: string): Cache {
  try {
    // Written by this program alone, of items that were checked; a broken file is no cache.
    return JSON.parse(readFileSync(fileOf(language), 'utf8')) as Cache;
  } catch {
    return {};
  }
}
