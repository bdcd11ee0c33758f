import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, clipAtWord, oneLine, plain } from '../lib/clip.js';
import { dayOfRange } from '../lib/dates.js';
import { formatBrief, formatCount, formatDay, formatRate } from '../lib/format.js';
import { parseTikTokLink } from '../lib/tiktok-link.js';
import { CATEGORIES, MIN_VIEWS } from '../services/estimate/estimate.js';
import type { Turn } from '../services/insights/experiments.js';
import type { Score } from '../services/scores/score.js';
import { scoreText } from '../text/score.js';
import { categoryOf } from './category.js';
import { buttonRows, menuRow, type Row } from './rows.js';
import { sameAgeLine } from './same-age.js';
import { relativeTime } from './timestamp.js';
import { shortTipLine } from './tips.js';
import { colourOf, verdictOf } from './verdict.js';
import { whyOf } from './why.js';

/** One line of a phone: whole captions are told as titles, and push the verdict down. */
const TITLE = 30;

/** From these on, estimates stand in short: beside one another, and beside a count. */
const BRIEF_FROM = { alone: 1_000_000, besideCount: 10_000 };

/** Discord's limits, in characters. */
const FIELD = 1024;
const OPTION = 100;

/** A save rate with so many noughts that nobody reads it. */
const TINY = 0.0001;

/** An experiment's name, long enough to know it again. */
export const EXPERIMENT_NAME = 60;

/**
 * The answer to `/score`: what it comes to, how sure that is, why, and what to try. On a phone it is
 * 14 lines, fields below one another; whatever else there is to say stands behind `How?`.
 *
 * @param as how a server may want it: ending with the estimate and its range; and whether its author
 *   is invited to the boards.
 */
export function scoreEmbed(
  score: Score,
  locale: string,
  { isShort = false, invites = false } = {},
): APIEmbed {
  const { fields } = scoreText;
  const more = [
    { name: fields.rate, value: rateOf(score, locale), inline: true },
    { name: fields.why, value: clip(whyOf(score, locale), FIELD) },
    { name: fields.next, value: shortTipLine(score.tip) },
  ];
  const embed = new EmbedBuilder()
    .setColor(colourOf(score))
    .setDescription(
      [
        ...sameAgeOf(score, locale),
        verdictOf(score, locale),
        ...notesOf(score, locale),
        ...(invites ? [scoreText.invitation] : []),
      ].join('\n'),
    )
    .addFields(
      { name: fields.proxy, value: proxyOf(score), inline: true },
      { name: fields.saves, value: savesOf(score, locale), inline: true },
      ...(isShort ? [] : more),
    )
    .setFooter({ text: footerOf(score, locale) });
  const { title, url, kind } = score;
  if (title !== null) embed.setTitle(plain(clipAtWord(oneLine(title), TITLE)));
  // An address alone is told as well, and takes a title to stand on.
  else if (url !== null) embed.setTitle(scoreText.untitled[kind]);
  if (url !== null) embed.setURL(url);
  return embed.toJSON();
}

/** The buttons under a score, each with its custom id. */
export function scoreButtons(
  { trueSaves, accountUnknown }: Pick<Score, 'trueSaves' | 'accountUnknown'>,
  ids: {
    how: string;
    realSaves: string;
    newNumbers: string;
    edit: string;
    whichAccount: string;
    remind: string | null;
  },
): Row[] {
  const { buttons } = scoreText;
  const realSaves =
    trueSaves === null
      ? { label: buttons.realSaves, style: ButtonStyle.Primary as const }
      : { label: buttons.changeSaves };
  return buttonRows([
    { label: buttons.how, customId: ids.how },
    { ...realSaves, customId: ids.realSaves },
    { label: buttons.newNumbers, customId: ids.newNumbers },
    { label: buttons.edit, customId: ids.edit },
    ...(accountUnknown ? [{ label: buttons.whichAccount, customId: ids.whichAccount }] : []),
    ...(ids.remind === null ? [] : [{ label: buttons.remind, customId: ids.remind }]),
  ]);
}

/** The menu under a score that asks what the video is for, with what is taken for it so far. */
export function categoryMenu(customId: string, score: Score): Row[] {
  const chosen = categoryOf(score);
  const options = CATEGORIES.map((value) => ({
    value,
    label: scoreText.category[value],
    default: value === chosen,
  }));
  return menuRow(customId, scoreText.categoryMenu, options);
}

