import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { SHOWN_COUNTS } from '../../src/lib/count-names.js';
import { drawDecoy } from './decoys.js';
import { arrow, bookmark, bubble, heart, play } from './icons.js';
import { drawText, drawVideo, FAMILY, type Page, WIDTH } from './page.js';
import { PAGE_WORDS } from './page-words.js';
import { randomFrom } from './random.js';
import type { Shot } from './shot.js';

/** A screenshot of this shot, as a file. */
export function drawShot(shot: Shot): Uint8Array {
  registerFont();
  const [width, height] = shot.phone;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const scale = width / WIDTH;
  context.scale(scale, scale);
  const page: Page = {
    context,
    shot,
    random: randomFrom(shot.seed ^ 0x5eed),
    height: height / scale,
    text: (words, x, y, o) => drawText(context, words, x, y, o),
  };
  switch (shot.kind) {
    case 'own video':
    case 'another’s video':
      drawVideoPage(page);
      break;
    case 'analytics cards':
    case 'analytics list':
      drawAnalytics(page);
      break;
    default:
      drawDecoy(page);
  }
  return encoded(canvas, shot);
}

function drawVideoPage(page: Page): void {
  const { context, shot, height, text } = page;
  const words = PAGE_WORDS[shot.language];
  const isOwn = shot.kind === 'own video';
  const bottom = height - 78;
  drawVideo(page, 0, isOwn ? bottom : height - 60);
  const side = (x: number) => (shot.mirrored ? WIDTH - x : x);
  text('9:41', 36, 22, { weight: 600, size: 15 });
  // The column, from the bottom up.
  const x = side(358);
  const white = 'rgba(255,255,255,0.94)';
  const step = 66;
  const top = bottom - 60 - 4 * step;
  context.fillStyle = '#88a';
  context.beginPath();
  context.arc(x, top - 42, 23, 0, 2 * Math.PI);
  context.fill();
  const draws = [heart, bubble, bookmark, arrow];
  const counts = (['likes', 'comments', 'saves', 'shares'] as const).map((one) => shot.counts[one]);
  for (const [n, draw] of draws.entries()) {
    const y = top + 16 + n * step;
    const colour = n === 0 && shot.liked ? '#fe2c55' : n === 2 && shot.saved ? '#face15' : white;
    context.shadowColor = 'rgba(0,0,0,0.25)';
    context.shadowBlur = 3;
    draw(context, { x, y, size: 33, colour });
    context.shadowBlur = 0;
    text(counts[n] ?? words.share, x, y + 30, {
      size: 12.5,
      weight: 600,
      align: 'center',
      shadow: true,
    });
  }
  context.fillStyle = '#222';
  context.beginPath();
  context.arc(x, bottom - 38, 20, 0, 2 * Math.PI);
  context.fill();
  const align = shot.mirrored ? 'right' : 'left';
  text('@outdoor.mia', side(12), bottom - 70, { size: 16, weight: 700, shadow: true, align });
  text(words.caption, side(12), bottom - 46, { size: 14, shadow: true, align });
  text('Original sound - outdoor.mia', side(12), bottom - 22, { size: 13, shadow: true, align });
  if (!isOwn) {
    context.fillStyle = '#121212';
    context.fillRect(0, height - 60, WIDTH, 60);
    text(words.comment, side(20), height - 36, { size: 15, colour: '#888', align });
    return;
  }
  context.fillStyle = shot.dark ? '#121212' : '#1d1d1f';
  context.fillRect(0, bottom, WIDTH, height - bottom);
  const y = bottom + 24;
  const views = shot.counts.views ?? '';
  const withWord = page.random.chance(0.5);
  const icon = { x: side(22), y, size: 15, colour: '#fff' };
  play(context, icon);
  text(withWord ? `${views} ${viewsWord(shot)}` : views, side(34), y, {
    size: 14,
    weight: 600,
    align,
  });
  const other = shot.mirrored ? 'left' : 'right';
  text(words.insights, side(WIDTH - 16), y, { size: 13, weight: 600, align: other });
}

function viewsWord({ language }: Shot): string {
  const words = {
    en: 'views',
    vi: 'lượt xem',
    es: 'visualizaciones',
    pt: 'visualizações',
    de: 'Aufrufe',
  };
  const more = { fr: 'vues', id: 'tayangan', ja: '再生数' };
  return { ...words, ...more }[language];
}

function drawAnalytics(page: Page): void {
  const { context, shot, height, text } = page;
  const words = PAGE_WORDS[shot.language];
  const [paper, card, ink, faint] = shot.dark
    ? ['#121212', '#1f1f1f', '#f1f1f1', '#9a9a9a']
    : ['#f4f4f4', '#ffffff', '#161823', '#777b84'];
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, height);
  text('9:41', 36, 22, { weight: 600, size: 15, colour: ink });
  text(words.title, WIDTH / 2, 66, { size: 17, weight: 700, align: 'center', colour: ink });
  context.fillStyle = '#667';
  context.fillRect(16, 96, 66, 88);
  text(words.caption, 94, 112, { size: 14, colour: ink });
  const shown = SHOWN_COUNTS.filter((count) => shot.counts[count] !== undefined);
  if (shot.kind === 'analytics list') {
    for (const [n, count] of shown.entries()) {
      const y = 226 + n * 52;
      context.fillStyle = card;
      context.fillRect(12, y - 24, WIDTH - 24, 48);
      text(words[count], 28, y, { size: 15, colour: ink });
      text(shot.counts[count] ?? '', WIDTH - 28, y, {
        size: 15,
        weight: 600,
        align: 'right',
        colour: ink,
      });
    }
    return;
  }
  for (const [n, count] of shown.entries()) {
    const [x, y] = [12 + (n % 2) * 186, 212 + Math.floor(n / 2) * 92];
    context.fillStyle = card;
    context.fillRect(x, y, 180, 84);
    text(words[count], x + 14, y + 24, { size: 13, colour: faint });
    text(shot.counts[count] ?? '', x + 14, y + 54, { size: 22, weight: 700, colour: ink });
  }
}

function encoded(
  canvas: Canvas,
  { phone: [width, height], width: wanted, format, quality }: Shot,
): Uint8Array {
  let sent = canvas;
  if (wanted !== width) {
    sent = createCanvas(wanted, Math.round((height * wanted) / width));
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
  const folder = join(dirname(require.resolve('@fontsource/tiktok-sans/package.json')), 'files');
  for (const subset of ['latin', 'latin-ext', 'vietnamese']) {
    for (const weight of [400, 600, 700]) {
      const file = join(folder, `tiktok-sans-${subset}-${weight}-normal.woff2`);
      GlobalFonts.registerFromPath(file, FAMILY);
    }
  }
  isRegistered = true;
}
