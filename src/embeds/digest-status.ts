import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { formatCount, formatDayOfYear } from '../lib/format.js';
import { wallClock } from '../lib/weekly.js';
import { parseWeek } from '../lib/weeks.js';
import type { DigestRecord, DigestStatus, Schedule, SetUp } from '../services/digest/digests.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';
import { fullTime, relativeTime } from './timestamp.js';
import { weekdayWords } from './weekday.js';

/** Two rows of buttons. */
const MOST_WAYS = 10;

/**
 * What `/digest setup` answers.
 *
 * @param notices the channel for notices; null where there is none.
 */
export function setUpEmbed(
  { schedule, next, goesNow }: SetUp,
  notices: bigint | null,
  words: Words,
): APIEmbed {
  const lines = [rule(schedule, words), nextLine(next, schedule, words)];
  if (goesNow) lines.push(words.digest.goesNow);
  lines.push('', words.digest.setUpHint, noticesLine(notices, words));
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.digest.on)
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
  words: Words,
  notices: bigint | null,
): APIEmbed {
  const { schedule, next, obstacle, isZoneKnown, last } = status;
  const embed = new EmbedBuilder().setTitle(words.digest.title);
  if (schedule === 'unreadable') {
    return embed.setColor(colours.middling).setDescription(words.digest.unreadable).toJSON();
  }
  if (schedule === null) {
    return embed.setColor(colours.neutral).setDescription(words.digest.neverSetUp).toJSON();
  }
  const waits = last.some(({ state }) => state === 'parked');
  const isWrong = obstacle !== null || !isZoneKnown;
  embed.setColor(isWrong || waits ? colours.middling : colours.good);
  if (next === null) embed.setColor(colours.neutral).setDescription(words.digest.isOff);
  else if (isZoneKnown) {
    embed.setDescription(
      `${rule(schedule, words)}\n${nextLine(next, schedule, words)}\n${noticesLine(notices, words)}`,
    );
  } else {
    embed
      .setDescription(rule(schedule, words))
      .addFields({ name: words.digest.wrongField, value: words.digest.fault['time zone'] });
  }
  if (obstacle !== null) {
    const wrong = words.digest.obstacle(obstacle, String(schedule.channelId));
    embed.addFields({ name: words.digest.wrongField, value: wrong });
  }
  const lines = last.map((record) => recordLine(guildId, record, words));
  return embed
    .addFields({ name: words.digest.lastField, value: withinField(lines) || words.digest.never })
    .toJSON();
}

function noticesLine(notices: bigint | null, words: Words): string {
  return notices === null ? words.notices.goNowhere : words.notices.goTo(String(notices));
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

function rule({ channelId, weekday, time, timezone, quietWeeks }: Schedule, words: Words): string {
  const day = weekdayWords(weekday, words);
  return words.digest.rule(String(channelId), day, time, timezone, words.digest.quiet[quietWeeks]);
}

function nextLine(next: Date, { timezone }: Schedule, words: Words): string {
  return words.digest.next(fullTime(next), relativeTime(next), wallClock(next, timezone), timezone);
}

/** An ISO week as people say it; one that can't be read as it stands. */
export function weekWords(name: string, words: Words): string {
  const week = parseWeek(name);
  return week === null ? name : words.digest.week(formatDayOfYear(week.from, words.locale));
}

function recordLine(guildId: bigint, record: DigestRecord, words: Words): string {
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
  const why = reason === null ? '' : words.digest.reason(reason, String(channelId));
  const week = weekWords(name, words);
  switch (state) {
    case 'posted':
      return words.digest.posted(
        week,
        relativeTime(postedAt ?? dueAt),
        `https://discord.com/channels/${guildId}/${channelId}/${messageId}`,
      );
    case 'skipped':
      return words.digest.skipped(week, why);
    case 'parked':
      return words.digest.parked(week, why, relativeTime(nextTryAt ?? dueAt));
    case 'due':
    case 'sending':
      return attempts === 0 || nextTryAt === null
        ? words.digest.coming(week, relativeTime(dueAt))
        : words.digest.again(
            week,
            words.digest.times(formatCount(attempts, words.locale), attempts),
            relativeTime(nextTryAt),
          );
  }
}
