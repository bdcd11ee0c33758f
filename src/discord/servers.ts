import { type Client, Events, ShardClientUtil } from 'discord.js';
import type { Logger } from 'pino';
import type { Services } from '../services/services.js';
import type { Discord } from './client.js';

/** What following the servers needs. */
export interface FollowContext {
  readonly services: Promise<Services>;
  readonly log: Logger;
  /** Forgets servers whose time has come. */
  readonly forgetDue: (services: Services) => Promise<void>;
}

/** Tells the services which servers the bot is in, and of what changes there. */
export function followServers(
  { client, onServerChange }: Pick<Discord, 'client' | 'onServerChange'>,
  { services, log, forgetDue }: FollowContext,
): void {
  client.once(Events.ClientReady, ({ guilds, ws }) => {
    const present = [...guilds.cache.keys()].map(BigInt);
    const isOurs = (id: bigint) =>
      ws.shards.has(ShardClientUtil.shardIdForGuildId(String(id), shardCount(client)));
    note(async (s) => {
      await s.guilds.reconcile(present, isOurs);
      await forgetDue(s);
    });
  });
  client.on(Events.GuildCreate, ({ id }) =>
    note(async ({ guilds, digests }) => {
      await guilds.joined(BigInt(id));
      await digests.lookAgain(BigInt(id));
    }),
  );
  client.on(Events.GuildDelete, ({ id }) =>
    note(async (s) => {
      await s.guilds.left(BigInt(id));
      await forgetDue(s);
    }),
  );
  // Whatever may have given the bot back what it lacked.
  onServerChange((guildId) => note(({ digests }) => digests.lookAgain(BigInt(guildId))));
  client.on(Events.GuildUpdate, (_, { id, preferredLocale }) =>
    note(({ digests }) => digests.localeChanged(BigInt(id), preferredLocale)),
  );

  /** Notes a change that nobody waits for. */
  function note(write: (services: Services) => Promise<void>): void {
    services.then(write).catch((error: unknown) => log.error({ err: error }, 'could not be noted'));
  }
}

/** How many shards the whole bot has. */
function shardCount({ options }: Client): number {
  return options.shardCount ?? 1;
}
