import { median } from 'simple-statistics';
import { grownAlong, type Island, islandsIn } from './boxes.js';
import type { Picture } from './canvas.js';
import { isWord } from './column.js';
import { middle, type Place, type PlacedText } from './found.js';
import type { IconColumn } from './icon-column.js';
import { VIDEO_COLUMN } from './layouts.js';
import type { Box, LookedAt } from './spec.js';

/** Half an icon where none was seen, and half of what is looked through across, in steps. */
const HALF_ICON = 0.25;
const HALF_ACROSS = 0.5;

/** How tall what lies between two icons is drawn, in dots. */
const DOWN = 96;

/** How tall digits are in it, and how wide they may be in their own heights: small ones run together. */
const TALL = { least: 0.15, most: 0.5 };
const WIDEST = 5;

/** Digits of one count are nearer to each other than this, in their heights. */
const BETWEEN = 0.9;

/** The least by which digits are lighter than what is behind them, and where between both they begin. */
const LEAST_LIGHTER = 14;
const BEGIN = 0.6;

/** What stands around digits in the box of a text, in their heights. */
const AROUND = 0.35;

/** The height of a text's box where none is known, in steps. */
const TEXT = 0.3;

/** What is less tall than this, in parts of the others, is none of them. */
const LEAST_TALL = 0.65;

/** How far a part's end may be from the whole's, and how much is left out at most, in heights. */
const PART = { slack: 0.25, most: 1.2 };

/** A text's middle may be so far from its column's, in steps. */
const ASLANT = 0.3;

/**
 * Where the counts under a column's icons stand: where a text was found, else where there are shapes
 * like digits, which the detector misses where they stand alone; else where the others have theirs.
 */
export function placesUnder(
  column: IconColumn,
  texts: readonly PlacedText[],
  picture: Picture,
): Place[] {
  const { x, first, step } = column;
  const found = VIDEO_COLUMN.order.map((_, n) => {
    const zone = zoneUnder(column, n);
    const text = textUnder(column, n, texts);
    return text === undefined ? digitsIn(picture, zone) : wholeOf(text, picture, zone);
  });
  const boxes = found.flatMap((box) => box ?? []);
  const tall = medianOr(
    boxes.map(({ top, bottom }) => bottom - top),
    TEXT * step,
  );
  const below = medianOr(
    found.flatMap((box, n) => (box === null ? [] : [middle(box).y - first - n * step])),
    step / 2,
  );
  return VIDEO_COLUMN.order.flatMap((count, n): Place[] => {
    const box = found[n] ?? null;
    if (box !== null && 'text' in box && isWord(box)) return [];
    const y = first + n * step + below;
    const half = { across: step * TEXT, down: tall / 2 };
    const [left, right] = [x - half.across, x + half.across];
    const expected = { left, right, top: y - half.down, bottom: y + half.down, tight: true };
    // All are of one size: what is much smaller is a part of a digit.
    const isLikely = box !== null && box.bottom - box.top > LEAST_TALL * tall;
    return [isLikely ? { count, box, otherwise: expected } : { count, box: expected }];
  });
}

/** Whether each place under the icons has a count, or a word where the shares may stand. */
export function hasAllUnder(column: IconColumn, texts: readonly PlacedText[]): boolean {
  return VIDEO_COLUMN.order.every((_, n) => textUnder(column, n, texts) !== undefined);
}

/** The part of the picture in which the column stands, with little else. */
export function stripOf({ x, first, step }: IconColumn): Box {
  const half = HALF_ACROSS * step;
  const [top, bottom] = [first - half, first + (VIDEO_COLUMN.order.length - 1) * step + step];
  return { left: x - half, right: x + half, top, bottom };
}

/** The count that was found under an icon, or the word in the last place. */
function textUnder(
  column: IconColumn,
  n: number,
  texts: readonly PlacedText[],
): PlacedText | undefined {
  const zone = zoneUnder(column, n);
  const here = texts.filter((text) => {
    const at = middle(text);
    const isUnder = Math.abs(at.x - column.x) < ASLANT * column.step;
    return at.y > zone.top && at.y < zone.bottom && isUnder;
  });
  const word = n === VIDEO_COLUMN.order.length - 1 ? here.find(isWord) : undefined;
  return here.find(({ count }) => count !== null) ?? word;
}

