import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { dayOfRange } from '../lib/dates.js';
import {
  formatAbout,
  formatChange,
  formatCount,
  formatDay,
  formatFactor,
  formatRate,
} from '../lib/format.js';
import { parseTikTokLink } from '../lib/tiktok-link.js';
import { MIN_VIEWS, MODEL_PROVENANCE, type Part } from '../services/estimate/estimate.js';
import type { Miss } from '../services/scores/report-card.js';
import type { Score } from '../services/scores/score.js';
import { howText, scoreText } from '../text/score.js';
import { colours } from './colours.js';
import { relativeTime } from './timestamp.js';
import { tipLine } from './tips.js';

/** Discord's limits, in characters. */
const TITLE = 256;
const FIELD = 1024;

/** An experiment's name, long enough to know it again. */
const EXPERIMENT_NAME = 60;

/** A part that moves the estimate by less than this (log units, about 3 %) isn't worth a line. */
const NOTICEABLE = 0.03;

/** A miss by less than this factor isn't worth a word. */
const AS_GOOD_AS_RIGHT = 1.05;

/** The answer to `/score`: what was estimated, how sure that is, why, and what to try. */
export function scoreEmbed(score: Score, locale: string): APIEmbed {
  const { fields } = scoreText;
  const embed = new EmbedBuilder()
    .setColor(colourOf(score))
    .setTitle(titleOf(score))
    .setDescription(descriptionOf(score, locale))
    .addFields(
      { name: fields.proxy, value: proxyOf(score), inline: true },
      { name: fields.saves, value: savesOf(score, locale), inline: true },
      { name: fields.rate, value: rateOf(score, locale), inline: true },
      { name: fields.why, value: clip(whyOf(score, locale), FIELD) },
      { name: fields.next, value: tipLine(score.tip) },
    )
    .setFooter({ text: scoreText.footer(score.modelVersion) })
    .setTimestamp(score.takenAt);
  if (score.url !== null) embed.setURL(score.url);
  return embed.toJSON();
}

/** The buttons under a score, each with its custom id. */
export function scoreButtons(ids: {
  how: string;
  realSaves: string;
  edit: string;
}): APIActionRowComponent<APIButtonComponent> {
  return new ActionRowBuilder<ButtonBuilder>()
    .addComponents(
      new ButtonBuilder()
        .setCustomId(ids.how)
        .setLabel(scoreText.buttons.how)
        .setStyle(ButtonStyle.Secondary),
      new ButtonBuilder()
        .setCustomId(ids.realSaves)
        .setLabel(scoreText.buttons.realSaves)
        .setStyle(ButtonStyle.Primary),
      new ButtonBuilder()
        .setCustomId(ids.edit)
        .setLabel(scoreText.buttons.edit)
        .setStyle(ButtonStyle.Secondary),
    )
    .toJSON();
}

/** The answer to `How?`: formula, inputs, rounding, range, reference and origin. */
export function howEmbed(score: Score, locale: string): APIEmbed {
  const { fields } = howText;
  const count = (value: number | bigint) => formatCount(value, locale);
  const inputs = (['views', 'likes', 'comments', 'shares'] as const).map((name) => {
    const { value, step } = score.counts[name];
    const rounded = step > 1n ? howText.rounded(count(step / 2n)) : null;
    return howText.input(name, count(value), rounded);
  });
  if (score.trueSaves !== null) inputs.push(howText.truth(count(score.trueSaves)));
  const { rows, creators, dataUntil } = MODEL_PROVENANCE;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(howText.title)
    .setDescription(howText.intro)
    .addFields(
      { name: fields.inputs, value: inputs.join('\n') },
      {
        name: fields.formula,
        value: clip(`${howText.formula(score.modelVersion)}\n${factorsOf(score, locale)}`, FIELD),
      },
      { name: fields.range, value: howText.range },
      {
        name: fields.score,
        value: `${howText.score(score.reference)} ${howText.judging(count(MIN_VIEWS))}`,
      },
      {
        name: fields.origin,
        value: `${howText.origin(count(rows), count(creators), dataUntil)} ${howText.assumptions}`,
      },
      { name: fields.sources, value: `${howText.sources} ${howText.links}` },
    )
    .toJSON();
}

function titleOf({ title, kind }: Score): string {
  return title === null ? scoreText.untitled[kind] : plain(title, TITLE);
}

