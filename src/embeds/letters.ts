import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, plainAtWord } from '../lib/clip.js';
import { formatCount, formatTenths } from '../lib/format.js';
import type { LetterContent, WeeklyContent } from '../services/letters/content.js';
import type { ReminderList } from '../services/letters/reminders.js';
import type { Tip } from '../services/tips/content.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, menuRow, type Row } from './rows.js';
import { sameAgeLine } from './same-age.js';
import { fullTime, relativeTime } from './timestamp.js';
import { shortTipLine, tipLine } from './tips.js';
import { weekdayWords } from './weekday.js';

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
export function titleOf(
  { title, url }: { title: string | null; url: string | null },
  words: Words,
): string {
  const name = title === null ? words.letters.reminder.untitled : plainAtWord(title, TITLE);
  return url === null ? `**${name}**` : `[${name}](${url})`;
}

/** The reminders of a letter. */
export function remindersEmbed(reminders: LetterContent['reminders'], words: Words): APIEmbed {
  const phrases = words.letters.reminder;
  const lines = reminders
    .slice(0, MOST_IN_LETTER)
    .map(({ age, counts, takenAt, ...video }) =>
      phrases.video(
        titleOf(video, words),
        age,
        formatCount(BigInt(counts.views.value), words.locale),
        relativeTime(new Date(takenAt)),
      ),
    );
  const left = reminders.length - MOST_IN_LETTER;
  if (left > 0) lines.push(phrases.more(formatCount(left, words.locale)));
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription([...lines, '', phrases.what].join('\n'))
    .toJSON();
}

/** The weekly note; a part with nothing in it isn't shown. */
export function weeklyEmbed(
  { videos, weeks, scored, card, ask }: WeeklyContent,
  tip: Tip | null,
  words: Words,
): APIEmbed {
  const phrases = words.letters.weekly;
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(phrases.title)
    .setDescription(phrases.scored(scored));
  const add = (name: string, value: string) =>
    value === '' ? embed : embed.addFields({ name, value: clip(value, FIELD) });
  add(
    phrases.sameAge,
    [
      ...videos.map((one) =>
        phrases.video(titleOf({ ...one, url: null }, words), sameAgeLine(one, words)),
      ),
      ...(weeks === null ? [] : [weeksLine(weeks, words)]),
    ].join('\n'),
  );
  add(phrases.card, card.ever === 0 ? '' : phrases.cardText(card.inside, card.ever, card.week));
  add(phrases.tip, tip === null ? '' : shortTipLine(tip, words));
  add(phrases.ask, phrases.askText(ask.map((one) => titleOf(one, words))));
  return embed.toJSON();
}

/** What a weekly note rests on: the method, and its tip with the source. */
export function weeklyHowEmbed(tip: Tip | null, words: Words): APIEmbed {
  const { title, sameAge, card, cardText, tip: name } = words.letters.weekly.how;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(title)
    .addFields(
      { name: sameAge, value: words.sameAge.howOfAll },
      { name: card, value: cardText },
      ...(tip === null ? [] : [{ name, value: tipLine(tip, words) }]),
    )
    .toJSON();
}

function weeksLine({ now, before }: NonNullable<WeeklyContent['weeks']>, words: Words): string {
  const phrases = words.letters.weekly;
  const videos = (n: number) => phrases.videos(formatCount(n, words.locale), n);
  return phrases.weeks(
    ...([formatTenths(now.times, words.locale), videos(now.videos)] as const),
    ...([formatTenths(before.times, words.locale), videos(before.videos)] as const),
  );
}

/** The buttons of a letter, each with its custom id. */
export function letterButtons(
  reminders: readonly { readonly title: string | null; readonly newNumbers: string }[],
  ids: { later: string; stopAll: string; weekly: { stop: string; how: string } | null },
  words: Words,
): Row[] {
  const { buttons } = words.letters;
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
  words: Words,
): Row[] {
  const ages = more.map(({ age, customId }) => ({
    label: words.letters.buttons.at(age),
    customId,
  }));
  return [
    ...buttonRows(ages),
    ...(zone === null ? [] : menuRow(zone.customId, words.letters.zoneMenu, [...zone.zones])),
  ];
}

/** What `/reminders list` answers. */
export function reminderListEmbed(list: ReminderList, words: Words): APIEmbed {
  const phrases = words.letters.list;
  const { waiting, hours, next, weekly, closedAt, troubled } = list;
  const lines = waiting
    .slice(0, MOST_LISTED)
    .map((one) => phrases.line(titleOf(one, words), one.age, relativeTime(one.dueAt)));
  const left = waiting.length - lines.length;
  if (left > 0) lines.push(phrases.more(formatCount(left, words.locale)));
  if (lines.length === 0) lines.push(phrases.none);
  lines.push('');
  if (weekly !== null) {
    const day = weekdayWords(weekly.weekday, words);
    lines.push(phrases.weekly(day, weekly.time, relativeTime(weekly.at)));
  }
  if (next !== null) lines.push(words.letters.next(fullTime(next)));
  if (hours !== null) lines.push(hoursLine(hours, words));
  if (closedAt !== null) lines.push(phrases.closed(relativeTime(closedAt)));
  for (const { dueAt, reason } of troubled) {
    lines.push(phrases.trouble(fullTime(dueAt), words.letters.reason(reason)));
  }
  return new EmbedBuilder()
    .setColor(closedAt === null ? colours.neutral : colours.middling)
    .setTitle(phrases.title)
    .setDescription(lines.join('\n'))
    .toJSON();
}

/** When reminders may come. */
export function hoursLine(
  { from, to, timezone }: NonNullable<ReminderList['hours']>,
  words: Words,
): string {
  return timezone === null
    ? words.letters.hoursUnknown(from, to)
    : words.letters.hours(from, to, timezone);
}
