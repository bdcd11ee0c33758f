import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, oneLine, plainAtWord } from '../lib/clip.js';
import { formatAbout, formatCount, formatRate } from '../lib/format.js';
import type { HistoryList, VideoHistory } from '../services/history/history.js';
import type { HistoryReading } from '../services/history/readings.js';
import type { VideoChoice } from '../services/history/videos.js';
import type { SameAge } from '../services/readings/same-age.js';
import { historyText } from '../text/history.js';
import { colours } from './colours.js';
import { menuRow, type Row } from './rows.js';
import { dayOf, momentOf, relativeTime } from './timestamp.js';

/** Discord's limits, in characters. */
const EMBED_TITLE = 256;
const FIELD = 1024;
const DESCRIPTION = 4096;
const OPTION = 100;

/** Enough of a title to know it again. */
const TITLE_MAX = 80;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A page of a member's readings; or what to do first, where there are none. */
export function historyListEmbed(list: HistoryList, locale: string): APIEmbed {
  const words = historyText.list;
  if (list.readings.length === 0) return nothingEmbed(list);
  const total = formatCount(list.total, locale);
  const note = list.isOwn ? words.ownNote(total) : words.memberNote(String(list.subjectId), total);
  const title = list.isOwn ? words.own : words.member;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(list.days === null ? title : words.within(title, words.days(list.days)))
    .setDescription(
      clip(
        [note, ...list.readings.map((reading) => `\n${listed(reading, locale)}`)].join('\n'),
        DESCRIPTION,
      ),
    )
    .toJSON();
}

/** One video: what is known of it, some of its readings, and how it stands at the same age. */
export function videoHistoryEmbed(video: VideoHistory, locale: string): APIEmbed {
  const words = historyText.video;
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(titleOf(video, EMBED_TITLE))
    .setDescription(
      [
        ...(video.posted === null ? [] : [words.posted(video.posted)]),
        words.total(formatCount(video.total, locale)),
      ].join(' '),
    )
    // A field for each, so that none is cut short.
    .addFields(
      video.readings.map((reading) => ({
        name: dayAndMark(reading),
        value: clip(readingLines(reading, locale).join('\n'), FIELD),
      })),
    )
    .addFields({ name: words.sameAge, value: sameAgeWords(video.sameAge, locale) });
  if (video.url !== null) embed.setURL(video.url);
  return embed.toJSON();
}

/** One reading, and what can be done with it. */
export function readingPanelEmbed(reading: HistoryReading, locale: string): APIEmbed {
  const words = historyText.panel;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(titleOf(reading, EMBED_TITLE))
    .setDescription(words.intro)
    .addFields({
      name: `${words.title} · ${dayOf(reading.takenAt)}`,
      value: readingLines({ ...reading, growth: null }, locale).join('\n'),
    })
    .toJSON();
}

/** What a change did, and until when it can be undone. */
export function changedEmbed(
  change: {
    readonly kind: 'removed' | 'corrected' | 'merged' | 'imported';
    readonly title: string | null;
    readonly until: Date;
    readonly videoId: bigint | null;
  },
  now: HistoryReading | null,
  locale: string,
): APIEmbed {
  const words = historyText.changed;
  const title = shortTitle(change.title, 'video');
  const what =
    change.kind === 'removed'
      ? words.removed(title, change.videoId !== null)
      : words[change.kind](title);
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.titles[change.kind])
    .setDescription(`${what}\n${words.undoUntil(momentOf(change.until))}`);
  if (now !== null) {
    embed.addFields({
      name: words.now,
      value: readingLines({ ...now, growth: null }, locale).join('\n'),
    });
  }
  return embed.toJSON();
}

/** What became of an undo. */
export function undoneEmbed(
  kind: 'removed' | 'corrected' | 'merged' | 'imported',
  title: string | null,
) {
  const words = historyText.changed;
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.undoneTitle)
    .setDescription(words.undone[kind](shortTitle(title, 'video')))
    .toJSON();
}

/** Asks which other entry is the same video. */
export function mergeEmbed(video: Pick<VideoHistory, 'title' | 'kind'>, isAny: boolean): APIEmbed {
  const words = historyText.merge;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.title)
    .setDescription(isAny ? words.intro(titleOf(video, TITLE_MAX)) : words.none)
    .toJSON();
}

/** A menu of readings to change; none where there are none. */
export function readingsMenu(
  customId: string,
  readings: readonly HistoryReading[],
  locale: string,
): Row[] {
  const words = historyText.video;
  return menuRow(
    customId,
    words.change,
    readings.map(({ readingId, takenAt, counts }) => ({
      value: String(readingId),
      label: words.changeOption(momentInUtc(takenAt), formatCount(counts.views.value, locale)),
    })),
  );
}

/** A menu of entries that may be the same video. */
export function entriesMenu(customId: string, entries: readonly VideoChoice[]): Row[] {
  const words = historyText.merge;
  return menuRow(
    customId,
    words.choose,
    entries.map((entry) => ({
      value: String(entry.videoId),
      label: choiceName(entry),
      description: clip(words.optionHint(entry.posted, momentInUtc(entry.createdAt)), OPTION),
    })),
  );
}

