import { describe, expect, test } from 'vitest';
import { withoutDoubles } from '../../src/services/saves/doubles.js';

const HOUR = 3_600_000;

/** A reading with the same counts as all others, so many hours after the first. */
function reading(
  videoId: number,
  identity: string,
  {
    hours = 0,
    told = null,
    likes = 8_000,
  }: { hours?: number; told?: number | null; likes?: number } = {},
) {
  return {
    ...{ creatorId: 1n, videoId: BigInt(videoId), identity, takenAt: new Date(hours * HOUR) },
    ...{ views: 100_000n, likes: BigInt(likes), comments: 300n, shares: 700n },
    told: told === null ? null : BigInt(told),
  };
}

describe('one video told as several', () => {
  const left = (readings: readonly ReturnType<typeof reading>[], certain: 'link' | 'name') =>
    withoutDoubles(readings, certain).map(({ videoId }) => Number(videoId));

  test('is the one that was told first, of equals', () => {
    const twice = [reading(1, 'reading:1'), reading(2, 'reading:2', { hours: 3 })];
    expect(left(twice, 'name')).toEqual([1]);
    expect(left(twice.toReversed(), 'link')).toEqual([1]);
  });

  test('is the one that says which it is, or was counted, though told later', () => {
    const linked = [reading(1, 'reading:1'), reading(2, 'tiktok:2', { hours: 3 })];
    expect(left(linked, 'name')).toEqual([2]);
    expect(left(linked, 'link')).toEqual([2]);
    const titled = [reading(1, 'reading:1'), reading(2, 'title:two', { hours: 3 })];
    expect(left(titled, 'link')).toEqual([2]);
    const counted = [reading(1, 'reading:1'), reading(2, 'reading:2', { hours: 3, told: 900 })];
    expect(left(counted, 'name')).toEqual([2]);
    expect(left(counted, 'link')).toEqual([2]);
  });

  test('is for its creator the counted one, for others the one that is known', () => {
    const both = [reading(1, 'tiktok:1'), reading(2, 'reading:2', { hours: 3, told: 900 })];
    expect(left(both, 'name')).toEqual([2]);
    expect(left(both, 'link')).toEqual([1]);
    // One of the two with a link is the counted one.
    expect(left([...both, reading(3, 'tiktok:3', { hours: 4 })], 'name')).toEqual([2, 3]);
  });

  test('keeps what was told of it at another moment', () => {
    const later = [
      reading(1, 'tiktok:1'),
      reading(2, 'title:two', { hours: 3 }),
      reading(2, 'title:two', { hours: 30, likes: 9_000, told: 950 }),
    ];
    expect(left(later, 'link')).toEqual([1, 2]);
    expect(withoutDoubles(later, 'link').map(({ told }) => told)).toEqual([null, 950n]);
  });

  test('is two where names tell them apart, or a day lies between', () => {
    const titles = [reading(1, 'title:one'), reading(2, 'title:two')];
    expect(left(titles, 'name')).toEqual([1, 2]);
    expect(left(titles, 'link')).toEqual([1]);
    expect(left([reading(1, 'reading:1'), reading(2, 'reading:2', { hours: 25 })], 'link')).toEqual(
      [1, 2],
    );
  });
});
