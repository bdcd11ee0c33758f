import type { Picture } from './canvas.js';
import { countText } from './count-text.js';
import { middle, type Place, type PlacedText } from './found.js';
import { iconIn, isLightText } from './icon.js';
import { VIDEO_COLUMN, VIEWS_LINE } from './layouts.js';
import type { Box, LookedAt } from './spec.js';
import { countNamed } from './words.js';

/** A column of four places, by their middles. */
export interface Column {
  readonly x: number;
  /** The middle of its first place, and the way to the next. */
  readonly first: number;
  readonly step: number;
  /** What was found in each place: a count, another text, or nothing. */
  readonly texts: readonly (PlacedText | null)[];
  readonly counts: number;
}

const PLACES = VIDEO_COLUMN.order.length;

/** How wide a digit is, in heights of its box. */
const DIGIT = 0.3;

/** From the middle of a digit to where the next character may begin, in widths of a digit. */
const ASIDE = 0.62;

/** The columns that the texts at the side may be, the likeliest first. */
export function columnsIn(texts: readonly PlacedText[], { width }: Picture): Column[] {
  const sides = [
    texts.filter((text) => middle(text).x > width * (1 - VIDEO_COLUMN.edge)),
    texts.filter((text) => middle(text).x < width * VIDEO_COLUMN.edge),
  ];
  const columns = sides.flatMap((side) => columnsOf(side, width));
  const rank = ({ counts, texts: [, , , last] }: Column) =>
    // A word in the last place is what stands there when nobody's shares are counted.
    counts + (last != null && last.count === null ? 0.5 : 0);
  return columns.filter(({ counts }) => counts >= 2).sort((a, b) => rank(b) - rank(a));
}

function columnsOf(side: readonly PlacedText[], width: number): Column[] {
  const { step: steps, stepInLines, aslant, slack } = VIDEO_COLUMN;
  const counts = side.filter(({ count }) => count !== null);
  const columns: Column[] = [];
  for (const upper of counts) {
    for (const lower of counts) {
      const [from, to] = [middle(upper), middle(lower)];
      if (to.y <= from.y || Math.abs(to.x - from.x) > aslant * width) continue;
      for (let apart = 1; apart < PLACES; apart += 1) {
        const step = (to.y - from.y) / apart;
        const tall = upper.bottom - upper.top;
        if (step < steps.least * width || step > steps.most * width) continue;
        if (step < stepInLines.least * tall || step > stepInLines.most * tall) continue;
        for (let place = 0; place + apart < PLACES; place += 1) {
          const first = from.y - place * step;
          const found = Array.from({ length: PLACES }, (_, n) => {
            const y = first + n * step;
            const near = side.filter((text) => {
              const at = middle(text);
              return Math.abs(at.y - y) < slack * step && Math.abs(at.x - from.x) < aslant * width;
            });
            return near.find(({ count }) => count !== null) ?? near[0] ?? null;
          });
          const seen = found.filter((text) => text?.count != null).length;
          columns.push({ x: from.x, first, step, texts: found, counts: seen });
        }
      }
    }
  }
  return columns;
}

/** Where the count of a place stands, also where the detector saw none. */
export function placeOf({ x, first, step, texts }: Column, n: number): Box {
  const text = texts[n];
  if (text != null) return text;
  const tall = Math.max(...texts.map((one) => (one === null ? 0 : one.bottom - one.top)));
  const wide = step * 0.5;
  const y = first + n * step;
  return { left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 };
}

/** The part of a column that holds the icon of a place. */
export function iconPlace({ x, first, step }: Column, n: number): Box {
  const y = first + n * step;
  const { from, to } = VIDEO_COLUMN.icon;
  return { left: x - step / 2, right: x + step / 2, top: y - from * step, bottom: y - to * step };
}

/**
 * Whether a column is TikTok's: light counts over a video, with filled icons where others have
 * outlines, and lists nothing at all.
 */
export function isOverVideo(picture: Picture, column: Column): boolean {
  const icons = [0, 2].map((n) => iconIn(picture, iconPlace(column, n)));
  const of = (what: (typeof icons)[number]) => icons.filter((icon) => icon === what).length;
  if (of('filled') <= of('hollow')) return false;
  const counts = column.texts.filter((text) => text?.count != null);
  const light = counts.filter((text) => text !== null && isLightText(picture, text));
  return light.length * 2 > counts.length;
}

/** Whether a text is a word, as stands in the last place where nobody's shares are counted. */
export function isWord({ text, count }: PlacedText): boolean {
  return count === null && /\p{L}{3}/u.test(text);
}

/** The places of a column's counts; without that of the shares where a word stands there. */
export function placesOf(column: Column): Place[] {
  return VIDEO_COLUMN.order.flatMap((count, n) => {
    const text = column.texts[n];
    const isWithout = count === 'shares' && text != null && isWord(text);
    return isWithout ? [] : [{ count, box: placeOf(column, n) }];
  });
}

/** The views of one's own video, in the line at its bottom; null on anybody else's. */
export function viewsPlace(texts: readonly PlacedText[], picture: Picture): Place | null {
  const { width, height } = picture;
  const low = texts.filter((text) => middle(text).y > height * VIEWS_LINE.from);
  const found = low.flatMap((text): { text: PlacedText; box: LookedAt }[] => {
    const read = viewsIn(text.text);
    const aside = Math.min(text.left, width - text.right);
    const isOther = aside > VIEWS_LINE.aside * width;
    if (read === null || isOther || text.right - text.left > VIEWS_LINE.longest * width) return [];
    return [{ text, box: partOf(text, read) }];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : { count: 'views', box: only.box };
}

/** Where some characters of a text stand; only these are looked at then. */
function partOf(text: PlacedText, { from, to }: { from: number; to: number }): LookedAt {
  const { left, top, right, bottom, at } = text;
  const [first = left, last = right] = [at[from], at[to - 1]];
  const letter = to - from > 1 ? (last - first) / (to - from - 1) : (bottom - top) * DIGIT;
  const aside = letter * ASIDE;
  const box = { left: Math.max(left, first - aside), right: Math.min(right, last + aside) };
  return { top, bottom, ...box, tight: true };
}

/** The part of a text that is a number of views: alone, behind the icon of a play button, or with its word. */
function viewsIn(text: string): { from: number; to: number } | null {
  const match = /\d[\d.,\s]*(?:[KMB]|[千万億亿])?/i.exec(text);
  if (match === null || countText(match[0]) === null) return null;
  const [from, to] = [match.index, match.index + match[0].trimEnd().length];
  const around = `${text.slice(0, from)} ${text.slice(to)}`.trim();
  // What a play button is read as.
  const isAlone = /^[^\p{L}\p{N}]*[DÞ>▷▶]?[^\p{L}\p{N}]*$/u.test(around);
  return isAlone || countNamed(around) === 'views' ? { from, to } : null;
}
