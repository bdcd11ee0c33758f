import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, plainAtWord } from '../lib/clip.js';
import { formatCount, formatTenths } from '../lib/format.js';
import type { LetterContent, WeeklyContent } from '../services/letters/content.js';
import type { ReminderList } from '../services/letters/reminders.js';
import type { Tip } from '../services/tips/content.js';
import { WEEKDAYS } from '../text/digest.js';
import { lettersText } from '../text/letters.js';
import { sameAgeText } from '../text/same-age.js';
import { colours } from './colours.js';
import { buttonRows, menuRow, type Row } from './rows.js';
import { sameAgeLine } from './same-age.js';
import { fullTime, relativeTime } from './timestamp.js';
import { shortTipLine, tipLine } from './tips.js';

/** Long enough to know a video again. */
const TITLE = 80;

/** What a video is called on a button, and Discord's limit for a field, in characters. */
const ON_BUTTON = 60;
const FIELD = 1024;

/** Videos with a button of their own: two rows of them. */
export const MOST_IN_LETTER = 10;

/** Reminders that are listed. */
const MOST_LISTED = 15;

/** What a video is called in a message to its author. */
export function titleOf({ title, url }: { title: string | null; url: string | null }): string {
  const name = title === null ? lettersText.reminder.untitled : plainAtWord(title, TITLE);
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
  { videos, weeks, scored, card, ask }: WeeklyContent,
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
    [
      ...videos.map((one) => words.video(titleOf({ ...one, url: null }), sameAgeLine(one, locale))),
      ...(weeks === null ? [] : [weeksLine(weeks, locale)]),
    ].join('\n'),
  );
  add(words.card, card.ever === 0 ? '' : words.cardText(card.inside, card.ever, card.week));
  add(words.tip, tip === null ? '' : shortTipLine(tip));
  add(words.ask, words.askText(ask.map(titleOf)));
  return embed.toJSON();
}

/** What a weekly note rests on: the method, and its tip with the source. */
export function weeklyHowEmbed(tip: Tip | null): APIEmbed {
  const { title, sameAge, card, cardText, tip: name } = lettersText.weekly.how;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(title)
    .addFields(
      { name: sameAge, value: sameAgeText.howOfAll },
      { name: card, value: cardText },
      ...(tip === null ? [] : [{ name, value: tipLine(tip) }]),
    )
    .toJSON();
}

function weeksLine({ now, before }: NonNullable<WeeklyContent['weeks']>, locale: string): string {
  const words = lettersText.weekly;
  const videos = (n: number) => words.videos(formatCount(n, locale), n);
  return words.weeks(
    ...([formatTenths(now.times, locale), videos(now.videos)] as const),
    ...([formatTenths(before.times, locale), videos(before.videos)] as const),
  );
}

/** The buttons of a letter, each with its custom id. */
export function letterButtons(
  reminders: readonly { readonly title: string | null; readonly newNumbers: string }[],
  ids: { later: string; stopAll: string; weekly: { stop: string; how: string } | null },
): Row[] {
  const { buttons } = lettersText;
  const own = reminders
    .slice(0, MOST_IN_LETTER)
    .map(({ title, newNumbers }, place, { length }) => ({
      label:
        length === 1
          ? buttons.newNumbers
          : clip(buttons.newNumbersOf(title ?? `${place + 1}`), ON_BUTTON),
      customId: newNumbers,
      style: ButtonStyle.Primary as const,
    }));
  const ends = [
    ...(ids.weekly === null ? [] : [{ label: buttons.how, customId: ids.weekly.how }]),
    { label: buttons.later, customId: ids.later },
    ...(ids.weekly === null ? [] : [{ label: buttons.stopWeekly, customId: ids.weekly.stop }]),
    { label: buttons.stopAll, customId: ids.stopAll },
  ];
  return own.length === 1
    ? buttonRows([...own, ...ends])
    : [...buttonRows(own), ...buttonRows(ends)];
}

/** What follows a reminder that was set: other ages, and where the member is. */
export function remindedComponents(
  more: readonly { readonly age: number; readonly customId: string }[],
  zone: {
    readonly customId: string;
    readonly zones: readonly { readonly value: string; readonly label: string }[];
  } | null,
): Row[] {
  const ages = more.map(({ age, customId }) => ({ label: lettersText.buttons.at(age), customId }));
  return [
    ...buttonRows(ages),
    ...(zone === null ? [] : menuRow(zone.customId, lettersText.zoneMenu, [...zone.zones])),
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
