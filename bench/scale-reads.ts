import { weekOf, weeksLater } from '../src/lib/weeks.js';
import { TREND_DAYS } from '../src/services/history/history.js';
import type { Services } from '../src/services/services.js';
import { creatorIdOf, guildIdOf, SERVER_SIZE } from './fill-plan.js';

/** Who calls a command in the measured server, and what Discord would send with it. */
export interface Caller {
  readonly services: Services;
  readonly guildId: bigint;
  readonly creatorId: bigint;
  /** New for each call, and later than every reading. */
  readonly interactionId: bigint;
  /** A reading of the caller's in this server. */
  readonly readingId: bigint;
  readonly now: Date;
}

/** One thing a command asks of its service. */
export interface Read {
  readonly name: string;
  readonly run: (caller: Caller) => Promise<unknown>;
}

/**
 * What is measured, one line a command: whoever adds a command that reads readings adds its line.
 * The measured server and its creators hold the same in a small and in a large database.
 */
export const reads: readonly Read[] = [
  { name: '/tips', run: ({ services, creatorId }) => services.tips.fromOwnNumbers(creatorId) },
  {
    name: '/leaderboard show',
    run: ({ services, guildId }) => services.boards.thisWeek(guildId),
  },
  {
    name: '/leaderboard show week:…',
    run: ({ services, guildId, now }) =>
      services.boards.ofWeek(guildId, weeksLater(weekOf(now), -1)),
  },
  {
    name: 'typing week',
    run: ({ services, guildId }) => services.boards.weeks(guildId, ''),
  },
  {
    name: '/digest preview, without its chart',
    run: async ({ services, guildId, now }) =>
      services.digestComposer.preview(await services.digests.requestFor(guildId, now, 'en-US')),
  },
  {
    name: '/history list',
    run: ({ services, guildId, creatorId }) =>
      services.history.list({ id: creatorId, guildId }, creatorId, null, null),
  },
  {
    name: '/history list member:…',
    run: ({ services, guildId, creatorId }) =>
      services.history.list({ id: callerOf(1), guildId }, creatorId, null, null),
  },
  {
    name: '/history list, its last page',
    run: async ({ services, guildId, creatorId }) =>
      services.history.list({ id: creatorId, guildId }, creatorId, null, {
        direction: 'newer',
        takenAt: new Date(0),
        readingId: 0n,
      }),
  },
  {
    name: '/history video',
    run: async ({ services, creatorId }) => {
      const { history } = services;
      return history.video(creatorId, await history.find(creatorId, knownLink(creatorId)), null);
    },
  },
  {
    name: '/history trend, without its chart',
    run: ({ services, creatorId }) => services.history.trend(creatorId, TREND_DAYS),
  },
  {
    name: 'typing video',
    run: ({ services, creatorId }) => services.history.choices(creatorId, 'video 1'),
  },
  {
    name: '/insights signals',
    run: ({ services, creatorId }) => services.insights.signals(creatorId),
  },
  {
    name: '/insights categories',
    run: ({ services, creatorId }) => services.insights.categories(creatorId),
  },
  {
    name: '/insights accuracy',
    run: ({ services, creatorId }) => services.insights.accuracy(creatorId),
  },
  {
    name: '/insights accuracy, whose saves teach',
    run: ({ services, creatorId }) => services.imports.mostTelling(creatorId),
  },
  {
    name: '/history account, without its chart',
    run: ({ services, creatorId }) => services.history.account(creatorId, null, TREND_DAYS),
  },
  {
    name: '/data delete, its question',
    run: ({ services, creatorId }) => services.dataRights.holdings(creatorId),
  },
  {
    name: '/score',
    run: ({ services, guildId, creatorId, interactionId }) =>
      services.scores.submit(
        { views: '98.1K', likes: '7,100', comments: '210', shares: '640' },
        { interactionId, creatorId, guildId },
      ),
  },
  {
    name: '/score of a known video',
    run: ({ services, guildId, creatorId, interactionId }) =>
      services.scores.submit(
        {
          views: '98.1K',
          likes: '7,100',
          comments: '210',
          shares: '640',
          link: knownLink(creatorId),
        },
        { interactionId, creatorId, guildId },
      ),
  },
  {
    name: 'How? under a score',
    run: ({ services, guildId, creatorId, readingId }) =>
      services.scores.find(readingId, { id: creatorId, guildId }),
  },
  {
    name: 'typing trying',
    run: ({ services, creatorId }) => services.scores.experiments(creatorId, 'card'),
  },
];

/** The measured server. */
export const MEASURED_GUILD = guildIdOf(0);

/** The caller of the n-th call: everybody in the measured server in turn. */
export function callerOf(n: number): bigint {
  return creatorIdOf(n % SERVER_SIZE);
}

/** A link to the creator's first video; whose it is needn't be right in a link. */
function knownLink(creatorId: bigint): string {
  const tiktokId = 7_300_000_000_000_000_000n + (creatorId - creatorIdOf(0)) * 100n;
  return `https://www.tiktok.com/@somebody/video/${tiktokId}`;
}
