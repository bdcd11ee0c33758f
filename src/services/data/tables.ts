import type { Database } from '../../db/database.js';
import type { Prisma, PrismaClient } from '../../db/generated/sqlite/client.js';
import { takeOutOfDigests, withParts } from '../digest/redaction.js';

/** One stored row, by its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A part of a table, in the order of its key. */
export interface Page {
  readonly skip: number;
  readonly take: number;
}

/** What of a table is a creator's. */
export interface CreatorsPart {
  /** What its files are called in an export. */
  readonly file: string;
  /** What stands of people in each JSON column, which no foreign key can find. */
  readonly json?: Readonly<Record<string, string>>;
  count(prisma: PrismaClient, creatorId: bigint): Promise<number>;
  page(prisma: PrismaClient, creatorId: bigint, page: Page): Promise<readonly Row[]>;
  /** Takes the creator out of rows that stay; without it the rows go with the creator's own. */
  redact?(db: Database, creatorId: bigint): Promise<unknown>;
}

/** A table in which nothing is of any creator, and why. */
export interface NobodysTable {
  readonly nobodys: string;
  readonly json?: Readonly<Record<string, string>>;
}

/**
 * Every table of the database, and what of it is a creator's: what `/data export` takes and what
 * `/data delete` has to leave none of. A new model doesn't compile until it stands here.
 */
