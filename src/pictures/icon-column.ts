import { type Island, islandsIn } from './boxes.js';
import type { Dots, Picture } from './canvas.js';
import { isIcon } from './icon.js';
import { VIDEO_COLUMN } from './layouts.js';
import type { Box } from './spec.js';

/** The four icons at the side of a video, by their place; null where one wasn't seen. */
export interface IconColumn {
  readonly icons: readonly (Box | null)[];
  /** The middle of the column, and from one icon to the next. */
  readonly x: number;
  readonly step: number;
  /** The middle of the first icon. */
  readonly first: number;
}

/** The strip that is looked through, in parts of width and height, and how wide it is drawn. */
const STRIP = { wide: 0.24, from: 0.2, to: 0.97 };
const ACROSS = 192;

/** What counts as white: as much as tells the icons from what is behind them. */
const WHITES = [238, 224, 208, 190];

/** An icon's longer side, in parts of the picture's width, and how much longer it may be. */
const SIZE = { least: 0.05, most: 0.12 };
const LONGEST = 1.7;

/** How much of its box a filled icon covers: outlines cover less. The arrow is the leanest. */
const FILLED = 0.42;
const FILLED_ARROW = 0.28;

/** How far icons may be from their places, in steps; across they are nearer. */
const SLACK = { down: 0.1, across: 0.1 };

/** The bookmark is taller than wide; no other icon is. */
const NARROW = 0.9;
const BOOKMARK = VIDEO_COLUMN.order.indexOf('saves');
const PLACES = VIDEO_COLUMN.order.length;

/** So many icons have to be seen. */
const LEAST = 3;

/** The icons of a video's column, at either side; null where there are none, or mere outlines. */
export function iconColumn(picture: Picture): IconColumn | null {
  const { width, height } = picture;
  const [top, bottom] = [height * STRIP.from, height * STRIP.to];
  const strips = [
    { left: width * (1 - STRIP.wide), right: width, top, bottom },
    { left: 0, right: width * STRIP.wide, top, bottom },
  ];
  const found = strips.flatMap((strip) => {
    const scale = ACROSS / (strip.right - strip.left);
    const dots = picture.dots(strip, ACROSS, Math.round((bottom - top) * scale));
    return WHITES.flatMap((white) => {
      const islands = iconsLike(dots, white, SIZE.least * width * scale, SIZE.most * width * scale);
      const column = columnOf(islands);
      return column === null ? [] : [placed(column, strip, scale)];
    });
  });
  const seen = ({ icons }: IconColumn) => icons.filter((icon) => icon !== null).length;
  return found.sort((a, b) => seen(b) - seen(a))[0] ?? null;
}

function iconsLike(dots: Dots, white: number, least: number, most: number): Island[] {
  const { width, height, data } = dots;
  const map = new Float32Array(width * height);
  for (let at = 0; at < map.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    map[at] = isIcon(red, green, blue, white) ? 1 : 0;
  }
  return islandsIn(map, width, height).filter((island) => {
    const [w, h] = sizeOf(island);
    const longer = Math.max(w, h);
    return longer >= least && longer <= most && longer <= LONGEST * Math.min(w, h);
  });
}

/** The most icons one under the other at equal distances, with the bookmark at its place. */
function columnOf(islands: readonly Island[]): IconColumn | null {
  let best: IconColumn | null = null;
  let most = LEAST - 1;
  for (const bookmark of islands) {
    const [wide, tall] = sizeOf(bookmark);
    if (wide > NARROW * tall || !isFilled(bookmark, BOOKMARK)) continue;
    const at = middleOf(bookmark);
    for (const other of islands) {
      const away = middleOf(other).y - at.y;
      for (const n of VIDEO_COLUMN.order.keys()) {
        if (n === BOOKMARK) continue;
        const step = away / (n - BOOKMARK);
        if (step < 1.3 * tall || step > 3.5 * tall) continue;
        const first = at.y - BOOKMARK * step;
        const icons = Array.from({ length: PLACES }, (_, place) =>
          iconAt(islands, { x: at.x, y: first + place * step, step, place }),
        );
        const seen = icons.filter((icon) => icon !== null).length;
        if (seen <= most) continue;
        most = seen;
        best = { icons, x: at.x, step, first };
      }
    }
  }
  return best;
}

function iconAt(
  islands: readonly Island[],
  { x, y, step, place }: { x: number; y: number; step: number; place: number },
): Island | null {
  return (
    islands.find((island) => {
      const at = middleOf(island);
      const isHere =
        Math.abs(at.y - y) < SLACK.down * step && Math.abs(at.x - x) < SLACK.across * step;
      return isHere && isFilled(island, place);
    }) ?? null
  );
}

function isFilled(island: Island, place: number): boolean {
  const [wide, tall] = sizeOf(island);
  return island.dots >= wide * tall * (place === PLACES - 1 ? FILLED_ARROW : FILLED);
}

function sizeOf({ left, top, right, bottom }: Box): [number, number] {
  return [right - left, bottom - top];
}

function middleOf({ left, top, right, bottom }: Box): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function placed({ icons, x, step, first }: IconColumn, strip: Box, scale: number): IconColumn {
  return {
    icons: icons.map((icon) =>
      icon === null
        ? null
        : {
            left: strip.left + icon.left / scale,
            right: strip.left + icon.right / scale,
            top: strip.top + icon.top / scale,
            bottom: strip.top + icon.bottom / scale,
          },
    ),
    x: strip.left + x / scale,
    step: step / scale,
    first: strip.top + first / scale,
  };
}
