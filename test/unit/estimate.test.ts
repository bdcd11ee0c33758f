import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATEGORIES,
  type CommunityTruth,
  communityTruth,
  type Estimate,
  estimateSaves,
  type KnownTruth,
  MAX_MEMBER_TRUTHS,
  MAX_TRUTHS,
  MODEL_VERSION,
  type Numbers,
} from '../../src/services/estimate/estimate.js';
import { randomFrom } from '../support/sequences.js';

const video = (
  views: number,
  likes: number,
  comments: number,
  shares: number,
  more: Partial<Numbers> = {},
): Numbers => ({ views, likes, comments, shares, kind: 'video', ...more });

/** Small, large and absurd counts alike. */
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 20 }),
  fc.double({ min: 0, max: 53, noNaN: true }).map((bits) => Math.floor(2 ** bits)),
);
const step = fc.constantFrom(1, 10, 100, 1000, 100_000, 1_000_000);
const numbers: fc.Arbitrary<Numbers> = fc
  .record(
    {
      counts: fc.tuple(count, count, count, count),
      steps: fc.record({ views: step, likes: step, comments: step, shares: step }),
      watchTime: fc.double({ min: 0, max: 1e5, noNaN: true }),
      duration: fc.double({ min: 0, max: 1e5, noNaN: true }),
      newFollowers: count,
      kind: fc.constantFrom<'video' | 'photo'>('video', 'photo'),
      category: fc.constantFrom(...CATEGORIES),
    },
    { requiredKeys: ['counts', 'kind'] },
  )
  .map(({ counts: [views, likes, comments, shares], ...rest }) => ({
    views,
    likes,
    comments,
    shares,
    ...rest,
  }));
const truth: fc.Arbitrary<KnownTruth> = fc
  .tuple(numbers, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([told, share]) => ({ numbers: told, saves: Math.floor(told.views * share) }));
const truths = fc.array(truth, { maxLength: MAX_TRUTHS + 4 });
const others: fc.Arbitrary<CommunityTruth[]> = fc.array(
  fc
    .tuple(fc.constantFrom('ben', 'cy', 'dee', 'eve'), truth)
    .map((told) => communityTruth(...told)),
  { maxLength: 32 },
);

const whole = ({ parts }: Estimate) => parts.reduce((total, { effect }) => total + effect, 0);

