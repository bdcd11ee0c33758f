import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fontFiles, fontPapers, japaneseFont } from '../src/lib/font-files.js';
import { projectRoot } from '../src/lib/paths.js';
import { programVersion } from '../src/lib/version.js';
import { AS_THEY_ARE, bundle, prepareStarts } from './bundle.mjs';
import { licencesIn } from './licence-list.js';

/** Of these packages not everything is needed. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['package.json', 'LICENSE', 'lib', 'build/Release/better_sqlite3.node'],
  piscina: ['package.json', 'LICENSE', 'dist'],
};

/** Other files and folders that the bot, or its operator, looks for. */
const ALONG = [
  ...['LICENSE', 'README.md', 'PRIVACY.md', 'CHANGELOG.md', '.env.example', 'content', 'deploy'],
  ...['docs/hosting.md', 'docs/set-up.md', 'docs/troubleshooting.md'],
  ...['prisma/sqlite/migrations', 'prisma/postgresql/migrations'],
  ...['model/keepsake-model.json', 'model/reference-2.json', 'dist/content-cache'],
];

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * Fills an empty folder with everything that runs the bot and the operator's commands.
 *
 * @returns how many bytes are in it.
 */
export async function makeRelease(folder: string): Promise<number> {
  for (const path of ALONG) copy(path, folder);
  await bundle(projectRoot, folder, { small: true });
  const packages = closureOf(AS_THEY_ARE);
  for (const [path, parts] of packages) {
    for (const part of parts ?? ['']) {
      if (parts === null || existsSync(join(projectRoot, path, part)))
        copy(join(path, part), folder);
    }
  }
  for (const { path } of [...fontFiles, japaneseFont]) copy(path, folder);
  for (const path of fontPapers) copy(path, folder);
  writeFileSync(join(folder, 'package.json'), manifest());
  writeFileSync(join(folder, 'LICENCES.txt'), licences());
  prepareStarts(join(folder, 'dist'));
  return bytesIn(folder);
}

/** Packages with all they need, each as its path and the parts that are taken. */
function closureOf(names: readonly string[]): Map<string, readonly string[] | null> {
  const found = new Map<string, readonly string[] | null>();
  const open = names.map((name) => ({ name, from: projectRoot }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, from } = next;
    const path = pathOf(name, from);
    if (path === undefined || found.has(path)) continue;
    found.set(path, PARTS[name] ?? null);
    const { dependencies, optionalDependencies } = manifestSchema.parse(
      readJson(join(projectRoot, path, 'package.json')),
    );
    // Only to fetch or compile what is there already.
    const needed = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
      (one) => one !== 'prebuild-install',
    );
    open.push(...needed.map((one) => ({ name: one, from: join(projectRoot, path) })));
  }
  return found;
}

/** Where a package is that another one takes; undefined if it isn't installed (another platform's). */
function pathOf(name: string, from: string): string | undefined {
  for (let folder = from; folder.startsWith(projectRoot); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(path)) return path.slice(projectRoot.length + 1);
  }
  return undefined;
}

/** A package.json with the same scripts, which have nothing to get ready first. */
function manifest(): string {
  const own = manifestSchema
    .extend({ scripts: z.record(z.string(), z.string()), engines: z.unknown() })
    .parse(readJson(join(projectRoot, 'package.json')));
  const { name, version, license, description, engines } = own;
  const scripts = Object.entries(own.scripts).filter(([, run]) =>
    /^node dist\/src\/(main|cli\/[\w-]+)\.js$/.test(run),
  );
  const { commit } = programVersion();
  const all = {
    ...{ name, version, commit, description, license, private: true, type: 'module', engines },
    scripts: Object.fromEntries(scripts),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** Every package that may be in the bundle, with its licence and the words of it. */
function licences(): string {
  const parts = licencesIn(projectRoot)
    .filter(({ onlyToBuild }) => !onlyToBuild)
    .map(({ name, version, licence }) => {
      const words = licenceFile(join(projectRoot, 'node_modules', name));
      return `${name} ${version}: ${licence ?? 'no licence named'}${words === '' ? '' : `\n\n${words}`}`;
    });
  const line = `\n\n${'-'.repeat(72)}\n\n`;
  return `Keepsake contains these packages, or parts of them, each under its own licence.${line}${parts.join(line)}\n`;
}

function licenceFile(folder: string): string {
  if (!existsSync(folder)) return '';
  const name = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

function copy(path: string, folder: string): void {
  const to = join(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  // Times are kept: by them it is seen whether the content was changed since it was read.
  cpSync(join(projectRoot, path), to, {
    recursive: true,
    preserveTimestamps: true,
    dereference: true,
    filter: (source) => !source.slice(projectRoot.length).includes('node_modules/.bin'),
  });
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
    const found = lstatSync(join(folder, path));
    return found.isFile() ? sum + found.size : sum;
  }, 0);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
