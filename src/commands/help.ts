import { helpEmbed } from '../embeds/help.js';
import { commandText } from '../text/commands.js';
import { type Command, type CommandModule, defineCommand, runnable } from './define.js';

/** `/help` tells of the other commands, so it is made from them. */
export function createHelp(others: readonly Command[]): CommandModule {
  const groups = others.map(({ name, forManagers, runnables }) => ({
    name,
    forManagers,
    lines: [...runnables].map(([subcommand, { description }]) => ({
      name: `${name} ${subcommand}`.trim(),
      description,
    })),
  }));
  return {
    command: defineCommand({
      name: 'help',
      description: commandText.help.description,
      runnable: runnable({
        description: commandText.help.description,
        options: {},
        cost: 'light',
        ephemeral: true,
        run: (_args, { managesServer }) => {
          const usable = groups.filter(({ forManagers }) => managesServer || !forManagers);
          const embeds = [helpEmbed(usable, managesServer)];
          return { kind: 'message', view: { embeds }, ephemeral: true };
        },
      }),
    }),
  };
}
