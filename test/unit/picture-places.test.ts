import { describe, expect, it } from 'vitest';
import { drawShot } from '../../bench/screenshots/draw.js';
import type { Shot } from '../../bench/screenshots/shot.js';
import { analyticsIn } from '../../src/pictures/analytics.js';
import { Picture } from '../../src/pictures/canvas.js';
import { countText } from '../../src/pictures/count-text.js';
import type { PlacedText } from '../../src/pictures/found.js';
import { iconColumn } from '../../src/pictures/icon-column.js';
import { checked } from '../../src/pictures/limits.js';
import type { Models } from '../../src/pictures/models.js';
import { textsIn } from '../../src/pictures/texts.js';
import { placesUnder } from '../../src/pictures/under-icons.js';
import { countNamed } from '../../src/pictures/words.js';
import { OWN_VIDEO } from '../support/screenshots.js';

/** Drawn in a moment. */
const SMALL_PHONE: Shot = {
  ...OWN_VIDEO,
  ...{ phone: [720, 1600], width: 720, format: 'jpeg', quality: 86 },
};

async function drawn(shot: Partial<Shot>): Promise<Picture> {
  const bytes = drawShot({ ...SMALL_PHONE, ...shot });
  const look = checked(bytes);
  if ('why' in look) throw new Error(`What was drawn isn't a picture: ${look.why}`);
  return Picture.decode(bytes, look.header);
}

const SMALL = { views: '106', likes: '12', comments: '1', saves: '3', shares: '0' };

describe('the icons at the side of a video', () => {
  it.each([
    ['over a dark video', {}],
    ['over a bright one', { behind: 'bright' }],
    ['over a busy one', { behind: 'busy', seed: 12 }],
    ['with letters behind', { behind: 'letters' }],
    ['after a like and a save', { liked: true, saved: true }],
    ['of a small picture', { width: 540, format: 'jpeg', quality: 62 }],
    ['at the left', { mirrored: true }],
  ] as const)('are found by their shapes: %s', async (_, shot) => {
    const picture = await drawn(shot);
    const column = iconColumn(picture);
    expect(column?.icons.filter((icon) => icon !== null)).toHaveLength(4);
    // Drawn 66 points apart, on a phone of 390.
    expect((column?.step ?? 0) / picture.width).toBeCloseTo(66 / 390, 2);
  });

  it.each(['reels', 'shorts', 'profile', 'comments', 'photograph', 'analytics list'] as const)(
    'are on no other screen: %s',
    async (kind) => {
      for (const behind of ['dark', 'bright', 'busy'] as const) {
        for (const liked of [true, false]) {
          expect(iconColumn(await drawn({ kind, behind, liked }))).toBeNull();
        }
      }
    },
  );

  it('say where single digits stand of which no text was found', async () => {
    for (const behind of ['dark', 'bright'] as const) {
      const picture = await drawn({ behind, counts: SMALL });
      const column = iconColumn(picture);
      if (column === null) throw new Error('There were no icons.');
      const places = placesUnder(column, [], picture);
      expect(places.map(({ count }) => count)).toEqual(['likes', 'comments', 'saves', 'shares']);
      for (const [n, { box }] of places.entries()) {
        // A digit is nine points tall, and stands thirty under its icon's middle.
        const point = picture.width / 390;
        expect((box.top + box.bottom) / 2 - column.first - n * column.step).toBeGreaterThan(
          25 * point,
        );
        expect((box.top + box.bottom) / 2 - column.first - n * column.step).toBeLessThan(
          35 * point,
        );
        expect(box.bottom - box.top).toBeLessThan(22 * point);
      }
    }
  });
});

describe('names and counts', () => {
  const text = (words: string, left: number, top: number, wide: number): PlacedText => ({
    ...{ left, top, right: left + wide, bottom: top + 20, text: words, count: countText(words) },
    at: [],
  });

  it('of which one count wasn’t found have a place for it where the others have theirs', () => {
    const found = analyticsIn([
      ...[text('Likes', 20, 100, 60), text('Comments', 20, 150, 90), text('Saves', 20, 200, 60)],
      ...[text('Shares', 20, 250, 70), text('48.1K', 320, 100, 60)],
      ...[text('1,204', 320, 150, 60), text('6.8K', 330, 200, 50)],
    ]);
    const shares = found?.places.find(({ count }) => count === 'shares');
    expect(shares?.box).toMatchObject({ right: 380, top: 250, bottom: 270 });
  });

  it('stand in cards under their names, too', () => {
    const found = analyticsIn([
      ...[text('Likes', 20, 100, 60), text('Comments', 200, 100, 90)],
      ...[text('Saves', 20, 200, 60), text('Shares', 200, 200, 70)],
      ...[text('48.1K', 22, 130, 60), text('1,204', 202, 130, 60), text('6.8K', 22, 230, 50)],
    ]);
    const shares = found?.places.find(({ count }) => count === 'shares');
    expect(shares?.box.left).toBeCloseTo(202, 0);
    expect(shares?.box.top).toBeCloseTo(230, 0);
  });

  it('of whom too few were found are no page', () => {
    expect(analyticsIn([text('Likes', 20, 100, 60), text('48.1K', 320, 100, 60)])).toBeNull();
  });
});

describe('a name', () => {
  it.each([
    ['Lurot luru', 'saves'],
    ['Lurot xem video', 'views'],
    ['Lượt thích', 'likes'],
    ['Geteilt', 'shares'],
    ['J’aime', 'likes'],
    ['Favourites', 'saves'],
    ['Luggage', null],
    ['Average watch time', null],
  ])('is known as the recogniser writes it: %s', (text, count) => {
    expect(countNamed(text)).toBe(count);
  });
});

describe('a text', () => {
  const reading = (text: string, at: readonly number[]): Models => ({
    detect: () => Promise.resolve([]),
    recognise: (lines) => Promise.resolve(lines.map(() => ({ text, sure: 1, at }))),
  });

  it('with a wide gap is two, each with its own place', async () => {
    const picture = await drawn({});
    const box = { left: 100, top: 200, right: 500, bottom: 240 };
    const models = reading('1204356', [0.05, 0.09, 0.13, 0.17, 0.85, 0.89, 0.93]);
    const texts = await textsIn(picture, [box], models);
    expect(texts.map(({ text }) => text)).toEqual(['1204', '356']);
    expect(texts[0]?.right).toBeLessThan(200);
    expect(texts[1]?.left).toBeGreaterThan(400);
  });

  it('with a space in it is one', async () => {
    const picture = await drawn({});
    const box = { left: 100, top: 200, right: 300, bottom: 240 };
    const texts = await textsIn(picture, [box], reading('My day', [0.1, 0.2, 0.28, 0.4, 0.5, 0.6]));
    expect(texts.map(({ text }) => text)).toEqual(['My day']);
  });

  it.each([
    ['８', '8'],
    ['9.', '9'],
    ['o', '0'],
    ['48.1k', '48.1K'],
    ['1,300', '1,300'],
    ['hello', null],
    ['270l', null],
    ['7 tips', null],
    ['.', null],
  ])('is a count or none: %s', (text, count) => {
    expect(countText(text)).toBe(count);
  });
});
