import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIEmbedField,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, plainAtWord } from '../lib/clip.js';
import { formatBrief, formatCount, formatDays, formatRate, formatTenths } from '../lib/format.js';
import type {
  DigestTip,
  DigestVideo,
  FullWeek,
  Improvement,
  Ranged,
  WeekContent,
  WeekNumbers,
  Worked,
} from '../services/digest/parts.js';
import { SHOWN_MARK } from '../words/marks.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { chartAlt } from './digest-chart.js';
import { shortTipLine, tipLine } from './tips.js';
import { questionIn } from './translated.js';

/** Discord's limit of a field, in characters. */
const FIELD = 1024;

/** One line of a phone, with its place before it. */
const TITLE_MAX = 26;

/** So many videos, and so many who improved, stand in the post: it is read on a phone. */
export const MOST_IN_POST = 3;

/** From here on estimates stand in short, so that a video has three lines. */
const BRIEF_FROM = 10_000;

/** What stands beside the content of a digest. */
export interface DigestFrame {
  /** The custom id of its button: by it the post is found again in its channel. */
  readonly markerId: string;
  /** PNG; null where the content has no chart. */
  readonly chart: Uint8Array | null;
}

/** A message as it is sent: its embed refers to the file. */
interface DigestView {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
  readonly files: readonly {
    readonly name: string;
    readonly data: Uint8Array;
    readonly description: string;
  }[];
}

/**
 * The post, from what was stored of it; the same content gives the same message, byte for byte, in the
 * same words.
 */
