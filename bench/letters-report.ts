import type { LetterFigures } from './letters.js';
import { number, table, verdict } from './report.js';

/** What `/score` may take meanwhile, of its median before. */
const AIM = 1.5;

/** How many reminders at once went, as a Markdown table with what was aimed at. */
export function letterReport(machine: string, figures: LetterFigures): string {
  const { members, once, twice, before, during } = figures;
  const count = (many: number) => many.toLocaleString('en');
  const slower = during.median / before.median;
  const isOnce = once === members && twice === 0;
  const rows = [
    ['members with exactly one message', count(once), `all ${count(members)}`, verdict(isOnce)],
    ['seconds from the first to the last', number(figures.seconds), '', ''],
    ['messages a second', number(figures.perSecond), '', ''],
    ['429', count(figures.limited), '0', verdict(figures.limited === 0)],
    ['/score, median before (ms)', number(before.median), '', ''],
    [
      '/score, median during (ms)',
      `${number(during.median)} (× ${number(slower)})`,
      `≤ × ${AIM}`,
      verdict(slower <= AIM),
    ],
    ['/score, 99 % before and during (ms)', `${number(before.p99)}, ${number(during.p99)}`, '', ''],
    ['load before', number(figures.load), '', ''],
  ];
  const intro = `Measured on ${machine}, SQLite, the local Discord and the commands on the same cores: reminders of ${count(members)} members due in the same minute.`;
  return `${intro}\n\n${table(['', 'measured', 'aim', ''], rows)}\n`;
}
