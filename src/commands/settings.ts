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
  },
  ephemeral: true,
  run: async ({ answers }, asking) => {
    if (answers === undefined) {
      return { kind: 'message', view: { content: settingsText.nothingNamed }, ephemeral: true };
    }
    const { settings } = await asking.services;
    const changed = await settings.change(serverOf(asking), { answers });
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

/** Whether answers to `/score` are for their author alone here, whatever they say themselves. */
export async function answersInPrivate({ guildId, services }: Asking): Promise<boolean> {
  if (guildId === null) return false;
  return (await (await services).settings.of(guildId)).answers === 'private';
}

function serverOf({ guildId }: Asking): bigint {
  if (guildId === null) throw new Refusal({ kind: 'only in a server' });
  return guildId;
}
