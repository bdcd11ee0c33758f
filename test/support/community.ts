import type { Database } from '../../src/db/database.js';
import type { Category } from '../../src/db/generated/sqlite/enums.js';
import { insertRows } from '../../src/db/insert.js';
import type { Write } from '../../src/db/write.js';
import { MODEL_VERSION } from '../../src/services/estimate/estimate.js';
import { here } from './scoring.js';

/** One stored reading; everything that isn't told is ordinary. */
export interface Told {
  readonly by: bigint;
  readonly at: Date;
  readonly guildId?: bigint;
  /** The same name is the same video of its creator. */
  readonly video?: string;
  /** Whether neither a link nor a title with a date says which video it is. */
  readonly isUnknown?: boolean;
  readonly score?: number;
  readonly views?: number;
  /** Each reading's differ unless they are said: equal counts are one video. */
  readonly likes?: bigint;
  readonly estimate?:
    | { readonly saves: number; readonly low: number; readonly high: number }
    | undefined;
  /** How many of the creator's own counts it had learned from. */
  readonly learnedFrom?: number;
  readonly title?: string;
  readonly link?: string;
  readonly category?: Category;
  readonly posted?: string;
  readonly isPrivate?: boolean;
  readonly verdict?: 'scored' | 'too_early' | 'too_small';
  readonly kind?: 'video' | 'photo';
  /** The real count, and when it was told; at once unless said otherwise. */
  readonly saves?: number;
  readonly toldAt?: Date;
  /** Whether the real count lay inside the range. */
  readonly inside?: boolean;
}

/** Writes readings straight into the tables, as `/score` would have: in a server of any past. */
export function communityIn(db: () => Database) {
  let made = 0n;
  const nextId = () => {
    made += 1n;
    return 1_000_000_000n + made;
  };
  const videos = new Map<string, bigint>();

  async function tell(...all: readonly Told[]): Promise<void> {
    await db().writeTogether(all.flatMap(rowsOf));
  }

  /** The same for thousands, none of them counted. */
  async function tellMany(all: readonly Omit<Told, 'saves'>[]): Promise<void> {
    // The others find their creators and servers there.
    const parents = new Map(all.map((told) => [`${told.by} ${told.guildId}`, told]));
    await tell(...parents.values());
    const isThere = new Set(parents.values());
    const rows = all.filter((told) => !isThere.has(told)).flatMap(rowsOf);
    const videos = rows.flatMap((one) => ('into' in one && one.into === 'Video' ? [one.row] : []));
    const readings = rows.flatMap((one) =>
      'into' in one && one.into === 'Reading' ? [one.row] : [],
    );
    const estimates = rows.flatMap((one) =>
      'into' in one && one.into === 'Estimate' ? [one.row] : [],
    );
    await db().prisma.$transaction(
      async (tx) => {
        await insertRows(db(), tx, 'Video', videos);
        await insertRows(db(), tx, 'Reading', readings);
        await insertRows(db(), tx, 'Estimate', estimates);
      },
      { timeout: 60_000 },
    );
  }

  async function agree(guildId: bigint, since: Date, ...members: readonly bigint[]) {
    await db().writeTogether(
      members.flatMap((creatorId): Write[] => [
        { into: 'Creator', row: { id: creatorId, createdAt: since }, unlessThere: true },
        { into: 'Guild', row: { id: guildId, createdAt: since }, unlessThere: true },
        { into: 'Consent', row: { guildId, creatorId, since, memberAt: since } },
      ]),
    );
  }

  function rowsOf(told: Told): Write[] {
    const { by: creatorId, at, guildId = here, views = 100_000, isPrivate = false } = told;
    const readingId = nextId();
    const key = `${creatorId} ${told.video ?? readingId}`;
    const known = videos.get(key);
    const videoId = known ?? readingId;
    videos.set(key, videoId);
    const about = {
      title: told.title ?? null,
      link: told.link ?? null,
      posted: told.posted ?? null,
      category: told.category ?? null,
      kind: told.kind ?? ('video' as const),
    };
    const { saves, low, high } = told.estimate ?? { saves: 600, low: 300, high: 1200 };
    const steps = { viewsStep: 1n, likesStep: 1n, commentsStep: 1n, sharesStep: 1n };
    const verdict = told.verdict ?? 'scored';
    return [
      { into: 'Creator', row: { id: creatorId, createdAt: at }, unlessThere: true },
      { into: 'Guild', row: { id: guildId, createdAt: at }, unlessThere: true },
      ...(known !== undefined
        ? []
        : [
            {
              into: 'Video',
              row: {
                ...{
                  id: videoId,
                  creatorId,
                  identity: `${told.isUnknown ? 'reading' : 'title'}:${readingId}`,
                  createdAt: at,
                },
                ...about,
                toldInPrivate: isPrivate,
              },
            } satisfies Write,
          ]),
      {
        into: 'Reading',
        row: {
          ...{ id: readingId, videoId, creatorId, guildId, takenAt: at, private: isPrivate },
          ...{
            views: BigInt(views),
            likes: told.likes ?? 8_000n + made,
            comments: 300n,
            shares: 700n,
          },
          ...steps,
          ...about,
        },
      },
      {
        into: 'Estimate',
        row: {
          ...{ readingId, modelVersion: MODEL_VERSION, saves, low, high, verdict, createdAt: at },
          score: verdict === 'scored' ? (told.score ?? 50) : null,
          parts: [],
          learnedFrom: told.learnedFrom ?? 0,
        },
      },
      ...(told.saves === undefined
        ? []
        : [
            {
              into: 'TrueSave',
              row: {
                ...{ readingId, creatorId, guildId: isPrivate ? null : guildId },
                saves: BigInt(told.saves),
                savesStep: 1n,
                miss: Math.log1p(told.saves) - Math.log1p(saves),
                inside: told.inside ?? true,
                toldAt: told.toldAt ?? at,
                toldBy: readingId,
              },
            } satisfies Write,
          ]),
    ];
  }

  return { tell, tellMany, agree };
}
