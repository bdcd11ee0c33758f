import { EventEmitter } from 'node:events';
import { Client, DiscordAPIError, GatewayIntentBits, REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { Agent } from 'undici';
import { within } from '../lib/within.js';
import { DiscordTime } from './discord-time.js';
import { answered } from './failure.js';
import { HearsOut } from './hears-out.js';
import { refuseHeldUp } from './held-up.js';
import { cacheLittle, rememberLittle } from './lean.js';
import type { BotRest } from './paced.js';
import { TokenWatch, type Verdict } from './token-watch.js';
import { transport } from './transport.js';

/**
 * Connections to Discord at once. Without a bound a burst of answers opens one connection each,
 * until the machine has none left and answers are lost.
 */
const CONNECTIONS = 64;

/**
 * Milliseconds for one try. Three seconds are granted for the first answer to an interaction, so a
 * lost try has to be noticed early enough for another; what follows has more time.
 */
const TIMEOUT = { first: 1_200, later: 15_000, question: 5_000 };

/** Milliseconds for answers that are on their way when the connections are closed. */
const LAST_ANSWERS = 1_000;

/** One way to send for the first answer to an interaction, one for what comes after it. */
export interface Answers {
  readonly first: REST;
  readonly later: REST;
}

/** Connections for what the bot posts by itself, so that answers never wait behind them. */
const OWN_CONNECTIONS = 48;

/**
 * Milliseconds for which a limit of one of Discord's routes is waited out; a longer wait is said.
 * Questions wait longer: looking through a channel takes many of them.
 */
const PATIENCE = { post: 2_000, question: 6_000 };

/** What the bot wants to hear of: its servers, and nothing that Discord calls privileged. */
export const INTENTS = GatewayIntentBits.Guilds;

/** Everything that talks to Discord. */
export interface Discord {
  readonly client: Client;
  /** Sends the answers to interactions, which need no token. What to try again is theirs to say. */
  readonly answers: Answers;
  /** For messages of the bot that change with an answer, and for its list of commands. */
  readonly bot: REST;
  /** Whether Discord takes the token. */
  readonly token: TokenWatch;
  readonly time: DiscordTime;
  /** Tells of each server whose channels, roles or members change, as far as Discord says so. */
  onServerChange(listener: (guildId: string) => void): void;
  /** Hears of nothing any more; answers can still be sent. */
  leave(): Promise<void>;
  /**
   * For what the bot does by itself. What to do after a failure is for whoever sends it to say.
   */
  readonly own: BotRest;
  /** Closes all connections. */
  close(): Promise<void>;
}

/** What is needed of the configuration. */
export interface DiscordOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly shards: 'auto' | readonly number[];
  readonly shardCount: number | undefined;
}

/**
 * Holds until the login, when Discord says how many there are. With its own default, 1, discord.js
 * would read SHARD_COUNT from the environment by itself, and break off at one that is empty or `auto`.
 */
const SHARDS_UNTIL_LOGIN = 2;

/** discord.js asks Discord for the number of shards wherever it isn't told which ones to run. */
function shardOptions(
  shards: DiscordOptions['shards'],
  shardCount: number | undefined,
): { shards: 'auto' | number[]; shardCount: number } {
  if (shardCount === undefined) return { shards: 'auto', shardCount: SHARDS_UNTIL_LOGIN };
  const all = () => Array.from({ length: shardCount }, (_, shard) => shard);
  return { shards: shards === 'auto' ? all() : [...shards], shardCount };
}

/** A client that is not logged in yet. It asks for nothing but the list of servers. */
export function createDiscord({ token, apiUrl, shards, shardCount }: DiscordOptions): Discord {
  const agent = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 60_000 });
  const time = new DiscordTime();
  const watch = new TokenWatch(() => askForToken());
  const rest = {
    ...{ agent, ...(apiUrl !== undefined && { api: apiUrl }) },
    makeRequest: transport({ token: watch, time, keepsAnswers: true }),
  };
  const client = new Client({
    intents: [INTENTS],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    ...shardOptions(shards, shardCount),
    rest,
    ws: { buildStrategy: (manager) => new HearsOut(manager) },
    makeCache: cacheLittle,
  });
  const changes = new EventEmitter<{ change: [guildId: string] }>();
  rememberLittle(client, (guildId) => changes.emit('change', guildId));
  const answering = { ...rest, version: '10', retries: 0 };
  const untold = { ...answering, makeRequest: transport({ time, keepsAnswers: false }) };
  const answers = {
    first: new REST({ ...untold, timeout: TIMEOUT.first }),
    later: new REST({ ...untold, timeout: TIMEOUT.later }),
  };
  const bot = new REST({ ...answering, timeout: TIMEOUT.later }).setToken(token);
  const unwatched = new REST({
    ...{ ...answering, timeout: TIMEOUT.question, rejectOnRateLimit: () => true },
    makeRequest: transport({ time, keepsAnswers: true }),
  });
  /** Who the bot is: Discord answers that to whoever has its token. */
  async function askForToken(): Promise<Verdict> {
    try {
      // Set each time: a refusal makes discord.js forget it.
      await unwatched.setToken(token).get(Routes.user());
      return 'accepted';
    } catch (error) {
      return error instanceof DiscordAPIError && error.status === 401 ? 'refused' : 'unknown';
    }
  }
  const ownAgent = new Agent({ connections: OWN_CONNECTIONS, keepAliveTimeout: 60_000 });
  const own = (patience: number, timeout: number) =>
    new REST({
      ...{ ...answering, agent: ownAgent.compose(refuseHeldUp), timeout },
      // The limit of the whole bot is said at once: whoever sends for it has its turns, and discord.js
      // has no need to count them, too.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      // After a 429 that names no time, as a proxy's may, discord.js would ask again and again at once.
      rejectOnRateLimit: ({ global, retryAfter, timeToReset }) =>
        global || !(retryAfter > 0) || Math.max(retryAfter, timeToReset) > patience,
    }).setToken(token);
  const posting = own(PATIENCE.post, TIMEOUT.later);
  const asking = own(PATIENCE.question, TIMEOUT.question);
  return {
    client,
    answers,
    bot,
    token: watch,
    time,
    onServerChange: (listener) => void changes.on('change', listener),
    leave: () => client.destroy(),
    own: {
      get: (...request) => answered(() => asking.get(...request)),
      post: (...request) => answered(() => posting.post(...request)),
    },
    async close() {
      watch.close();
      await client.destroy();
      // What the bot posts by itself is safe to break off: it is looked for when it goes on.
      const closed = within(LAST_ANSWERS, agent.close()).catch(() => agent.destroy());
      await Promise.all([closed, ownAgent.destroy()]);
    },
  };
}
