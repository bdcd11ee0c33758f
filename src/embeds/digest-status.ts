import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { formatCount, formatDayOfYear } from '../lib/format.js';
import { wallClock } from '../lib/weekly.js';
import { parseWeek } from '../lib/weeks.js';
import type { DigestRecord, DigestStatus, Schedule, SetUp } from '../services/digest/digests.js';
import { digestText, WEEKDAYS } from '../text/digest.js';
import { noticesText } from '../text/notices.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';
import { fullTime, relativeTime } from './timestamp.js';

/** Two rows of buttons. */
const MOST_WAYS = 10;

/**
 * What `/digest setup` answers.
 *
 * @param notices the channel for notices; null where there is none.
 */
export function setUpEmbed({ schedule, next, goesNow }: SetUp, notices: bigint | null): APIEmbed {
  const lines = [rule(schedule), nextLine(next, schedule)];
  if (goesNow) lines.push(digestText.goesNow);
  lines.push('', digestText.setUpHint, noticesLine(notices));
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(digestText.on)
    .setDescription(lines.join('\n'))
    .toJSON();
}

/** One button for each time and zone that may be meant, ten at most. */
export function scheduleButtons(
  ways: readonly { readonly label: string; readonly customId: string }[],
): Row[] {
  const style = ButtonStyle.Primary;
  return buttonRows(ways.slice(0, MOST_WAYS).map((way) => ({ ...way, style })));
}

/**
 * What `/digest status` answers.
 *
 * @param notices as above.
 */
export function statusEmbed(
  guildId: bigint,
  status: DigestStatus,
  locale: string,
  notices: bigint | null,
): APIEmbed {
  const { schedule, next, obstacle, isZoneKnown, last } = status;
  const embed = new EmbedBuilder().setTitle(digestText.title);
  if (schedule === 'unreadable') {
    return embed.setColor(colours.middling).setDescription(digestText.unreadable).toJSON();
  }
  if (schedule === null) {
    return embed.setColor(colours.neutral).setDescription(digestText.neverSetUp).toJSON();
  }
  const waits = last.some(({ state }) => state === 'parked');
  const isWrong = obstacle !== null || !isZoneKnown;
  embed.setColor(isWrong || waits ? colours.middling : colours.good);
  if (next === null) embed.setColor(colours.neutral).setDescription(digestText.isOff);
  else if (isZoneKnown) {
    embed.setDescription(`${rule(schedule)}\n${nextLine(next, schedule)}\n${noticesLine(notices)}`);
  } else {
    embed
      .setDescription(rule(schedule))
      .addFields({ name: digestText.wrongField, value: digestText.fault['time zone'] });
  }
  if (obstacle !== null) {
    const wrong = digestText.obstacle(obstacle, String(schedule.channelId));
    embed.addFields({ name: digestText.wrongField, value: wrong });
  }
  const lines = last.map((record) => recordLine(guildId, record, locale));
  return embed
    .addFields({ name: digestText.lastField, value: withinField(lines) || digestText.never })
    .toJSON();
}

function noticesLine(notices: bigint | null): string {
  return notices === null ? noticesText.goNowhere : noticesText.goTo(String(notices));
}

/** Discord's limit for the value of a field. */
const FIELD = 1024;

/** As many whole lines as a field holds, the first ones first. */
function withinField(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > FIELD) break;
    text = longer;
  }
  return text;
}

function rule({ channelId, weekday, time, timezone, quietWeeks }: Schedule): string {
  const day = Object.values(WEEKDAYS)[weekday - 1] ?? '';
  return digestText.rule(String(channelId), day, time, timezone, digestText.quiet[quietWeeks]);
}

function nextLine(next: Date, { timezone }: Schedule): string {
  return digestText.next(fullTime(next), relativeTime(next), wallClock(next, timezone), timezone);
}

/** An ISO week as people say it; one that can't be read as it stands. */
export function weekWords(name: string, locale: string): string {
  const week = parseWeek(name);
  return week === null ? name : digestText.week(formatDayOfYear(week.from, locale));
}

function recordLine(guildId: bigint, record: DigestRecord, locale: string): string {
  const {
    week: name,
    dueAt,
    state,
    channelId,
    messageId,
    postedAt,
    reason,
    nextTryAt,
    attempts,
  } = record;
  const why = reason === null ? '' : digestText.reason(reason, String(channelId));
  const week = weekWords(name, locale);
  switch (state) {
    case 'posted':
      return digestText.posted(
        week,
        relativeTime(postedAt ?? dueAt),
        `https://discord.com/channels/${guildId}/${channelId}/${messageId}`,
      );
    case 'skipped':
      return digestText.skipped(week, why);
    case 'parked':
      return digestText.parked(week, why, relativeTime(nextTryAt ?? dueAt));
    case 'due':
    case 'sending':
      return attempts === 0 || nextTryAt === null
        ? digestText.coming(week, relativeTime(dueAt))
        : digestText.again(
            week,
            digestText.times(formatCount(attempts, locale), attempts),
            relativeTime(nextTryAt),
          );
  }
}
