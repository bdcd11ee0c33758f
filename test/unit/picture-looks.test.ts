import { describe, expect, it } from 'vitest';
import { drawShot } from '../../bench/screenshots/draw.js';
import { Picture } from '../../src/pictures/canvas.js';
import { checked } from '../../src/pictures/limits.js';
import { readPlaces } from '../../src/pictures/looks.js';
import type { Models } from '../../src/pictures/models.js';
import { OWN_VIDEO } from '../support/screenshots.js';

const BOX = { left: 100, top: 100, right: 160, bottom: 130 };
const OTHER = { left: 100, top: 105, right: 170, bottom: 135 };

/** Says this of each look, in turn: four in the first place, then four in the other. */
function saying(...texts: readonly string[]): Models {
  let next = 0;
  return {
    detect: () => Promise.resolve([]),
    recognise: (lines) =>
      Promise.resolve(
        lines.map(() => {
          const text = texts[next] ?? '';
          next += 1;
          return { text, sure: text === '' ? 0 : 1, at: [] };
        }),
      ),
  };
}

async function read(models: Models, otherwise = true): Promise<string | undefined> {
  const bytes = drawShot({ ...OWN_VIDEO, phone: [540, 1200], width: 540, format: 'jpeg' });
  const look = checked(bytes);
  if ('why' in look) throw new Error(look.why);
  const picture = await Picture.decode(bytes, look.header);
  const place = otherwise ? { box: BOX, otherwise: OTHER } : { box: BOX };
  const [one] = await readPlaces(picture, [place], models);
  return one?.text;
}

describe('a number', () => {
  it('counts where two looks say it and none says anything else', async () => {
    expect(await read(saying('15', '', '15', ''))).toBe('15');
    expect(await read(saying('15', '', '', ''), false)).toBeUndefined();
    expect(await read(saying('15', '15', '15', '16'), false)).toBeUndefined();
    expect(await read(saying('15', '15', '15', 'tips'), false)).toBeUndefined();
  });

  it('with and without its comma is the same', async () => {
    expect(await read(saying('1,204', '1204', '1,204', '1,204'))).toBe('1,204');
  });

  it('that isn’t sure is looked at once more where it is to be expected', async () => {
    expect(await read(saying('', '', '', '', '15', '15', '', '15'))).toBe('15');
    expect(await read(saying('15', '', '', '', '15', '15', '15', '15'))).toBe('15');
    expect(await read(saying('s15', '15', 's15', '', '15', '15', '15', '15'))).toBe('15');
  });

  it('of which a look said another number before is asked for', async () => {
    expect(await read(saying('6', '15', '', '', '15', '15', '15', '15'))).toBeUndefined();
    expect(await read(saying('6', '', '', '', '15', '15', '15', '15'))).toBeUndefined();
  });
});
