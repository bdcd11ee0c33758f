import { describe, expect, it } from 'vitest';
import { drawShot } from '../../bench/screenshots/draw.js';
import { type Form, PLAIN_FORM } from '../../bench/screenshots/form.js';
import type { Shot } from '../../bench/screenshots/shot.js';
import { Picture } from '../../src/pictures/canvas.js';
import { iconRowIn } from '../../src/pictures/icon-row.js';
import { checked } from '../../src/pictures/limits.js';
import type { Models } from '../../src/pictures/models.js';
import { readPicture } from '../../src/pictures/read-picture.js';
import { pictureText } from '../../src/words/en/pictures.js';
import { OWN_VIDEO } from '../support/screenshots.js';

/** Drawn in a moment. */
const ICONS: Shot = {
  ...OWN_VIDEO,
  ...{ kind: 'analytics icons', phone: [720, 1600], width: 720, format: 'jpeg', quality: 80 },
};

async function drawn(shot: Partial<Shot>, form: Partial<Form> = {}): Promise<Picture> {
  const bytes = drawShot({ ...ICONS, ...shot, form: { ...PLAIN_FORM, ...form } });
  const look = checked(bytes);
  if ('why' in look) throw new Error(`What was drawn isn't a picture: ${look.why}`);
  return Picture.decode(bytes, look.header);
}

/** The counts of a row by where they stand, from the left. */
async function fromLeft(shot: Partial<Shot>, form: Partial<Form>): Promise<string[]> {
  const places = iconRowIn(await drawn(shot, form))?.places ?? [];
  return places.toSorted((a, b) => a.box.left - b.box.left).map(({ count }) => count);
}

describe('a row of icons in a post’s analytics', () => {
  it.each<[string, Partial<Shot>, Partial<Form>]>([
    ['with numbers below', {}, {}],
    ['with numbers beside', {}, { beside: true }],
    ['drawn as outlines', {}, { outlined: true }],
    ['on light paper', { dark: false }, { outlined: true, beside: true }],
    ['small and much compressed', { width: 540, quality: 30 }, { rowIcon: 18 }],
    ['in a browser', { phone: [1440, 900], width: 1440 }, { beside: true }],
    [
      'of single digits',
      { counts: { views: '9', likes: '1', comments: '0', saves: '4', shares: '7' } },
      {},
    ],
  ])('is read by its icons alone: %s', async (_, shot, form) => {
    const order = ['views', 'likes', 'comments', 'shares', 'saves'];
    expect(await fromLeft(shot, form)).toEqual(order);
  });

  it('with the bookmark before the arrow is told by it', async () => {
    const order = ['views', 'likes', 'comments', 'saves', 'shares'];
    expect(await fromLeft({}, { savesLast: false })).toEqual(order);
    expect(await fromLeft({}, { savesLast: false, beside: true })).toEqual(order);
  });

  it('that is read from the right begins there', async () => {
    const order = ['saves', 'shares', 'comments', 'likes', 'views'];
    expect(await fromLeft({ mirrored: true }, {})).toEqual(order);
    expect(await fromLeft({ mirrored: true }, { beside: true, outlined: true })).toEqual(order);
  });

  it('has each number in its own place, below its icon', async () => {
    const places = iconRowIn(await drawn({}))?.places ?? [];
    const middles = places.map(({ box }) => (box.left + box.right) / 2);
    const steps = middles.slice(1).map((x, n) => x - (middles[n] ?? 0));
    // Drawn at equal distances; each number in the middle of its own.
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, -1);
    for (const { box, shown } of places) {
      expect(shown?.top).toBeLessThan(box.top);
      expect(shown?.bottom).toBeGreaterThan(box.bottom);
    }
  });

  it.each([
    'insights of another network',
    'list of posts',
    'feed of another network',
    'chat',
    'comments',
    'profile',
    'reels',
    'photograph',
    'own video',
    'analytics cards',
  ] as const)('is on no other screen: %s', async (kind) => {
    for (const seed of [1, 2]) {
      for (const dark of [true, false]) {
        expect(iconRowIn(await drawn({ kind, seed, dark }))).toBeNull();
      }
    }
  });
});

describe('a screen that is known', () => {
  it('whose numbers nobody can read is said to be one', async () => {
    const blind: Models = {
      detect: () => Promise.resolve([]),
      recognise: (lines) => Promise.resolve(lines.map(() => ({ text: '', sure: 0, at: [] }))),
    };
    const task = (kind: Shot['kind']) => ({
      bytes: drawShot({ ...ICONS, kind }),
      names: pictureText.counts,
    });
    for (const kind of ['own video', 'analytics icons'] as const) {
      expect(await readPicture(task(kind), blind)).toEqual({ ok: false, why: 'unreadable' });
    }
    const other = await readPicture(task('photograph'), blind);
    expect(other).toEqual({ ok: false, why: 'unknown screen' });
  });
});
