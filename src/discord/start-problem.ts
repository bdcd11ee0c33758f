import { DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import type { Problem } from '../lib/problem.js';

/** How discord.js says, before it starts any session, that Discord grants too few of them. */
const TOO_FEW_SESSIONS =
  /^Not enough sessions remaining to spawn (\d+) shards; only (\d+) remaining; resets at (\S+)$/;

/** Why the bot couldn't log in, in words for the operator. */
export function loginProblem(error: unknown): Problem {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return {
      problem: 'Discord doesn’t accept DISCORD_TOKEN.',
      mend: 'Reset the token at https://discord.com/developers/applications → your application → Bot, and put the new one into .env.',
      stays: true,
    };
  }
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

/** The first full minute that isn't before a time, such as `2026-11-27 04:13 UTC`. */
function minuteAfter(time: Date): string {
  const minute = new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
