import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { drawAnalytics } from './analytics.js';
import { drawDecoy } from './decoys.js';
import { PLAIN_FORM } from './form.js';
import { drawText, type Page, WIDTH } from './page.js';
import { randomFrom } from './random.js';
import type { Shot } from './shot.js';
import { drawVideoPage } from './video.js';

/** Points across a browser's window. */
const ACROSS = 1_440;

/** A screenshot of this shot, as a file. */
export function drawShot(shot: Shot): Uint8Array {
  registerFont();
  const [width, height] = shot.phone;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  // A browser has points of its own: 1440 of them across.
  const points = width > height ? ACROSS : WIDTH;
  const scale = width / points;
  const { font } = shot.form ?? PLAIN_FORM;
  context.scale(scale, scale);
  const page: Page = {
    context,
    shot,
    random: randomFrom(shot.seed ^ 0x5eed),
    width: points,
    height: height / scale,
    text: (words, x, y, o) => drawText(context, words, x, y, o, font),
  };
  switch (shot.kind) {
    case 'own video':
    case 'another’s video':
      drawVideoPage(page);
      break;
    case 'analytics cards':
    case 'analytics list':
    case 'analytics icons':
      drawAnalytics(page);
      break;
    default:
      drawDecoy(page);
  }
  return encoded(cutAbove(canvas, shot), shot);
}

/** Without its uppermost part, as people cut pictures before they send them. */
function cutAbove(canvas: Canvas, shot: Shot): Canvas {
  const { cut } = shot.form ?? PLAIN_FORM;
  if (cut === 0 || !shot.kind.endsWith('video')) return canvas;
  const off = Math.round(canvas.height * cut);
  const rest = createCanvas(canvas.width, canvas.height - off);
  rest.getContext('2d').drawImage(canvas, 0, -off);
  return rest;
}

function encoded(canvas: Canvas, { width, format, quality }: Shot): Uint8Array {
  let sent = canvas;
  if (width !== canvas.width) {
    sent = createCanvas(width, Math.round((canvas.height * width) / canvas.width));
    const context = sent.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, sent.width, sent.height);
  }
  if (format === 'png') return sent.toBuffer('image/png');
  return format === 'jpeg'
    ? sent.toBuffer('image/jpeg', quality)
    : sent.toBuffer('image/webp', quality);
}

let isRegistered = false;

function registerFont(): void {
  if (isRegistered) return;
  const require = createRequire(import.meta.url);
  const fonts = [
    ['tiktok-sans', 'TikTok Sans', require.resolve('@fontsource/tiktok-sans/package.json')],
    ['noto-sans', 'Noto Sans', require.resolve('@fontsource/noto-sans/package.json')],
  ] as const;
  for (const [name, family, manifest] of fonts) {
    for (const subset of ['latin', 'latin-ext', 'vietnamese']) {
      for (const weight of [400, 600, 700]) {
        const file = `${name}-${subset}-${weight}-normal.woff2`;
        GlobalFonts.registerFromPath(join(dirname(manifest), 'files', file), family);
      }
    }
  }
  isRegistered = true;
}
