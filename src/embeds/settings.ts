import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { ServerSettings } from '../services/settings.js';
import { settingsText } from '../text/settings.js';
import { colours } from './colours.js';

/** What is set in a server. */
export function settingsEmbed({ answers }: ServerSettings, isChanged: boolean): APIEmbed {
  return new EmbedBuilder()
    .setColor(isChanged ? colours.good : colours.neutral)
    .setTitle(isChanged ? settingsText.changed : settingsText.title)
    .setDescription([settingsText.answers[answers], '', settingsText.hint].join('\n'))
    .toJSON();
}
