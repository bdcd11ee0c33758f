import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, oneLine, plainAtWord } from '../lib/clip.js';
import { formatAbout, formatCount, formatRate } from '../lib/format.js';
import type { HistoryList, VideoHistory } from '../services/history/history.js';
import type { HistoryReading } from '../services/history/readings.js';
import type { VideoChoice } from '../services/history/videos.js';
import type { SameAge } from '../services/readings/same-age.js';
import type { Words } from '../words/words.js';
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
export function historyListEmbed(list: HistoryList, words: Words): APIEmbed {
  const phrases = words.history.list;
  if (list.readings.length === 0) return nothingEmbed(list, words);
  const total = formatCount(list.total, words.locale);
  const note = list.isOwn
    ? phrases.ownNote(total)
    : phrases.memberNote(String(list.subjectId), total);
  const title = list.isOwn ? phrases.own : phrases.member;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(list.days === null ? title : phrases.within(title, phrases.days(list.days)))
    .setDescription(
      clip(
        [note, ...list.readings.map((reading) => `\n${listed(reading, words)}`)].join('\n'),
        DESCRIPTION,
      ),
    )
    .toJSON();
}

/** One video: what is known of it, some of its readings, and how it stands at the same age. */
export function videoHistoryEmbed(video: VideoHistory, words: Words): APIEmbed {
  const phrases = words.history.video;
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(titleOf(video, EMBED_TITLE, words))
    .setDescription(
      [
        ...(video.posted === null ? [] : [phrases.posted(video.posted)]),
        phrases.total(formatCount(video.total, words.locale), video.total),
      ].join(' '),
    )
    // A field for each, so that none is cut short.
    .addFields(
      video.readings.map((reading) => ({
        name: dayAndMark(reading, words),
        value: clip(readingLines(reading, words).join('\n'), FIELD),
      })),
    )
    .addFields({ name: phrases.sameAge, value: sameAgeWords(video.sameAge, words) });
  if (video.url !== null) embed.setURL(video.url);
  return embed.toJSON();
}

