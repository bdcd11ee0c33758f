import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Font } from './form.js';
import type { Random } from './random.js';
import type { Shot } from './shot.js';

/** What a page is drawn with: everything is measured in points: a phone has 390 of them across. */
export interface Page {
  readonly context: SKRSContext2D;
  readonly random: Random;
  readonly shot: Shot;
  /** In points. */
  readonly width: number;
  readonly height: number;
  text(words: string, x: number, y: number, o?: TextStyle): void;
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly shadow?: boolean;
}

export type Weight = 400 | 600 | 700;

/** Points across. */
export const WIDTH = 390;

/** Writes words at a place, in points. */
export function drawText(
  context: SKRSContext2D,
  words: string,
  x: number,
  y: number,
  { size = 14, weight = 400, colour = '#fff', align = 'left', shadow = false }: TextStyle = {},
  font: Font = 'TikTok Sans',
): void {
  context.font = `${weight} ${size}px "${font}", sans-serif`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  if (shadow) {
    context.shadowColor = 'rgba(0,0,0,0.35)';
    context.shadowBlur = 2;
  }
  context.fillText(words, x, y);
  context.shadowBlur = 0;
}

/** What a video shows: as calm or as busy as the shot says. */
export function drawVideo({ context, random, shot }: Page, top: number, bottom: number): void {
  const isBright = shot.behind === 'bright';
  const shade = context.createLinearGradient(0, top, WIDTH * 0.4, bottom);
  const colour = (light: number) =>
    `hsl(${random.whole(0, 359)} ${random.whole(10, 60)}% ${light}%)`;
  shade.addColorStop(0, colour(isBright ? 85 : 22));
  shade.addColorStop(1, colour(isBright ? 70 : 10));
  context.fillStyle = shade;
  context.fillRect(0, top, WIDTH, bottom - top);
  const many = shot.behind === 'dark' ? 6 : shot.behind === 'bright' ? 14 : 70;
  for (let n = 0; n < many; n += 1) {
    const light = isBright
      ? random.whole(60, 96)
      : random.whole(8, shot.behind === 'dark' ? 35 : 75);
    context.fillStyle = colour(light);
    const [x, y] = [random() * WIDTH, top + random() * (bottom - top)];
    context.beginPath();
    if (random.chance(0.5)) context.arc(x, y, 4 + random() * 50, 0, 2 * Math.PI);
    else context.rect(x, y, 6 + random() * 110, 4 + random() * 60);
    context.fill();
  }
  if (shot.behind !== 'letters') return;
  for (let n = 0; n < 14; n += 1) {
    const words = random.one([
      'SALE 50',
      'DAY 12',
      'part 3',
      '2026',
      'hello',
      '100%',
      'WAIT',
      '7 tips',
    ]);
    drawText(context, words, random() * WIDTH, top + random() * (bottom - top), {
      size: 14 + random() * 30,
      weight: 700,
      colour: colour(random.whole(40, 90)),
    });
  }
}
