import type { ImportFigures } from './imports.js';
import { number, table, verdict } from './report.js';

/** What each may take, in seconds, and what a bomb may take of memory, in MiB. */
const AIMS = { plan: 3, store: 2, bomb: 2, memory: 150 };

/** How imports went, as Markdown tables with what was aimed at. */
export function importReport(machine: string, results: readonly ImportFigures[]): string {
  const parts = results.map(({ provider, plan, store, bombs, load }) => {
    const row = (what: string, seconds: number, aim: number) => [
      ...[what, number(seconds), `≤ ${aim}`, verdict(seconds <= aim)],
    ];
    const rows = [
      row('five files of 300 rows: said what is in them (s)', plan, AIMS.plan),
      row('stored (s)', store, AIMS.store),
    ];
    const ofBombs = bombs.map(({ name, seconds, memoryMiB, refused }) => [
      `${name} ${refused ? 'refused' : 'taken'} (s, MiB more)`,
      `${number(seconds)}, ${number(memoryMiB)}`,
      `≤ ${AIMS.bomb}, ≤ ${AIMS.memory}`,
      verdict(refused && seconds <= AIMS.bomb && (memoryMiB ?? 0) <= AIMS.memory),
    ]);
    const last = ['load before', number(load), '', ''];
    return table([provider, 'measured', 'aim', ''], [...rows, ...ofBombs, last]);
  });
  return `Measured on ${machine}, the local Discord on the same cores; medians.\n\n${parts.join('\n\n')}\n`;
}
