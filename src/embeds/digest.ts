import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIEmbedField,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { formatAbout, formatCount, formatDays, formatRate, formatTenths } from '../lib/format.js';
import type {
  DigestQuestion,
  DigestTip,
  DigestVideo,
  FullWeek,
  Improvement,
  Ranged,
  ReportCard,
  WeekContent,
  WeekNumbers,
  Worked,
} from '../services/digest/parts.js';
import { digestHow, digestPost } from '../text/digest-post.js';
import { faqText } from '../text/faq.js';
import { SHOWN_MARK } from '../text/pictures.js';
import { colours } from './colours.js';
import { chartAlt } from './digest-chart.js';
import { checkedWords, sourceLine } from './sources.js';
import { tipLine } from './tips.js';

/** Discord's limit of a field, in characters. */
const FIELD = 1024;

/** Long enough to know a video again; three of them fit a field with everything beside them. */
const TITLE_MAX = 64;

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

/** The post, from what was stored of it; the same content gives the same message, byte for byte. */
export function digestView(content: WeekContent, { markerId, chart }: DigestFrame): DigestView {
  const { locale, zone, from, until } = content;
  const embed = new EmbedBuilder().setTitle(
    digestPost.title(formatDays(new Date(from), new Date(until), zone, locale)),
  );
  if (content.quiet) embed.setColor(colours.neutral).setDescription(digestPost.quiet);
  else {
    embed
      .setColor(colours.good)
      .addFields(weekFields(content))
      .setFooter({ text: digestPost.footer });
    if (content.isRedacted) embed.setDescription(digestPost.redacted);
  }
  embed.addFields(
    { name: digestPost.fields.tip, value: clip(tipWords(content.tip), FIELD) },
    {
      name: digestPost.fields.question,
      value: clip(questionWords(content.question, until), FIELD),
    },
    { name: digestPost.fields.nudge, value: digestPost.nudge },
  );
  const files =
    chart === null || content.quiet
      ? []
      : [{ name: digestPost.picture, data: chart, description: chartAlt(content) }];
  if (files.length > 0) embed.setImage(`attachment://${digestPost.picture}`);
  const button = new ButtonBuilder()
    .setCustomId(markerId)
    .setLabel(digestPost.how)
    .setStyle(ButtonStyle.Secondary);
  return {
    embeds: [embed.toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
    files,
  };
}

/** Who stands out first, then the sums in a line each; what there is nothing to say of isn't there. */
function weekFields(content: FullWeek): APIEmbedField[] {
  const { fields } = digestPost;
  const { videos, improved, reportCard, worked, now, locale } = content;
  const improvements = improved.map((one) => improvementLine(one, locale)).join('\n');
  return [
    ...videoFields(videos, locale),
    ...(improved.length === 0 ? [] : [{ name: fields.improved, value: improvements }]),
    ...(now === null ? [] : [{ name: fields.numbers, value: numbersWords(now, content) }]),
    ...(reportCard === null ? [] : [{ name: fields.card, value: cardWords(reportCard, locale) }]),
    ...(worked === null ? [] : [{ name: fields.worked, value: workedWords(worked, locale) }]),
  ];
}

/** Counted videos and estimated ones stand apart: neither is held against the other. */
function videoFields(videos: readonly DigestVideo[], locale: string): APIEmbedField[] {
  const { fields } = digestPost;
  const groups = [true, false]
    .map((isCounted) => videos.filter(({ told }) => told === isCounted))
    .filter((group) => group.length > 0);
  return groups.map((group) => ({
    name: group[0]?.told === true ? fields.videos : fields.videosEstimated,
    value: group.map((one, place) => videoLine(one, place + 1, locale)).join('\n'),
  }));
}

function numbersWords(now: WeekNumbers, { before, locale }: FullWeek): string {
  const count = (value: number) => formatCount(value, locale);
  const counts = digestPost.counts(count(now.videos), count(now.creators), now);
  const then =
    before === null ? '' : digestPost.countsBefore(count(before.videos), count(before.creators));
  return [counts + then, ...rateWords(now.rate, before?.rate ?? null, locale)].join('\n');
}

function rateWords(now: Rate, then: Rate, locale: string): string[] {
  if (now === null) return [];
  const [rate, low, high] = ratesOf(now, locale);
  const words = isCounted(now) ? digestPost.rateCounted(rate) : digestPost.rate(rate, low, high);
  return [words + digestPost.among(now.everybody) + beforeWords(now, then, locale)];
}

function beforeWords(now: NonNullable<Rate>, then: Rate, locale: string): string {
  if (then === null) return '';
  const [rate, low, high] = ratesOf(then, locale);
  const words = isCounted(then)
    ? digestPost.rateBeforeCounted(rate)
    : digestPost.rateBefore(rate, low, high);
  return now.low <= then.high && then.low <= now.high ? words + digestPost.alike : words;
}

type Rate = WeekNumbers['rate'];

/** A rate and its range for 100 views. */
function ratesOf({ value, low, high }: Ranged, locale: string): [string, string, string] {
  const shown = (rate: number) => formatRate(rate * 100, locale);
  return [shown(value), shown(low), shown(high)];
}

function isCounted({ estimated }: NonNullable<Rate>): boolean {
  return estimated === 0;
}

function videoLine(video: DigestVideo, place: number, locale: string): string {
  const { title, creatorId, score, scoreRange, saves, told, url, pictured = false } = video;
  const line = digestPost.video(
    place,
    title === null ? digestPost.untitled : plain(title, TITLE_MAX),
    mention(creatorId),
    digestPost.score(formatCount(score, locale), scoreRange ?? null),
    told
      ? digestPost.savesCounted(formatCount(saves.value, locale))
      : digestPost.saves(
          formatAbout(saves.value, locale),
          formatAbout(saves.low, locale),
          formatAbout(saves.high, locale),
        ),
  );
  const marked = pictured ? `${line} ${SHOWN_MARK}` : line;
  return url === null ? marked : marked + digestPost.link(url);
}

function improvementLine(
  { creatorId, before, now, videos, basis }: Improvement,
  locale: string,
): string {
  return digestPost.improvement(
    mention(creatorId),
    formatTenths(before, locale),
    formatTenths(now, locale),
    formatCount(videos, locale),
    basis ?? null,
  );
}

function cardWords(card: ReportCard, locale: string): string {
  const { truths, inside, judged = truths, factor, everybody } = card;
  return digestPost.card(
    formatCount(truths, locale),
    formatCount(inside, locale),
    judged,
    formatRate(factor, locale),
    everybody,
  );
}

function workedWords({ what, better, creators, points }: Worked, locale: string): string {
  return digestPost.worked(
    what,
    formatCount(better, locale),
    formatCount(creators, locale),
    points === undefined ? null : formatTenths(points, locale),
  );
}

function tipWords({ categories, ...tip }: DigestTip): string {
  return (categories.length === 0 ? '' : digestPost.tipFor(categories)) + tipLine(tip);
}

function questionWords(asked: DigestQuestion, until: string): string {
  const { question, verdict, short, source } = asked;
  return digestPost.question(
    question,
    faqText.verdict[verdict],
    short,
    sourceLine(source),
    checkedWords(asked, new Date(until)),
  );
}

/** A name as Discord shows it to each reader; in an embed it pings nobody. */
function mention(memberId: string): string {
  return `<@${memberId}>`;
}

/** From how much on a figure is shown. */
interface DigestRules {
  readonly fewestCreators: number;
  readonly mostShown: number;
  readonly fewestNow: number;
  readonly fewestBefore: number;
  readonly weeksBefore: number;
  readonly fewestCompared: number;
}

/** The answer to the digest's button: how each figure is made. */
export function digestHowEmbed(rules: DigestRules): APIEmbed {
  const { fields } = digestHow;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(digestHow.title)
    .setDescription(digestHow.intro)
    .addFields(
      { name: fields.totals, value: digestHow.totals(rules.fewestCreators) },
      { name: fields.rate, value: digestHow.rate },
      { name: fields.videos, value: digestHow.videos(rules.mostShown) },
      {
        name: fields.improved,
        value: digestHow.improved(rules.fewestNow, rules.fewestBefore, rules.weeksBefore),
      },
      { name: fields.card, value: digestHow.card(rules.fewestCreators) },
      { name: fields.worked, value: digestHow.worked(rules.weeksBefore + 1, rules.fewestCompared) },
    )
    .toJSON();
}
