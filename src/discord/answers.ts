import * as z from 'zod';
import { Unanswered } from './failure.js';

const id = z.string().regex(/^\d{1,20}$/);
const bits = z.string().regex(/^\d{1,40}$/);

/** Somebody, as far as the bot asks for it. */
export const userAnswer = z.object({ id });

/** A message, as far as it says who wrote it, when, and by which buttons it is known. */
export const messageAnswer = z.object({
  id,
  timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  author: userAnswer,
  components: z.unknown(),
});
export type MessageAnswer = z.infer<typeof messageAnswer>;

/** A page of a channel. Each message is read by itself: those of others may be of any kind. */
export const messagesAnswer = z.array(z.looseObject({ id }));

/** A server, as far as it says what its roles allow. */
export const guildAnswer = z.object({
  id,
  roles: z.array(z.object({ id, permissions: bits })),
});
export type GuildAnswer = z.infer<typeof guildAnswer>;

/** The bot in a server. */
export const memberAnswer = z.object({
  roles: z.array(id),
  communication_disabled_until: z.string().nullish(),
});
export type MemberAnswer = z.infer<typeof memberAnswer>;

/** A channel, as far as it says whether and by whom it may be written in. */
export const channelAnswer = z.object({
  id,
  type: z.number(),
  guild_id: id.nullish(),
  permission_overwrites: z
    .array(z.object({ id, type: z.number(), allow: bits, deny: bits }))
    .nullish(),
});
export type ChannelAnswer = z.infer<typeof channelAnswer>;

/**
 * An answer of Discord's as what it has to be.
 *
 * @throws Unanswered if it is something else, such as a page of a proxy.
 */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new Unanswered(read.error);
}
