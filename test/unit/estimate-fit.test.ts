import { describe, expect, test } from 'vitest';
import { fitSurface, frameOf } from '../../model/surface-fit.js';
import type { Row } from '../../model/table.js';
import { logsOf, surfaceAt } from '../../src/services/estimate/surface.js';

/** Made-up videos of 100 made-up creators, every second one much shared; saves follow a known rule. */
function madeUp(savesOf: (row: Omit<Row, 'saves'>, creator: number) => number): Row[] {
  let seed = 1;
  // The "minimal standard" generator: the same numbers on every run.
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: 1500 }, (_, i) => {
    const creator = i % 100;
    const views = Math.round(Math.exp(7 + 8 * random()));
    const likes = Math.round(views * Math.exp(-4 + 2 * random()));
    const shares = Math.round(likes * Math.exp((creator % 2 === 0 ? -3 : -5) + 3 * random()));
    const comments = Math.round(likes * Math.exp(-5 + 2 * random()));
    const row = {
      source: '',
      place: '',
      author: String(creator),
      created: '',
      views,
      likes,
      comments,
      shares,
    };
    return { ...row, saves: Math.round(savesOf(row, creator)) };
  });
}

const farthest = (rows: readonly Row[], surface: ReturnType<typeof fitSurface>) => {
  const misses = rows
    .map((row) => Math.log1p(row.saves) - surfaceAt(surface, logsOf(row)))
    .sort((a, b) => a - b);
  const [low, high] = [
    misses[Math.floor(misses.length * 0.05)],
    misses[Math.floor(misses.length * 0.95)],
  ];
  return { low: low ?? Number.NaN, high: high ?? Number.NaN };
};

describe('the fit', () => {
  test('finds a rule that all creators follow, the same way every time', () => {
    const rows = madeUp(({ likes, shares }) => 0.05 * likes + shares);
    const surface = fitSurface(rows, frameOf(rows), 0);
    const { low, high } = farthest(rows, surface);
    expect(low).toBeGreaterThan(-0.25);
    expect(high).toBeLessThan(0.25);
    expect(fitSurface(rows, frameOf(rows), 0)).toEqual(surface);
  });

  test('within creators sees through what only tells creators apart', () => {
    // The much shared creators are saved little, yet each one's own shares go with saves.
    const rows = madeUp(
      ({ likes, shares }, creator) =>
        Math.sqrt((shares + 1) / (likes + 1)) * likes * (creator % 2 === 0 ? 0.02 : 1),
    );
    const gain = (creatorWeight: number) => {
      const surface = fitSurface(rows, frameOf(rows), creatorWeight);
      const at = (shares: number) =>
        surfaceAt(surface, logsOf({ views: 50_000, likes: 2500, comments: 40, shares }));
      return at(400) - at(100);
    };
    // Four times the shares, to the power of a half, are ln 2 more.
    expect(gain(100)).toBeGreaterThan(0.5);
    expect(gain(100)).toBeLessThan(0.9);
    expect(gain(0)).toBeLessThan(0.3);
  });

  test('never lets the saves fall with more shares, whatever the videos say', () => {
    const rows = madeUp(({ likes, shares }) => (0.05 * likes * likes) / (shares + likes * 0.01));
    const surface = fitSurface(rows, frameOf(rows), 0);
    const knots = surface.together.knots.sharesPerLike;
    const heights = knots.map((rate) => {
      const likes = 9;
      return surfaceAt(surface, { v: likes + 3, l: likes, c: likes - 4, s: likes + rate });
    });
    for (const [i, height] of heights.entries()) {
      expect(height).toBeGreaterThan((heights[i - 1] ?? -Infinity) - 0.02);
    }
  });
});
