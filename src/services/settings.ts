import * as z from 'zod';
import type { Database } from '../db/database.js';
import { Prisma } from '../db/generated/sqlite/client.js';
import type { Transaction } from '../db/transaction.js';
import type { ServiceContext } from './context.js';

/**
 * Languages in which public posts may be written, or their numbers and days alone: those of Discord's that are
 * spoken most, as many as one of its options can offer beside `as the server's`.
 */
export const POST_LANGUAGES = [
  ...([
    'en-US',
    'en-GB',
    'de',
    'fr',
    'es-ES',
    'es-419',
    'pt-BR',
    'it',
    'nl',
    'pl',
    'sv-SE',
  ] as const),
  ...([
    'cs',
    'ro',
    'ru',
    'uk',
    'tr',
    'vi',
    'id',
    'th',
    'hi',
    'ja',
    'ko',
    'zh-CN',
    'zh-TW',
  ] as const),
] as const;

/** What may be set, each with the form in which it is kept. */
const forms = {
  /** Where the answers to `/score` go: to everybody in the channel, in full or short, or to who asked. */
  answers: z.enum(['public', 'private', 'short']),
  /** Where notices to its managers go; null where nobody wants any. */
  notices: z
    .string()
    .regex(/^\d{1,19}$/)
    .transform((id): bigint | null => BigInt(id)),
  /** The language of public posts; null for the server's own. */
  language: z.enum(POST_LANGUAGES).transform((tag): PostLanguage | null => tag),
  /** Whether members with a good score are invited to the boards. */
  invitations: z.boolean(),
  /** Whether members are greeted at their first command. */
  greeting: z.boolean(),
};

export type PostLanguage = (typeof POST_LANGUAGES)[number];

type Key = keyof typeof forms;

/** What a server wants. */
export type ServerSettings = { readonly [K in Key]: z.infer<(typeof forms)[K]> };

/** As long as nobody has said anything else. */
const USUAL: ServerSettings = {
  answers: 'public',
  notices: null,
  language: null,
  invitations: true,
  greeting: false,
};

/** What of it a score is shown by. */
export type Wanted = Pick<ServerSettings, 'answers' | 'language'>;

/** Of a score that no server sees. */
export const NOTHING_WANTED: Wanted = { answers: USUAL.answers, language: USUAL.language };

export type Settings = ReturnType<typeof createSettings>;

/** What servers want, a row for each thing that was ever said. */
export function createSettings({ db }: ServiceContext) {
  const { prisma } = db;

  /** Changes what is named; the rest stays. With null it is as if nothing had been said of it. */
  async function change(
    guildId: bigint,
    changes: Partial<ServerSettings>,
  ): Promise<ServerSettings> {
    await prisma.guild.upsert({ where: { id: guildId }, create: { id: guildId }, update: {} });
    for (const [key, said] of Object.entries(changes)) {
      if (said === null) {
        await prisma.setting.deleteMany({ where: { guildId, key } });
        continue;
      }
      const value = typeof said === 'bigint' ? String(said) : said;
      await prisma.setting.upsert({
        where: { guildId_key: { guildId, key } },
        create: { guildId, key, value },
        update: { value },
      });
    }
    return of(guildId);
  }

  const of = (guildId: bigint) => settingsOf(db, guildId);
  return { of, change };
}

/** What a server wants, by the shortest way: every answer to everybody asks for it. */
export async function settingsOf(
  db: Pick<Database, 'rows'>,
  guildId: bigint,
): Promise<ServerSettings> {
  const rows = await db.rows<{ key: string; value: string }>(Prisma.sql`
    SELECT s."key", CAST(s."value" AS TEXT) AS "value" FROM "Setting" s
    WHERE s."guildId" = ${guildId}`);
  const said = new Map(rows.map(({ key, value }) => [key, parsed(value)]));
  return {
    answers: read('answers', said.get('answers')),
    notices: read('notices', said.get('notices')),
    language: read('language', said.get('language')),
    invitations: read('invitations', said.get('invitations')),
    greeting: read('greeting', said.get('greeting')),
  };
}

/** The same as a step of a transaction sees it. */
export function settingsWithin(
  tx: Pick<Transaction, '$queryRaw'>,
  guildId: bigint,
): Promise<ServerSettings> {
  return settingsOf({ rows: (statement) => tx.$queryRaw(statement) }, guildId);
}

/** The channels for notices, by their servers; of those that want any. */
export async function noticeChannels({
  prisma,
}: Pick<Database, 'prisma'>): Promise<Map<bigint, bigint>> {
  const rows = await prisma.setting.findMany({
    where: { key: 'notices' },
    orderBy: { guildId: 'asc' },
  });
  return new Map(
    rows.flatMap(({ guildId, value }): [bigint, bigint][] => {
      const channelId = read('notices', value);
      return channelId === null ? [] : [[guildId, channelId]];
    }),
  );
}

/** What of it a score is shown by, in the server that sees it; null for one that none sees. */
export async function wantedIn(
  db: Pick<Database, 'rows'>,
  guildId: bigint | null,
): Promise<Wanted> {
  if (guildId === null) return NOTHING_WANTED;
  const { answers, language } = await settingsOf(db, guildId);
  return { answers, language };
}

/** The same out of the JSON of a statement of one's own; null where nothing was said. */
export function wantedAs(said: { readonly [K in keyof Wanted]: string | null }): Wanted {
  return {
    answers: read('answers', parsed(said.answers)),
    language: read('language', parsed(said.language)),
  };
}

/** A row that can't be read is as if nothing had been said. */
function read<K extends Key>(key: K, value: unknown): ServerSettings[K] {
  const found = forms[key].safeParse(value);
  // The form of the same key, which the type of a table of forms can't say.
  return found.success ? (found.data as ServerSettings[K]) : USUAL[key];
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
