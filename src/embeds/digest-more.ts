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
import { digestHow, digestMore } from '../text/digest-post.js';
import { faqText } from '../text/faq.js';
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

/** Discord's limit of a field, in characters. */
const FIELD = 1024;

/** What a digest had no room for: its question's answer, its tip in full, and the figures behind it. */
export function digestMoreEmbed(content: WeekContent): APIEmbed {
  const { question, until, tip } = content;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(digestMore.title)
    .addFields(
      { name: question.question, value: clip(answerWords(question, until), FIELD) },
      ...(content.quiet ? [] : weekFields(content)),
      { name: digestMore.fields.tip, value: clip(tipLine(tip), FIELD) },
    )
    .toJSON();
}

function weekFields(content: FullWeek): APIEmbedField[] {
  const { fields } = digestMore;
  const { videos, improved, reportCard, now, locale } = content;
  const improvements = improved.map((one) => improvementLine(one, locale)).join('\n');
  return [
    ...videoFields(placed(videos).slice(MOST_IN_POST), locale),
    ...(improved.length === 0 ? [] : [{ name: fields.improved, value: improvements }]),
    ...(now === null ? [] : [{ name: fields.numbers, value: numbersWords(now, content) }]),
    ...(reportCard === null ? [] : [{ name: fields.card, value: cardWords(reportCard, locale) }]),
  ];
}

function numbersWords(now: WeekNumbers, { before, locale }: FullWeek): string {
  const count = (value: number) => formatCount(value, locale);
  const counts = digestMore.counts(count(now.videos), count(now.creators), now);
  const then =
    before === null ? '' : digestMore.countsBefore(count(before.videos), count(before.creators));
  return [counts + then, ...rateWords(now.rate, before?.rate ?? null, locale)].join('\n');
}

function rateWords(now: WeekNumbers['rate'], then: WeekNumbers['rate'], locale: string): string[] {
  if (now === null) return [];
  const [rate, low, high] = ratesOf(now, locale);
  const words = isCounted(now)
    ? digestMore.rateCounted(rate, now.everybody)
    : digestMore.rate(rate, low, high, now.everybody);
  if (then === null) return [words];
  return [words + rateBefore(then, locale) + (isAlike(now, then) ? digestMore.alike : '')];
}

function improvementLine(
  { creatorId, before, now, videos, basis }: Improvement,
  locale: string,
): string {
  return digestMore.improvement(
    mention(creatorId),
    formatTenths(before, locale),
    formatTenths(now, locale),
    formatCount(videos, locale),
    basis ?? null,
  );
}

function cardWords(card: ReportCard, locale: string): string {
  const { truths, inside, judged = truths, factor, everybody } = card;
  return digestMore.card(
    formatCount(truths, locale),
    formatCount(inside, locale),
    judged,
    formatRate(factor, locale),
    everybody,
  );
}

function answerWords(asked: DigestQuestion, until: string): string {
  const { verdict, short, source } = asked;
  return digestMore.answer(
    short,
    faqText.verdict[verdict],
    sourceLine(source),
    checkedWords(asked, new Date(until)),
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
