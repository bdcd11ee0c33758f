import { Events } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Problem } from '../lib/problem.js';
import type { Discord } from './client.js';
import { disconnectProblem, TOKEN_PROBLEM } from './start-problem.js';

/** What following the connection needs. */
export interface ConnectionContext {
  readonly log: Logger;
  /** Whether the bot is about to end: then nothing of this is news. */
  readonly isStopping: () => boolean;
  /** Resolves when the bot has started. A start that fails tells by itself what is wrong. */
  readonly started: Promise<void>;
  /** Ends the bot, which only its operator can help now. */
  readonly end: (problem: Problem) => void;
}

/** Who the bot is, as Discord has told it with the first session of its last shard. */
export interface Connected {
  readonly applicationId: string;
  /** In how many servers it is, as far as this process knows. */
  readonly guilds: number;
}

/** What becomes of the connection. */
export interface Connection {
  readonly connected: Promise<Connected>;
  /** @returns what ended a connection for good, if something did. */
  ended(): Promise<Problem> | undefined;
}

/**
 * Says in the log how the connection to Discord is, and ends the bot where Discord says for certain
 * that it can't go on.
 */
export function followConnection(
  { client, token }: Pick<Discord, 'client' | 'token'>,
  { log, isStopping, started, end }: ConnectionContext,
): Connection {
  let ended: Promise<Problem> | undefined;
  const connected = new Promise<Connected>((resolve) => {
    client.once(Events.ClientReady, ({ application, guilds }) =>
      resolve({ applicationId: application.id, guilds: guilds.cache.size }),
    );
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!isStopping()) log.warn({ shard }, 'reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.on(Events.ShardDisconnect, async ({ code }, shard) => {
    if (isStopping()) return;
    log.error({ shard, code }, 'Discord ended a connection for good');
    ended ??= reasonOf(code);
    end(await ended);
  });
  token.onNews((news) => {
    switch (news) {
      case 'survived':
        log.warn('Discord refused the token once, though it is good; tried again');
        break;
      case 'doubted':
        log.error('Discord refuses the token, and doesn’t say for certain that it is bad');
        break;
      case 'restored':
        log.info('Discord takes the token again');
        break;
      case 'refused':
        void started.then(() => end(TOKEN_PROBLEM));
        break;
      default:
        news satisfies never;
    }
  });
  return { connected, ended: () => ended };

  async function reasonOf(code: number): Promise<Problem> {
    const isToken = code === GatewayCloseCodes.AuthenticationFailed;
    return disconnectProblem(code, isToken ? await token.check() : 'accepted');
  }
}
