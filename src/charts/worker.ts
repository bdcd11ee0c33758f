import { drawChart } from './draw.js';
import { registerFontsFor } from './fonts.js';
import type { ChartSpec } from './spec.js';

// Once, as the thread starts.
registerFontsFor('');

/** What the thread does with each task. */
export default function draw(spec: ChartSpec): Uint8Array {
  registerFontsFor(JSON.stringify(spec));
  return drawChart(spec);
}
