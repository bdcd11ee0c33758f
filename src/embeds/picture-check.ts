import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, oneLine } from '../lib/clip.js';
import { SHOWN_COUNTS, type ShownCount } from '../lib/count-names.js';
import type { PictureOutcome, PictureProblem, PictureReading } from '../pictures/spec.js';
import type { Together } from '../services/scores/shown.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';

/** The picture of what was read, as the embed refers to it. */
export const STRIPS = 'what-i-read.png';

/** The picture of where the numbers stand, as the embed refers to it. */
export const VIDEO_PAGE = 'where-they-stand.webp';

/** Where a picture of the right screen helps. */
const ANOTHER_SCREEN: readonly PictureProblem[] = ['unknown screen', 'other network'];

/** What was typed is shown back, but no more of it than helps. */
const MOST_SHOWN = 40;

/** What is asked about. */
export interface Checked {
  readonly together: Together;
  readonly outcomes: readonly PictureOutcome[];
  /** The counts that are told, each with a line. */
  readonly told: readonly ShownCount[];
  /** What has to be told yet. */
  readonly missing: readonly ShownCount[];
  /** What becomes of it, where that isn't plain. */
  readonly becomes?: string;
}

/** What was read, asked about before anything is stored. */
export function checkEmbed(
  { together, outcomes, told, missing, becomes }: Checked,
  words: Words,
): APIEmbed {
  const phrases = words.picture.check;
  const refused = outcomes.flatMap((outcome, n) =>
    outcome.ok ? [] : [phrases.one(n + 1, outcomes.length, words.picture.refused.why[outcome.why])],
  );
  const isRead = outcomes.some(({ ok }) => ok);
  const names = missing.map((count) => words.picture.counts[count].toLowerCase());
  return new EmbedBuilder()
    .setColor(colours.middling)
    .setTitle(phrases.title)
    .setDescription(
      [
        ...told.map((count) => lineOf(count, together, outcomes, words)),
        ...refused,
        '',
        ...(becomes === undefined ? [] : [becomes]),
        missing.length > 0 ? phrases.complete(names) : phrases.press,
      ].join('\n'),
    )
    .setImage(isRead ? `attachment://${STRIPS}` : null)
    .toJSON();
}

/** The words for whoever can't see the strips. */
export function stripsAlt({ counts }: PictureReading, words: Words): string {
  return words.picture.check.alt(
    SHOWN_COUNTS.flatMap((count) => {
      const read = counts[count];
      return read === undefined ? [] : [`${words.picture.counts[count]} ${read.text}`];
    }),
  );
}

function lineOf(
  count: ShownCount,
  { typed, shown, overruled, torn }: Together,
  outcomes: readonly PictureOutcome[],
  words: Words,
): string {
  const phrases = words.picture.check;
  const name = words.picture.counts[count];
  const text = typed[count] ?? '';
  const readings = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reading] : []));
  const read = readings.flatMap(({ counts }) => counts[count] ?? [])[0];
  const otherwise = overruled.find((one) => one.count === count);
  if (otherwise !== undefined) {
    return phrases.overruled(name, inCode(otherwise.typed), inCode(otherwise.shown));
  }
  if (torn.includes(count)) return phrases.torn(name);
  if (text === '') {
    return readings.some(({ unsure }) => unsure.includes(count))
      ? phrases.missing(name)
      : phrases.absent(name);
  }
  return shown.includes(count) && read !== undefined
    ? phrases.read(name, oneLine(text), read.agreed === read.looks)
    : phrases.typed(name, inCode(text));
}

/** The two buttons; without the first where something is missing. */
export function checkButtons(
  ids: { right: string; correct: string },
  isComplete: boolean,
  words: Words,
): Row[] {
  const { buttons } = words.picture;
  const right = { label: buttons.right, customId: ids.right, style: ButtonStyle.Success } as const;
  const style = isComplete ? ButtonStyle.Secondary : ButtonStyle.Primary;
  const correct = { label: buttons.correct, customId: ids.correct, style } as const;
  return buttonRows(isComplete ? [right, correct] : [correct]);
}

/** Whether a picture of the right screen helps. */
export function isAnotherScreen(problems: readonly PictureProblem[]): boolean {
  return problems.some((problem) => ANOTHER_SCREEN.includes(problem));
}

/**
 * Why none of the pictures was read.
 *
 * @param hasExample whether a picture of the right screen comes with it.
 */
export function unreadPictures(
  problems: readonly PictureProblem[],
  hasExample: boolean,
  words: Words,
): APIEmbed {
  const { title, why, nothing, example } = words.picture.refused;
  const reasons = [...new Set(problems)].map((problem) => why[problem]);
  return new EmbedBuilder()
    .setColor(colours.refused)
    .setTitle(title)
    .setDescription([...reasons, nothing, ...(hasExample ? [example] : [])].join('\n\n'))
    .setImage(hasExample ? `attachment://${VIDEO_PAGE}` : null)
    .toJSON();
}

/** Text that can't end the code it stands in. */
function inCode(text: string): string {
  return `\`${clip(oneLine(text).replaceAll('`', 'ˋ'), MOST_SHOWN)}\``;
}
