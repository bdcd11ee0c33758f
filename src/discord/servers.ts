import { type Client, Events, ShardClientUtil } from 'discord.js';
import type { Logger } from 'pino';
import { createOrder } from '../lib/in-order.js';
import { createTurns } from '../lib/turns.js';
import { eachServer } from '../services/each-server.js';
import type { Services } from '../services/services.js';
import type { Discord } from './client.js';
import type { Greet } from './greeting.js';

/**
 * Milliseconds after which what the bot knows of its servers is held against the rows again: they
 * may have been put back meanwhile, from a backup.
 */
const RECONCILE_EVERY = 3_600_000;

/**
 * Servers of which something is written at once: when many change in a moment, members still find a
 * free connection, and nothing fails because it waits for one.
 */
const WRITTEN_AT_ONCE = 4;

/** What following the servers needs. */
export interface FollowContext {
  readonly services: Promise<Services>;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Forgets servers whose time has come. */
  readonly forgetDue: (services: Services) => Promise<void>;
  /** Says hello where the bot is new. */
  readonly greet: Greet;
}

/** Tells the services which servers the bot is in, and of what changes there. */
export function followServers(
  { client, onServerChange }: Pick<Discord, 'client' | 'onServerChange'>,
  { services, log, clock, forgetDue, greet }: FollowContext,
): {
  catchUp(): void;
  /** Whether the bot is in a server; undefined for those of shards that aren't known here. */
  isIn(guildId: bigint): boolean | undefined;
} {
  /** Shards whose servers are known; before its first session a shard has none to go by. */
  const known = new Set<number>();
  const inOrder = createOrder<string>();
  const inTurn = createTurns(WRITTEN_AT_ONCE);
  const looks = createOrder<string>();
  /** Servers at which somebody is about to look. */
  const toLook = new Set<string>();
  /** When the rows were in line with the servers, in Unix milliseconds. */
  let inLineAt: number | undefined;

  // Comes with each new session; one that is resumed brings what was missed.
  client.on(Events.ShardReady, (shard) => {
    known.add(shard);
    note(reconcile);
  });
  client.on(Events.GuildCreate, ({ id, systemChannelId: channelId, preferredLocale }) => {
    const systemChannelId = channelId === null ? null : BigInt(channelId);
    noteOf(
      id,
      async ({ guilds, digests }) => {
        await guilds.joined(BigInt(id));
        await digests.lookAgain(BigInt(id));
      },
      () => greet({ id: BigInt(id), systemChannelId, locale: preferredLocale }),
    );
  });
  client.on(Events.GuildDelete, ({ id }) => {
    noteOf(id, ({ guilds }) => guilds.left(BigInt(id)), forgetDue);
  });
  // Whatever may have given the bot back what it lacked, or taken it.
  onServerChange((id) =>
    noteOf(
      id,
      ({ digests }) => digests.lookAgain(BigInt(id)),
      (s) => lookAhead(id, s),
    ),
  );
  client.on(Events.GuildUpdate, (_, { id, preferredLocale }) =>
    noteOf(id, ({ digests }) => digests.localeChanged(BigInt(id), preferredLocale)),
  );

  return {
    isIn,
    /** To be called every now and then: notes what could not be noted when it happened. */
    catchUp() {
      // A clock that was put back says no more how long it has been than one put far ahead.
      const since = Math.abs(clock().getTime() - (inLineAt ?? Number.POSITIVE_INFINITY));
      if (known.size > 0 && since >= RECONCILE_EVERY) note(reconcile);
    },
  };

  async function reconcile(s: Services): Promise<void> {
    inLineAt = clock().getTime();
    const failures: unknown[] = [];
    const put = (id: bigint) =>
      inOrder(String(id), async () => {
        // Asked when everything that came before is written: servers come and go meanwhile.
        const present = isIn(id);
        if (present === true) await s.guilds.joined(id);
        if (present === false) await s.guilds.left(id);
      });
    const outOfLine = (await s.guilds.outOfLine(isIn)).map((id) => ({ id }));
    await eachServer(outOfLine, put, (_, error) => failures.push(error));
    // Tried again with the next look, for all of them.
    if (failures.length > 0) throw failures[0];
  }

  function isIn(id: bigint): boolean | undefined {
    const shard = ShardClientUtil.shardIdForGuildId(String(id), shardCount(client));
    return known.has(shard) ? client.guilds.cache.has(String(id)) : undefined;
  }

  /**
   * Notes a change of one server, after those of the same server that came before it.
   *
   * @param then what follows from it, for which the next change needn't wait.
   */
  function noteOf(id: string, write: Note, then?: Note): void {
    note(async (s) => {
      await inOrder(id, () => inTurn(() => write(s)));
      await then?.(s);
    });
  }

  /**
   * Looks what the change means for the next digest. Of many changes in a moment the last one that
   * begins to look sees all of them.
   */
  async function lookAhead(id: string, { notices }: Services): Promise<void> {
    if (toLook.has(id)) return;
    toLook.add(id);
    await looks(id, () => {
      toLook.delete(id);
      return notices.lookAhead(BigInt(id));
    });
  }

  /** Notes a change that nobody waits for. */
  function note(write: Note): void {
    services.then(write).catch((error: unknown) => {
      inLineAt = undefined;
      log.error({ err: error }, 'could not be noted');
    });
  }
}

/** What is written of a change. */
type Note = (services: Services) => Promise<void>;

/** How many shards the whole bot has. */
function shardCount({ options }: Client): number {
  return options.shardCount ?? 1;
}
