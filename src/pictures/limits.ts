import { type PictureHeader, pictureHeader } from './header.js';
import type { PictureProblem } from './spec.js';

/** The largest file that is looked at, in bytes: a phone's screen takes two million at most. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** More dots than any screen has, all together and along one side. */
const MOST_DOTS = 16_000_000;
const LONGEST_SIDE = 8_000;

/** Narrower pictures have digits that nobody can tell apart. */
export const LEAST_WIDTH = 480;

/** Looks at a picture's bytes without unpacking them, and says why it isn't to be read. */
export function checked(bytes: Uint8Array): { header: PictureHeader } | { why: PictureProblem } {
  if (bytes.length > MOST_BYTES) return { why: 'too large' };
  const header = pictureHeader(bytes);
  if (header === null) return { why: 'not a picture' };
  const { width, height } = header;
  if (width * height > MOST_DOTS || Math.max(width, height) > LONGEST_SIDE) {
    return { why: 'too large' };
  }
  return Math.min(width, height) < LEAST_WIDTH ? { why: 'too narrow' } : { header };
}
