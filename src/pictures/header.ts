/** What the first bytes of a picture say of it. */
export interface PictureHeader {
  readonly kind: 'png' | 'jpeg' | 'webp';
  /** Dots across and down. */
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Parts of a JPEG that are looked at before its size has to have come. */
const MOST_SEGMENTS = 500;

/**
 * The kind and size of a picture, from its header and without unpacking anything: a few hundred
 * kilobytes can unpack to gigabytes.
 *
 * @returns null for whatever is neither PNG, JPEG nor WebP, or ends before it says its size.
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = pngHeader(bytes, view) ?? webpHeader(bytes, view) ?? jpegHeader(bytes, view);
  return found === null || found.width < 1 || found.height < 1 ? null : found;
}

function pngHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (bytes.length < 33 || PNG.some((byte, at) => bytes[at] !== byte)) return null;
  if (ascii(bytes, 12, 4) !== 'IHDR') return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function webpHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') {
    return null;
  }
  const uint24 = (at: number) => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2);
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ': {
      const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
      return { kind: 'webp', width: width & 0x3fff, height: height & 0x3fff };
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { kind: 'webp', width: uint24(24) + 1, height: uint24(27) + 1 };
    default:
      return null;
  }
}

function jpegHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS && at + 9 < bytes.length; segment += 1) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A filling byte before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Of the frames, all but the tables that share their numbers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