/** The accounts a video may be of, to choose from. */
export function accountsMenu(customId: string, handles: readonly string[]): Row[] {
  const options = handles.map((handle) => ({ label: clip(`@${handle}`, OPTION), value: handle }));
  return menuRow(customId, scoreText.account.choose, options);
}

/** An experiment while typing: its name, and whose turn it is. */
export function experimentChoice(name: string, turn: Turn): string {
  const next = scoreText.turn[turn];
  return `${clip(name, OPTION - next.length)}${next}`;
}

/** How a second reading stands at its age: the first thing its author wants to know. */
function sameAgeOf({ sameAge }: Score, locale: string): string[] {
  return sameAge === null ? [] : [sameAgeLine(sameAge, locale)];
}

/** What of this answer alone has to be known at once, a line each; most have none. */
function notesOf({ counts, previous, experiment, parts, url }: Score, locale: string): string[] {
  const lines: string[] = [];
  if (previous !== null) {
    const grown = counts.views.value - previous.views;
    const signed = `${grown < 0n ? '−' : '+'}${formatCount(grown < 0n ? -grown : grown, locale)}`;
    lines.push(scoreText.secondReading(relativeTime(previous.takenAt), signed));
  }
  if (experiment !== null) {
    const { name, videos, without } = experiment;
    lines.push(scoreText.experiment(plain(name, EXPERIMENT_NAME), videos, without));
  }
  const category = parts.find(({ signal }) => signal === 'category');
  if (category?.category && category.fromLastVideo) {
    lines.push(scoreText.categoryFromLast(scoreText.kinds[category.category]));
  }
  if (isShort(url)) lines.push(scoreText.shortLink);
  return lines;
}

/** Whether only TikTok knows which video a link is of. */
export function isShort(url: string | null): boolean {
  const read = url === null ? null : parseTikTokLink(url);
  return read?.ok === true && read.link.shortCode !== null;
}

function proxyOf({ verdict, value, range, comeBackAt }: Score): string {
  const back = comeBackAt === null ? null : relativeTime(comeBackAt);
  switch (verdict) {
    case 'too_early':
      return scoreText.tooEarly(back);
    case 'too_small':
      return scoreText.tooSmall(back);
    case 'scored':
      return range === null
        ? scoreText.value(value ?? 0)
        : scoreText.valueInRange(value ?? 0, range.low, range.high);
  }
}

function savesOf({ estimate, trueSaves, counts, kind }: Score, locale: string): string {
  const from = trueSaves === null ? BRIEF_FROM.alone : BRIEF_FROM.besideCount;
  const about = (saves: number) => formatBrief(saves, from, locale);
  const [saves, low, high] = [about(estimate.saves), about(estimate.low), about(estimate.high)];
  if (trueSaves !== null) {
    return scoreText.told(formatCount(trueSaves, locale), saves, low, high, kind !== 'photo');
  }
  if (counts.views.value === 0n) return scoreText.noSaves;
  if (low === high) return scoreText.estimatedFew(saves);
  return kind === 'photo'
    ? scoreText.guessed(saves, low, high)
    : scoreText.estimated(saves, low, high);
}

/** How many of those who saw it saved it. */
export function rateOf({ counts, estimate, trueSaves }: Score, locale: string): string {
  const views = Number(counts.views.value);
  if (views === 0) return scoreText.noRate;
  if (views < MIN_VIEWS) return scoreText.rateSmall;
  if (trueSaves === null && estimate.high / views < TINY) return scoreText.rateTiny;
  const rate = (saves: number) => formatRate((100 * saves) / views, locale);
  return trueSaves === null
    ? scoreText.rateEstimated(rate(estimate.saves), rate(estimate.low), rate(estimate.high))
    : scoreText.rateTold(rate(Number(trueSaves)));
}

/** What was typed, as it was read, and what it was estimated with. */
function footerOf({ counts, posted, kind, modelVersion }: Score, locale: string): string {
  const count = (name: keyof typeof counts) => formatCount(counts[name].value, locale);
  const day = posted === undefined ? null : dayOfRange(posted);
  const typed = scoreText.readAs(
    count('views'),
    count('likes'),
    count('comments'),
    count('shares'),
    day === null ? null : formatDay(day, locale, 'medium'),
  );
  return [
    ...(kind === 'photo' ? [scoreText.footer.photo] : []),
    typed,
    scoreText.footer.model(modelVersion),
  ].join(' · ');
}