function descriptionOf(score: Score, locale: string): string {
  const { views, likes, comments, shares } = score.counts;
  const count = (value: bigint) => formatCount(value, locale);
  const day = score.posted === undefined ? null : dayOfRange(score.posted);
  const lines = [
    scoreText.readAs(
      count(views.value),
      count(likes.value),
      count(comments.value),
      count(shares.value),
      day === null ? null : formatDay(day, locale),
    ),
  ];
  if (score.previous !== null) {
    const grown = views.value - score.previous.views;
    const signed = `${grown < 0n ? '−' : '+'}${count(grown < 0n ? -grown : grown)}`;
    lines.push(scoreText.secondReading(relativeTime(score.previous.takenAt), signed));
  }
  if (score.learnedFrom > 0) lines.push(scoreText.learned(score.learnedFrom));
  if (score.learnedHere > 0) lines.push(scoreText.learnedHere(score.learnedHere));
  if (score.experiment !== null) {
    const { name, videos, needed } = score.experiment;
    const shownName = plain(name, EXPERIMENT_NAME);
    lines.push(
      videos < needed
        ? scoreText.experiment(shownName, videos, needed)
        : scoreText.experimentReady(shownName, videos),
    );
  }
  if (score.trueSaves === null) lines.push(scoreText.askForTruth);
  if (isShort(score.url)) lines.push(scoreText.shortLink);
  if (score.kind === 'photo') lines.push(scoreText.photoNote);
  return lines.join('\n');
}

/** Whether only TikTok knows which video a link is of. */
function isShort(url: string | null): boolean {
  const read = url === null ? null : parseTikTokLink(url);
  return read?.ok === true && read.link.shortCode !== null;
}

function proxyOf({ verdict, value, comeBackAt }: Score): string {
  const back = comeBackAt === null ? '' : relativeTime(comeBackAt);
  switch (verdict) {
    case 'too_early':
      return scoreText.tooEarly(back);
    case 'too_small':
      return scoreText.tooSmall(back);
    case 'scored':
      return scoreText.value(value ?? 0);
  }
}

function savesOf({ estimate, trueSaves, miss }: Score, locale: string): string {
  const about = (saves: number) => formatAbout(saves, locale);
  const [saves, low, high] = [about(estimate.saves), about(estimate.low), about(estimate.high)];
  if (trueSaves === null || miss === null) return scoreText.estimated(saves, low, high);
  return scoreText.told(formatCount(trueSaves, locale), saves, low, high, missOf(miss, locale));
}

function missOf({ miss, inside }: Miss, locale: string): string {
  const factor = Math.exp(Math.abs(miss));
  if (factor < AS_GOOD_AS_RIGHT) return scoreText.hit;
  return scoreText.missed(formatRate(factor, locale), miss > 0 ? 'low' : 'high', inside);
}

function rateOf({ counts, estimate, trueSaves }: Score, locale: string): string {
  const views = Number(counts.views.value);
  if (views === 0) return scoreText.noRate;
  const rate = (saves: number) => formatRate((100 * saves) / views, locale);
  return trueSaves === null
    ? scoreText.rateEstimated(rate(estimate.saves), rate(estimate.low), rate(estimate.high))
    : scoreText.rateTold(rate(Number(trueSaves)));
}

function whyOf(score: Score, locale: string): string {
  const base = baseOf(score.parts);
  const lines = [
    scoreText.whyBase(formatAbout(base, locale), formatCount(score.counts.views.value, locale)),
  ];
  const noticeable = otherParts(score.parts).filter(({ effect }) => Math.abs(effect) >= NOTICEABLE);
  for (const { signal, effect } of noticeable) {
    lines.push(
      scoreText.whyPart(formatChange(Math.expm1(effect), locale), scoreText.signals[signal]),
    );
  }
  if (noticeable.length === 0) lines.push(scoreText.whyEven);
  return lines.join('\n');
}

function factorsOf({ parts, estimate }: Score, locale: string): string {
  const number = (value: number) => formatFactor(value, locale);
  const start = number(baseOf(parts) + 1);
  const factors = otherParts(parts).map(
    ({ signal, effect }) => ` × ${number(Math.exp(effect))} (${scoreText.signals[signal]})`,
  );
  return `${start}${factors.join('')} = ${number(estimate.saves + 1)}`;
}

/** Saves of a typical video of this size: what the parts that speak of size alone say. */
function baseOf(parts: readonly Part[]): number {
  return Math.expm1(parts.filter(isBase).reduce((sum, { effect }) => sum + effect, 0));
}

function otherParts(parts: readonly Part[]): Part[] {
  return parts.filter((part) => !isBase(part));
}

function isBase({ signal }: Part): boolean {
  return signal === 'level' || signal === 'views';
}

function colourOf({ value }: Score): number {
  if (value === null) return colours.neutral;
  if (value >= 60) return colours.good;
  return value >= 30 ? colours.middling : colours.low;
}
