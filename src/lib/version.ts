import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { projectRoot } from './paths.js';

/** Which program this is. */
export interface Version {
  /** As in package.json, such as `0.1.0`. */
  readonly version: string;
  /** The first digits of the commit it was made from; null where nobody knows. */
  readonly commit: string | null;
}

/** Digits of a commit that are shown: as many as Git shows, and a few more for later. */
const SHOWN = 10;

let known: Version | undefined;

/** The version of this program; of a release its package.json tells the commit, of a clone Git's files. */
export function programVersion(): Version {
  known ??= readVersion(projectRoot);
  return known;
}

/** The version as people read it: `0.1.0 (1a2b3c4d5e)`. */
export function versionWords({ version, commit }: Version = programVersion()): string {
  return commit === null ? version : `${version} (${commit})`;
}

/** @param root the folder with package.json. */
export function readVersion(root: string): Version {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const text = (key: string) => {
    const value: unknown =
      typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, key) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const commit = text('commit') ?? commitOf(root);
  return { version: text('version') ?? '0.0.0', commit: commit?.slice(0, SHOWN) ?? null };
}

/** The commit a clone stands at, read without Git: where the bot runs there need not be one. */
function commitOf(root: string): string | undefined {
  try {
    const git = gitFolder(join(root, '.git'));
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
    const [, ref] = /^ref: (.+)$/.exec(head) ?? [];
    const found = ref === undefined ? head : commitAt(git, ref);
    return found !== undefined && /^[0-9a-f]{40,64}$/.test(found) ? found : undefined;
  } catch {
    // No clone, or one that this user may not read.
    return undefined;
  }
}

/** A second working tree has a file in the folder's place, that says where it is. */
function gitFolder(path: string): string {
  if (statSync(path).isDirectory()) return path;
  return readFileSync(path, 'utf8')
    .replace(/^gitdir: /, '')
    .trim();
}

function commitAt(git: string, ref: string): string | undefined {
  const shared = join(git, 'commondir');
  const common = existsSync(shared) ? readFileSync(shared, 'utf8').trim() : '.';
  const folder = isAbsolute(common) ? common : join(git, common);
  const file = join(folder, ref);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const packed = readFileSync(join(folder, 'packed-refs'), 'utf8').split('\n');
  return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}
