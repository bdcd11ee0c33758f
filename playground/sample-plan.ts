/**
 * What the creators of the sample community do: who they are, and which `/score` each sends when.
 * Every person, title and figure is invented here and says so in its name; none is from any data.
 */

const hour = 3_600_000;
const day = 24 * hour;

/** Weeks that the sample community submits videos before it is there. */
export const sampleWeeks = 6;
/** The same in milliseconds. */
export const sampleMs = sampleWeeks * 7 * day;
/** How much of what comes afterwards is planned at once. */
export const weekMs = 7 * day;

/** An invented creator. */
interface SampleCreator {
  readonly name: string;
  readonly handle: string;
  readonly category: string;
  /** What the videos are about; each title takes one in turn. */
  readonly topics: readonly string[];
  /** Views of a usual video after some days. */
  readonly views: number;
  readonly videosPerWeek: number;
  /** Likes, comments and shares for each view of a usual video. */
  readonly rates: Readonly<Record<'likes' | 'comments' | 'shares', number>>;
  /** How much more often than usual people save from this creator. */
  readonly savesLevel: number;
  /** What is tried from the middle of the weeks on. */
  readonly trying?: string;
  /** Types every digit, as in TikTok Studio, and not the short form of the app. */
  readonly exact?: boolean;
  /** Joins no board: counts in totals alone. */
  readonly keepsOut?: boolean;
}

const creators: readonly SampleCreator[] = [
  {
    name: 'Sample: Kim',
    handle: 'sample.kim',
    category: 'educational',
    topics: ['knots for a tent', 'a dry camp in the rain', 'what a day pack needs'],
    views: 540_000,
    videosPerWeek: 2,
    rates: { likes: 0.06, comments: 0.0012, shares: 0.004 },
    savesLevel: 1.2,
    trying: 'result in the first second',
  },
  {
    name: 'Sample: Noor',
    handle: 'sample.noor',
    category: 'valuable',
    topics: ['noodles in one pan', 'lunch for five days', 'spices worth buying'],
    views: 85_000,
    videosPerWeek: 2,
    rates: { likes: 0.065, comments: 0.001, shares: 0.007 },
    savesLevel: 1.5,
    trying: 'recipe card at the end',
  },
  {
    name: 'Sample: Teo',
    handle: 'sample.teo',
    category: 'entertaining',
    topics: ['a dance on the bus', 'street battle', 'learning the slide'],
    views: 2_900_000,
    videosPerWeek: 1,
    rates: { likes: 0.075, comments: 0.0006, shares: 0.0008 },
    savesLevel: 0.7,
  },
  {
    name: 'Sample: Ida',
    handle: 'sample.ida',
    category: 'educational',
    topics: ['a sock heel that fits', 'reading a pattern', 'mending a sleeve'],
    views: 12_000,
    videosPerWeek: 2,
    rates: { likes: 0.05, comments: 0.002, shares: 0.0025 },
    savesLevel: 1.4,
    trying: 'slower hands, no music',
    exact: true,
  },
  {
    name: 'Sample: Luca',
    handle: 'sample.luca',
    category: 'aesthetic',
    topics: ['a corner for reading', 'light in a small room', 'shelves without drilling'],
    views: 230_000,
    videosPerWeek: 1,
    rates: { likes: 0.055, comments: 0.0004, shares: 0.0012 },
    savesLevel: 1.1,
    keepsOut: true,
  },
  {
    name: 'Sample: Amara',
    handle: 'sample.amara',
    category: 'inspirational',
    topics: ['an hour of studying', 'back to school at forty', 'notes that stay'],
    views: 40_000,
    videosPerWeek: 2,
    rates: { likes: 0.04, comments: 0.0012, shares: 0.001 },
    savesLevel: 0.9,
    trying: 'one sentence on screen',
  },
  {
    name: 'Sample: Jun',
    handle: 'sample.jun',
    category: 'entertaining',
    topics: ['orders nobody made', 'the quiet regular', 'milk foam accidents'],
    views: 6_500,
    videosPerWeek: 2,
    rates: { likes: 0.035, comments: 0.0015, shares: 0.0007 },
    savesLevel: 0.6,
    exact: true,
  },
  {
    name: 'Sample: Sol',
    handle: 'sample.sol',
    category: 'valuable',
    topics: ['a budget on one page', 'phone bills', 'a savings jar'],
    views: 2_400,
    videosPerWeek: 1,
    rates: { likes: 0.03, comments: 0.0016, shares: 0.0017 },
    savesLevel: 1.3,
  },
];

/** One `/score` of the sample community. */
export interface SampleSubmission {
  /** The creator's name. */
  readonly by: string;
  /** Milliseconds after the beginning, below what was planned. */
  readonly at: number;
  /** The command as typed. */
  readonly line: string;
  readonly private: boolean;
}

/** The names of the sample's creators, and of those who join the boards. */
export const sampleCreators: readonly string[] = creators.map(({ name }) => name);
export const sampleJoiners: readonly string[] = creators
  .filter(({ keepsOut }) => keepsOut !== true)
  .map(({ name }) => name);

/**
 * Everything the sample community sends until it is there, in its order. The same for the same
 * beginning: the chances in it are drawn from a fixed seed.
 *
 * @param beginsAt Unix milliseconds.
 */
export function samplePlan(beginsAt: number): SampleSubmission[] {
  return planned({ beginsAt, weeks: sampleWeeks, before: 0 });
}

