import { describe, expect, test } from 'vitest';
import type { ServerWeek, WeekVideo } from '../../src/services/digest/readings.js';
import { FEWEST_COMPARED, workedHere } from '../../src/services/digest/worked.js';

let made = 0n;

function video(creator: number, score: number | null, more: Partial<WeekVideo> = {}): WeekVideo {
  made += 1n;
  return {
    ...{ videoId: made, readingId: made, creatorId: BigInt(creator), joined: false, score },
    ...{ takenAt: new Date(0), views: 10_000, saves: { value: 1, low: 1, high: 1 }, told: false },
    ...{ title: null, url: null, category: null, posted: null, ...more },
  };
}

function weeksOf(...videos: readonly WeekVideo[]): ServerWeek[] {
  return [{ name: '00', from: new Date(0), to: new Date(1), isCut: false, videos }];
}

/** Creators from 1 on, each with an educational and another video. */
function creators(count: number, scores: (creator: number) => [inside: number, outside: number]) {
  return Array.from({ length: count }, (_, n) => {
    const [inside, outside] = scores(n + 1);
    return [
      video(n + 1, inside, { category: 'educational' }),
      video(n + 1, outside, { category: 'entertaining' }),
    ];
  }).flat();
}

describe('what worked here', () => {
  test('is told where nearly every creator did better with it', () => {
    const weeks = weeksOf(...creators(FEWEST_COMPARED, (n) => [50 + n, 40]));
    expect(workedHere(weeks)).toEqual({
      what: 'educational',
      better: FEWEST_COMPARED,
      creators: FEWEST_COMPARED,
      points: 14.5,
    });
  });

  test('is left out where fewer creators had both kinds, however clear it looks', () => {
    expect(workedHere(weeksOf(...creators(FEWEST_COMPARED - 1, () => [90, 10])))).toBeNull();
  });

  test('is left out where chance may have done it', () => {
    // 9 of 12: one-sided 7.3 %. 11 of 12: 0.3 %, below a seventh of 5 %.
    expect(workedHere(weeksOf(...creators(12, (n) => (n <= 9 ? [60, 50] : [50, 60]))))).toBeNull();
    expect(workedHere(weeksOf(...creators(12, (n) => (n <= 11 ? [60, 50] : [50, 60]))))).toEqual(
      expect.objectContaining({ better: 11, creators: 12 }),
    );
  });

  test('doesn’t listen to one busy creator, nor to who has one kind alone', () => {
    const busy = Array.from({ length: 200 }, () => video(1, 99, { category: 'educational' }));
    const others = creators(8, (n) => (n % 2 === 0 ? [60, 50] : [50, 60]));
    const alone = Array.from({ length: 50 }, (_, n) =>
      video(100 + n, 99, { category: 'educational' }),
    );
    expect(workedHere(weeksOf(...busy, ...others, ...alone))).toBeNull();
  });

  test('gives no vote to who is level, and none to what can’t be judged', () => {
    expect(workedHere(weeksOf(...creators(20, (n) => (n <= 7 ? [60, 50] : [50, 50]))))).toBeNull();
    const unjudged = creators(20, () => [60, 50]).map((one) => ({ ...one, score: null }));
    expect(workedHere(weeksOf(...unjudged))).toBeNull();
  });

  test('knows Saturdays and Sundays by the day a video was posted', () => {
    const posted = Array.from({ length: 8 }, (_, n) => [
      video(n, 80, { posted: n % 2 === 0 ? '2026-11-21' : '2026-11-22' }),
      video(n, 50, { posted: '2026-11-20' }),
      video(n, 50, { posted: '2026-11-23' }),
      video(n, 10),
    ]).flat();
    expect(workedHere(weeksOf(...posted))).toMatchObject({
      what: 'weekend',
      better: 8,
      points: 30,
    });
  });
});