/** One reading, and what can be done with it. */
export function readingPanelEmbed(reading: HistoryReading, words: Words): APIEmbed {
  const phrases = words.history.panel;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(titleOf(reading, EMBED_TITLE, words))
    .setDescription(phrases.intro)
    .addFields({
      name: `${phrases.title} · ${dayOf(reading.takenAt)}`,
      value: readingLines({ ...reading, growth: null }, words).join('\n'),
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
  words: Words,
): APIEmbed {
  const phrases = words.history.changed;
  const title = shortTitle(change.title, 'video', words);
  const what =
    change.kind === 'removed'
      ? phrases.removed(title, change.videoId !== null)
      : phrases[change.kind](title);
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(phrases.titles[change.kind])
    .setDescription(`${what}\n${phrases.undoUntil(momentOf(change.until))}`);
  if (now !== null) {
    embed.addFields({
      name: phrases.now,
      value: readingLines({ ...now, growth: null }, words).join('\n'),
    });
  }
  return embed.toJSON();
}

/** What became of an undo. */
export function undoneEmbed(
  kind: 'removed' | 'corrected' | 'merged' | 'imported',
  title: string | null,
  words: Words,
) {
  const phrases = words.history.changed;
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(phrases.undoneTitle)
    .setDescription(phrases.undone[kind](shortTitle(title, 'video', words)))
    .toJSON();
}

/** Asks which other entry is the same video. */
export function mergeEmbed(
  video: Pick<VideoHistory, 'title' | 'kind'>,
  isAny: boolean,
  words: Words,
): APIEmbed {
  const phrases = words.history.merge;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription(isAny ? phrases.intro(titleOf(video, TITLE_MAX, words)) : phrases.none)
    .toJSON();
}

/** A menu of readings to change; none where there are none. */
export function readingsMenu(
  customId: string,
  readings: readonly HistoryReading[],
  words: Words,
): Row[] {
  const phrases = words.history.video;
  return menuRow(
    customId,
    phrases.change,
    readings.map(({ readingId, takenAt, counts }) => ({
      value: String(readingId),
      label: phrases.changeOption(
        momentInUtc(takenAt),
        formatCount(counts.views.value, words.locale),
      ),
    })),
  );
}

/** A menu of entries that may be the same video. */
export function entriesMenu(
  customId: string,
  entries: readonly VideoChoice[],
  words: Words,
): Row[] {
  const phrases = words.history.merge;
  return menuRow(
    customId,
    phrases.choose,
    entries.map((entry) => ({
      value: String(entry.videoId),
      label: choiceName(entry, words),
      description: clip(phrases.optionHint(entry.posted, momentInUtc(entry.createdAt)), OPTION),
    })),
  );
}

/** A video in a list of choices, where Discord shows text as it is. */
export function choiceName({ title, posted, link }: VideoChoice, words: Words): string {
  const shown = oneLine(title ?? '');
  const name = shown === '' ? (link ?? words.history.untitled.video) : shown;
  const day = posted === null ? '' : ` · ${posted}`;
  return `${clip(name, OPTION - day.length)}${day}`;
}

/** A title made harmless, or what stands for one. */
export function titleOf(
  { title, kind }: { readonly title: string | null; readonly kind: 'video' | 'photo' },
  maxChars: number,
  words: Words,
): string {
  return title === null ? words.history.untitled[kind] : plainAtWord(title, maxChars);
}

function nothingEmbed({ isOwn, hasEarlier, days }: HistoryList, words: Words): APIEmbed {
  const phrases = words.history.nothing;
  const embed = new EmbedBuilder().setColor(colours.neutral).setTitle(phrases.title);
  if (!isOwn) return embed.setDescription(phrases.member).toJSON();
  if (hasEarlier && days !== null) {
    return embed.setDescription(phrases.earlier(words.history.list.days(days))).toJSON();
  }
  return embed
    .setDescription(phrases.own)
    .addFields({ name: phrases.first, value: phrases.addHow })
    .toJSON();
}

function shortTitle(title: string | null, kind: 'video' | 'photo', words: Words): string {
  return titleOf({ title, kind }, TITLE_MAX, words);
}

function listed(reading: HistoryReading, words: Words): string {
  const phrases = words.history.reading;
  const { counts, url, takenAt } = reading;
  const head = [
    `**${shortTitle(reading.title, reading.kind, words)}**`,
    relativeTime(takenAt),
    ...(reading.private ? [phrases.private] : []),
    ...(url === null ? [] : [phrases.open(url)]),
  ];
  const facts = [
    phrases.views(formatCount(counts.views.value, words.locale)),
    savesOf(reading, words, false),
    scoreOf(reading, words),
  ];
  return `${head.join(' · ')}\n${facts.join(' · ')}`;
}

function dayAndMark({ takenAt, private: isPrivate }: HistoryReading, words: Words): string {
  const day = `${dayOf(takenAt)} (${relativeTime(takenAt)})`;
  return isPrivate ? `${day} · ${words.history.reading.private}` : day;
}

function readingLines(
  reading: HistoryReading & { readonly growth: VideoHistory['readings'][number]['growth'] },
  words: Words,
): string[] {
  const phrases = words.history.reading;
  const { counts, growth } = reading;
  const count = (name: keyof typeof counts) => formatCount(counts[name].value, words.locale);
  return [
    phrases.counts(count('views'), count('likes'), count('comments'), count('shares')),
    `${savesOf(reading, words, true)} · ${scoreOf(reading, words)}`,
    ...(growth === null
      ? []
      : [phrases.grown(signed(growth.views, words.locale), timeWords(growth.time, words))]),
  ];
}

function savesOf(reading: HistoryReading, words: Words, isFull: boolean): string {
  const phrases = words.history.reading;
  const { estimate, told, counts } = reading;
  const about = (end: 'saves' | 'low' | 'high') => formatAbout(estimate[end], words.locale);
  const [saves, low, high] = [about('saves'), about('low'), about('high')];
  if (told === null && counts.views.value === 0n) return phrases.unseen;
  if (told === null) {
    return low === high ? phrases.estimatedFew(saves) : phrases.estimated(saves, low, high);
  }
  const counted = formatCount(told, words.locale);
  return isFull ? phrases.toldBeside(counted, saves, low, high) : phrases.told(counted);
}

function scoreOf({ verdict, score, scoreRange }: HistoryReading, words: Words): string {
  const phrases = words.history.reading;
  switch (verdict) {
    case 'scored':
      return phrases.score(score ?? 0, scoreRange);
    case 'too_early':
      return phrases.tooEarly;
    case 'too_small':
      return phrases.tooSmall;
  }
}

function sameAgeWords(sameAge: SameAge, words: Words): string {
  const phrases = words.history.video;
  switch (sameAge.kind) {
    case 'no age':
      return phrases.noAge;
    case 'too few':
      return phrases.tooFew(sameAge.others, sameAge.needed);
    case 'compared': {
      const { age, views, usual, least, most, others } = sameAge;
      const about = (count: number) => formatAbout(count, words.locale);
      return phrases.compared({
        day: formatCount(Math.round(age / DAY), words.locale),
        factor: formatRate((views + 1) / (usual + 1), words.locale),
        views: formatCount(views, words.locale),
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

function timeWords(time: number, words: Words): string {
  const phrases = words.history.time;
  if (time < HOUR) return phrases.minutes;
  const [say, unit] = time >= 2 * DAY ? [phrases.days, DAY] : [phrases.hours, HOUR];
  const whole = Math.round(time / unit);
  return say(formatCount(whole, words.locale), whole);
}

/** A moment where Discord renders none: in UTC. */
function momentInUtc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