describe('whatever the counts, the estimate', () => {
  test('is a number between its bounds, and no bound leaves 0 to the views', () => {
    fc.assert(
      fc.property(numbers, truths, others, (told, known, community) => {
        const { saves, low, high } = estimateSaves(told, known, community);
        for (const figure of [saves, low, high]) expect(figure).toSatisfy(Number.isFinite);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(saves).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(saves);
        expect(told.views).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  test('is exactly the sum of its parts', () => {
    fc.assert(
      fc.property(numbers, truths, others, (told, known, community) => {
        const estimate = estimateSaves(told, known, community);
        expect(whole(estimate)).toBeCloseTo(Math.log1p(estimate.saves), 9);
      }),
    );
  });

  test('never falls when there are more shares', () => {
    fc.assert(
      fc.property(numbers, truths, others, count, (told, known, community, more) => {
        const shares = Math.min(Number.MAX_SAFE_INTEGER, told.shares + more);
        const before = estimateSaves(told, known, community).saves;
        const after = estimateSaves({ ...told, shares }, known, community).saves;
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-9));
      }),
    );
  });

  test('does not depend on the order in which the truths were told', () => {
    fc.assert(
      fc.property(
        numbers,
        fc
          .array(truth, { maxLength: MAX_TRUTHS })
          .chain((known) =>
            fc.tuple(
              fc.constant(known),
              fc.shuffledSubarray(known, { minLength: known.length, maxLength: known.length }),
            ),
          ),
        (told, [known, shuffled]) => {
          const one = estimateSaves(told, known);
          const other = estimateSaves(told, shuffled);
          expect(Math.log1p(other.saves)).toBeCloseTo(Math.log1p(one.saves), 6);
          expect(Math.log1p(other.high)).toBeCloseTo(Math.log1p(one.high), 6);
        },
      ),
    );
  });

  test('is the same every time', () => {
    fc.assert(
      fc.property(numbers, truths, (told, known) => {
        expect(estimateSaves(told, known)).toEqual(estimateSaves(told, known));
      }),
    );
  });

  test('names the version of the model', () => {
    expect(estimateSaves(video(50, 1, 0, 0), []).modelVersion).toBe(MODEL_VERSION);
  });
});

describe('an ordinary video', () => {
  const ordinary = video(541_200, 23_000, 150, 900);

  test('gets an estimate in the hundreds to thousands with a range around it', () => {
    const { saves, low, high } = estimateSaves(ordinary, []);
    expect(saves).toBeGreaterThan(300);
    expect(saves).toBeLessThan(5000);
    expect(high / low).toBeGreaterThan(2);
    expect(high / low).toBeLessThan(15);
  });

  test('shows each signal against a typical video of its size', () => {
    const parts = Object.fromEntries(
      estimateSaves(video(541_200, 40_000, 20, 20_000), []).parts.map(({ signal, effect }) => [
        signal,
        effect,
      ]),
    );
    expect(parts['views']).toBeGreaterThan(0);
    expect(parts['likes']).toBeGreaterThan(0);
    expect(parts['shares']).toBeGreaterThan(0);
    expect(parts['your own videos']).toBeUndefined();
    expect(parts['watch time']).toBeUndefined();
  });

  test('moves only a little with watch time and new followers, and its range gets wider', () => {
    const plain = estimateSaves(ordinary, []);
    const watched = estimateSaves({ ...ordinary, watchTime: 60, newFollowers: 5000 }, []);
    expect(watched.saves).toBeGreaterThan(plain.saves);
    expect(watched.saves).toBeLessThan(plain.saves * 1.25);
    expect(watched.high / watched.low).toBeGreaterThan(plain.high / plain.low);
  });

  test('has a wider range where the counts were typed coarsely', () => {
    const exact = estimateSaves(video(1000, 100, 10, 10), []);
    const steps = { views: 1000, likes: 100, comments: 10, shares: 10 };
    const coarse = estimateSaves(video(1000, 100, 10, 10, { steps }), []);
    expect(coarse.saves).toBe(exact.saves);
    expect(coarse.high).toBeGreaterThan(exact.high);
  });

  test('of a category is kept as often as the category, with a part that says so', () => {
    const unknown = estimateSaves(ordinary, []);
    for (const category of CATEGORIES) {
      const known = estimateSaves({ ...ordinary, category }, []);
      const part = known.parts.find(({ signal }) => signal === 'category');
      expect(part?.category).toBe(category);
      expect(Math.log1p(known.saves)).toBeCloseTo(
        Math.log1p(unknown.saves) + (part?.effect ?? 0),
        9,
      );
    }
  });

  test('of a category is surer than one that may be of any', () => {
    const width = ({ low, high }: Estimate) => Math.log(high / low);
    const known = CATEGORIES.map((category) => width(estimateSaves({ ...ordinary, category }, [])));
    const mean = known.reduce((total, one) => total + one, 0) / known.length;
    expect(mean).toBeLessThan(width(estimateSaves(ordinary, [])));
  });

  test.each(['educational', 'valuable', 'aesthetic'] as const)(
    'that is %s is kept more often than one that is watched for itself',
    (category) => {
      const { saves } = estimateSaves({ ...ordinary, category }, []);
      const watched = estimateSaves({ ...ordinary, category: 'entertaining' }, []).saves;
      expect(saves).toBeGreaterThan(1.4 * watched);
      expect(saves).toBeLessThan(4 * watched);
    },
  );

  test('has the same estimate as a photo post, but a wider range, as the fit has seen none', () => {
    const clip = estimateSaves(ordinary, []);
    const photo = estimateSaves({ ...ordinary, kind: 'photo' }, []);
    expect(photo.saves).toBe(clip.saves);
    expect(photo.high / photo.low).toBeGreaterThan(clip.high / clip.low);
  });

  test('has a wider range where its rates are unlike anything seen', () => {
    const { high, low } = estimateSaves(ordinary, []);
    const strange = estimateSaves(video(541_200, 541_200, 541_200, 541_200), []);
    expect(strange.high / strange.low).toBeGreaterThan(high / low);
  });
});

describe("a creator's own truths", () => {
  const told = (saves: number): KnownTruth => ({ numbers: video(50_000, 3000, 40, 200), saves });
  const next = video(60_000, 3500, 50, 250);

  test('pull the next estimate towards what they tell, more with every truth', () => {
    const figures = [0, 1, 3, 10].map(
      (n) => estimateSaves(next, new Array<KnownTruth>(n).fill(told(1500))).saves,
    );
    expect(figures.toSorted((a, b) => a - b)).toEqual(figures);
    const own = estimateSaves(next, [told(1500)]).parts.find(
      ({ signal }) => signal === 'your own videos',
    );
    expect(own?.effect).toBeGreaterThan(0.1);
  });

  test('count no more than the newest MAX_TRUTHS', () => {
    const newest = new Array<KnownTruth>(MAX_TRUTHS).fill(told(400));
    const more = [...newest, ...new Array<KnownTruth>(50).fill(told(1))];
    expect(estimateSaves(next, more)).toEqual(estimateSaves(next, newest));
    expect(estimateSaves(next, more).truthsUsed).toBe(MAX_TRUTHS);
  });

  test('count once a video, with the newest, however often it was told', () => {
    const of = (name: string, saves: number) => ({ ...told(saves), video: name });
    const once = estimateSaves(next, [of('a', 900), of('b', 300)]);
    const often = [...new Array<KnownTruth>(32).fill(of('a', 900)), of('b', 300), of('a', 5)];
    expect(estimateSaves(next, often)).toEqual(once);
    expect(once.truthsUsed).toBe(2);
  });

  test('of the very video that is counted again tell more than those of another', () => {
    const known = [{ ...told(1500), video: 'a' }];
    const [another, same] = ['b', 'a'].map((name) => estimateSaves(next, known, [], name));
    expect(same?.saves).toBeGreaterThan(another?.saves ?? Number.NaN);
    expect((same?.high ?? 0) / (same?.low ?? 1)).toBeLessThan(
      (another?.high ?? 0) / (another?.low ?? 1),
    );
  });

  test.each([5, 20])('are believed where they agree, %i times off the estimate', (times) => {
    const videos = Array.from({ length: 11 }, (_, i) =>
      video(40_000 + 9000 * i, 2500 + 400 * i, 30 + 5 * i, 150 + 40 * i),
    );
    const saves = (numbers: Numbers) => Math.round(times * estimateSaves(numbers, []).saves);
    const known = videos.slice(1).map((numbers) => ({ numbers, saves: saves(numbers) }));
    const truth = saves(videos[0] ?? next);
    const taught = (n: number) => estimateSaves(videos[0] ?? next, known.slice(0, n));
    expect(taught(5).low).toBeLessThanOrEqual(truth);
    expect(taught(5).high).toBeGreaterThanOrEqual(truth);
    expect(Math.abs(Math.log(taught(10).saves / truth))).toBeLessThan(Math.log(1.3));
  });

  test.each([5, 20])(
    'are believed also where they scatter around %i times the estimate',
    (times) => {
      const random = randomFrom(times);
      const normal = () =>
        Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      /** Real saves scatter around a creator's own level as those of real creators do. */
      const SCATTER = 0.3;
      const TRIES = 60;
      let inside = 0;
      const offAfterTen: number[] = [];
      for (let n = 0; n < TRIES; n += 1) {
        const known = Array.from({ length: 11 }, () => {
          const views = 40_000 * Math.exp(normal());
          const likes = views * 0.06 * Math.exp(0.4 * normal());
          const comments = likes * 0.015 * Math.exp(0.5 * normal());
          const shares = likes * 0.06 * Math.exp(0.5 * normal());
          const [v = 0, l = 0, c = 0, s = 0] = [views, likes, comments, shares].map(Math.round);
          const numbers = video(v, l, c, s);
          const level = times * estimateSaves(numbers, []).saves;
          return {
            numbers,
            level,
            saves: Math.round(Math.min(v, level * Math.exp(SCATTER * normal()))),
          };
        });
        const [next, ...before] = known;
        if (next === undefined) throw new Error('There are eleven.');
        const five = estimateSaves(next.numbers, before.slice(0, 5));
        if (five.low <= next.saves && next.saves <= five.high) inside += 1;
        const ten = estimateSaves(next.numbers, before);
        offAfterTen.push(Math.abs(Math.log(ten.saves / next.level)));
      }
      expect(inside / TRIES).toBeGreaterThanOrEqual(0.7);
      const middle = offAfterTen.toSorted((a, b) => a - b)[TRIES / 2] ?? Number.NaN;
      expect(middle).toBeLessThan(Math.log(1.3));
    },
  );

  test('of photo posts say nothing of videos, nor those of videos of photo posts', () => {
    const photos = [900, 950, 1000].map((saves) => ({
      numbers: { ...told(0).numbers, kind: 'photo' as const },
      saves,
    }));
    expect(estimateSaves(next, photos)).toEqual(estimateSaves(next, []));
    const photo = { ...next, kind: 'photo' as const };
    expect(estimateSaves(photo, [told(900)])).toEqual(estimateSaves(photo, []));
    expect(estimateSaves(photo, photos).saves).toBeGreaterThan(
      1.5 * estimateSaves(photo, []).saves,
    );
    expect(estimateSaves(photo, photos).truthsUsed).toBe(3);
  });

  test('survive one mistyped number', () => {
    const right = new Array<KnownTruth>(5).fill(told(300));
    const slipped = [told(30_000), ...right];
    const good = estimateSaves(next, right).saves;
    const bad = estimateSaves(next, slipped).saves;
    expect(bad / good).toBeLessThan(1.3);
  });

  test('of similar videos tell more than those of unlike ones', () => {
    const unlike: KnownTruth = { numbers: video(2_000_000, 40_000, 900, 30_000), saves: 0 };
    const usual = estimateSaves(unlike.numbers, []).saves;
    const likeSaves = estimateSaves(told(0).numbers, []).saves;
    const moved = (known: KnownTruth) =>
      Math.log(estimateSaves(next, [known]).saves / estimateSaves(next, []).saves);
    // Both truths are three times what was expected of them.
    expect(moved(told(Math.round(3 * likeSaves)))).toBeGreaterThan(
      moved({ ...unlike, saves: Math.round(3 * usual) }),
    );
  });

  test('narrow the range, less where they contradict each other', () => {
    const width = (known: KnownTruth[]) => {
      const { low, high } = estimateSaves(next, known);
      return Math.log(high / low);
    };
    const steady = width([told(300), told(310), told(290), told(300), told(305), told(295)]);
    const scattered = width([told(100), told(900), told(60), told(1500), told(80), told(1100)]);
    expect(steady).toBeLessThan(width([]));
    expect(steady).toBeLessThan(scattered);
  });
});

describe('what others of the community told', () => {
  const next = video(60_000, 3500, 50, 250);
  const usual = estimateSaves(next, []).saves;
  /** So many counts of a member, each so many times what was expected. */
  const told = (member: string, times: number, count = 1): CommunityTruth[] =>
    new Array<CommunityTruth>(count).fill(
      communityTruth(member, { numbers: next, saves: Math.round(times * usual) }),
    );
  const three = (times: number, count = 1) =>
    ['ben', 'cy', 'dee'].flatMap((member) => told(member, times, count));
  const estimate = (community: CommunityTruth[], own: KnownTruth[] = []) =>
    estimateSaves(next, own, community);

  test('pulls the estimate a little towards their level, more with more members', () => {
    const [some, many] = [estimate(three(2)), estimate([...three(2), ...told('eve', 2)])];
    expect(some.saves).toBeGreaterThan(usual);
    expect(many.saves).toBeGreaterThan(some.saves);
    expect(many.saves).toBeLessThan(2 * usual);
    expect(estimate(three(0.5)).saves).toBeLessThan(usual);
    expect(some.communityUsed).toBe(3);
    expect(some.parts.find(({ signal }) => signal === 'your community')?.effect).toBeGreaterThan(0);
  });

  test('counts from three members on, so that nobody’s count shows through', () => {
    const two = estimate([...told('ben', 3, 10), ...told('cy', 3, 10)]);
    expect(two).toEqual(estimate([]));
  });

  test('counts by members: one who tells much changes nothing for the others', () => {
    const few = estimate([...told('eve', 3, MAX_MEMBER_TRUTHS), ...three(1)]);
    const loud = estimate([...told('eve', 3, 29), ...three(1)]);
    expect(loud).toEqual(few);
    expect(few.communityUsed).toBe(3 + MAX_MEMBER_TRUTHS);
  });

  test('is not counted twice where it is what the category leads to expect', () => {
    const educational = { ...next, category: 'educational' as const };
    const expected = estimateSaves(educational, []).saves;
    const told = ['ben', 'cy', 'dee', 'eve'].map((member) =>
      communityTruth(member, { numbers: educational, saves: Math.round(expected) }),
    );
    expect(estimateSaves(educational, [], told).saves / expected).toBeCloseTo(1, 1);
    // Told without a category, the same counts are taken as of the video's own kind.
    const untold = told.map(({ category: _, ...truth }) => truth);
    expect(estimateSaves(educational, [], untold).saves / expected).toBeCloseTo(1, 1);
    // Who doesn't say what their video is for is where the others are.
    expect(estimateSaves(next, [], told).saves).toBeGreaterThan(1.2 * usual);
  });

  test('says nothing of photo posts, which learn from their creator alone', () => {
    const photo = { ...next, kind: 'photo' as const };
    const photos = three(3).map((truth) => ({ ...truth, kind: 'photo' as const }));
    expect(estimateSaves(photo, [], photos)).toEqual(estimateSaves(photo, []));
  });

  test('of photo posts says nothing of videos', () => {
    const photos = three(3).map((truth) => ({ ...truth, kind: 'photo' as const }));
    expect(estimate(photos)).toEqual(estimate([]));
  });

  test('narrows the range', () => {
    const [none, some] = [estimate([]), estimate(three(1, 3))];
    expect(some.high / some.low).toBeLessThan(none.high / none.low);
  });

  test('survives one mistyped number', () => {
    const right = [...three(1), ...told('eve', 1)];
    const slipped = [...three(1), ...told('eve', 100)];
    expect(estimate(slipped).saves / estimate(right).saves).toBeLessThan(1.2);
  });

  test('tells little to who has told much of their own', () => {
    const own = new Array<KnownTruth>(10).fill({ numbers: next, saves: Math.round(usual) });
    const moved = (known: KnownTruth[]) =>
      Math.log(estimate(three(3, 5), known).saves / estimate([], known).saves);
    expect(moved(own)).toBeLessThan(moved([]) / 3);
  });

  test('is the same in whatever order its members told it', () => {
    const few = fc.uniqueArray(
      others.filter(({ length }) => length > 0).map(([first]) => first),
      {
        selector: (told) => told?.member,
      },
    );
    fc.assert(
      fc.property(few, fc.integer({ min: 0, max: 31 }), (told, turn) => {
        const community = told.filter((one) => one !== undefined);
        const turned = [...community.slice(turn), ...community.slice(0, turn)];
        expect(Math.log1p(estimate(turned).saves)).toBeCloseTo(
          Math.log1p(estimate(community).saves),
          9,
        );
      }),
    );
  });
});

describe('one person more', () => {
  test('never makes the estimate jump', () => {
    const steady = fc.record({
      views: fc.integer({ min: 1000, max: 1e9 }),
      likes: fc.integer({ min: 1000, max: 1e8 }),
      comments: fc.integer({ min: 1000, max: 1e7 }),
      shares: fc.integer({ min: 1000, max: 1e7 }),
    });
    const signal = fc.constantFrom<'views' | 'likes' | 'comments' | 'shares'>(
      'views',
      'likes',
      'comments',
      'shares',
    );
    fc.assert(
      fc.property(steady, signal, truths, (counts, name, known) => {
        const here = estimateSaves({ ...counts, kind: 'video' }, known);
        const there = estimateSaves({ ...counts, [name]: counts[name] + 1, kind: 'video' }, known);
        expect(Math.abs(Math.log1p(there.saves) - Math.log1p(here.saves))).toBeLessThan(0.02);
        expect(Math.abs(Math.log1p(there.high) - Math.log1p(here.high))).toBeLessThan(0.02);
      }),
    );
  });
});
