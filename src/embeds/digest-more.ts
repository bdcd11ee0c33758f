import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { clip } from '../lib/clip.js';
import { formatCount, formatRate, formatTenths } from '../lib/format.js';
import type {
  DigestQuestion,
  FullWeek,
  Improvement,
  ReportCard,
  WeekContent,
  WeekNumbers,
} from '../services/digest/parts.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import {
  isAlike,
  isCounted,
  MOST_IN_POST,
  mention,
  placed,
  rateBefore,
  ratesOf,
  videoFields,
} from './digest.js';
import { checkedWords, sourceLine } from './sources.js';
import { tipLine } from './tips.js';
import { questionIn } from './translated.js';

/** Discord's limit of a field, in characters. */
const FIELD = 1024;

/** What a digest had no room for: its question's answer, its tip in full, and the figures behind it. */
export function digestMoreEmbed(content: WeekContent, words: Words): APIEmbed {
  const { question, until, tip } = content;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.digestMore.title)
    .addFields(
      {
        name: questionIn(question, words),
        value: clip(answerWords(question, until, words), FIELD),
      },
      ...(content.quiet ? [] : weekFields(content, words)),
      { name: words.digestMore.fields.tip, value: clip(tipLine(tip, words), FIELD) },
    )
    .toJSON();
}

function weekFields(content: FullWeek, words: Words): APIEmbedField[] {
  const { fields } = words.digestMore;
  const { videos, improved, reportCard, now } = content;
  const improvements = improved.map((one) => improvementLine(one, words)).join('\n');
  return [
    ...videoFields(placed(videos).slice(MOST_IN_POST), words),
    ...(improved.length === 0 ? [] : [{ name: fields.improved, value: improvements }]),
    ...(now === null ? [] : [{ name: fields.numbers, value: numbersWords(now, content, words) }]),
    ...(reportCard === null ? [] : [{ name: fields.card, value: cardWords(reportCard, words) }]),
  ];
}

function numbersWords(now: WeekNumbers, { before }: FullWeek, words: Words): string {
  const count = (value: number) => formatCount(value, words.locale);
  const counts = words.digestMore.counts(count(now.videos), count(now.creators), now);
  const then =
    before === null
      ? ''
      : words.digestMore.countsBefore(count(before.videos), count(before.creators));
  return [counts + then, ...rateWords(now.rate, before?.rate ?? null, words)].join('\n');
}

function rateWords(now: WeekNumbers['rate'], then: WeekNumbers['rate'], words: Words): string[] {
  if (now === null) return [];
  const [rate, low, high] = ratesOf(now, words.locale);
  const phrases = isCounted(now)
    ? words.digestMore.rateCounted(rate, now.everybody)
    : words.digestMore.rate(rate, low, high, now.everybody);
  if (then === null) return [phrases];
  return [phrases + rateBefore(then, words) + (isAlike(now, then) ? words.digestMore.alike : '')];
}

function improvementLine(
  { creatorId, before, now, videos, basis }: Improvement,
  words: Words,
): string {
  return words.digestMore.improvement(
    mention(creatorId),
    formatTenths(before, words.locale),
    formatTenths(now, words.locale),
    formatCount(videos, words.locale),
    basis ?? null,
  );
}

function cardWords(card: ReportCard, words: Words): string {
  const { truths, inside, judged = truths, factor, everybody } = card;
  return words.digestMore.card(
    formatCount(truths, words.locale),
    formatCount(inside, words.locale),
    judged,
    formatRate(factor, words.locale),
    everybody,
  );
}

function answerWords(asked: DigestQuestion, until: string, words: Words): string {
  const { id, verdict, short, source } = asked;
  return words.digestMore.answer(
    words.texts.entries.get(id)?.short ?? short,
    words.faq.verdict[verdict],
    sourceLine(source, words),
    checkedWords(asked, new Date(until), words),
  );
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

/** How each figure of a digest is made. */
export function digestHowEmbed(rules: DigestRules, words: Words): APIEmbed {
  const { fields } = words.digestHow;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.digestHow.title)
    .setDescription(words.digestHow.intro)
    .addFields(
      { name: fields.totals, value: words.digestHow.totals(rules.fewestCreators) },
      { name: fields.rate, value: words.digestHow.rate },
      { name: fields.videos, value: words.digestHow.videos(rules.mostShown) },
      {
        name: fields.improved,
        value: words.digestHow.improved(rules.fewestNow, rules.fewestBefore, rules.weeksBefore),
      },
      { name: fields.card, value: words.digestHow.card(rules.fewestCreators) },
      {
        name: fields.worked,
        value: words.digestHow.worked(rules.weeksBefore + 1, rules.fewestCompared),
      },
    )
    .toJSON();
}
