import { titleKey } from '../src/lib/normalise.js';
import { estimateSaves, judge, MODEL_VERSION } from '../src/services/estimate/estimate.js';
import { missOf } from '../src/services/readings/report-card.js';

/*
 * What a filled database holds: invented creators who sent a reading or two a week, with the
 * estimates of the real model. Everything follows from the place of a row, so that two fills of
 * different size hold the same first servers.
 */

/** A value of a column: dates as text, as both databases take them; a list where JSON is kept. */
export type Value = bigint | number | string | boolean | readonly object[] | null;
export type Row = Readonly<Record<string, Value>>;

/** Rows of one table, in an order in which each finds its parents. */
export interface Batch {
  readonly table: 'Guild' | 'Creator' | 'Consent' | 'Video' | 'Reading' | 'Estimate' | 'TrueSave';
  readonly rows: readonly Row[];
}

/** Readings of each creator: two a week. */
const WEEKS = 10;
const A_WEEK = 2;
export const READINGS_EACH = WEEKS * A_WEEK;
/** Creators of each server, unless told otherwise. */
export const SERVER_SIZE = 100;
/** Every so many-th reading comes with its true count. */
const TOLD_EVERY = 5;
/** Different videos, by their numbers: their estimates are made once. */
const KINDS = 500;

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const DISCORD_EPOCH = 1_420_070_400_000;

/** Half the readings of every third week are second ones of a video; all others are of new ones. */
const videoOf: readonly number[] = videosOfReadings();

export const guildIdOf = (server: number): bigint => 800_000_000_000_000_000n + BigInt(server);
export const creatorIdOf = (creator: number): bigint => 300_000_000_000_000_000n + BigInt(creator);

/** The servers that the creators are spread over. */
export interface Servers {
  /** Creators of each. */
  readonly size: number;
  readonly idOf: (server: number) => bigint;
}

const usualServers: Servers = { size: SERVER_SIZE, idOf: guildIdOf };

/**
 * All rows for so many readings, oldest first, as they would have come.
 *
 * @param now the moment after the last reading; the end of a week, where weeks should be whole.
 */
export function* plannedRows(
  readings: number,
  now: Date,
  servers: Servers = usualServers,
): Generator<Batch> {
  const serverOf = (creator: number) => servers.idOf(Math.floor(creator / servers.size));
  const creators = Math.ceil(readings / READINGS_EACH);
  const began = new Date(now.getTime() - WEEKS * WEEK);
  const createdAt = stored(began);
  yield {
    table: 'Guild',
    rows: numbers(Math.ceil(creators / servers.size)).map((server) => ({
      id: servers.idOf(server),
      createdAt,
      leftAt: null,
    })),
  };
  yield* inBatches(numbers(creators), (some) => [
    { table: 'Creator', rows: some.map((one) => ({ id: creatorIdOf(one), createdAt })) },
    {
      table: 'Consent',
      rows: some.map((one) => ({
        guildId: serverOf(one),
        creatorId: creatorIdOf(one),
        since: createdAt,
        memberAt: stored(now),
      })),
    },
  ]);
  const kinds = numbers(KINDS).map(kindOf);
  for (let reading = 0; reading < READINGS_EACH; reading += 1) {
    yield* inBatches(numbers(creators), (some) => {
      const all = some.map((creator) =>
        rowsOf({ creator, guildId: serverOf(creator), reading, creators, began, kinds }),
      );
      return [
        { table: 'Video', rows: all.flatMap(({ video }) => (video === null ? [] : [video])) },
        { table: 'Reading', rows: all.map((one) => one.reading) },
        { table: 'Estimate', rows: all.map(({ estimate }) => estimate) },
        { table: 'TrueSave', rows: all.flatMap(({ truth }) => (truth === null ? [] : [truth])) },
      ];
    });
  }
}

/** Which row of which creator. */
interface Place {
  readonly creator: number;
  readonly guildId: bigint;
  readonly reading: number;
  readonly creators: number;
  readonly began: Date;
  readonly kinds: readonly Kind[];
}

interface ReadingRows {
  /** Null for a second reading of one. */
  readonly video: Row | null;
  readonly reading: Row;
  readonly estimate: Row;
  readonly truth: Row | null;
}