function medianOr(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : median([...values]);
}

/** A text, or what it is a part of: now and then a box is drawn through a digit. */
function wholeOf(text: PlacedText, picture: Picture, zone: Box): PlacedText | LookedAt {
  if (text.count === null) return text;
  const row = digitsIn(picture, zone);
  if (row === null) return text;
  const tall = text.bottom - text.top;
  const slack = tall * PART.slack;
  const isPart = row.left < text.left + slack && row.right > text.right - slack;
  const more = row.right - row.left - (text.right - text.left);
  return isPart && more < tall * PART.most ? row : text;
}

/** What lies between an icon and the next. */
function zoneUnder({ icons, x, first, step }: IconColumn, n: number): Box {
  const y = first + n * step;
  const top = icons[n]?.bottom ?? y + HALF_ICON * step;
  const bottom = icons[n + 1]?.top ?? y + (1 - HALF_ICON) * step;
  return { left: x - HALF_ACROSS * step, right: x + HALF_ACROSS * step, top, bottom };
}

/** The box of the light shapes in the middle of a zone that are as large as digits. */
function digitsIn(picture: Picture, zone: Box): LookedAt | null {
  const scale = DOWN / (zone.bottom - zone.top);
  const across = Math.max(1, Math.round((zone.right - zone.left) * scale));
  const { data } = picture.dots(zone, across, DOWN);
  const light = new Float32Array(across * DOWN);
  for (let at = 0; at < light.length; at += 1) {
    light[at] = Math.min(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0);
  }
  const sorted = [...light].sort((a, b) => a - b);
  const behind = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lightest = sorted[Math.floor(sorted.length * 0.995)] ?? 0;
  if (lightest - behind < LEAST_LIGHTER) return null;
  const begin = behind + BEGIN * (lightest - behind);
  const shapes = islandsIn(
    light.map((one) => (one > begin ? 1 : 0)),
    across,
    DOWN,
  );
  const row = rowOf(
    shapes.filter((shape) => isDigit(shape, across)),
    across / 2,
  );
  // A count of which a digit runs into what is behind it would be read as another one.
  if (row === null || shapes.some((shape) => !isDigit(shape, across) && isBeside(shape, row))) {
    return null;
  }
  const more = (row.bottom - row.top) * AROUND;
  return {
    left: zone.left + (row.left - more) / scale,
    right: zone.left + (row.right + more) / scale,
    top: zone.top + (row.top - more) / scale,
    bottom: zone.top + (row.bottom + more) / scale,
    // Shapes are whole: there is nothing of them beside it.
    tight: true,
  };
}

function isDigit({ left, top, right, bottom }: Island, across: number): boolean {
  const tall = bottom - top;
  const isWhole = left > 0 && right < across && top > 0 && bottom < DOWN;
  const isTall = tall > TALL.least * DOWN && tall < TALL.most * DOWN;
  return isWhole && isTall && right - left < WIDEST * tall;
}

/** Whether a shape that is no digit stands so close to a line of digits that it may hold one. */
function isBeside(shape: Island, row: Box): boolean {
  const tall = row.bottom - row.top;
  const isInLine =
    shape.top < row.bottom - tall / 4 && shape.bottom > row.top + tall / 4 && shape.dots > tall;
  const near = BETWEEN * tall;
  return isInLine && shape.left < row.right + near && shape.right > row.left - near;
}

/** The shapes in one line with the one that is nearest to the middle, as one box. */
function rowOf(digits: readonly Island[], x: number): Box | null {
  const away = (box: Box) => Math.abs(middle(box).x - x);
  const [nearest] = [...digits].sort((a, b) => away(a) - away(b));
  if (nearest === undefined) return null;
  const tall = nearest.bottom - nearest.top;
  const inLine = digits.filter((one) => Math.abs(middle(one).y - middle(nearest).y) < tall * 0.25);
  return grownAlong(nearest, inLine, BETWEEN * tall);
}
