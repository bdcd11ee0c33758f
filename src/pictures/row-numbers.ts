import { grownAlong, type Island } from './boxes.js';
import { middle } from './found.js';
import { ICON_ROW } from './layouts.js';
import type { Box } from './spec.js';

/** Digits of one number are nearer to each other than this, in their heights. */
const BETWEEN = 0.7;

/** How wide a number may be: behind the last icon nothing ends it. In heights of an icon. */
const WIDEST = 6;

/** What stands around digits in the box of a text, in their heights. */
const AROUND = 0.35;

/** A row of icons, from where reading begins. */
export interface IconRow {
  readonly icons: readonly Island[];
  readonly order: (typeof ICON_ROW.orders)[number];
  readonly isMirrored: boolean;
}

/** The number of an icon, or where it ought to stand. */
export interface RowNumber {
  readonly box: Box;
  readonly isSeen: boolean;
}

/** The number between an icon and the next. */
export function numberBeside(
  { icons, isMirrored }: IconRow,
  n: number,
  islands: readonly Island[],
  width: number,
): RowNumber {
  const [icon, next] = [icons[n], icons[n + 1]];
  if (icon === undefined) throw new Error('The row has no such icon.');
  const size = icon.bottom - icon.top;
  const half = size * 0.75;
  const y = middle(icon).y;
  const zone = isMirrored
    ? { left: next?.right ?? Math.max(0, icon.left - WIDEST * size), right: icon.left }
    : { left: icon.right, right: next?.left ?? Math.min(width, icon.right + WIDEST * size) };
  const start = isMirrored ? zone.right : zone.left;
  return numberIn({ ...zone, top: y - half, bottom: y + half }, { x: start, y, size }, islands);
}

/** The number below an icon. */
export function numberBelow(
  { icons }: IconRow,
  n: number,
  islands: readonly Island[],
  width: number,
): RowNumber {
  const icon = icons[n];
  if (icon === undefined) throw new Error('The row has no such icon.');
  const { x } = middle(icon);
  const steps = [icons[n - 1], icons[n + 1]].flatMap((other) =>
    other === undefined ? [] : [Math.abs(middle(other).x - x)],
  );
  const [half, size] = [Math.min(...steps) / 2, icon.bottom - icon.top];
  const zone = {
    ...{ left: Math.max(0, x - half), right: Math.min(width, x + half) },
    ...{ top: icon.bottom, bottom: icon.bottom + ICON_ROW.below * size },
  };
  return numberIn(zone, { x, y: icon.bottom, size }, islands);
}

/**
 * The digits in a zone: those in the line that is nearest to where a number begins, as far as they
 * hang together.
 */
function numberIn(
  zone: Box,
  start: { x: number; y: number; size: number },
  islands: readonly Island[],
): RowNumber {
  const { least, most } = ICON_ROW.digit;
  const inside = islands.filter((island) => {
    const { x, y } = middle(island);
    return x > zone.left && x < zone.right && y > zone.top && y < zone.bottom;
  });
  const digits = inside.filter(({ top, bottom }) => {
    const tall = bottom - top;
    return tall >= least * start.size && tall <= most * start.size;
  });
  const away = (box: Box) => {
    const { x, y } = middle(box);
    return Math.abs(y - start.y) * 2 + Math.abs(x - start.x);
  };
  const [first] = digits.toSorted((a, b) => away(a) - away(b));
  if (first === undefined) return { box: emptyIn(zone, start), isSeen: false };
  const tall = first.bottom - first.top;
  const inLine = inside.filter(
    ({ top, bottom }) => bottom > first.top && top < first.bottom + tall * 0.3,
  );
  const row = grownAlong(first, inLine, BETWEEN * tall);
  const more = (row.bottom - row.top) * AROUND;
  return {
    box: {
      ...{ left: row.left - more, right: row.right + more },
      ...{ top: row.top - more, bottom: row.bottom + more },
    },
    isSeen: true,
  };
}

/** Where a number ought to stand that wasn't seen: it is looked at, and asked for. */
function emptyIn(zone: Box, { size }: { size: number }): Box {
  const y = zone.top + Math.min(zone.bottom - zone.top, 1.5 * size) / 2;
  const x = (zone.left + zone.right) / 2;
  const half = size / 2;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}
