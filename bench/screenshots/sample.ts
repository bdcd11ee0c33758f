import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SHOWN_COUNTS } from '../../src/lib/count-names.js';
import { projectRoot } from '../../src/lib/paths.js';
import { DECOYS, LANGUAGES, SCREENS } from './shot.js';
import type { Taken } from './taken.js';

/** Where the sample lies: drawn pictures, and what stands on them. */
export const sampleFolder = join(projectRoot, 'bench', 'screenshots', 'sample');
export const TRUTHS = 'truths.json';

const truths = z.strictObject({
  made: z.string(),
  pictures: z.array(
    z.strictObject({
      file: z.string().regex(/^[\w-]+\.(?:webp|jpg)$/),
      seed: z.int(),
      kind: z.enum([...SCREENS, ...DECOYS]),
      language: z.enum(LANGUAGES),
      counts: z.partialRecord(z.enum(SHOWN_COUNTS), z.string()),
    }),
  ),
});

/** What `truths.json` holds. */
export type Truths = z.infer<typeof truths>;

/** What stands on the pictures of the sample. */
export function sampleTruths(): Truths {
  return truths.parse(JSON.parse(readFileSync(join(sampleFolder, TRUTHS), 'utf8')));
}

/** The pictures of the sample, each read from its file as it is asked for. */
export function* samplePictures(of: Truths['pictures']): Generator<Taken> {
  for (const { file, kind, language, counts } of of) {
    const bytes = readFileSync(join(sampleFolder, file));
    const shown = Object.fromEntries(
      Object.entries(counts).filter(([, text]) => text !== undefined),
    );
    yield { label: file, kind, language, counts: shown, bytes };
  }
}
