import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';
import { modelSchema, referenceSchema } from '../../src/services/estimate/model.js';

// A start takes them at their word.
it.each([
  ['keepsake-model.json', modelSchema],
  ['reference-2.json', referenceSchema],
])('the fitted numbers of %s are as their schema says', (name, schema) => {
  const written: unknown = JSON.parse(readFileSync(join(projectRoot, 'model', name), 'utf8'));
  expect(schema.parse(written)).toEqual(written);
});
