import {
  ActionRowBuilder,
  ButtonBuilder,
  EmbedBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { dayOfRange } from '../lib/dates.js';
import { formatAbout, formatCount, formatDay, formatRate } from '../lib/format.js';
import { parseTikTokLink } from '../lib/tiktok-link.js';
import {
  CATEGORIES,
  hasOwnReference,
  MIN_VIEWS,
  MODEL_PROVENANCE,
  VIETNAMESE_PERCENT,
} from '../services/estimate/estimate.js';
import type { Turn } from '../services/insights/experiments.js';
import type { Miss } from '../services/readings/report-card.js';
import type { Score } from '../services/scores/score.js';
import { howText, scoreText } from '../text/score.js';
import { colours } from './colours.js';
import { relativeTime } from './timestamp.js';
import { tipLine } from './tips.js';
import { factorsOf, whyOf } from './why.js';

/** Discord's limits, in characters. */
const TITLE = 256;
const FIELD = 1024;
const OPTION = 100;

/** An experiment's name, long enough to know it again. */
const EXPERIMENT_NAME = 60;

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
    .setFooter({
      text:
        score.trueSaves === null
          ? scoreText.footer(score.modelVersion)
          : scoreText.footerCounted(score.modelVersion),
    })
    .setTimestamp(score.takenAt);
  if (score.url !== null) embed.setURL(score.url);
  return embed.toJSON();
}

/** The buttons under a score, each with its custom id. */
export function scoreButtons(
  { trueSaves, accountUnknown }: Pick<Score, 'trueSaves' | 'accountUnknown'>,
  ids: { how: string; realSaves: string; edit: string; whichAccount: string },
): APIActionRowComponent<APIButtonComponent> {
  const { buttons } = scoreText;
  const isCounted = trueSaves !== null;
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(ids.how).setLabel(buttons.how).setStyle(ButtonStyle.Secondary),
    new ButtonBuilder()
      .setCustomId(ids.realSaves)
      .setLabel(isCounted ? buttons.changeSaves : buttons.realSaves)
      .setStyle(isCounted ? ButtonStyle.Secondary : ButtonStyle.Primary),
    new ButtonBuilder()
      .setCustomId(ids.edit)
      .setLabel(buttons.edit)
      .setStyle(ButtonStyle.Secondary),
  );
  if (accountUnknown) {
    row.addComponents(
      new ButtonBuilder()
        .setCustomId(ids.whichAccount)
        .setLabel(buttons.whichAccount)
        .setStyle(ButtonStyle.Secondary),
    );
  }
  return row.toJSON();
}

/** The menu under a score that asks what the video is for, with what is taken for it so far. */
export function categoryMenu(
  customId: string,
  score: Score,
): APIActionRowComponent<APIStringSelectComponent> {
  const chosen = score.parts.find(({ signal }) => signal === 'category')?.category;
  const options = CATEGORIES.map((value) => ({
    value,
    label: scoreText.category[value],
    default: value === chosen,
  }));
  return menuOf(customId, scoreText.categoryMenu, options);
}

/** The accounts a video may be of, to choose from. */
export function accountsMenu(
  customId: string,
  handles: readonly string[],
): APIActionRowComponent<APIStringSelectComponent> {
  const options = handles.map((handle) => ({ label: clip(`@${handle}`, OPTION), value: handle }));
  return menuOf(customId, scoreText.account.choose, options);
}

function menuOf(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIActionRowComponent<APIStringSelectComponent> {
  return new ActionRowBuilder<StringSelectMenuBuilder>()
    .addComponents(
      new StringSelectMenuBuilder()
        .setCustomId(customId)
        .setPlaceholder(placeholder)
        .addOptions([...options]),
    )
    .toJSON();
}

/** An experiment while typing: its name, and whose turn it is. */
export function experimentChoice(name: string, turn: Turn): string {
  const next = scoreText.turn[turn];
  return `${clip(name, OPTION - next.length)}${next}`;
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
        value: clip(`${howText.formula(score.modelVersion)} ${factorsOf(score, locale)}`, FIELD),
      },
      {
        name: fields.range,
        value: score.kind === 'photo' ? howText.rangePhoto : `${howText.range} ${howText.kinds}`,
      },
      {
        name: fields.score,
        value: [
          howText.score(score.reference),
          ...referenceNote(score),
          howText.judging(count(MIN_VIEWS)),
        ].join(' '),
      },
      {
        name: fields.origin,
        value: `${howText.origin(count(rows), count(creators), dataUntil, VIETNAMESE_PERCENT)} ${howText.assumptions}`,
      },
      { name: fields.sources, value: `${howText.sources} ${howText.links}` },
    )
    .toJSON();
}

