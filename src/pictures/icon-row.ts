import { type Island, islandsIn } from './boxes.js';
import { brightness, type Dots, type Picture } from './canvas.js';
import { type FoundScreen, middle, type Place } from './found.js';
import { isIconOf, type ShapeMap } from './icon-shape.js';
import { ICON_ROW } from './layouts.js';
import { type IconRow, numberBelow, numberBeside } from './row-numbers.js';
import type { Box } from './spec.js';

/** How wide the picture is drawn at most, upright and across, in dots. */
const ACROSS = { upright: 900, across: 1_600 };

/** By so much icons and digits differ from their paper, in brightness. */
const CONTRAST = 56;

/** Brightness is counted in steps of this; papers differ by more than three of them. */
const STEP = 16;
const PAPERS = 2;

/** Icons are larger than what stands between them by so much, in area. */
const LARGER = 1.25;

/** So many of the row's numbers have to be seen. */
const LEAST_NUMBERS = 4;

/**
 * The analytics of one post that have icons in place of names: a play button, a heart, a bubble, an
 * arrow and a bookmark in one line on plain paper, each with its number beside it or below. Null
 * where there is none, or more than one: then they are a list of posts.
 */
export function iconRowIn(picture: Picture): FoundScreen | null {
  const { width, height } = picture;
  const scale = Math.min(1, (width > height ? ACROSS.across : ACROSS.upright) / width);
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const light = lightOf(picture.dots(picture.whole, across, down));
  const found = papersOf(light).flatMap((paper) => {
    const dots = light.map((one) => (Math.abs(one - paper) > CONTRAST ? 1 : 0));
    const islands = islandsIn(dots, across, down);
    const size = sizesOf(Math.max(across, down));
    const icons = islands.filter(
      (island) => size.least <= longer(island) && longer(island) <= size.most,
    );
    const rows = rowsIn(icons, { width: across, dots });
    return rows.flatMap((row) => {
      const places = placesOf(row, islands, across);
      return places === null ? [] : [places];
    });
  });
  const [first] = found;
  if (first === undefined) return null;
  // The same row is seen on either paper now and then.
  const isOne = found.every((places) => isSame(places, first));
  return isOne
    ? { screen: 'analytics', places: first.map((place) => enlarged(place, scale)) }
    : null;
}

function sizesOf(side: number): { least: number; most: number } {
  const { least, most } = ICON_ROW.size;
  return { least: Math.max(9, least * side), most: most * side };
}

function lightOf({ data, width, height }: Dots): Float32Array {
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at += 1) {
    light[at] = brightness(data, at * 4);
  }
  return light;
}

/** What most dots are as bright as: the paper, and the cards on it where they differ much. */
function papersOf(light: Float32Array): number[] {
  const bins = Array.from({ length: 256 / STEP }, () => ({ dots: 0, sum: 0 }));
  for (const one of light) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(one / STEP))];
    if (bin === undefined) continue;
    bin.dots += 1;
    bin.sum += one;
  }
  const papers: number[] = [];
  for (const { dots, sum } of bins.toSorted((a, b) => b.dots - a.dots)) {
    if (dots === 0 || papers.length >= PAPERS) break;
    const paper = sum / dots;
    if (papers.every((other) => Math.abs(other - paper) > 3 * STEP)) papers.push(paper);
  }
  return papers;
}