export function digestView(
  content: WeekContent,
  { markerId, chart }: DigestFrame,
  words: Words,
): DigestView {
  const { zone, from, until, quiet } = content;
  const days = formatDays(new Date(from), new Date(until), zone, words.locale, 'medium');
  const embed = new EmbedBuilder().setTitle(words.digestPost.title(days));
  if (quiet) embed.setColor(colours.neutral).setDescription(words.digestPost.quiet);
  else {
    embed
      .setColor(colours.good)
      .addFields(weekFields(content, words))
      .setFooter({ text: words.digestPost.footer });
    if (content.isRedacted) embed.setDescription(words.digestPost.redacted);
  }
  embed.addFields(
    { name: words.digestPost.fields.tip, value: clip(tipWords(content.tip, words), FIELD) },
    {
      name: words.digestPost.fields.question,
      value: words.digestPost.question(questionIn(content.question, words)),
    },
  );
  if (quiet)
    embed.addFields({ name: words.digestPost.fields.nudge, value: words.digestPost.nudge });
  const files =
    chart === null || quiet
      ? []
      : [{ name: words.digestPost.picture, data: chart, description: chartAlt(content, words) }];
  if (files.length > 0) embed.setImage(`attachment://${words.digestPost.picture}`);
  const button = new ButtonBuilder()
    .setCustomId(markerId)
    .setLabel(words.digestPost.how)
    .setStyle(ButtonStyle.Secondary);
  return {
    embeds: [embed.toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
    files,
  };
}

/** Who stands out first, then the sums in a line each; what there is nothing to say of isn't there. */
function weekFields(content: FullWeek, words: Words): APIEmbedField[] {
  const { fields } = words.digestPost;
  const { videos, improved, worked, now } = content;
  return [
    ...videoFields(placed(videos).slice(0, MOST_IN_POST), words),
    ...improvedFields(improved.slice(0, MOST_IN_POST), words),
    ...(worked === null ? [] : [{ name: fields.worked, value: workedWords(worked, words) }]),
    ...(now === null ? [] : [{ name: fields.numbers, value: numbersWords(now, content, words) }]),
  ];
}

/** A video with its place among those whose saves are known in the same way. */
interface Placed extends DigestVideo {
  readonly place: number;
}

/** All videos of a digest, the counted ones first: the post shows the first of them. */
export function placed(videos: readonly DigestVideo[]): Placed[] {
  return [true, false].flatMap((isCounted) =>
    videos
      .filter(({ told }) => told === isCounted)
      .map((video, index) => ({ ...video, place: index + 1 })),
  );
}

/** Counted videos and estimated ones stand apart: neither is held against the other. */
export function videoFields(videos: readonly Placed[], words: Words): APIEmbedField[] {
  const { counted, estimated } = words.digestPost.fields.videos;
  return apart(videos, ({ told }) => told).map(([isCounted, group]) => ({
    name: isCounted ? counted : estimated,
    value: group.map((one) => videoLine(one, words)).join('\n'),
  }));
}

function improvedFields(improved: readonly Improvement[], words: Words): APIEmbedField[] {
  const { counted, estimated } = words.digestPost.fields.improved;
  return apart(improved, ({ basis }) => basis !== 'estimated').map(([isCounted, group]) => ({
    name: isCounted ? counted : estimated,
    value: group.map((one) => improvementLine(one, words)).join('\n'),
  }));
}

/** Those that are counted and those that aren't; no group is empty. */
function apart<T>(all: readonly T[], isCounted: (one: T) => boolean): [boolean, T[]][] {
  return [true, false].flatMap((wanted) => {
    const group = all.filter((one) => isCounted(one) === wanted);
    return group.length === 0 ? [] : [[wanted, group] satisfies [boolean, T[]]];
  });
}

function numbersWords(now: WeekNumbers, { before }: FullWeek, words: Words): string {
  const count = (value: number) => formatCount(value, words.locale);
  const counts = words.digestPost.counts(count(now.videos), count(now.creators), now);
  return [counts, ...rateWords(now, before?.rate ?? null, words)].join('\n');
}

function rateWords({ rate: now, everybody }: WeekNumbers, then: Rate, words: Words): string[] {
  if (now === null) return [];
  const [rate, low, high] = ratesOf(now, words.locale);
  const phrases = isCounted(now)
    ? words.digestPost.rateCounted(rate)
    : words.digestPost.rate(rate, low, high);
  const among = everybody && !now.everybody ? words.digestPost.rateOfJoined : '';
  if (then === null) return [phrases + among];
  const before = isAlike(now, then) ? words.digestPost.alike : rateBefore(then, words);
  return [phrases + among + before];
}

type Rate = WeekNumbers['rate'];

/** Whether two weeks can't be told apart: their ranges overlap. */
export function isAlike(now: Ranged, then: Ranged): boolean {
  return now.low <= then.high && then.low <= now.high;
}

/** The rate of the week before, as an addition to this week's. */
export function rateBefore(then: NonNullable<Rate>, words: Words): string {
  const [rate, low, high] = ratesOf(then, words.locale);
  return isCounted(then)
    ? words.digestPost.rateBeforeCounted(rate)
    : words.digestPost.rateBefore(rate, low, high);
}

/** A rate and its range for 100 views. */
export function ratesOf({ value, low, high }: Ranged, locale: string): [string, string, string] {
  const shown = (rate: number) => formatRate(rate * 100, locale);
  return [shown(value), shown(low), shown(high)];
}

/** Whether a rate is that of counts alone. */
export function isCounted({ estimated }: NonNullable<Rate>): boolean {
  return estimated === 0;
}

function videoLine(video: Placed, words: Words): string {
  const { place, title, creatorId, score, scoreRange, saves, told, url, pictured = false } = video;
  const about = (value: number) => formatBrief(value, BRIEF_FROM, words.locale);
  const line = words.digestPost.video(
    place,
    title === null ? words.digestPost.untitled : plainAtWord(title, TITLE_MAX),
    mention(creatorId),
    words.digestPost.score(formatCount(score, words.locale), scoreRange ?? null),
    told
      ? words.digestPost.savesCounted(formatCount(saves.value, words.locale))
      : words.digestPost.saves(about(saves.value), about(saves.low), about(saves.high)),
  );
  const marked = pictured ? `${line} ${SHOWN_MARK}` : line;
  return url === null ? marked : marked + words.digestPost.link(url);
}

function improvementLine({ creatorId, before, now }: Improvement, words: Words): string {
  return words.digestPost.improvement(
    mention(creatorId),
    formatTenths(before, words.locale),
    formatTenths(now, words.locale),
  );
}

function workedWords({ what, better, creators, points }: Worked, words: Words): string {
  return words.digestPost.worked(
    what,
    formatCount(better, words.locale),
    formatCount(creators, words.locale),
    points === undefined ? null : formatTenths(points, words.locale),
  );
}

/** Older digests have their tip as a whole alone. */
function tipWords({ categories, short, ...tip }: DigestTip, words: Words): string {
  const line = short === undefined ? tipLine(tip, words) : shortTipLine({ ...tip, short }, words);
  return (categories.length === 0 ? '' : words.digestPost.tipFor(categories)) + line;
}

/** A name as Discord shows it to each reader; in an embed it pings nobody. */
export function mention(memberId: string): string {
  return `<@${memberId}>`;
}
