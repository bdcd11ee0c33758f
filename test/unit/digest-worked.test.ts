import { describe, expect, test } from 'vitest';
import type { ServerWeek, WeekVideo } from '../../src/services/digest/readings.js';
import { FEWEST_COMPARED, workedHere } from '../../src/services/digest/worked.js';
import { randomFrom, savesAt, sequence } from '../support/sequences.js';

const DAY = 86_400_000;

let made = 0n;

function video(creator: number, score: number | null, more: Partial<WeekVideo> = {}): WeekVideo {
  made += 1n;
  const saves = savesAt(100, { score });
  return {
    ...{ videoId: made, readingId: made, creatorId: BigInt(creator), joined: false, isKnown: true },
    ...{ takenAt: new Date(Number(made) * DAY), saves: { ...saves, isJudged: score !== null } },
    ...{ title: null, url: null, category: null, posted: null, ...more },
  };
}

function weeksOf(...videos: readonly WeekVideo[]): ServerWeek[] {
  return [{ name: '00', from: new Date(0), to: new Date(1), isCut: false, videos }];
}

/** Creators from 1 on, each with five educational and five other videos, in turns. */
function creators(count: number, scores: (creator: number) => [inside: number, outside: number]) {
  return Array.from({ length: count }, (_, n) => {
    const [inside, outside] = scores(n + 1);
    return [0, 1, 2, 3, 4].flatMap((more) => [
      video(n + 1, inside + more, { category: 'educational' }),
      video(n + 1, outside + more, { category: 'entertaining' }),
    ]);
  }).flat();
}

/**
 * A server in which nothing works better than anything else: ten creators with two videos a week,
 * kinds and days by lot, over so many weeks.
 */
function serverWithoutEffects(weeks: number, random: () => number): ServerWeek[] {
  const categories = ['educational', 'entertaining', 'valuable'] as const;
  const rates = Array.from({ length: 10 }, () => sequence(2 * weeks, random));
  return Array.from({ length: weeks }, (_, week) => ({
    ...{ name: String(week).padStart(2, '0'), isCut: false },
    ...{ from: new Date(7 * week * DAY), to: new Date(7 * (week + 1) * DAY) },
    videos: rates.flatMap((rate, creator) =>
      [0, 1].map((more) => {
        const day = new Date((7 * week + Math.floor(7 * random())) * DAY);
        return video(creator, 50 + 15 * ((rate[2 * week + more] ?? 0) + 5), {
          ...{ takenAt: day, posted: day.toISOString().slice(0, 10) },
          category: categories[Math.floor(3 * random())] ?? null,
        });
      }),
    ),
  }));
}

describe('what worked here', () => {
  test('tells of something that isn’t there in at most 6 of 100 servers in a year of digests', () => {
    const random = randomFrom(52);
    const [servers, looked, digests] = [50, 13, 52];
    let fooled = 0;
    for (let n = 0; n < servers; n += 1) {
      const weeks = serverWithoutEffects(looked + digests - 1, random);
      const told = Array.from({ length: digests }, (_, week) =>
        workedHere(weeks.slice(week, week + looked)),
      );
      if (told.some((one) => one !== null)) fooled += 1;
    }
    expect(fooled / servers).toBeLessThanOrEqual(0.06);
  });

  test('is told where nearly every creator did better with it', () => {
    const weeks = weeksOf(...creators(FEWEST_COMPARED, (n) => [50 + n, 40]));
    expect(workedHere(weeks)).toEqual({
      what: 'educational',
      better: FEWEST_COMPARED,
      creators: FEWEST_COMPARED,
    });
  });

  test('is left out where fewer creators had both kinds, however clear it looks', () => {
    expect(workedHere(weeksOf(...creators(FEWEST_COMPARED - 1, () => [90, 10])))).toBeNull();
  });

  test('is left out where chance may have done it', () => {
    // Eight of twelve are no sign, eleven are, also for who looks in each week of a year.
    expect(workedHere(weeksOf(...creators(12, (n) => (n <= 8 ? [60, 50] : [50, 60]))))).toBeNull();
    expect(workedHere(weeksOf(...creators(12, (n) => (n <= 11 ? [60, 50] : [50, 60]))))).toEqual(
      expect.objectContaining({ better: 11, creators: 12 }),
    );
  });

  test('is left out where each creator has but one video of a kind', () => {
    const one = Array.from({ length: 10 }, (_, n) => [
      video(n, 90, { category: 'educational' }),
      video(n, 10, { category: 'entertaining' }),
    ]).flat();
    expect(workedHere(weeksOf(...one))).toBeNull();
  });

  test('holds a creator’s counts against counts alone', () => {
    // What is counted scores higher than what is estimated; only educational ones are counted.
    const videos = creators(12, () => [50, 50]).map((one) =>
      one.category === 'educational'
        ? { ...one, saves: { ...one.saves, counted: savesAt(0, { score: 90 }).estimated } }
        : one,
    );
    expect(workedHere(weeksOf(...videos))).toBeNull();
  });

  test('doesn’t listen to one busy creator, nor to who has one kind alone', () => {
    const busy = Array.from({ length: 200 }, () => video(1, 99, { category: 'educational' }));
    const others = creators(8, (n) => (n % 2 === 0 ? [60, 50] : [50, 60]));
    const alone = Array.from({ length: 50 }, (_, n) =>
      video(100 + n, 99, { category: 'educational' }),
    );
    expect(workedHere(weeksOf(...busy, ...others, ...alone))).toBeNull();
    // A little better for seven, and by far for one who has as many videos as all of them.
    const little = creators(8, () => [50.5, 50]).filter(({ creatorId }) => creatorId !== 1n);
    const far = Array.from({ length: 40 }, () => [
      video(1, 90, { category: 'educational' }),
      video(1, 10, { category: 'entertaining' }),
    ]).flat();
    expect(workedHere(weeksOf(...far, ...little))).toBeNull();
  });

  test('needs most creators to do better, and what can be judged and is known', () => {
    expect(workedHere(weeksOf(...creators(20, (n) => (n <= 7 ? [60, 50] : [50, 50]))))).toBeNull();
    const clear = creators(20, () => [60, 50]);
    const unjudged = clear.map((one) => ({ ...one, saves: { ...one.saves, isJudged: false } }));
    expect(workedHere(weeksOf(...unjudged))).toBeNull();
    const unknown = clear.map((one) => ({ ...one, isKnown: false }));
    expect(workedHere(weeksOf(...unknown))).toBeNull();
    expect(workedHere(weeksOf(...clear))).not.toBeNull();
  });

  test('knows Saturdays and Sundays by the day a video was posted', () => {
    const posted = Array.from({ length: 8 }, (_, n) => [
      ...['2026-11-14', '2026-11-15', '2026-11-21', '2026-11-22'].map((day, more) =>
        video(n, 80 + more, { posted: day }),
      ),
      ...['2026-11-16', '2026-11-18', '2026-11-20', '2026-11-23'].map((day, more) =>
        video(n, 50 + more, { posted: day }),
      ),
      video(n, 10),
    ]).flat();
    expect(workedHere(weeksOf(...posted))).toMatchObject({
      what: 'weekend',
      better: 8,
    });
  });
});
