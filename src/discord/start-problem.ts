import { DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { LockedOut } from '../lib/locked-out.js';
import type { Problem } from '../lib/problem.js';
import type { Verdict } from './token-watch.js';
import { StrangeAnswer } from './transport.js';

/** How discord.js says, before it starts any session, that Discord grants too few of them. */
const TOO_FEW_SESSIONS =
  /^Not enough sessions remaining to spawn (\d+) shards; only (\d+) remaining; resets at (\S+)$/;

/** A token that Discord doesn't take, for certain. */
export const TOKEN_PROBLEM: Problem = {
  problem: 'Discord doesn’t accept DISCORD_TOKEN.',
  mend: 'Reset the token at https://discord.com/developers/applications → your application → Bot, and put the new one into .env.',
  stays: true,
};

/** Why the bot couldn't log in, in words for the operator. */
export function loginProblem(error: unknown): Problem {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return TOKEN_PROBLEM;
  }
  if (error instanceof LockedOut) return error.isCertain ? TOKEN_PROBLEM : TOKEN_DOUBTED;
  // Where discord.js trips over what came back, it wasn't what Discord answers.
  if (error instanceof StrangeAnswer || error instanceof TypeError) return NOT_DISCORD;
  if (error instanceof HTTPError) {
    return {
      problem: `Discord answers with an error (HTTP ${error.status}).`,
      mend: 'Wait a few minutes and start again; https://discordstatus.com tells how Discord is.',
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const [, shards, sessions, resetsAt] = TOO_FEW_SESSIONS.exec(reason) ?? [];
  if (resetsAt !== undefined) {
    const when = minuteAfter(new Date(resetsAt));
    return {
      problem: `Discord lets this bot start no more than ${sessions} sessions before ${when}, and it needs ${shards}, one for each shard.`,
      mend: `Leave it stopped until then, and start it again; before, every start ends here. Find out what used them up: a bot that ends and is restarted over and over, or a second program with this token.`,
    };
  }
  return {
    problem: `Discord can’t be reached: ${reason}.`,
    mend: 'Check this machine’s connection, its proxy or firewall, and DISCORD_API_URL if it is set.',
  };
}

const TOKEN_DOUBTED: Problem = {
  problem:
    'Discord refused DISCORD_TOKEN (401 Unauthorized), and couldn’t be asked whether it means it.',
  mend: 'Start again in a few minutes. If it ends here again, reset the token at https://discord.com/developers/applications → your application → Bot, and put the new one into .env.',
};

const NOT_DISCORD: Problem = {
  problem: 'Discord can’t be reached: what answers isn’t Discord’s API.',
  mend: 'Check DISCORD_API_URL if it is set, and whether a proxy, a firewall or a sign-in page of the network stands between this machine and Discord.',
};

/**
 * Why Discord ended a connection for good, in words for the operator.
 *
 * @param token what Discord says of the token.
 */
export function disconnectProblem(code: number, token: Verdict): Problem {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return token === 'refused' ? TOKEN_PROBLEM : TOKEN_DOUBTED_AT_GATEWAY;
    case GatewayCloseCodes.ShardingRequired:
      return {
        problem:
          'The bot is in too many servers for so few shards, and Discord ended the connection.',
        mend: 'Leave SHARDS and SHARD_COUNT out, or set SHARD_COUNT to more, and start again.',
      };
    case GatewayCloseCodes.InvalidShard:
      return {
        problem: 'Discord doesn’t take the shards that SHARDS and SHARD_COUNT name.',
        mend: 'Set SHARD_COUNT to the same number in all processes, and SHARDS to numbers below it; or leave both out.',
        stays: true,
      };
    default:
      return {
        problem: `Discord ended the connection for good (code ${code}).`,
        mend: 'Update Keepsake: Discord doesn’t take any more how this version asks for it.',
        stays: true,
      };
  }
}

const TOKEN_DOUBTED_AT_GATEWAY: Problem = {
  problem:
    'Discord ended the connection because of DISCORD_TOKEN, and didn’t say that it is wrong.',
  mend: TOKEN_DOUBTED.mend,
};

/** The first full minute that isn't before a time, such as `2026-11-27 04:13 UTC`. */
function minuteAfter(time: Date): string {
  const minute = new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