/** Which reference a score with a category compares with, where versions before knew only one. */
function referenceNote({ parts }: Score): string[] {
  const category = parts.find(({ signal }) => signal === 'category')?.category;
  if (category === undefined) return [];
  return hasOwnReference(category)
    ? [howText.ownReference]
    : [howText.commonReference(scoreText.category[category])];
}

/** No real count of the creator's or of the server, and no category: the number is worth little. */
function isLittleKnown({ parts, learnedFrom, learnedHere, trueSaves }: Score): boolean {
  const hasCategory = parts.some(({ signal }) => signal === 'category');
  return trueSaves === null && learnedFrom === 0 && learnedHere === 0 && !hasCategory;
}

function titleOf({ title, kind }: Score): string {
  return title === null ? scoreText.untitled[kind] : plain(title, TITLE);
}

function descriptionOf(score: Score, locale: string): string {
  const { views, likes, comments, shares } = score.counts;
  const count = (value: bigint) => formatCount(value, locale);
  const day = score.posted === undefined ? null : dayOfRange(score.posted);
  const lines: string[] = [];
  if (isLittleKnown(score) && views.value > 0n) {
    const { low, high } = score.estimate;
    const known = score.accountUnknown ? 'account' : score.kind;
    lines.push(scoreText.littleKnown(formatAbout(low, locale), formatAbout(high, locale), known));
  }
  lines.push(
    scoreText.readAs(
      count(views.value),
      count(likes.value),
      count(comments.value),
      count(shares.value),
      day === null ? null : formatDay(day, locale),
    ),
  );
  if (score.previous !== null) {
    const grown = views.value - score.previous.views;
    const signed = `${grown < 0n ? '−' : '+'}${count(grown < 0n ? -grown : grown)}`;
    lines.push(scoreText.secondReading(relativeTime(score.previous.takenAt), signed));
  }
  if (score.learnedFrom > 0) lines.push(scoreText.learned(score.learnedFrom));
  if (score.learnedHere > 0) lines.push(scoreText.learnedHere(score.learnedHere));
  if (score.experiment !== null) {
    const { name, videos, without, needed } = score.experiment;
    const shownName = plain(name, EXPERIMENT_NAME);
    lines.push(
      Math.min(videos, without) < needed
        ? scoreText.experiment(shownName, videos, without, needed)
        : scoreText.experimentReady(shownName, videos, without),
    );
  }
  const category = score.parts.find(({ signal }) => signal === 'category');
  if (category?.category && category.fromLastVideo) {
    lines.push(scoreText.categoryFromLast(scoreText.category[category.category]));
  }
  // An estimate from before a second account was known learned of all counts there were.
  if (score.accountUnknown) {
    const { unknown, unknownSince } = scoreText.account;
    lines.push(score.learnedFrom === 0 ? unknown : unknownSince);
  } else if (score.trueSaves === null) lines.push(scoreText.askForTruth);
  else lines.push(scoreText.learns);
  if (isShort(score.url)) lines.push(scoreText.shortLink);
  if (score.kind === 'photo') lines.push(scoreText.photoNote);
  return lines.join('\n');
}

/** Whether only TikTok knows which video a link is of. */
function isShort(url: string | null): boolean {
  const read = url === null ? null : parseTikTokLink(url);
  return read?.ok === true && read.link.shortCode !== null;
}

function proxyOf({ verdict, value, range, comeBackAt }: Score): string {
  const back = comeBackAt === null ? '' : relativeTime(comeBackAt);
  switch (verdict) {
    case 'too_early':
      return scoreText.tooEarly(back);
    case 'too_small':
      return scoreText.tooSmall(back);
    case 'scored':
      return range === null
        ? scoreText.value(value ?? 0)
        : `${scoreText.value(value ?? 0)}\n${scoreText.valueRange(range.low, range.high)}`;
  }
}

function savesOf(score: Score, locale: string): string {
  const { estimate, trueSaves, miss } = score;
  const about = (saves: number) => formatAbout(saves, locale);
  const [saves, low, high] = [about(estimate.saves), about(estimate.low), about(estimate.high)];
  if (trueSaves === null || miss === null) {
    if (score.counts.views.value === 0n) return scoreText.noSaves;
    return low === high ? scoreText.estimatedFew(saves) : scoreText.estimated(saves, low, high);
  }
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
  if (views < MIN_VIEWS) return scoreText.rateSmall;
  const rate = (saves: number) => formatRate((100 * saves) / views, locale);
  return trueSaves === null
    ? scoreText.rateEstimated(rate(estimate.saves), rate(estimate.low), rate(estimate.high))
    : scoreText.rateTold(rate(Number(trueSaves)));
}

/** Good only where the low end of the range is, as for a tip. */
function colourOf({ value, range }: Score): number {
  if (value === null) return colours.neutral;
  if ((range?.low ?? value) >= 60) return colours.good;
  return value >= 30 ? colours.middling : colours.low;
}
