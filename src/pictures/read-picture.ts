import type { ShownCount } from '../lib/count-names.js';
import { analyticsIn } from './analytics.js';
import { Picture } from './canvas.js';
import { type Column, columnsIn, isOverVideo, placeOf, videoPage, viewsPlace } from './column.js';
import { countText } from './count-text.js';
import { digitsLike } from './digits.js';
import { type FoundScreen, middle, type PlacedText } from './found.js';
import { VIDEO_COLUMN, VIEWS_LINE } from './layouts.js';
import { checked } from './limits.js';
import { lineOf, lookAt } from './looks.js';
import type { Models } from './models.js';
import type { Box, PictureOutcome, PictureProblem, PictureTask, ReadCount } from './spec.js';
import { drawStrips } from './strips.js';
import { isFromElsewhere } from './words.js';

/** The longer side of the picture as the detector sees it, in dots; its sides are multiples of 32. */
const DETECTED_AT = 1_280;
const MULTIPLE = 32;

/** Around so many counts single digits are looked for, and so many shapes are looked at. */
const MOST_COUNTS = 4;
const MOST_DIGITS = 40;

/** A text that is less sure says nothing. */
const SURE = 0.5;

/** Reads what a screenshot shows, or says why not. */
export async function readPicture(
  { bytes, names }: PictureTask,
  models: Models,
): Promise<PictureOutcome> {
  const look = checked(bytes);
  if ('why' in look) return { ok: false, why: look.why };
  let picture: Picture;
  try {
    picture = await Picture.decode(bytes, look.header);
  } catch {
    return { ok: false, why: 'not a picture' };
  }
  const found = await screenOf(picture, models);
  if (typeof found === 'string') return { ok: false, why: found };
  const read = await lookAt(
    picture,
    found.places.map(({ box }) => box),
    models,
  );
  const counts: Partial<Record<ShownCount, ReadCount>> = {};
  const unsure: ShownCount[] = [];
  for (const [n, { count }] of found.places.entries()) {
    const one = read[n];
    if (one == null) unsure.push(count);
    else counts[count] = one;
  }
  if (Object.keys(counts).length < 2) return { ok: false, why: 'unknown screen' };
  const strips = drawStrips(picture, found.places, names);
  return { ok: true, reading: { screen: found.screen, counts, unsure, strips } };
}

async function screenOf(picture: Picture, models: Models): Promise<FoundScreen | PictureProblem> {
  const longest = Math.min(DETECTED_AT, Math.max(picture.width, picture.height));
  const boxes = await textBoxes(picture, picture.whole, longest, models);
  const read = (some: readonly Box[]) => textsIn(picture, some, models);
  // The column at the side is looked for first: it saves reading everything else.
  const { width, height } = picture;
  const isAtSide = (box: Box) => {
    const { x } = middle(box);
    const isNarrow = box.right - box.left < VIDEO_COLUMN.edge * width;
    return isNarrow && Math.min(x, width - x) < VIDEO_COLUMN.edge * width;
  };
  const isLow = (box: Box) => middle(box).y > height * VIEWS_LINE.from;
  const near = await read(boxes.filter((box) => isAtSide(box) || isLow(box)));
  const columnOf = (texts: readonly PlacedText[]) =>
    likeliest(columnsIn(texts, picture), picture, models);
  const atSide = near.filter(isAtSide);
  const column =
    (await columnOf(atSide)) ?? (await columnOf(await withDigits(atSide, picture, models)));
  const isVideo = column !== null && isOverVideo(picture, column);
  if (isVideo && !near.some(({ text }) => isFromElsewhere(text))) {
    return videoPage(column, viewsPlace(near, picture));
  }
  const rest = await read(boxes.filter((box) => !isAtSide(box) && !isLow(box)));
  const all = [...near, ...rest];
  if (all.some(({ text }) => isFromElsewhere(text))) return 'other network';
  return analyticsIn(all) ?? 'unknown screen';
}

/**
 * The column that is meant. Where three counts may be its upper or its lower ones, the place above
 * and the one below are looked at: the detector misses single digits.
 */
async function likeliest(
  columns: readonly Column[],
  picture: Picture,
  models: Models,
): Promise<Column | null> {
  const [best] = columns;
  if (best === undefined) return null;
  const same = columns.filter(({ counts }) => counts === best.counts);
  const isWhole = best.counts === VIDEO_COLUMN.order.length;
  const hasWord = best.texts.at(-1)?.count === null && best.counts === 3;
  const hasGap = best.counts === 3 && best.texts[0] !== null && best.texts.at(-1) !== null;
  if (isWhole || hasWord || hasGap) return best;
  if (best.counts < 3) return null;
  const empty = same.map((column) => placeOf(column, column.texts.indexOf(null)));
  const seen = await lookAt(picture, empty, models);
  const filled = same.filter((_, n) => seen[n] !== null);
  const firsts = new Set(filled.map(({ first, step }) => Math.round((first / step) * 2)));
  return firsts.size === 1 ? (filled[0] ?? null) : null;
}

/** The boxes of text in a part of the picture, of which the longer side gets so many dots. */
async function textBoxes(
  picture: Picture,
  part: Box,
  longest: number,
  models: Models,
): Promise<Box[]> {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const scale = longest / Math.max(width, height);
  const side = (length: number) =>
    Math.max(MULTIPLE, Math.round((length * scale) / MULTIPLE) * MULTIPLE);
  const dots = picture.dots(part, side(width), side(height));
  const [across, down] = [width / dots.width, height / dots.height];
  return (await models.detect(dots)).map(({ left, top, right, bottom }) => ({
    left: part.left + left * across,
    right: part.left + right * across,
    top: part.top + top * down,
    bottom: part.top + bottom * down,
  }));
}

/** The texts at the side, and the digits that stand alone among them. */
async function withDigits(
  near: readonly PlacedText[],
  picture: Picture,
  models: Models,
): Promise<PlacedText[]> {
  const counts = near.filter(({ count }) => count !== null);
  const isKnown = (box: Box) =>
    near.some((text) => {
      const { x, y } = middle(box);
      return x > text.left && x < text.right && y > text.top && y < text.bottom;
    });
  const boxes = digitsLike(counts.slice(0, MOST_COUNTS), picture).filter((box) => !isKnown(box));
  const digits = await textsIn(picture, boxes.slice(0, MOST_DIGITS), models);
  return [...near, ...digits.filter(({ count }) => count !== null)];
}

async function textsIn(
  picture: Picture,
  boxes: readonly Box[],
  models: Models,
): Promise<PlacedText[]> {
  const texts = await models.recognise(boxes.map((box) => lineOf(picture, box)));
  return boxes.flatMap(({ left, top, right, bottom }, n) => {
    const { text = '', sure = 0 } = texts[n] ?? {};
    if (text === '' || sure < SURE) return [];
    return [{ left, top, right, bottom, text, count: countText(text) }];
  });
}
