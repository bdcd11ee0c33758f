import { DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import type { Problem } from '../lib/problem.js';

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
  return {
    problem: `Discord can’t be reached: ${reason}.`,
    mend: 'Check this machine’s connection, its proxy or firewall, and DISCORD_API_URL if it is set.',
  };
}
