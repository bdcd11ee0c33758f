import type { ShownCount } from '../lib/count-names.js';
import { analyticsIn } from './analytics.js';
import { Picture } from './canvas.js';
import { isOverVideo, placesOf, viewsPlace } from './column.js';
import { textColumn } from './column-search.js';
import { type FoundScreen, middle, type Place, type PlacedText } from './found.js';
import { iconColumn } from './icon-column.js';
import { iconRowIn } from './icon-row.js';
import { VIDEO_COLUMN, VIEWS_LINE } from './layouts.js';
import { checked } from './limits.js';
import { readPlaces } from './looks.js';
import type { Models } from './models.js';
import type { Box, PictureOutcome, PictureProblem, PictureTask, ReadCount } from './spec.js';
import { drawStrips } from './strips.js';
import { textBoxes, textsIn } from './texts.js';
import { hasAllUnder, placesUnder, stripOf } from './under-icons.js';
import { isFromElsewhere } from './words.js';

/** The longer side of the picture as the detector sees it, in dots: letters in a browser are smaller. */
const DETECTED_AT = { upright: 1_280, across: 1_600 };

/** The height of a column alone, as the detector sees it then. */
const STRIP_AT = 640;

/** With fewer, typing them is less work than correcting the rest. */
const LEAST_COUNTS = 2;

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
  const read = await readPlaces(picture, found.places, models);
  const counts: Partial<Record<ShownCount, ReadCount>> = {};
  const unsure: ShownCount[] = [];
  for (const [n, { count }] of found.places.entries()) {
    const one = read[n];
    if (one == null) unsure.push(count);
    else counts[count] = one;
  }
  if (Object.keys(counts).length < LEAST_COUNTS) return { ok: false, why: 'unreadable' };
  const strips = drawStrips(picture, found.places, names);
  return { ok: true, reading: { screen: found.screen, counts, unsure, strips } };
}

async function screenOf(picture: Picture, models: Models): Promise<FoundScreen | PictureProblem> {
  const most = picture.width > picture.height ? DETECTED_AT.across : DETECTED_AT.upright;
  const longest = Math.min(most, Math.max(picture.width, picture.height));
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
  const column = await columnPlaces(near.filter(isAtSide), picture, models);
  if (column !== null && !near.some(({ text }) => isFromElsewhere(text))) {
    const views = viewsPlace(near, picture);
    return { screen: 'video page', places: [...column, ...(views === null ? [] : [views])] };
  }
  const rest = await read(boxes.filter((box) => !isAtSide(box) && !isLow(box)));
  const all = [...near, ...rest];
  if (all.some(({ text }) => isFromElsewhere(text))) return 'other network';
  return analyticsIn(all) ?? iconRowIn(picture) ?? 'unknown screen';
}

/** The places of a video's counts: under its icons, or by the counts alone where these are unclear. */
async function columnPlaces(
  texts: readonly PlacedText[],
  picture: Picture,
  models: Models,
): Promise<Place[] | null> {
  const icons = iconColumn(picture);
  if (icons !== null) {
    if (hasAllUnder(icons, texts)) return placesUnder(icons, texts, picture);
    // The column alone, and larger: what was too small for the detector, or ran into other words.
    const boxes = await textBoxes(picture, stripOf(icons), STRIP_AT, models);
    const more = await textsIn(picture, boxes, models);
    return placesUnder(icons, [...texts, ...more], picture);
  }
  const column = await textColumn(texts, picture, models);
  return column !== null && isOverVideo(picture, column) ? placesOf(column) : null;
}
