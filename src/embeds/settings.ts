import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { ServerSettings } from '../services/settings.js';
import { settingsText } from '../text/settings.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';

/** What is set in a server. */
export function settingsEmbed(settings: ServerSettings, isChanged: boolean): APIEmbed {
  return new EmbedBuilder()
    .setColor(isChanged ? colours.good : colours.neutral)
    .setTitle(isChanged ? settingsText.changed : settingsText.title)
    .setDescription([...linesOf(settings), '', settingsText.hint].join('\n'))
    .toJSON();
}

function linesOf({ answers, notices, language, invitations, greeting }: ServerSettings): string[] {
  const words = settingsText;
  return [
    words.answers[answers],
    words.notices(notices === null ? null : String(notices)),
    words.language(language),
    words.invitations(invitations),
    words.greeting(greeting),
  ].map((line) => `• ${line}`);
}

/** Under them: what no option can say. */
export function settingsButtons({ notices }: ServerSettings, noNotices: string): Row[] {
  if (notices === null) return [];
  return buttonRows([{ label: settingsText.noNotices, customId: noNotices }]);
}
