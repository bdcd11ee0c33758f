import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Project } from './promise-check.js';
import { sentencesOf } from './promise-sentences.js';
import { testTitles } from './test-titles.js';

/** Why a sentence that sounds like a promise is none. */
export const NO_PROMISE = {
  advice: 'says what the reader may do, or has to see to',
  others: 'tells of TikTok, Discord, a database, a tool or the world, not of the bot',
  measured: 'a figure that was measured once; model/report.md and docs/benchmarks.md have it',
  plain: 'explains, limits or leads elsewhere; there is nothing in it that could be broken',
} as const;

const list = z.strictObject({
  /** Files, or folders of files. */
  documents: z.array(z.string()).min(1),
  promises: z.array(
    z.strictObject({
      says: z.string().min(1),
      /** `folder/file.test.ts › title`, as they stand in test/. */
      'held by': z.array(z.string().regex(/^\S+\.test\.ts › \S/)).nullable(),
    }),
  ),
  'no promise': z
    .partialRecord(z.enum(['advice', 'others', 'measured', 'plain']), z.array(z.string()))
    .default({}),
});
export type PromiseList = z.infer<typeof list>;

const scope = z.strictObject({ 'left out': z.record(z.string(), z.string()) });

const FOLDER = join('test', 'promises');

/** Everything that the check looks at, read from a clone of the project. */
export function readProject(root: string): Project {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const files = readdirSync(join(root, FOLDER)).toSorted();
  const lists = files
    .filter((file) => file !== 'left-out.yaml')
    .map((file) => {
      const path = join(FOLDER, file);
      const parsed = list.safeParse(load(read(path)));
      if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
      return { ...parsed.data, file: path };
    });
  const leftOut = scope.parse(load(read(join(FOLDER, 'left-out.yaml'))))['left out'];
  return {
    lists,
    leftOut,
    pages: ['.', 'docs'].flatMap((folder) => pagesIn(root, folder)),
    sentences: new Map(
      lists
        .flatMap(({ documents }) => documents.flatMap((path) => filesAt(root, path)))
        .map((path) => [path, sentencesOf(path, read(path))]),
    ),
    titlesIn: (file) => {
      const path = join('test', file);
      return existsSync(join(root, path)) ? testTitles(read(path)) : undefined;
    },
  };
}

/** The Markdown pages of a folder, by their paths from the root; not those of its folders. */
function pagesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function filesAt(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .map((name) => join(path, name));
}
