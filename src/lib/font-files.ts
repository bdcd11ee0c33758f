import { join } from 'node:path';
import { isJapanese } from './characters.js';
import { projectRoot } from './paths.js';

/** The font comes in a file for each group of scripts; a text takes its letters from any of them. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'vietnamese',
  'devanagari',
] as const;

const WEIGHTS = [400, 700] as const;

/** A font as a file, and the family it belongs to on a canvas. */
export interface FontFile {
  /** From the project’s folder. */
  readonly path: string;
  readonly family: string;
}

const NOTO = join('node_modules', '@fontsource', 'noto-sans');
const KOSUGI = join('node_modules', '@fontsource', 'kosugi');

const familyOf = (subset: string) => `Keepsake ${subset}`;

/** For every language but Japanese. */
export const fontFiles: readonly FontFile[] = SUBSETS.flatMap((subset) =>
  WEIGHTS.map((weight) => ({
    path: join(NOTO, 'files', `noto-sans-${subset}-${weight}-normal.woff2`),
    family: familyOf(subset),
  })),
);

/** A megabyte, so only for texts with Japanese letters. It has one weight; bold is made of it. */
export const japaneseFont: FontFile = {
  path: join(KOSUGI, 'files', 'kosugi-japanese-400-normal.woff2'),
  family: familyOf('japanese'),
};

/** What comes with the files above: licences, and the letters they cover. */
export const fontPapers: readonly string[] = [
  ...['package.json', 'LICENSE', 'unicode.json'].map((name) => join(NOTO, name)),
  ...['package.json', 'LICENSE'].map((name) => join(KOSUGI, name)),
];

/** All of them, as a font's family on the canvas. */
export const fontFamilies: string = [...SUBSETS, 'japanese']
  .map((subset) => `"${familyOf(subset)}"`)
  .join(', ');

/** Which letters each of the subsets covers, as the font's package says: `U+0000-00FF,U+0131,…`. */
export const coverageFile: string = join(projectRoot, NOTO, 'unicode.json');

export { SUBSETS as fontSubsets };

/** Where a file of a font stands on this machine. */
export function placeOf({ path }: FontFile): string {
  return join(projectRoot, path);
}

/**
 * Makes the fonts that a text needs known to a canvas, each once. The canvas is handed in, since the main
 * thread knows of none.
 *
 * @param take makes one file known.
 */
export function fontRegister(take: (file: FontFile) => void): (text: string) => void {
  const taken = new Set<FontFile>();
  return (text) => {
    for (const file of [...fontFiles, ...(isJapanese(text) ? [japaneseFont] : [])]) {
      if (taken.has(file)) continue;
      take(file);
      taken.add(file);
    }
  };
}