/** Every row that is meant by one of the orders, read from either side. */
function rowsIn(icons: readonly Island[], map: ShapeMap): IconRow[] {
  const hearts = icons.filter((icon) => isIconOf('heart', map, icon, false));
  return hearts.flatMap((heart) => {
    const line = icons.filter((icon) => isInLine(icon, heart));
    return [false, true].flatMap((isMirrored) => {
      const way = isMirrored ? -1 : 1;
      const inOrder = line.toSorted((a, b) => way * (a.left - b.left));
      const at = inOrder.indexOf(heart);
      const is = (kind: Parameters<typeof isIconOf>[0]) => (icon: Island) =>
        isIconOf(kind, map, icon, isMirrored);
      const play = inOrder.slice(0, at).findLast(is('play'));
      const after = inOrder.slice(at + 1);
      const bookmark = after.find(is('bookmark'));
      if (play === undefined || bookmark === undefined) return [];
      const between = after.slice(0, after.indexOf(bookmark));
      const behind = after.slice(after.indexOf(bookmark) + 1);
      const rows = ICON_ROW.orders.flatMap((order): IconRow[] => {
        const place = order.findIndex(({ icon }) => icon === 'bookmark');
        const inside = largest(between, place - 2);
        const arrow = place === order.length - 1 ? [] : largest(behind, 1);
        if (inside === null || arrow === null) return [];
        const row = [play, heart, ...inside, bookmark, ...arrow];
        const isMeant = order.every(({ icon }, n) => {
          const one = row[n];
          return one !== undefined && is(icon)(one);
        });
        return isMeant && isSpaced(row, map.width) ? [{ icons: row, order, isMirrored }] : [];
      });
      return rows.slice(0, 1);
    });
  });
}

function isInLine(icon: Island, heart: Island): boolean {
  const [size, of] = [longer(icon), longer(heart)];
  const { least, most } = ICON_ROW.alike;
  const away = Math.abs(middle(icon).y - middle(heart).y);
  return size >= least * of && size <= most * of && away < ICON_ROW.aslant * of;
}

/** The icons among what stands between others: so many, and larger than the digits beside them. */
function largest(islands: readonly Island[], many: number): Island[] | null {
  const area = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top);
  const bySize = islands.toSorted((a, b) => area(b) - area(a));
  const [least, next] = [bySize[many - 1], bySize[many]];
  if (least === undefined) return null;
  if (next !== undefined && area(least) < LARGER * area(next)) return null;
  const chosen = bySize.slice(0, many);
  return islands.filter((island) => chosen.includes(island));
}

function isSpaced(row: readonly Island[], width: number): boolean {
  const steps = row.slice(1).map((icon, n) => {
    const before = row[n];
    return before === undefined ? 0 : Math.abs(middle(icon).x - middle(before).x);
  });
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const { unequal, most: longest } = ICON_ROW.steps;
  return least > 0 && most <= unequal * least && most <= longest * width;
}

/** Where the numbers of a row stand: beside their icons if most are there, else below. */
function placesOf(row: IconRow, islands: readonly Island[], width: number): Place[] | null {
  for (const numberAt of [numberBeside, numberBelow]) {
    const numbers = row.icons.map((_, n) => numberAt(row, n, islands, width));
    const seen = numbers.filter(({ isSeen }) => isSeen);
    if (seen.length < LEAST_NUMBERS) continue;
    return row.order.flatMap(({ count }, n): Place[] => {
      const [icon, number] = [row.icons[n], numbers[n]];
      if (icon === undefined || number === undefined) return [];
      const { box } = number;
      return [{ count, box: { ...box, tight: true }, shown: around(icon, box) }];
    });
  }
  return null;
}

function around(one: Box, other: Box): Box {
  const more = (other.bottom - other.top) * 0.3;
  return {
    left: Math.min(one.left, other.left) - more,
    right: Math.max(one.right, other.right) + more,
    top: Math.min(one.top, other.top) - more,
    bottom: Math.max(one.bottom, other.bottom) + more,
  };
}

function longer({ left, top, right, bottom }: Box): number {
  return Math.max(right - left, bottom - top);
}

function isSame(some: readonly Place[], others: readonly Place[]): boolean {
  return some.every(({ count, box }, n) => {
    const other = others[n];
    if (other?.count !== count) return false;
    const [a, b] = [middle(box), middle(other.box)];
    const tall = box.bottom - box.top;
    return Math.abs(a.x - b.x) < tall && Math.abs(a.y - b.y) < tall;
  });
}

function enlarged({ count, box, shown }: Place, scale: number): Place {
  const at = ({ left, top, right, bottom }: Box): Box => ({
    left: left / scale,
    top: top / scale,
    right: right / scale,
    bottom: bottom / scale,
  });
  const place = { count, box: { ...at(box), tight: true } };
  return shown === undefined ? place : { ...place, shown: at(shown) };
}
