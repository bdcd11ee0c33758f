import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { ServerSettings } from '../services/settings.js';
import { settingsText } from '../text/settings.js';
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
): APIEmbed {
  const lines = Object.entries(linesOf(settings)).map(([name, words]) => ({
    isNew: name in changed,
    line: `• ${words}`,
  }));
  const shown = (some: typeof lines) => some.map(({ line }) => line).join('\n');
  const fresh = lines.filter(({ isNew }) => isNew);
  const others = lines.filter(({ isNew }) => !isNew);
  if (fresh.length === 0) {
    return new EmbedBuilder()
      .setColor(colours.neutral)
      .setTitle(settingsText.title)
      .setDescription([shown(lines), '', settingsText.hint].join('\n'))
      .toJSON();
  }
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(settingsText.changed)
    .setDescription(shown(fresh));
  if (others.length > 0) embed.addFields({ name: settingsText.asBefore, value: shown(others) });
  return embed.toJSON();
}

function linesOf(settings: ServerSettings): Record<keyof ServerSettings, string> {
  const { answers, notices, language, invitations, greeting } = settings;
  const words = settingsText;
  return {
    answers: words.answers[answers],
    notices: words.notices(notices === null ? null : String(notices)),
    language: words.language(language),
    invitations: words.invitations(invitations),
    greeting: words.greeting(greeting),
  };
}

/** Under them: what no option can say. */
export function settingsButtons({ notices }: ServerSettings, noNotices: string): Row[] {
  if (notices === null) return [];
  return buttonRows([{ label: settingsText.noNotices, customId: noNotices }]);
}
