import { createCanvas } from '@napi-rs/canvas';
import type { Upload } from 'local-discord';
import { randomFrom } from '../../bench/screenshots/random.js';
import { screenshot } from './screenshots.js';

/** Files that want to be pictures, by what is wrong with them. Each is another one by its number. */
export function hostilePicture(n: number): Upload & { readonly what: string } {
  const random = randomFrom(n + 1);
  const [what, bytes] = random.one(KINDS)(random);
  const name = random.one(['a.png', 'a.jpg', 'a.webp', 'a.svg', 'a', '..%2f..%2fa.png']);
  return { what, name, contentType: 'image/png', bytes };
}

type Kind = (random: ReturnType<typeof randomFrom>) => readonly [string, Buffer];

const good = screenshot({ format: 'png', width: 540 }).bytes;
const jpeg = screenshot({ format: 'jpeg', width: 540 }).bytes;
const webp = screenshot({ format: 'webp', width: 540 }).bytes;
const small = createCanvas(600, 600).toBuffer('image/png');

const KINDS: readonly Kind[] = [
  () => ['nothing', Buffer.alloc(0)],
  (random) => ['noise', Buffer.from(Array.from({ length: 2_000 }, () => random.whole(0, 255)))],
  (random) => ['cut off', cut(random.one([good, jpeg, webp]), random())],
  (random) => ['spoilt', spoilt(random.one([good, jpeg, webp]), random)],
  (random) => ['a bomb', sized(small, random.whole(4_001, 65_000), random.whole(4_001, 65_000))],
  (random) => ['a bomb within the limits', sized(small, random.whole(1_000, 3_900), 3_900)],
  () => [
    'an SVG',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><image href="http://127.0.0.1:1/"/></svg>',
    ),
  ],
  () => ['a PNG and an archive', Buffer.concat([good, Buffer.from('PK\u0003\u0004'), good])],
  () => ['a GIF', Buffer.from('GIF89a'.padEnd(2_000, '\0'), 'latin1')],
  () => ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  () => ['a program', Buffer.from('\u007fELF'.padEnd(4_000, '\0'), 'latin1')],
  (random) => ['a line', createCanvas(random.whole(480, 7_900), 1).toBuffer('image/png')],
  () => [
    'a JPEG without an end',
    Buffer.concat([jpeg.subarray(0, 400), Buffer.alloc(200_000, 0xff)]),
  ],
  () => [
    'a WebP that lies',
    Buffer.concat([
      Buffer.from('RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8X', 'latin1'),
      Buffer.alloc(60, 1),
    ]),
  ],
];

function cut(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes.subarray(0, Math.floor(bytes.length * at)));
}

function spoilt(bytes: Buffer, random: ReturnType<typeof randomFrom>): Buffer {
  const copy = Buffer.from(bytes);
  for (let n = 0; n < 60; n += 1) copy[random.whole(40, copy.length - 1)] = random.whole(0, 255);
  return copy;
}

/** A PNG whose header says another size than it has, with the checksum of one that does. */
function sized(png: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
