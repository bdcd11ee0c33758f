// Draws the picture that a screenshot of another screen is answered with: the lower part of one's own
// video page, with rings around its numbers. `npm run ready && node dist/scripts/video-page.js`
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { drawShot } from '../bench/screenshots/draw.js';
import { WIDTH } from '../bench/screenshots/page.js';
import type { Shot } from '../bench/screenshots/shot.js';
import { videoPageFile } from '../src/lib/paths.js';

/** Pixels for each of the phone's. */
const SCALE = 2;

const HEIGHT = 780;

/** What is shown of the phone: from a little above the icons to its lower end. */
const TOP = 350;

const SHOT: Shot = {
  ...{ seed: 3, kind: 'own video', language: 'en', width: WIDTH * SCALE, dark: true },
  ...{ phone: [WIDTH * SCALE, HEIGHT * SCALE], behind: 'dark', mirrored: false },
  ...{ liked: false, saved: false, format: 'png', quality: 90 },
  counts: { views: '541.2K', likes: '48.1K', comments: '1,204', saves: '6.8K', shares: '3921' },
};

/** Where the numbers stand: left, top, width and height on the phone. */
const RINGS = [
  [328, 372, 60, 270],
  [8, 706, 96, 40],
] as const;

const phone = await loadImage(drawShot(SHOT));
const canvas = createCanvas(WIDTH * SCALE, (HEIGHT - TOP) * SCALE);
const context = canvas.getContext('2d');
context.scale(SCALE, SCALE);
context.drawImage(phone, 0, -TOP, WIDTH, HEIGHT);
context.strokeStyle = '#f0b849';
context.lineWidth = 4;
for (const [x, y, width, height] of RINGS) {
  context.beginPath();
  context.roundRect(x, y - TOP, width, height, 16);
  context.stroke();
}
mkdirSync(dirname(videoPageFile), { recursive: true });
writeFileSync(videoPageFile, canvas.toBuffer('image/webp', 85));
