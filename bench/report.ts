import type { SearchFigures, SearchSets } from './faq-search.js';
import type { Figures } from './figures.js';
import type { LoadResult } from './load.js';
import type { ProcessFigures } from './processes.js';

/** The figures as a Markdown table, with what was aimed at beside each ratio. */
export function report({ machine, seconds, bare, keepsake, roundTrips, search }: Figures): string {
  const rows: string[][] = [];
  const compare = (what: string, ours: number | null, floor: number | null, aim: number) => {
    const ratio = ours === null || floor === null ? null : ours / floor;
    rows.push([what, number(ours), number(floor), number(ratio), `≤ ${aim}`, mark(ratio, aim)]);
  };
  const floorAt = (rate: number) => find(bare.loads['score'], rate);
  for (const [name, aims] of [
    ['score', { 50: 2, 200: 3 }],
    ['faq', { 50: 1.2, 200: 1.2 }],
  ] as const) {
    for (const [rate, aim] of Object.entries(aims)) {
      const ours = find(keepsake.loads[name], Number(rate));
      compare(`${name}: median, ${rate}/s (ms)`, ours.median, floorAt(Number(rate)).median, aim);
    }
  }
  const [ours, floor] = [find(keepsake.loads['score'], 200), floorAt(200)];
  compare('score: processor, 200/s (ms each)', ours.processorMs, floor.processorMs, 3);
  compare('memory under load (MiB)', ours.memoryMiB, floor.memoryMiB, 2);
  compare('memory idle (MiB)', keepsake.idleMiB, bare.idleMiB, 2);
  compare('first answer after a start (ms)', keepsake.firstAnswer, bare.firstAnswer, 2);
  compare('first answer after the very first start (ms)', keepsake.firstEver, bare.firstEver, 2);

  const steps = keepsake.loads['capacity'] ?? [];
  const served = steps.filter(({ busy, unanswered }) => busy + unanswered === 0).at(-1);
  const overload = keepsake.loads['overload']?.[0];
  return [
    `Measured on ${machine}; ${seconds} s a figure; the load came from the same machine.\n`,
    table(['', 'Keepsake', 'bare bot', 'ratio', 'aim', ''], rows),
    '',
    `Database round trips of a /score: ${roundTrips.first} for a new video, ${roundTrips.second} for a known one (at most 3).`,
    `Capacity: ${served?.perSecond ?? 'below the first step'} /score a second with nobody turned away (median ${number(served?.median ?? null)} ms, 99 % within ${number(served?.p99 ?? null)} ms).`,
    overload === undefined
      ? ''
      : `Overload, ${overload.perSecond} /score a second: of ${overload.sent}, ${overload.sent - overload.busy - overload.unanswered} served (median ${number(overload.median)} ms), ${overload.busy} told that the bot is busy, ${overload.unanswered} unanswered; slowest answer ${number(overload.slowest)} ms of 3000.`,
    '',
    searchReport(search),
  ].join('\n');
}

/** How well answers are found, as a Markdown table with what was aimed at on untouched halves. */
export function searchReport({ earlier, newest }: SearchSets): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const columns = [earlier.tune, earlier.hold, newest.tune, newest.hold];
  const untouched = [earlier.hold, newest.hold];
  const counted = (what: string, of: (figures: SearchFigures) => number) => [
    what,
    ...columns.map((figures) => String(of(figures))),
    '',
    '',
  ];
  const aimed = (
    what: string,
    of: (figures: SearchFigures) => number,
    { least, most }: { least?: number; most?: number },
  ) => {
    const aim = least === undefined ? `≤ ${100 * (most ?? 0)} %` : `≥ ${100 * least} %`;
    const reached = untouched
      .map(of)
      .every((share) => share >= (least ?? 0) && share <= (most ?? 1));
    return [what, ...columns.map((figures) => percent(of(figures))), aim, verdict(reached)];
  };
  const rows = [
    counted('questions that an entry answers', ({ questions }) => questions),
    aimed('first hit is right', ({ top1 }) => top1, { least: 0.92 }),
    aimed('one of the first three is right', ({ top3 }) => top3, { least: 0.97 }),
    aimed('given as the answer, and right', ({ answered }) => answered, { least: 0.7 }),
    aimed('given as the answer, and wrong', ({ wrong }) => wrong, { most: 0.02 }),
    counted('questions off topic', ({ offTopic }) => offTopic),
    aimed('answered though off topic', ({ answeredOffTopic }) => answeredOffTopic, { most: 0.02 }),
  ];
  const halves = ['tuning', 'untouched', 'newest: tuning', 'newest: untouched'];
  return `${table(['', ...halves, 'aim', ''], rows)}\n`;
}

/** What one process served beside two, as a Markdown table. */
export function processReport(machine: string, figures: readonly ProcessFigures[]): string {
  const rows = figures.flatMap(({ processes, capacity, otherLoad }) =>
    capacity.map((result) => [
      String(processes),
      String(result.perSecond),
      String(result.sent - result.busy - result.unanswered),
      String(result.busy),
      String(result.unanswered),
      number(result.median),
      number(result.p99),
      number(result.processorMs),
      number(result.memoryMiB),
      number(otherLoad),
    ]),
  );
  const header = ['processes', '/score a second', 'served', 'told busy', 'unanswered'];
  const more = ['median (ms)', '99 % (ms)', 'processor (ms each)', 'memory (MiB)', 'load before'];
  return `Measured on ${machine}, with PostgreSQL, the local Discord and the load on the same cores.\n\n${table([...header, ...more], rows)}\n`;
}

function find(results: readonly LoadResult[] | undefined, rate: number): LoadResult {
  const result = results?.find(({ perSecond }) => perSecond === rate);
  if (result === undefined) throw new Error(`Nothing was measured at ${rate} a second.`);
  return result;
}

function mark(ratio: number | null, aim: number): string {
  if (ratio === null) return 'not measured here';
  return verdict(ratio <= aim);
}

/** What is said of an aim. */
export function verdict(reached: boolean): string {
  return reached ? 'reached' : 'missed';
}

/** Three digits that count; a dash for what wasn’t measured. */
export function number(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
