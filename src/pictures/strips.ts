import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { SHOWN_COUNTS, type ShownCount } from '../lib/count-names.js';
import { fontFamilies, fontRegister, placeOf } from '../lib/font-files.js';
import type { Picture } from './canvas.js';
import type { Place } from './found.js';

/** Dots of a strip, and of what stands beside it. */
const TALL = 132;
const GAP = 8;
const NAME_WIDE = 220;
const STRIP_WIDE = 300;

/** What is cut out around a count, in its heights: enough to see which icon it belongs to. */
const AROUND = { video: { up: 2.5, side: 1.2, down: 0.3 }, line: { up: 0.6, side: 1, down: 0.6 } };

/** The places the counts were read in, each beside its name, as PNG. */
export function drawStrips(
  picture: Picture,
  places: readonly Place[],
  names: Readonly<Record<ShownCount, string>>,
): Uint8Array {
  registerFontsFor(Object.values(names).join(''));
  const inOrder = SHOWN_COUNTS.flatMap((count) => places.filter((place) => place.count === count));
  const canvas = createCanvas(
    NAME_WIDE + STRIP_WIDE + 3 * GAP,
    inOrder.length * (TALL + GAP) + GAP,
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#2b2d31';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = `34px ${fontFamilies}`;
  context.textBaseline = 'middle';
  context.fillStyle = '#f2f3f5';
  for (const [n, { count, box, shown }] of inOrder.entries()) {
    const y = GAP + n * (TALL + GAP);
    context.fillText(names[count], 2 * GAP, y + TALL / 2, NAME_WIDE - GAP);
    const tall = box.bottom - box.top;
    const { up, side, down } = count === 'views' ? AROUND.line : AROUND.video;
    const around = shown ?? {
      ...{ left: box.left - side * tall, right: box.right + side * tall },
      ...{ top: box.top - up * tall, bottom: box.bottom + down * tall },
    };
    const cut = {
      left: Math.max(0, around.left),
      right: Math.min(picture.width, around.right),
      top: Math.max(0, around.top),
      bottom: Math.min(picture.height, around.bottom),
    };
    const scale = Math.min(TALL / (cut.bottom - cut.top), STRIP_WIDE / (cut.right - cut.left));
    const [wide, high] = [(cut.right - cut.left) * scale, (cut.bottom - cut.top) * scale];
    const strip = picture.part(cut, Math.max(1, Math.round(wide)), Math.max(1, Math.round(high)));
    context.drawImage(strip, NAME_WIDE + 2 * GAP, y + (TALL - high) / 2);
  }
  return canvas.toBuffer('image/png');
}

const registerFontsFor = fontRegister((file) => {
  GlobalFonts.registerFromPath(placeOf(file), file.family);
});
