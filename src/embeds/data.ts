import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { formatCount } from '../lib/format.js';
import type { Holdings } from '../services/data/rights.js';
import { dataText, tableText } from '../text/data.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';

/** What stands above the files of an export. */
export function exportEmbed(held: Holdings, locale: string): APIEmbed {
  return titled(dataText.exported, dataText.exportedWhat(inWords(held, locale)));
}

/** Where everything about a creator is more than Discord takes; `bytes` of the largest file. */
export function tooLargeEmbed(bytes: number, locale: string): APIEmbed {
  return untitled(dataText.tooLarge(formatCount(Math.ceil(bytes / 1024 / 1024), locale)));
}

/** The one question before a deletion. */
export function deleteQuestionEmbed(held: Holdings, locale: string): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.refused)
    .setTitle(dataText.askTitle)
    .setDescription(dataText.ask(inWords(held, locale)))
    .toJSON();
}

/** The button under the question. */
export function deleteButton(customId: string): Row[] {
  return buttonRows([{ label: dataText.deleteButton, customId, style: ButtonStyle.Danger }]);
}

/** What was deleted. */
export function deletedEmbed(held: Holdings, locale: string): APIEmbed {
  return held.size === 0
    ? untitled(dataText.deletedAlready)
    : titled(dataText.deletedTitle, dataText.deleted(inWords(held, locale)));
}

/** There is nothing to give or to delete. */
export function nothingStoredEmbed(): APIEmbed {
  return untitled(dataText.nothing);
}

function titled(title: string, description: string): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(title)
    .setDescription(description)
    .toJSON();
}

function untitled(description: string): APIEmbed {
  return new EmbedBuilder().setColor(colours.neutral).setDescription(description).toJSON();
}

/** `12 videos, 30 readings, 1 real count`. */
function inWords(held: Holdings, locale: string): string {
  return [...held]
    .map(([model, count]) => {
      const { one, many } = tableText[model];
      return `${formatCount(count, locale)} ${count === 1 ? one : many}`;
    })
    .join(', ');
}
