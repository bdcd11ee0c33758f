import type { Picture } from './canvas.js';
import { type Column, columnsIn, placeOf } from './column.js';
import { digitsLike } from './digits.js';
import { middle, type PlacedText } from './found.js';
import { lookAt } from './looks.js';
import type { Models } from './models.js';
import type { Box } from './spec.js';
import { textsIn } from './texts.js';

/** Around so many counts single digits are looked for, and so many shapes are looked at. */
const MOST_COUNTS = 4;
const MOST_DIGITS = 40;

/**
 * The column of counts at the side of a video, by its texts alone: where its icons can't be told from
 * what is behind them.
 *
 * @param near the texts that were found at both sides.
 */
export async function textColumn(
  near: readonly PlacedText[],
  picture: Picture,
  models: Models,
): Promise<Column | null> {
  const columnOf = (texts: readonly PlacedText[]) =>
    likeliest(columnsIn(texts, picture), picture, models);
  return (await columnOf(near)) ?? (await columnOf(await withDigits(near, picture, models)));
}

/** Whether each place has a count, or a word stands in the last one. */
function isWhole({ texts, counts }: Column): boolean {
  const hasWord = texts.at(-1)?.count === null && counts === texts.length - 1;
  return counts === texts.length || hasWord;
}

/**
 * The column that is meant. Where three counts may be its upper or its lower ones, the place above
 * and the one below are looked at.
 */
async function likeliest(
  columns: readonly Column[],
  picture: Picture,
  models: Models,
): Promise<Column | null> {
  const [best] = columns;
  if (best === undefined) return null;
  const same = columns.filter(({ counts }) => counts === best.counts);
  const hasGap = best.counts === 3 && best.texts[0] !== null && best.texts.at(-1) !== null;
  if (isWhole(best) || hasGap) return best;
  if (best.counts < 3) return null;
  const empty = same.map((column) => placeOf(column, column.texts.indexOf(null)));
  const seen = await lookAt(picture, empty, models);
  const filled = same.filter((_, n) => seen[n]?.read != null);
  const firsts = new Set(filled.map(({ first, step }) => Math.round((first / step) * 2)));
  return firsts.size === 1 ? (filled[0] ?? null) : null;
}

/** The texts at the side, and the digits that stand alone among them. */
async function withDigits(
  near: readonly PlacedText[],
  picture: Picture,
  models: Models,
): Promise<PlacedText[]> {
  const counts = near.filter(({ count }) => count !== null);
  const boxes = unknown(digitsLike(counts.slice(0, MOST_COUNTS), picture), near);
  const digits = await textsIn(picture, boxes.slice(0, MOST_DIGITS), models);
  return [...near, ...digits.filter(({ count }) => count !== null)];
}

/** Those boxes that stand in none of the texts. */
function unknown(boxes: readonly Box[], texts: readonly PlacedText[]): Box[] {
  return boxes.filter((box) => {
    const { x, y } = middle(box);
    return !texts.some(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
  });
}
