import { settingsEmbed } from '../embeds/settings.js';
import { Refusal } from '../services/refusal.js';
import { settingsText, settingsCommand as words } from '../text/settings.js';
import type { Asking } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

const show = runnable({
  description: words.show.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const found = await (await asking.services).settings.of(serverOf(asking));
    return { kind: 'message', view: { embeds: [settingsEmbed(found, false)] }, ephemeral: true };
  },
});

const change = runnable({
  description: words.change.description,
  options: {
    answers: {
      type: 'choice',
      description: words.change.answers,
      choices: words.change.choices,
    },
    invitations: { type: 'boolean', description: words.change.invitations },
  },
  ephemeral: true,
  run: async ({ answers, invitations }, asking) => {
    const changes = {
      ...(answers !== undefined && { answers }),
      ...(invitations !== undefined && { invitations }),
    };
    if (Object.keys(changes).length === 0) {
      return { kind: 'message', view: { content: settingsText.nothingNamed }, ephemeral: true };
    }
    const { settings } = await asking.services;
    const changed = await settings.change(serverOf(asking), changes);
    return { kind: 'message', view: { embeds: [settingsEmbed(changed, true)] }, ephemeral: true };
  },
});

export const settings: CommandModule = {
  command: defineCommand({
    name: 'settings',
    description: words.description,
    forManagers: true,
    subcommands: { show, change },
  }),
};

function serverOf({ guildId }: Asking): bigint {
  if (guildId === null) throw new Refusal({ kind: 'only in a server' });
  return guildId;
}
