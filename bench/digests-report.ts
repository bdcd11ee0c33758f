import { type Ahead, DISCORDS_REQUESTS, type DigestFigures } from './digests.js';
import { number, table, verdict } from './report.js';

/** What was aimed at. */
const AIMS = {
  /** Of Discord's requests a second. */
  pace: 0.95,
  /** Of the median before. */
  interactions: 1.5,
  /** Of the memory after a quarter of the posts. */
  memory: 1.1,
};

/** How many digests at once went, as a Markdown table with what was aimed at. */
export function digestReport(machine: string, figures: DigestFigures): string {
  const { asked, charts, memory, before, during } = figures;
  const count = (many: number) => many.toLocaleString('en');
  const pace = figures.requestsPerSecond / DISCORDS_REQUESTS;
  const slower = during.median / before.median;
  const grown = memory.after !== null && memory.quarter ? memory.after / memory.quarter : null;
  const alive = figures.servers - figures.broken;
  const isOnce = figures.once === alive && figures.twice === 0;
  const rows = [
    [
      'servers with exactly one digest',
      count(figures.once),
      `all ${count(alive)}`,
      verdict(isOnce),
    ],
    [
      'parked, with the reason',
      count(figures.parked),
      `all ${count(figures.broken)}`,
      verdict(figures.parked === figures.broken),
    ],
    ['seconds from the first post to the last', number(figures.seconds), '', ''],
    ['posts a second', number(figures.postsPerSecond), '', ''],
    [
      `requests a second, of Discord’s ${DISCORDS_REQUESTS}`,
      `${number(figures.requestsPerSecond)} (${number(100 * pace)} %)`,
      `≥ ${100 * AIMS.pace} %`,
      verdict(pace >= AIMS.pace),
    ],
    [
      'processor time of each, with the commands meanwhile (ms)',
      number(figures.processorMs),
      '',
      '',
    ],
    ['of these, anything but posts', count(figures.questions), '', ''],
    [
      'refused requests, beyond the parked ones',
      count(figures.refusedElsewhere),
      '0',
      verdict(figures.refusedElsewhere === 0 && figures.limited === 0),
    ],
    ['refused requests of the parked ones', count(figures.refusedInBroken), '', ''],
    ['429', count(figures.limited), '0', verdict(figures.limited === 0)],
    ['/score, median before (ms)', number(before.median), '', ''],
    [
      '/score, median during (ms)',
      `${number(during.median)} (× ${number(slower)})`,
      `≤ × ${AIMS.interactions}`,
      verdict(slower <= AIMS.interactions),
    ],
    ['/score, 99 % before and during (ms)', `${number(before.p99)}, ${number(during.p99)}`, '', ''],
    ['memory before anything was due (MiB)', number(memory.idle), '', ''],
    [
      'memory before, at a quarter, at most, after (MiB)',
      [memory.before, memory.quarter, memory.peak, memory.after].map(number).join(', '),
      `after ≤ × ${AIMS.memory} of a quarter`,
      grown === null ? 'not measured here' : verdict(grown <= AIMS.memory),
    ],
    ['memberships asked for ahead', aheadText(asked), '', ''],
    ['charts drawn ahead', aheadText(charts), '', ''],
    ['load before the posts', number(figures.load), '', ''],
  ];
  const intro = `Measured on ${machine}, SQLite, the local Discord and the commands on the same cores: ${count(figures.servers)} servers due in the same minute.`;
  return `${intro}\n\n${table(['', 'measured', 'aim', ''], rows)}\n`;
}

function aheadText({ count, seconds, processorMs }: Ahead): string {
  const each = count === 0 ? null : (1000 * seconds) / count;
  return `${count.toLocaleString('en')} in ${number(seconds)} s: ${number(each)} ms each, ${number(processorMs)} ms of processor time`;
}
