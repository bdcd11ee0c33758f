import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { formatCount, formatList } from '../lib/format.js';
import type { Holdings } from '../services/data/rights.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';

/** What stands above the files of an export. */
export function exportEmbed(held: Holdings, words: Words): APIEmbed {
  return titled(words.data.exported, words.data.exportedWhat(inWords(held, words)));
}

/** Where everything about a creator is more than Discord takes; `bytes` of the largest file. */
export function tooLargeEmbed(bytes: number, words: Words): APIEmbed {
  return untitled(words.data.tooLarge(formatCount(Math.ceil(bytes / 1024 / 1024), words.locale)));
}

/** The one question before a deletion. */
export function deleteQuestionEmbed(held: Holdings, words: Words): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.refused)
    .setTitle(words.data.askTitle)
    .setDescription(words.data.ask(inWords(held, words)))
    .toJSON();
}

/** The button under the question. */
export function deleteButton(customId: string, words: Words): Row[] {
  return buttonRows([{ label: words.data.deleteButton, customId, style: ButtonStyle.Danger }]);
}

/** What was deleted. */
export function deletedEmbed(held: Holdings, words: Words): APIEmbed {
  return held.size === 0
    ? untitled(words.data.deletedAlready)
    : titled(words.data.deletedTitle, words.data.deleted(inWords(held, words)));
}

/** There is nothing to give or to delete. */
export function nothingStoredEmbed(words: Words): APIEmbed {
  return untitled(words.data.nothing);
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
function inWords(held: Holdings, words: Words): string {
  const counted = [...held].map(([model, count]) =>
    words.table[model].counted(formatCount(count, words.locale), count),
  );
  return formatList(counted, words.locale);
}
