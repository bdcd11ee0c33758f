import { join } from 'node:path';
import { type BotOptions, BotProcess } from 'local-discord';
import { projectRoot } from '../src/lib/paths.js';

/** What the bot has to be told to run on a local Discord. */
export function environmentFor(
  discord: { readonly apiUrl: string; readonly token: string },
  databaseUrl: string,
): Readonly<Record<string, string>> {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: databaseUrl,
  };
}

const program = join(projectRoot, 'dist', 'src', 'main.js');

/** Keepsake in a process of its own, as `npm start` runs it; or another program in its place. */
export class KeepsakeProcess extends BotProcess {
  constructor(options: Omit<BotOptions, 'program'> & Partial<Pick<BotOptions, 'program'>>) {
    super({ program, ...options });
  }

  /** Resolves once the bot is connected and its commands are registered. */
  async ready(): Promise<void> {
    await this.logged('commands registered');
  }
}
