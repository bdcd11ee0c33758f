import { number, table, verdict } from './report.js';
import type { ScaleFigures } from './scale.js';

/** How many times longer a command may take with a hundred times the readings. */
const AIM = 1.5;

/** What many stored readings cost, as Markdown tables with what was aimed at. */
export function scaleReport(machine: string, results: readonly ScaleFigures[]): string {
  const parts = results.map(({ provider, readings, filled, figures }) => {
    const count = (many: number) => many.toLocaleString('en');
    const rows = figures.map(({ name, small, large }) => {
      const ratio = large / small;
      return [name, number(small), number(large), number(ratio), `≤ ${AIM}`, verdict(ratio <= AIM)];
    });
    const header = [
      `${provider}, median (ms)`,
      `${count(readings.small)} readings`,
      `${count(readings.large)} readings`,
      'ratio',
      'aim',
      '',
    ];
    return `${table(header, rows)}\n\nFilling took ${number(filled.small)} s and ${number(filled.large)} s.\n`;
  });
  return [`Measured on ${machine}.\n`, ...parts].join('\n');
}