export const dataTables = {
  Creator: {
    file: 'creator',
    count: (prisma, id) => prisma.creator.count({ where: { id } }),
    page: (prisma, id, page) => prisma.creator.findMany({ where: { id }, ...page }),
  },
  Video: {
    file: 'videos',
    count: (prisma, creatorId) => prisma.video.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.video.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Reading: {
    file: 'readings',
    count: (prisma, creatorId) => prisma.reading.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.reading.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Estimate: {
    file: 'estimates',
    json: { parts: 'what the estimate is made of; nobody is named' },
    count: (prisma, creatorId) => prisma.estimate.count({ where: { reading: { creatorId } } }),
    page: (prisma, creatorId, page) =>
      prisma.estimate.findMany({
        where: { reading: { creatorId } },
        orderBy: [{ readingId: 'asc' }, { modelVersion: 'asc' }],
        ...page,
      }),
  },
  TrueSave: {
    file: 'real-saves',
    count: (prisma, creatorId) => prisma.trueSave.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.trueSave.findMany({ where: { creatorId }, orderBy: { readingId: 'asc' }, ...page }),
  },
  Draft: {
    file: 'drafts',
    json: { input: 'what its creator typed; the row goes with the creator' },
    count: (prisma, creatorId) => prisma.draft.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.draft.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Consent: {
    file: 'agreements',
    count: (prisma, creatorId) => prisma.consent.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.consent.findMany({ where: { creatorId }, orderBy: { guildId: 'asc' }, ...page }),
  },
  SaidOnce: {
    file: 'said-once',
    count: (prisma, creatorId) => prisma.saidOnce.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.saidOnce.findMany({
        where: { creatorId },
        orderBy: [{ guildId: 'asc' }, { what: 'asc' }],
        ...page,
      }),
  },
  VideoAlias: {
    file: 'merged-videos',
    count: (prisma, creatorId) => prisma.videoAlias.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.videoAlias.findMany({ where: { creatorId }, orderBy: { identity: 'asc' }, ...page }),
  },
  Undo: {
    file: 'undoable-changes',
    json: { payload: 'rows of its creator as they were; the row goes with the creator' },
    count: (prisma, creatorId) => prisma.undo.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.undo.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Import: {
    file: 'imports',
    count: (prisma, creatorId) => prisma.import.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.import.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  AccountDay: {
    file: 'account-days',
    count: (prisma, creatorId) => prisma.accountDay.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.accountDay.findMany({
        where: { creatorId },
        orderBy: [{ importId: 'asc' }, { handle: 'asc' }, { part: 'asc' }, { day: 'asc' }],
        ...page,
      }),
  },
  AccountHour: {
    file: 'account-hours',
    count: (prisma, creatorId) => prisma.accountHour.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.accountHour.findMany({
        where: { creatorId },
        orderBy: [{ importId: 'asc' }, { handle: 'asc' }, { day: 'asc' }, { hour: 'asc' }],
        ...page,
      }),
  },
  BoardEntry: {
    file: 'board-results',
    count: (prisma, creatorId) => prisma.boardEntry.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.boardEntry.findMany({
        where: { creatorId },
        orderBy: [{ guildId: 'asc' }, { week: 'asc' }, { board: 'asc' }],
        ...page,
      }),
  },
  BoardVideo: {
    file: 'board-videos',
    count: (prisma, creatorId) => prisma.boardVideo.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.boardVideo.findMany({
        where: { creatorId },
        orderBy: [{ guildId: 'asc' }, { week: 'asc' }, { readingId: 'asc' }],
        ...page,
      }),
  },
  DigestShown: {
    file: 'digests-with-you',
    redact: (db, creatorId) => takeOutOfDigests(db, creatorId),
    count: (prisma, creatorId) => prisma.digestShown.count({ where: { creatorId } }),
    page: async (prisma, creatorId, page) =>
      withParts(
        prisma,
        await prisma.digestShown.findMany({
          where: { creatorId },
          orderBy: [{ guildId: 'asc' }, { week: 'asc' }],
          ...page,
        }),
      ),
  },
  Mailbox: {
    file: 'messages-to-you',
    count: (prisma, creatorId) => prisma.mailbox.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) => prisma.mailbox.findMany({ where: { creatorId }, ...page }),
  },
  Reminder: {
    file: 'reminders',
    count: (prisma, creatorId) => prisma.reminder.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.reminder.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Letter: {
    file: 'messages-sent',
    json: {
      reason: 'why it was not sent; nobody is named',
      content: 'what it says of its creator, until it is sent; the row goes with the creator',
    },
    count: (prisma, creatorId) => prisma.letter.count({ where: { creatorId } }),
    page: (prisma, creatorId, page) =>
      prisma.letter.findMany({ where: { creatorId }, orderBy: { id: 'asc' }, ...page }),
  },
  Guild: { nobodys: 'servers, not people' },
  BoardWeek: { nobodys: 'sums of a server’s week, of three creators or more' },
  DigestSchedule: { nobodys: 'when and where a server’s digest goes' },
  DigestChart: { nobodys: 'a picture of sums, of three creators or more; gone with its digest' },
  Digest: {
    nobodys: 'what a server’s digest shows, and how its sending went',
    json: {
      reason: 'why it was not sent; nobody is named',
      content: 'the digest as it was posted; DigestShown says who is named in it',
    },
  },
  Notice: {
    nobodys: 'what a server’s managers were told of its digest',
    json: {
      reason: 'why it was not sent; nobody is named',
      content: 'what is wrong with the digest; nobody is named',
    },
  },
  DigestWatch: { nobodys: 'when digests were last seen to' },
  Pace: { nobodys: 'when the bot’s next request may go' },
  Setting: {
    nobodys: 'settings of servers',
    json: { value: 'the choices of a server; nobody is named' },
  },
} satisfies Record<Prisma.ModelName, CreatorsPart | NobodysTable>;

/** The tables that hold something of creators, by model. */
export type CreatorsTable = {
  [M in keyof typeof dataTables]: (typeof dataTables)[M] extends { file: string } ? M : never;
}[keyof typeof dataTables];

/** The same tables in the order of an export. */
export const creatorsTables: readonly (readonly [CreatorsTable, CreatorsPart])[] = Object.entries(
  dataTables,
).flatMap(
  ([model, table]) => ('file' in table ? [[model as CreatorsTable, table] as const] : []), // the keys are those above
);
