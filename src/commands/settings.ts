import { ChannelType } from 'discord-api-types/v10';
import { settingsButtons, settingsEmbed } from '../embeds/settings.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { ServerSettings } from '../services/settings.js';
import type { Words } from '../words/words.js';
import type { MessageView } from './answer.js';
import { requireManager, serverOf } from './asking.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

const NO_NOTICES = { name: 'settings-no-notices', version: 1 } as const;

const show = runnable({
  description: (words) => words.settingsCommand.show.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const found = await (await asking.services).settings.of(serverOf(asking));
    return { kind: 'message', view: viewOf(found, {}, asking.words), ephemeral: true };
  },
});

const change = runnable({
  description: (words) => words.settingsCommand.change.description,
  options: {
    answers: {
      type: 'choice',
      description: (words) => words.settingsCommand.change.answers,
      choices: (words) => words.settingsCommand.change.choices,
    },
    notices: {
      type: 'channel',
      description: (words) => words.settingsCommand.change.notices,
      kinds: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
    language: {
      type: 'choice',
      description: (words) => words.settingsCommand.change.language,
      choices: (words) => words.settingsCommand.change.languages,
    },
    invitations: {
      type: 'boolean',
      description: (words) => words.settingsCommand.change.invitations,
    },
    greeting: { type: 'boolean', description: (words) => words.settingsCommand.change.greeting },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ answers, notices: channel, language, invitations, greeting }, asking) => {
    const changes = {
      ...(answers !== undefined && { answers }),
      ...(channel !== undefined && { notices: channel }),
      ...(language !== undefined && { language: language === 'server' ? null : language }),
      ...(invitations !== undefined && { invitations }),
      ...(greeting !== undefined && { greeting }),
    };
    if (Object.keys(changes).length === 0) {
      return {
        kind: 'message',
        view: { content: asking.words.settings.nothingNamed },
        ephemeral: true,
      };
    }
    const guildId = serverOf(asking);
    const { settings, notices, digests } = await asking.services;
    // All of it or nothing.
    if (channel !== undefined) await notices.check(guildId, channel);
    const changed = await settings.change(guildId, changes);
    if (language !== undefined) await digests.localeChanged(guildId, asking.channelWords.locale);
    if (channel !== undefined) await notices.moved(guildId, channel);
    return { kind: 'message', view: viewOf(changed, changes, asking.words), ephemeral: true };
  },
});

/** No option can be set to no channel. */
const noNotices: Button = {
  ...NO_NOTICES,
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (_, asking) => {
    requireManager(asking);
    const guildId = serverOf(asking);
    const { settings, notices } = await asking.services;
    const changed = await settings.change(guildId, { notices: null });
    await notices.stop(guildId);
    return { kind: 'update', view: viewOf(changed, { notices: null }, asking.words) };
  },
};

export const settings: CommandModule = {
  command: defineCommand({
    name: 'settings',
    description: (words) => words.settingsCommand.description,
    forManagers: true,
    subcommands: { show, change },
  }),
  buttons: [noNotices],
};

function viewOf(
  found: ServerSettings,
  changed: Partial<ServerSettings>,
  words: Words,
): MessageView {
  return {
    embeds: [settingsEmbed(found, changed, words)],
    components: settingsButtons(found, encodeCustomId({ ...NO_NOTICES, fields: [] }), words),
  };
}
