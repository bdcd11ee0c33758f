import {
  ActionRowBuilder,
  ButtonBuilder,
  EmbedBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { formatCount } from '../lib/format.js';
import type { LetterContent, WeeklyContent } from '../services/letters/content.js';
import type { ReminderList } from '../services/letters/reminders.js';
import type { Tip } from '../services/tips/content.js';
import { WEEKDAYS } from '../text/digest.js';
import { lettersText } from '../text/letters.js';
import { colours } from './colours.js';
import { sameAgeLine } from './same-age.js';
import { fullTime, relativeTime } from './timestamp.js';
import { shortTipLine } from './tips.js';

/** Long enough to know a video again. */
const TITLE = 80;

/** Discord's limits: what stands on a button, a field, buttons of a row. */
const ON_BUTTON = 60;
const FIELD = 1024;
const IN_A_ROW = 5;

/** Videos with a button of their own: two rows of them. */
export const MOST_IN_LETTER = 10;

/** Reminders that are listed. */
const MOST_LISTED = 15;

/** What a video is called in a message to its author. */
export function titleOf({ title, url }: { title: string | null; url: string | null }): string {
  const name = title === null ? lettersText.reminder.untitled : plain(title, TITLE);
  return url === null ? `**${name}**` : `[${name}](${url})`;
}

/** The reminders of a letter. */
export function remindersEmbed(reminders: LetterContent['reminders'], locale: string): APIEmbed {
  const words = lettersText.reminder;
  const lines = reminders
    .slice(0, MOST_IN_LETTER)
    .map(({ age, counts, takenAt, ...video }) =>
      words.video(
        titleOf(video),
        age,
        formatCount(BigInt(counts.views.value), locale),
        relativeTime(new Date(takenAt)),
      ),
    );
  const left = reminders.length - MOST_IN_LETTER;
  if (left > 0) lines.push(words.more(formatCount(left, locale)));
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.title)
    .setDescription([...lines, '', words.what].join('\n'))
    .toJSON();
}

/** The weekly note; a part with nothing in it isn't shown. */
export function weeklyEmbed(
  { videos, scored, card, ask }: WeeklyContent,
  tip: Tip | null,
  locale: string,
): APIEmbed {
  const words = lettersText.weekly;
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.title)
    .setDescription(words.scored(scored));
  const add = (name: string, value: string) =>
    value === '' ? embed : embed.addFields({ name, value: clip(value, FIELD) });
  add(
    words.sameAge,
    videos
      .map((one) => words.video(titleOf({ ...one, url: null }), sameAgeLine(one, locale)))
      .join('\n'),
  );
  add(words.card, card.ever === 0 ? '' : words.cardText(card.inside, card.ever, card.week));
  add(words.tip, tip === null ? '' : shortTipLine(tip));
  add(words.ask, words.askText(ask.map(titleOf)));
  return embed.toJSON();
}

/** The buttons of a letter, each with its custom id. */
export function letterButtons(
  reminders: readonly { readonly title: string | null; readonly newNumbers: string }[],
  ids: { later: string; stopAll: string; stopWeekly: string | null },
): APIActionRowComponent<APIButtonComponent>[] {
  const { buttons } = lettersText;
  const own = reminders.slice(0, MOST_IN_LETTER).map(({ title, newNumbers }, place, all) =>
    new ButtonBuilder()
      .setCustomId(newNumbers)
      .setLabel(
        all.length === 1
          ? buttons.newNumbers
          : clip(buttons.newNumbersOf(title ?? `${place + 1}`), ON_BUTTON),
      )
      .setStyle(ButtonStyle.Primary),
  );
  const ends = [
    new ButtonBuilder()
      .setCustomId(ids.later)
      .setLabel(buttons.later)
      .setStyle(ButtonStyle.Secondary),
    ...(ids.stopWeekly === null
      ? []
      : [
          new ButtonBuilder()
            .setCustomId(ids.stopWeekly)
            .setLabel(buttons.stopWeekly)
            .setStyle(ButtonStyle.Secondary),
        ]),
    new ButtonBuilder()
      .setCustomId(ids.stopAll)
      .setLabel(buttons.stopAll)
      .setStyle(ButtonStyle.Secondary),
  ];
  const rows = own.length === 1 ? [[...own, ...ends]] : [...inRows(own), ends];
  return rows.map((row) => new ActionRowBuilder<ButtonBuilder>().addComponents(row).toJSON());
}

/** The button under the score of a young video. */
export function remindButton(customId: string): APIButtonComponent {
  return new ButtonBuilder()
    .setCustomId(customId)
    .setLabel(lettersText.buttons.remind)
    .setStyle(ButtonStyle.Secondary)
    .toJSON();
}

/** What follows a reminder that was set: other ages, and where the member is. */
export function remindedComponents(
  more: readonly { readonly age: number; readonly customId: string }[],
  zone: {
    readonly customId: string;
    readonly zones: readonly { readonly value: string; readonly label: string }[];
  } | null,
): APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[] {
  const buttons = more.map(({ age, customId }) =>
    new ButtonBuilder()
      .setCustomId(customId)
      .setLabel(lettersText.buttons.at(age))
      .setStyle(ButtonStyle.Secondary),
  );
  return [
    ...(buttons.length === 0
      ? []
      : [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON()]),
    ...(zone === null
      ? []
      : [
          new ActionRowBuilder<StringSelectMenuBuilder>()
            .addComponents(
              new StringSelectMenuBuilder()
                .setCustomId(zone.customId)
                .setPlaceholder(lettersText.zoneMenu)
                .addOptions([...zone.zones]),
            )
            .toJSON(),
        ]),
  ];
}

/** What `/reminders list` answers. */
export function reminderListEmbed(list: ReminderList, locale: string): APIEmbed {
  const words = lettersText.list;
  const { waiting, hours, next, weekly, closedAt, troubled } = list;
  const lines = waiting
    .slice(0, MOST_LISTED)
    .map((one) => words.line(titleOf(one), one.age, relativeTime(one.dueAt)));
  const left = waiting.length - lines.length;
  if (left > 0) lines.push(words.more(formatCount(left, locale)));
  if (lines.length === 0) lines.push(words.none);
  lines.push('');
  if (weekly !== null) {
    const day = Object.values(WEEKDAYS)[weekly.weekday - 1] ?? '';
    lines.push(words.weekly(day, weekly.time, relativeTime(weekly.at)));
  }
  if (next !== null) lines.push(lettersText.next(fullTime(next)));
  if (hours !== null) lines.push(hoursLine(hours));
  if (closedAt !== null) lines.push(words.closed(relativeTime(closedAt)));
  for (const { dueAt, reason } of troubled) {
    lines.push(words.trouble(fullTime(dueAt), lettersText.reason(reason)));
  }
  return new EmbedBuilder()
    .setColor(closedAt === null ? colours.neutral : colours.middling)
    .setTitle(words.title)
    .setDescription(lines.join('\n'))
    .toJSON();
}

/** When reminders may come. */
export function hoursLine({ from, to, timezone }: NonNullable<ReminderList['hours']>): string {
  return timezone === null
    ? lettersText.hoursUnknown(from, to)
    : lettersText.hours(from, to, timezone);
}

function inRows<T>(all: readonly T[]): T[][] {
  return [all.slice(0, IN_A_ROW), all.slice(IN_A_ROW, 2 * IN_A_ROW)].filter(
    (row) => row.length > 0,
  );
}
