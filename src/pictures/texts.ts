import type { Picture } from './canvas.js';
import { countText } from './count-text.js';
import type { PlacedText } from './found.js';
import { lineOf } from './looks.js';
import type { Models } from './models.js';
import type { Box } from './spec.js';

/** The sides of what the detector sees are multiples of this, in dots. */
const MULTIPLE = 32;

/** A text that is less sure says nothing. */
const SURE = 0.4;

/** Characters this far apart, in heights of their box, belong to two texts. */
const APART = 1.5;

/** From the middle of a text's last character to its end, in heights of its box. */
const HALF_LETTER = 0.4;

/** The boxes of text in a part of the picture, of which the longer side gets so many dots. */
export async function textBoxes(
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

/** The texts of boxes; one with a wide gap in it is two. */
export async function textsIn(
  picture: Picture,
  boxes: readonly Box[],
  models: Models,
): Promise<PlacedText[]> {
  const texts = await models.recognise(boxes.map((box) => lineOf(picture, box)));
  return boxes.flatMap(({ left, top, right, bottom }, n) => {
    const { text = '', sure = 0, at = [] } = texts[n] ?? {};
    if (text === '' || sure < SURE) return [];
    const places = at.map((part) => left + part * (right - left));
    return split({ left, top, right, bottom, text, count: countText(text), at: places });
  });
}

function split(whole: PlacedText): PlacedText[] {
  const { text, at, top, bottom } = whole;
  const tall = bottom - top;
  // A space between two words has a place of its own now and then.
  const letters = at.flatMap((_, n) => (text[n]?.trim() === '' ? [] : [n]));
  const starts = letters.filter((n, nth) => {
    const before = letters[nth - 1];
    return before !== undefined && (at[n] ?? 0) - (at[before] ?? 0) > APART * tall;
  });
  if (starts.length === 0) return [whole];
  return [0, ...starts].map((from, nth) => {
    const to = starts[nth] ?? text.length;
    const part = text.slice(from, to).trimEnd();
    const places = at.slice(from, from + part.length);
    const [first = whole.left, last = whole.right] = [places[0], places.at(-1)];
    const left = Math.max(whole.left, first - HALF_LETTER * tall);
    const right = Math.min(whole.right, last + HALF_LETTER * tall);
    return { ...whole, left, right, text: part, count: countText(part), at: places };
  });
}
