import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judged } from '../../bench/screenshots/measure.js';
import {
  sampleFolder,
  samplePictures,
  sampleTruths,
  TRUTHS,
} from '../../bench/screenshots/sample.js';
import { LANGUAGES, SCREENS } from '../../bench/screenshots/shot.js';
import { isDecoy } from '../../bench/screenshots/taken.js';
import { checked } from '../../src/pictures/limits.js';
import { createPictureReader } from '../../src/pictures/reader.js';
import { pictureText } from '../../src/words/en/pictures.js';

const { made, pictures } = sampleTruths();

/** One of each screen, and of those that are refused; `npm run bench -- --screenshots --sample` reads all. */
const A_FEW = [...SCREENS, 'insights of another network', 'list of posts'] as const;

describe('the sample of screenshots', () => {
  it('has 200 pictures with what stands on them, marked as drawn', () => {
    expect(pictures).toHaveLength(200);
    expect(made).toMatch(/^Drawn by /);
    const files = readdirSync(sampleFolder).filter((name) => name !== TRUTHS);
    expect(files.sort()).toEqual(pictures.map(({ file }) => file).sort());
    for (const { kind, counts } of pictures) {
      expect(Object.keys(counts).length > 0).toBe(!isDecoy({ kind }));
    }
  });

  it('has every screen in every language', () => {
    for (const kind of SCREENS) {
      const found = LANGUAGES.map(
        (language) =>
          pictures.filter((one) => one.kind === kind && one.language === language).length,
      );
      // The free font has no Japanese: names in it are drawn in English.
      const hasNames = kind === 'analytics cards' || kind === 'analytics list';
      const expected = { en: hasNames ? 8 : 4, ja: hasNames ? 0 : 4 };
      expect(found).toEqual(
        LANGUAGES.map((one) => (one === 'en' || one === 'ja' ? expected[one] : 4)),
      );
    }
  });

  it('takes little room, and only what is too narrow is refused by its size', () => {
    const sizes = pictures.map(({ file }) => statSync(join(sampleFolder, file)).size);
    expect(sizes.reduce((all, one) => all + one, 0)).toBeLessThan(6_000_000);
    for (const { file, kind } of pictures) {
      const look = checked(readFileSync(join(sampleFolder, file)));
      expect('why' in look ? look.why : 'fine').toBe(kind === 'too narrow' ? 'too narrow' : 'fine');
    }
  });
});

describe('what stands on a picture of the sample', () => {
  const reader = createPictureReader(true);
  afterAll(() => reader.close());

  it.each(A_FEW)('is read right or asked for, and nothing else is read: %s', async (kind) => {
    const [picture] = samplePictures(pictures.filter((one) => one.kind === kind));
    if (picture === undefined) throw new Error(`The sample has none of ${kind}.`);
    const outcome = await reader.read({ bytes: picture.bytes, names: pictureText.counts });
    const { right, mistakes } = judged(picture, outcome);
    expect(mistakes).toEqual([]);
    if (isDecoy(picture)) expect(outcome.ok).toBe(false);
    else expect(right).toBeGreaterThanOrEqual(3);
  });
});
