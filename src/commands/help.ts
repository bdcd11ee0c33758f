import { helpEmbed } from '../embeds/help.js';
import { commandText } from '../text/commands.js';
import { type Command, type CommandModule, defineCommand, runnable } from './define.js';

/** `/help` tells of the other commands, so it is made from them. */
export function createHelp(others: readonly Command[]): CommandModule {
  const listed = others.flatMap((command) =>
    [...command.runnables].map(([subcommand, { description }]) => ({
      name: `${command.name} ${subcommand}`.trim(),
      description,
    })),
  );
  return {
    command: defineCommand({
      name: 'help',
      description: commandText.help.description,
      runnable: runnable({
        description: commandText.help.description,
        options: {},
        ephemeral: true,
        run: () => ({ kind: 'message', view: { embeds: [helpEmbed(listed)] }, ephemeral: true }),
      }),
    }),
  };
}
