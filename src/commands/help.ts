import { fullHelpEmbed, helpEmbed } from '../embeds/help.js';
import { buttonRows } from '../embeds/rows.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Asking } from './asking.js';
import type { Button } from './components.js';
import { type Command, type CommandModule, defineCommand, runnable } from './define.js';

const MORE = { name: 'help-more', version: 1 } as const;

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
  const more: Button = {
    ...MORE,
    cost: 'light',
    late: () => ({ as: 'update', ephemeral: true }),
    press: async (_fields, asking) => {
      const usable = groups.filter(({ forManagers }) => asking.managesServer || !forManagers);
      return {
        kind: 'update',
        view: { embeds: [fullHelpEmbed(usable, readerIn(asking), asking.words)] },
      };
    },
  };
  return {
    command: defineCommand({
      name: 'help',
      description: (words) => words.commands.help.description,
      runnable: runnable({
        description: (words) => words.commands.help.description,
        options: {},
        cost: 'light',
        ephemeral: true,
        run: (_args, asking) => {
          const embeds = [helpEmbed(readerIn(asking), asking.words)];
          const customId = encodeCustomId({ ...MORE, fields: [] });
          const components = buttonRows([{ label: asking.words.help.more, customId }]);
          return { kind: 'message', view: { embeds, components }, ephemeral: true };
        },
      }),
    }),
    buttons: [more],
  };
}

function readerIn({ guildId, managesServer }: Asking) {
  return { isInServer: guildId !== null, managesServer };
}
