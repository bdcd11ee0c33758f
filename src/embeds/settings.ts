import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { ServerSettings } from '../services/settings.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';

/**
 * What is set in a server.
 *
 * @param changed what was changed just now: it comes first, and the rest under a heading of its own.
 */
export function settingsEmbed(
  settings: ServerSettings,
  changed: Partial<ServerSettings>,
  words: Words,
): APIEmbed {
  const lines = Object.entries(linesOf(settings, words)).map(([name, words]) => ({
    isNew: name in changed,
    line: `• ${words}`,
  }));
  const shown = (some: typeof lines) => some.map(({ line }) => line).join('\n');
  const fresh = lines.filter(({ isNew }) => isNew);
  const others = lines.filter(({ isNew }) => !isNew);
  if (fresh.length === 0) {
    return new EmbedBuilder()
      .setColor(colours.neutral)
      .setTitle(words.settings.title)
      .setDescription([shown(lines), '', words.settings.hint].join('\n'))
      .toJSON();
  }
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.settings.changed)
    .setDescription(shown(fresh));
  if (others.length > 0) embed.addFields({ name: words.settings.asBefore, value: shown(others) });
  return embed.toJSON();
}

function linesOf(settings: ServerSettings, words: Words): Record<keyof ServerSettings, string> {
  const { answers, notices, language, invitations, greeting } = settings;
  const phrases = words.settings;
  return {
    answers: phrases.answers[answers],
    notices: phrases.notices(notices === null ? null : String(notices)),
    language: phrases.language(language),
    invitations: phrases.invitations(invitations),
    greeting: phrases.greeting(greeting),
  };
}

/** Under them: what no option can say. */
export function settingsButtons(
  { notices }: ServerSettings,
  noNotices: string,
  words: Words,
): Row[] {
  if (notices === null) return [];
  return buttonRows([{ label: words.settings.noNotices, customId: noNotices }]);
}
