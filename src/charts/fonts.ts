import { GlobalFonts } from '@napi-rs/canvas';
import { type FontFile, fontFiles, isJapanese, japaneseFont, placeOf } from '../lib/font-files.js';

/**
 * Makes the font known to the canvas of this thread.
 *
 * @throws if a file of it is missing.
 */
export function registerFonts(): void {
  for (const file of fontFiles) register(file);
}

let hasJapanese = false;

/** The same of the font for Japanese, if a text needs it. */
export function registerFontFor(text: string): void {
  if (hasJapanese || !isJapanese(text)) return;
  register(japaneseFont);
  hasJapanese = true;
}

function register(file: FontFile): void {
  if (GlobalFonts.registerFromPath(placeOf(file), file.family) === null) {
    throw new Error(`The charts' font can't be read: ${placeOf(file)}`);
  }
}