function rowsOf({ creator, guildId, reading, creators, began, kinds }: Place): ReadingRows {
  const at = momentOf(creator, reading, creators, began);
  const takenAt = stored(at);
  const id = idAt(at, creator);
  const video = videoOf[reading] ?? reading;
  const first = videoOf.indexOf(video);
  const videoId = idAt(momentOf(creator, first, creators, began), creator);
  const creatorId = creatorIdOf(creator);
  const isPrivate = reading % 10 === 4;
  const handle = `creator.${creator}`;
  const title = `Video ${video + 1} of creator ${creator}`;
  const posted = new Date(at.getTime() - 2 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  const kind = kinds[(creator * 31 + video * 7) % KINDS];
  if (kind === undefined) throw new Error('There are no kinds of videos.');
  const { counts, estimate, score, saves, miss } = kind;
  const tiktokId = 7_300_000_000_000_000_000n + BigInt(creator) * 100n + BigInt(video);
  const link = `https://www.tiktok.com/@${handle}/video/${tiktokId}`;
  return {
    video:
      first === reading
        ? {
            id: videoId,
            creatorId,
            identity: `tiktok:${tiktokId}`,
            titleKey: titleKey(title, posted),
            tiktokId,
            handle,
            kind: 'video',
            link,
            title,
            posted,
            category: video % 2 === 0 ? 'educational' : 'valuable',
            duration: 30,
            toldInPrivate: isPrivate,
            createdAt: takenAt,
          }
        : null,
    reading: {
      id,
      videoId,
      creatorId,
      guildId,
      takenAt,
      ...counts,
      viewsStep: 1n,
      likesStep: 1n,
      commentsStep: 1n,
      sharesStep: 1n,
      newFollowers: null,
      newFollowersStep: null,
      watchTime: 11,
      title,
      link,
      posted,
      category: null,
      kind: 'video',
      trying: reading % 4 === 0 ? 'a card at the end' : null,
      private: isPrivate,
      tip: null,
      tipTurn: reading + 1,
    },
    estimate: {
      readingId: id,
      modelVersion: MODEL_VERSION,
      saves: estimate.saves,
      low: estimate.low,
      high: estimate.high,
      score,
      verdict: 'scored',
      parts: estimate.parts.map(({ signal, effect }) => ({ signal, effect })),
      learnedFrom: 0,
      learnedHere: 0,
      createdAt: takenAt,
    },
    truth:
      (creator + reading) % TOLD_EVERY === 0
        ? {
            readingId: id,
            creatorId,
            guildId: isPrivate ? null : guildId,
            saves,
            savesStep: 1n,
            ...miss,
            toldAt: takenAt,
            toldBy: id,
          }
        : null,
  };
}

/** A video by its numbers, with what the model says of it. */
type Kind = ReturnType<typeof kindOf>;

function kindOf(place: number) {
  // Between 2,000 and 800,000 views, spread as evenly on a logarithmic scale as their rates are.
  const views = Math.round(2_000 * 400 ** (place / KINDS));
  const part = (rate: number, prime: number) =>
    Math.round(views * rate * (0.5 + ((place * prime) % 97) / 64));
  const numbersOfKind = {
    views,
    likes: part(0.06, 13),
    comments: part(0.0015, 29),
    shares: part(0.005, 41),
  };
  const estimate = estimateSaves(
    { ...numbersOfKind, duration: 30, watchTime: 11, kind: 'video' },
    [],
  );
  const { score } = judge({ views, saves: estimate.saves }, new Date());
  const saves = Math.min(views, Math.round(estimate.saves * (0.6 + ((place * 17) % 89) / 100)));
  const { views: seen, likes, comments, shares } = numbersOfKind;
  return {
    counts: {
      views: BigInt(seen),
      likes: BigInt(likes),
      comments: BigInt(comments),
      shares: BigInt(shares),
    },
    estimate,
    score,
    saves: BigInt(saves),
    miss: { ...missOf(estimate, saves) },
  };
}

function videosOfReadings(): number[] {
  const videos: number[] = [];
  let next = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    for (let n = 0; n < A_WEEK; n += 1) {
      const isSecond = week % 3 === 1 && n === 0;
      videos.push(isSecond ? next - 1 : next);
      if (!isSecond) next += 1;
    }
  }
  return videos;
}

/** All creators send their n-th reading before anybody sends the next. */
function momentOf(creator: number, reading: number, creators: number, began: Date): Date {
  const span = WEEK / A_WEEK;
  const share = (creator * span * 0.9) / creators;
  return new Date(began.getTime() + Math.floor(reading * span + share));
}

/** Discord's id of a moment. */
function idAt(at: Date, creator: number): bigint {
  return (BigInt(at.getTime() - DISCORD_EPOCH) << 22n) + BigInt(creator);
}

/** As SQLite keeps a moment; PostgreSQL reads it, too. */
function stored(at: Date): string {
  return at.toISOString().replace('Z', '+00:00');
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** Rows written at once. */
const BATCH = 2_000;

function* inBatches(
  all: readonly number[],
  batchesOf: (some: readonly number[]) => readonly Batch[],
): Generator<Batch> {
  for (let from = 0; from < all.length; from += BATCH) {
    yield* batchesOf(all.slice(from, from + BATCH)).filter(({ rows }) => rows.length > 0);
  }
}
