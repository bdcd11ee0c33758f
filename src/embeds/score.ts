import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, clipAtWord, oneLine, plain } from '../lib/clip.js';
import { dayOfRange } from '../lib/dates.js';
import { formatBrief, formatCount, formatDay, formatRate } from '../lib/format.js';
import { parseTikTokLink } from '../lib/tiktok-link.js';
import { CATEGORIES, MIN_VIEWS } from '../services/estimate/estimate.js';
import type { Turn } from '../services/insights/experiments.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
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
  words: Words,
  { isShort = false, invites = false } = {},
): APIEmbed {
  const { fields } = words.score;
  const more = [
    { name: fields.rate, value: rateOf(score, words), inline: true },
    { name: fields.why, value: clip(whyOf(score, words), FIELD) },
    { name: fields.next, value: shortTipLine(score.tip, words) },
  ];
  // A plain object: the builder's setters take longer than all that is in it, and check nothing here.
  return {
    color: colourOf(score),
    ...titleOf(score, words),
    description: [
      ...sameAgeOf(score, words),
      verdictOf(score, words),
      ...notesOf(score, words),
      ...(invites ? [words.score.invitation] : []),
    ].join('\n'),
    fields: [
      { name: fields.proxy, value: proxyOf(score, words), inline: true },
      { name: fields.saves, value: savesOf(score, words), inline: true },
      ...(isShort ? [] : more),
    ],
    footer: { text: footerOf(score, words) },
  };
}

/** An address alone is told as well, and takes a title to stand on. */
function titleOf({ title, url, kind }: Score, words: Words): Pick<APIEmbed, 'title' | 'url'> {
  const shown = title === null ? null : plain(clipAtWord(oneLine(title), TITLE));
  if (url === null) return shown === null ? {} : { title: shown };
  return { title: shown ?? words.score.untitled[kind], url };
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
  words: Words,
): Row[] {
  const { buttons } = words.score;
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
export function categoryMenu(customId: string, score: Score, words: Words): Row[] {
  const chosen = categoryOf(score);
  const options = CATEGORIES.map((value) => ({
    value,
    label: words.score.category[value],
    default: value === chosen,
  }));
  return menuRow(customId, words.score.categoryMenu, options);
}

/** The accounts a video may be of, to choose from. */
export function accountsMenu(customId: string, handles: readonly string[], words: Words): Row[] {
  const options = handles.map((handle) => ({ label: clip(`@${handle}`, OPTION), value: handle }));
  return menuRow(customId, words.score.account.choose, options);
}

/** An experiment while typing: its name, and whose turn it is. */
export function experimentChoice(name: string, turn: Turn, words: Words): string {
  const next = words.score.turn[turn];
  return `${clip(name, OPTION - next.length)}${next}`;
}

/** How a second reading stands at its age: the first thing its author wants to know. */
function sameAgeOf({ sameAge }: Score, words: Words): string[] {
  return sameAge === null ? [] : [sameAgeLine(sameAge, words)];
}

/** What of this answer alone has to be known at once, a line each; most have none. */
function notesOf({ counts, previous, experiment, parts, url }: Score, words: Words): string[] {
  const lines: string[] = [];
  if (previous !== null) {
    const grown = counts.views.value - previous.views;
    const signed = `${grown < 0n ? '−' : '+'}${formatCount(grown < 0n ? -grown : grown, words.locale)}`;
    lines.push(words.score.secondReading(relativeTime(previous.takenAt), signed));
  }
  if (experiment !== null) {
    const { name, videos, without } = experiment;
    lines.push(words.score.experiment(plain(name, EXPERIMENT_NAME), videos, without));
  }
  const category = parts.find(({ signal }) => signal === 'category');
  if (category?.category && category.fromLastVideo) {
    lines.push(words.score.categoryFromLast(words.score.kinds[category.category]));
  }
  if (isShort(url)) lines.push(words.score.shortLink);
  return lines;
}

/** Whether only TikTok knows which video a link is of. */
export function isShort(url: string | null): boolean {
  const read = url === null ? null : parseTikTokLink(url);
  return read?.ok === true && read.link.shortCode !== null;
}

function proxyOf({ verdict, value, range, comeBackAt }: Score, words: Words): string {
  const back = comeBackAt === null ? null : relativeTime(comeBackAt);
  switch (verdict) {
    case 'too_early':
      return words.score.tooEarly(back);
    case 'too_small':
      return words.score.tooSmall(back);
    case 'scored':
      return range === null
        ? words.score.value(value ?? 0)
        : words.score.valueInRange(value ?? 0, range.low, range.high);
  }
}

function savesOf({ estimate, trueSaves, counts, kind }: Score, words: Words): string {
  const from = trueSaves === null ? BRIEF_FROM.alone : BRIEF_FROM.besideCount;
  const about = (saves: number) => formatBrief(saves, from, words.locale);
  const [saves, low, high] = [about(estimate.saves), about(estimate.low), about(estimate.high)];
  if (trueSaves !== null) {
    return words.score.told(
      formatCount(trueSaves, words.locale),
      saves,
      low,
      high,
      kind !== 'photo',
    );
  }
  if (counts.views.value === 0n) return words.score.noSaves;
  if (low === high) return words.score.estimatedFew(saves);
  return kind === 'photo'
    ? words.score.guessed(saves, low, high)
    : words.score.estimated(saves, low, high);
}

/** How many of those who saw it saved it. */
export function rateOf({ counts, estimate, trueSaves }: Score, words: Words): string {
  const views = Number(counts.views.value);
  if (views === 0) return words.score.noRate;
  if (views < MIN_VIEWS) return words.score.rateSmall;
  if (trueSaves === null && estimate.high / views < TINY) return words.score.rateTiny;
  const rate = (saves: number) => formatRate((100 * saves) / views, words.locale);
  return trueSaves === null
    ? words.score.rateEstimated(rate(estimate.saves), rate(estimate.low), rate(estimate.high))
    : words.score.rateTold(rate(Number(trueSaves)));
}

/** What was typed, as it was read, and what it was estimated with. */
function footerOf({ counts, posted, kind, modelVersion }: Score, words: Words): string {
  const count = (name: keyof typeof counts) => formatCount(counts[name].value, words.locale);
  const day = posted === undefined ? null : dayOfRange(posted);
  const typed = words.score.readAs(
    count('views'),
    count('likes'),
    count('comments'),
    count('shares'),
    day === null ? null : formatDay(day, words.locale, 'medium'),
  );
  return [
    ...(kind === 'photo' ? [words.score.footer.photo] : []),
    typed,
    words.score.footer.model(modelVersion),
  ].join(' · ');
}