/**
 * What it sends in a week after that.
 *
 * @param n counts those weeks, from 0.
 * @param beginsAt Unix milliseconds, of that week.
 */
export function sampleWeek(n: number, beginsAt: number): SampleSubmission[] {
  return planned({ beginsAt, weeks: 1, before: sampleWeeks + n });
}

/** Some weeks, after so many others. */
interface Stretch {
  readonly beginsAt: number;
  readonly weeks: number;
  readonly before: number;
}

function planned(stretch: Stretch): SampleSubmission[] {
  return creators
    .flatMap((creator, index) =>
      submissionsOf(creator, stretch, new Chance(index + 1 + 100 * stretch.before)),
    )
    .toSorted((a, b) => a.at - b.at);
}

function submissionsOf(
  creator: SampleCreator,
  { beginsAt, weeks, before }: Stretch,
  chance: Chance,
): SampleSubmission[] {
  const videos = weeks * creator.videosPerWeek;
  const lasts = weeks * weekMs;
  return Array.from({ length: videos }, (_, n) => {
    // Read some days after posting, with all of a second reading's time before the end.
    const readAt = Math.floor(((n + 0.2 + 0.6 * chance.next()) / videos) * (lasts - 3 * day));
    const nth = before * creator.videosPerWeek + n;
    return videoOf(creator, { nth, beginsAt, readAt, lasts }, chance);
  }).flat();
}

/** A video's readings. */
function videoOf(
  creator: SampleCreator,
  {
    nth,
    beginsAt,
    readAt,
    lasts,
  }: { nth: number; beginsAt: number; readAt: number; lasts: number },
  chance: Chance,
): SampleSubmission[] {
  // One in ten is looked at on the day it was posted: too early for a score, so it comes again.
  const isEarly = chance.happens(0.1);
  const age = Math.round(isEarly ? (6 + 10 * chance.next()) * hour : (2 + 2 * chance.next()) * day);
  const posted = beginsAt + readAt - age;
  // Taking turns with the usual way, as an experiment should.
  const isTried = creator.trying !== undefined && nth >= 3 * creator.videosPerWeek && nth % 2 === 1;
  const quality = chance.factor(0.35) * (isTried ? 1.25 : 1);
  const rates = {
    likes: creator.rates.likes * chance.factor(0.15),
    comments: creator.rates.comments * chance.factor(0.3),
    shares: creator.rates.shares * quality,
  };
  const savesPerLike = 0.06 * creator.savesLevel * Math.sqrt(quality) * chance.factor(0.3);
  const isPrivate = chance.happens(0.1);
  const seconds = Math.round(12 + 60 * chance.next());
  const views = creator.views * chance.factor(0.4);
  const id = (BigInt(Math.floor(posted / 1000)) << 32n) + BigInt(chance.below(2 ** 31));
  const topic = creator.topics[nth % creator.topics.length] ?? '';
  const about = {
    title: `Sample: ${topic}, part ${Math.floor(nth / creator.topics.length) + 1}`,
    posted: new Date(posted).toISOString().slice(0, 10),
    category: creator.category,
    link: `https://www.tiktok.com/@${creator.handle}/video/${id}`,
    ...(isTried && { trying: creator.trying }),
    ...(isPrivate && { private: true }),
    ...(chance.happens(0.4) && {
      duration: seconds,
      watch_time: Math.round(seconds * (0.3 + 0.5 * chance.next())),
    }),
  };
  const readings = [{ at: readAt, grown: isEarly ? 0.3 : 1 }];
  if (isEarly || chance.happens(0.2)) {
    readings.push({ at: readAt + 2 * day, grown: 1.1 + 0.2 * chance.next() });
  }
  // One in seven is followed over weeks.
  if (chance.happens(1 / 7)) {
    readings.push({ at: readAt + 9 * day, grown: 1.5 }, { at: readAt + 23 * day, grown: 1.8 });
  }
  const inTime = readings.filter(({ at }) => at < lasts);
  return inTime.map(({ at, grown }) => {
    const seen = Math.round(Math.max(1_050, views * grown));
    const likes = Math.round(seen * rates.likes);
    const typed = {
      views: shown(seen, creator),
      likes: shown(likes, creator),
      comments: shown(Math.round(seen * rates.comments), creator),
      shares: shown(Math.round(seen * rates.shares), creator),
      ...(chance.happens(1 / 3) && { saves: shown(Math.round(likes * savesPerLike), creator) }),
      ...(chance.happens(0.3) && { new_followers: String(Math.round(seen / 2_000)) }),
      ...about,
    };
    const options = Object.entries(typed).map(([name, value]) => `${name}:${value}`);
    return { by: creator.name, at, line: `/score ${options.join(' ')}`, private: isPrivate };
  });
}

/** A count as the app shows it: every digit below 10,000, then 12.3K and 4.5M. */
function shown(count: number, { exact }: SampleCreator): string {
  if (exact === true || count < 10_000) return count.toLocaleString('en-US');
  return count < 999_950
    ? `${(count / 1_000).toFixed(1).replace('.0', '')}K`
    : `${(count / 1_000_000).toFixed(1).replace('.0', '')}M`;
}

/** Chances from a seed: the multiplicative generator of Park, Miller and Stockmeyer (1993). */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 1_000_003;
  }

  /** Above 0 and below 1. */
  next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** Around 1, as often above as below; `spread` is the standard deviation of its logarithm. */
  factor(spread: number): number {
    // The sum of twelve is as good as a normal distribution here, and never runs far off.
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += this.next();
    return Math.exp(spread * sum);
  }
}