/** A video in a list of choices, where Discord shows text as it is. */
export function choiceName({ title, posted, link }: VideoChoice): string {
  const shown = oneLine(title ?? '');
  const name = shown === '' ? (link ?? historyText.untitled.video) : shown;
  const day = posted === null ? '' : ` · ${posted}`;
  return `${clip(name, OPTION - day.length)}${day}`;
}

/** A title made harmless, or what stands for one. */
export function titleOf(
  { title, kind }: { readonly title: string | null; readonly kind: 'video' | 'photo' },
  maxChars: number,
): string {
  return title === null ? historyText.untitled[kind] : plainAtWord(title, maxChars);
}

function nothingEmbed({ isOwn, hasEarlier, days }: HistoryList): APIEmbed {
  const words = historyText.nothing;
  const embed = new EmbedBuilder().setColor(colours.neutral).setTitle(words.title);
  if (!isOwn) return embed.setDescription(words.member).toJSON();
  if (hasEarlier && days !== null) {
    return embed.setDescription(words.earlier(historyText.list.days(days))).toJSON();
  }
  return embed
    .setDescription(words.own)
    .addFields({ name: words.first, value: words.addHow })
    .toJSON();
}

function shortTitle(title: string | null, kind: 'video' | 'photo'): string {
  return titleOf({ title, kind }, TITLE_MAX);
}

function listed(reading: HistoryReading, locale: string): string {
  const words = historyText.reading;
  const { counts, url, takenAt } = reading;
  const head = [
    `**${shortTitle(reading.title, reading.kind)}**`,
    relativeTime(takenAt),
    ...(reading.private ? [words.private] : []),
    ...(url === null ? [] : [words.open(url)]),
  ];
  const facts = [
    words.views(formatCount(counts.views.value, locale)),
    savesOf(reading, locale, false),
    scoreOf(reading),
  ];
  return `${head.join(' · ')}\n${facts.join(' · ')}`;
}

function dayAndMark({ takenAt, private: isPrivate }: HistoryReading): string {
  const day = `${dayOf(takenAt)} (${relativeTime(takenAt)})`;
  return isPrivate ? `${day} · ${historyText.reading.private}` : day;
}

function readingLines(
  reading: HistoryReading & { readonly growth: VideoHistory['readings'][number]['growth'] },
  locale: string,
): string[] {
  const words = historyText.reading;
  const { counts, growth } = reading;
  const count = (name: keyof typeof counts) => formatCount(counts[name].value, locale);
  return [
    words.counts(count('views'), count('likes'), count('comments'), count('shares')),
    `${savesOf(reading, locale, true)} · ${scoreOf(reading)}`,
    ...(growth === null
      ? []
      : [words.grown(signed(growth.views, locale), timeWords(growth.time, locale))]),
  ];
}

function savesOf(reading: HistoryReading, locale: string, isFull: boolean): string {
  const words = historyText.reading;
  const { estimate, told, counts } = reading;
  const about = (end: 'saves' | 'low' | 'high') => formatAbout(estimate[end], locale);
  const [saves, low, high] = [about('saves'), about('low'), about('high')];
  if (told === null && counts.views.value === 0n) return words.unseen;
  if (told === null) {
    return low === high ? words.estimatedFew(saves) : words.estimated(saves, low, high);
  }
  const counted = formatCount(told, locale);
  return isFull ? words.toldBeside(counted, saves, low, high) : words.told(counted);
}

function scoreOf({ verdict, score, scoreRange }: HistoryReading): string {
  const words = historyText.reading;
  switch (verdict) {
    case 'scored':
      return words.score(score ?? 0, scoreRange);
    case 'too_early':
      return words.tooEarly;
    case 'too_small':
      return words.tooSmall;
  }
}

function sameAgeWords(sameAge: SameAge, locale: string): string {
  const words = historyText.video;
  switch (sameAge.kind) {
    case 'no age':
      return words.noAge;
    case 'too few':
      return words.tooFew(sameAge.others, sameAge.needed);
    case 'compared': {
      const { age, views, usual, least, most, others } = sameAge;
      const about = (count: number) => formatAbout(count, locale);
      return words.compared({
        day: formatCount(Math.round(age / DAY), locale),
        factor: formatRate((views + 1) / (usual + 1), locale),
        views: formatCount(views, locale),
        usual: about(usual),
        least: about(least),
        most: about(most),
        others,
      });
    }
  }
}

function signed(count: bigint, locale: string): string {
  return `${count < 0n ? '−' : '+'}${formatCount(count < 0n ? -count : count, locale)}`;
}

function timeWords(time: number, locale: string): string {
  const words = historyText.time;
  if (time >= 2 * DAY) return words.days(formatCount(time / DAY, locale));
  return time >= HOUR ? words.hours(formatCount(time / HOUR, locale)) : words.minutes;
}

/** A moment where Discord renders none: in UTC. */
function momentInUtc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
