import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { greetingEmbed } from '../embeds/help.js';
import type { Channels } from '../services/context.js';
import type { Guilds } from '../services/guilds.js';
import { wordsFor } from '../words/languages.js';
import type { CommandLinks } from './command-links.js';
import { HeldUp } from './held-up.js';
import { messageBody } from './message-body.js';
import type { PacedRest } from './paced.js';

/** A server, and the channel where Discord itself says who joined; null where there is none. */
export interface NewServer {
  readonly id: bigint;
  readonly systemChannelId: bigint | null;
  /** Its language, as a BCP 47 tag. */
  readonly locale: string;
}

/** Says hello to a server that has added the bot. */
export type Greet = (server: NewServer) => Promise<void>;

/**
 * Greets each server once, in its system channel, if the bot may write there. Which process does it,
 * and whether it was done, is decided in the database before it is sent: rather never than twice.
 */
export function createGreeting({
  rest,
  channels,
  guilds,
  links,
  log,
}: {
  readonly rest: PacedRest;
  readonly channels: Channels;
  readonly guilds: Pick<Guilds, 'claimGreeting'>;
  readonly links: CommandLinks;
  readonly log: Logger;
}): Greet {
  return async ({ id, systemChannelId, locale }) => {
    if (systemChannelId === null) return;
    try {
      if ((await channels.obstacle(id, systemChannelId)) !== null) return;
      const going = { isStillOurs: () => guilds.claimGreeting(id), isInTime: () => true };
      const body = messageBody(links.in({ embeds: [greetingEmbed(await wordsFor(locale))] }));
      await rest.postIf(going, Routes.channelMessages(String(systemChannelId)), { body });
    } catch (error) {
      if (!(error instanceof HeldUp)) log.warn({ err: error }, 'a new server could not be greeted');
    }
  };
}
