import { drawChart } from './draw.js';
import { registerFonts } from './fonts.js';
import type { ChartSpec } from './spec.js';

// Once, as the thread starts.
registerFonts();

/** What the thread does with each task. */
export default function draw(spec: ChartSpec): Uint8Array {
  return drawChart(spec);
}
