import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { projectRoot } from '../lib/paths.js';

/** The font comes in a file for each group of scripts; a text takes its letters from any of them. */
export const fontSubsets = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'vietnamese',
  'devanagari',
] as const;

const weights = [400, 700] as const;

const familyOf = (subset: string) => `Keepsake ${subset}`;

/** All of them, as a font's family on the canvas. */
export const fontFamilies: string = fontSubsets.map((subset) => `"${familyOf(subset)}"`).join(', ');

/** A file of the font's package. */
export function fontFile(name: string): string {
  return join(projectRoot, 'node_modules', '@fontsource', 'noto-sans', name);
}

/**
 * Makes the font known to the canvas of this thread.
 *
 * @throws if a file of it is missing.
 */
export function registerFonts(): void {
  for (const subset of fontSubsets) {
    for (const weight of weights) {
      const file = fontFile(`files/noto-sans-${subset}-${weight}-normal.woff2`);
      if (GlobalFonts.registerFromPath(file, familyOf(subset)) === null) {
        throw new Error(`The charts' font can't be read: ${file}`);
      }
    }
  }
}
