import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { brightness, type Dots, dotsOf, type Picture } from './canvas.js';
import { countText } from './count-text.js';
import { LINE_HEIGHT, type Models } from './models.js';
import type { LookedAt, ReadCount } from './spec.js';

/** Below this a look saw nothing; the recogniser is less sure of what it has several signs for. */
const SURE = 0.5;
const SURE_OF_ALIKE = 0.3;
const HAS_ALIKE = /^[0oO○〇。０-９]$/;

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/** So many looks have to say the same. */
const LEAST_AGREED = 2;

/** How much beside a place is looked at where something else stands there, in its heights. */
const TIGHT = 0.1;

/** A line is never longer than this, in dots of its height. */
const LONGEST = 16;

/** What was seen in a place. */
export interface Seen {
  /** Null where it isn't sure. */
  readonly read: ReadCount | null;
  /** Every count that a look said, sure of it, whatever the others said. */
  readonly said: readonly string[];
}

/** How a line is looked at: with how much around it, at which part of its size, in which colours. */
interface Look {
  /** Added above and below, in heights of the box; */
  readonly around: number;
  /** and at both sides: a box may have been drawn through a digit. */
  readonly beside: number;
  /** The height at which it is drawn first; then it is drawn at the recogniser's. */
  readonly height: number;
  readonly grey: boolean;
}

/** As the box says. */
const PLAIN: Look = { around: 0, beside: 0, height: LINE_HEIGHT, grey: false };

/** Four looks that have as little as possible in common. */
const LOOKS: readonly Look[] = [
  { around: 0, beside: 0, height: LINE_HEIGHT, grey: false },
  { around: 0.12, beside: 0.6, height: LINE_HEIGHT, grey: true },
  { around: -0.05, beside: 0.3, height: 36, grey: false },
  { around: 0.2, beside: 0.45, height: 30, grey: true },
];

/** A box as one line for the recogniser. */
export function lineOf(picture: Picture, box: LookedAt, look: Look = PLAIN): Dots {
  const tall = box.bottom - box.top;
  const more = tall * look.around;
  const [top, bottom] = [box.top - more, box.bottom + more];
  const aside = tall * (box.tight === true ? Math.min(TIGHT, look.beside) : look.beside);
  const [left, right] = [box.left - aside, box.right + aside];
  const wide = (height: number) =>
    Math.max(8, Math.min(LONGEST * height, Math.round(((right - left) / (bottom - top)) * height)));
  let canvas = picture.part({ left, top, right, bottom }, wide(look.height), look.height);
  if (look.height !== LINE_HEIGHT) canvas = drawnAt(canvas, wide(LINE_HEIGHT), LINE_HEIGHT);
  const dots = dotsOf(canvas);
  if (look.grey) makeGrey(dots);
  return dots;
}

/**
 * Looks at the places of counts, four times each. A count is read where two looks say the same and
 * none says anything else.
 */
export async function lookAt(
  picture: Picture,
  places: readonly LookedAt[],
  models: Models,
): Promise<Seen[]> {
  const lines = places.flatMap((box) => LOOKS.map((look) => lineOf(picture, box, look)));
  const texts = await models.recognise(lines);
  return places.map((_, place) => {
    const all = texts
      .slice(place * LOOKS.length, (place + 1) * LOOKS.length)
      .filter(({ text, sure }) => sure >= (HAS_ALIKE.test(text) ? SURE_OF_ALIKE : SURE))
      .map(({ text }) => countText(text));
    const [first] = all;
    const said = all.flatMap((text) => text ?? []);
    const agreed = all.length >= LEAST_AGREED && all.every((text) => isSame(text, first));
    if (!agreed || first === undefined || first === null) return { read: null, said };
    return { read: { text: first, agreed: all.length, looks: LOOKS.length }, said };
  });
}

/**
 * Reads the counts of a screen. What isn't sure is looked at where it may stand as well; that counts
 * where no look in the first place said another count.
 */
export async function readPlaces(
  picture: Picture,
  places: readonly { readonly box: LookedAt; readonly otherwise?: LookedAt }[],
  models: Models,
): Promise<(ReadCount | null)[]> {
  const boxes = places.map(({ box }) => box);
  const seen = await lookAt(picture, boxes, models);
  const again = places.flatMap(({ otherwise }, n) =>
    otherwise === undefined || seen[n]?.read !== null ? [] : [{ n, otherwise }],
  );
  const others = again.map(({ otherwise }) => otherwise);
  const second = await lookAt(picture, others, models);
  return seen.map(({ read, said }, n) => {
    const other = second[again.findIndex((one) => one.n === n)]?.read ?? null;
    if (read !== null || other === null) return read;
    return said.every((text) => isSame(text, other.text)) ? other : null;
  });
}

/** Whether two texts are one count: a comma between thousands is easily lost. */
function isSame(text: string | null, other: string | null | undefined): boolean {
  return text === other || (text !== null && other != null && ungrouped(text) === ungrouped(other));
}

function ungrouped(text: string): string {
  return GROUPED.test(text) ? text.replaceAll(/[.,]/g, '') : text;
}

function drawnAt(canvas: Canvas, width: number, height: number): Canvas {
  const other = createCanvas(width, height);
  const context = other.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width, height);
  return other;
}

/** Brightness alone, spread over the whole range: a colour behind the digits says nothing then. */
function makeGrey({ data }: Dots): void {
  let [low, high] = [255, 0];
  for (let at = 0; at < data.length; at += 4) {
    const grey = brightness(data, at);
    low = Math.min(low, grey);
    high = Math.max(high, grey);
  }
  const span = Math.max(1, high - low);
  for (let at = 0; at < data.length; at += 4) {
    data.fill(((brightness(data, at) - low) / span) * 255, at, at + 3);
  }
}
