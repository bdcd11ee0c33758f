import { drawChart } from './draw.js';
import { registerFontFor, registerFonts } from './fonts.js';
import type { ChartSpec } from './spec.js';

// Once, as the thread starts.
registerFonts();

/** What the thread does with each task. */
export default function draw(spec: ChartSpec): Uint8Array {
  registerFontFor(JSON.stringify(spec));
  return drawChart(spec);
}
