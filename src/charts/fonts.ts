import { GlobalFonts } from '@napi-rs/canvas';
import { fontRegister, placeOf } from '../lib/font-files.js';

/**
 * Makes the fonts that a text needs known to the canvas of this thread.
 *
 * @throws if a file of them is missing.
 */
export const registerFontsFor: (text: string) => void = fontRegister((file) => {
  if (GlobalFonts.registerFromPath(placeOf(file), file.family) === null) {
    throw new Error(`The charts' font can't be read: ${placeOf(file)}`);
  }
});
