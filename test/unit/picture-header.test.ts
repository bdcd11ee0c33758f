import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText } from '../../src/pictures/count-text.js';
import { pictureHeader } from '../../src/pictures/header.js';
import { checked } from '../../src/pictures/limits.js';
import { countNamed, isFromElsewhere } from '../../src/pictures/words.js';

const canvas = createCanvas(640, 1391);

describe('the header of a picture', () => {
  it.each([
    ['png', canvas.toBuffer('image/png')],
    ['jpeg', canvas.toBuffer('image/jpeg', 80)],
    ['webp', canvas.toBuffer('image/webp', 80)],
  ])('tells the size of a %s', (kind, bytes) => {
    expect(pictureHeader(bytes)).toEqual({ kind, width: 640, height: 1391 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'.padEnd(60, '\0'), 'latin1')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>')],
    ['a PNG that ends', canvas.toBuffer('image/png').subarray(0, 20)],
    ['a JPEG of fillings', Buffer.alloc(5_000, 0xff).fill(0xd8, 1, 2)],
  ])('is not found in %s', (_, bytes) => {
    expect(pictureHeader(bytes)).toBeNull();
  });

  it('is looked for in any bytes without a throw', () => {
    const starts = [[], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff]];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        pictureHeader(Uint8Array.from([...start, ...rest]));
      }),
    );
  });

  it('of a bomb is enough to refuse it', () => {
    const bomb = Buffer.from(canvas.toBuffer('image/png'));
    bomb.writeUInt32BE(16_000, 16);
    bomb.writeUInt32BE(16_000, 20);
    expect(checked(bomb)).toEqual({ why: 'too large' });
  });

  it('of a preview is enough to refuse it', () => {
    expect(checked(createCanvas(320, 690).toBuffer('image/png'))).toEqual({ why: 'too narrow' });
    expect(checked(createCanvas(480, 1040).toBuffer('image/png'))).toHaveProperty('header');
  });
});

describe('a count on a screen', () => {
  it.each(['387.0K', '24.0M', '1940', '156K', '1,300', '7', '1.2M', '12,5K', '3.4万'])(
    'is %s',
    (text) => {
      expect(countText(text)).toBe(text);
    },
  );

  it.each([
    ['48.1 k', '48.1K'],
    ['1，204', '1,204'],
    // A dot of what is behind it.
    ['12.', '12'],
  ])('is what is meant by %s', (text, count) => {
    expect(countText(text)).toBe(count);
  });

  it.each(['', 'Share', '12.5', '1.2345K', '9:41', '48.1K 12', '-3', '100%', 'K', '1,20'])(
    'is not %j',
    (text) => {
      expect(countText(text)).toBeNull();
    },
  );
});

describe('the name of a count', () => {
  it.each([
    ['Video views', 'views'],
    ['Videoaufrufe', 'views'],
    ['Luot thich', 'likes'],
    ['Lượt thích', 'likes'],
    ['Comentarios', 'comments'],
    ['Cornentarios', 'comments'],
    ['Favorites', 'saves'],
    ['Compartilhamentos', 'shares'],
    ['保存', 'saves'],
  ])('%s is that of the %s', (text, count) => {
    expect(countNamed(text)).toBe(count);
  });

  it.each(['Followers', 'Following', 'Watched full video', 'Average watch time', ''])(
    '%s is none',
    (text) => {
      expect(countNamed(text)).toBeNull();
    },
  );

  it('of another network is known', () => {
    expect(isFromElsewhere('Accounts reached')).toBe(true);
    expect(isFromElsewhere('Likes')).toBe(false);
  });
});
