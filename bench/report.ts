import type { SearchFigures, SearchSets } from './faq-search.js';
import { type Beside, type BotFigures, type Figures, middle, middleOf } from './figures.js';
import type { LoadResult } from './load.js';
import type { ProcessFigures } from './processes.js';

/** What is aimed at, as ratios to the bare bot: of medians at each rate, and of the rest. */
const AIMS = {
  score: { 50: 1.5, 200: 1.3 },
  faq: { 50: 1.2, 200: 1.2 },
  processor: 2.5,
  memory: 1.7,
  start: 2,
} as const;

/** The figures as a Markdown table, with what was aimed at beside each ratio. */
export function report(figures: Figures): string {
  const { capacity: steps, overload, roundTrips, search } = figures;
  const served = steps.filter(({ busy, unanswered }) => busy + unanswered === 0).at(-1);
  return [
    besideReport(figures.machine, figures.seconds, figures),
    `Database round trips of a /score: ${roundTrips.first} for a new video, ${roundTrips.second} for a known one (at most 3).`,
    '',
    `Capacity: ${served?.perSecond ?? 'below the first step'} /score a second with nobody turned away (median ${number(served?.median ?? null)} ms, 99 % within ${number(served?.p99 ?? null)} ms).`,
    '',
    `Overload, ${overload.perSecond} /score a second: of ${overload.sent}, ${overload.sent - overload.busy - overload.unanswered} served (median ${number(overload.median)} ms), ${overload.busy} told that the bot is busy, ${overload.unanswered} unanswered; slowest answer ${number(overload.slowest)} ms of 3000.`,
    '',
    searchReport(search),
  ].join('\n');
}

/** Keepsake beside the bare bot. */
export function besideReport(machine: string, seconds: number, { bare, keepsake }: Beside): string {
  const rows: string[][] = [];
  const compare = (what: string, ours: number | null, floor: number | null, aim?: number) => {
    const ratio = ours === null || floor === null ? null : ours / floor;
    const aimed = aim === undefined ? ['', ''] : [`≤ ${aim}`, mark(ratio, aim)];
    rows.push([what, number(ours), number(floor), number(ratio), ...aimed]);
  };
  for (const name of ['score', 'faq'] as const) {
    for (const rate of [50, 200] as const) {
      const [ours, floor] = [find(keepsake, name, rate), find(bare, name, rate)];
      const aim = AIMS[name][rate];
      compare(`${name}: median, ${rate}/s (ms)`, ours.median, floor.median, aim);
      const what = `${name}: the same, with the local Discord’s checks`;
      compare(what, ours.shownMedian, floor.shownMedian);
      const cost = `${name}: processor, ${rate}/s (ms each)`;
      compare(
        cost,
        ...([ours.processorMs, floor.processorMs] as const),
        ...(name === 'score' && rate === 200 ? [AIMS.processor] : []),
      );
    }
  }
  const memoryOf = ({ loads }: BotFigures) =>
    middleOf((loads['score'] ?? []).map(({ memoryMiB }) => memoryMiB));
  compare('memory under load (MiB)', memoryOf(keepsake), memoryOf(bare), AIMS.memory);
  compare('memory after the first answer (MiB)', keepsake.start.memoryMiB, bare.start.memoryMiB);
  compare('first answer after a start (ms)', keepsake.start.ms, bare.start.ms, AIMS.start);
  compare('the same in processor time (ms)', keepsake.start.processorMs, bare.start.processorMs);
  const [first, floor] = [keepsake.firstEver, bare.firstEver];
  compare('first answer after the very first start (ms)', first.ms, floor.ms);
  const warming = ({ warming }: BotFigures) => warming.map(number).join(', ');
  return [
    `Measured on ${machine}, Keepsake as a release; ${seconds} s a figure and round, in turns; the load came from the same machine.\n`,
    table(['', 'Keepsake', 'bare bot', 'ratio', 'aim', ''], rows),
    '',
    `Processor time of a /score while the bots were still warming up, a quarter of those answers at a time (ms each): Keepsake ${warming(keepsake)}; bare bot ${warming(bare)}.`,
    '',
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

/** How well answers are found in the other languages, with what was aimed at. */
export function languagesReport(figures: ReadonlyMap<string, SearchFigures>): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const all = [...figures];
  const row = (what: string, of: (figures: SearchFigures) => string, aim = '') => [
    what,
    ...all.map(([, one]) => of(one)),
    aim,
  ];
  const rows = [
    row('questions that an entry answers', ({ questions }) => String(questions)),
    row('first hit is right', ({ top1 }) => percent(top1)),
    row('one of the first three is right', ({ top3 }) => percent(top3), '≥ 90 %'),
    row('given as the answer, and right', ({ answered }) => percent(answered)),
    row('given as the answer, and wrong', ({ wrong }) => percent(wrong)),
    row('questions off topic', ({ offTopic }) => String(offTopic)),
    row('answered though off topic', (one) => percent(one.answeredOffTopic), '≤ 3 %'),
  ];
  return `${table(['', ...all.map(([language]) => language), 'aim'], rows)}\n`;
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

/** One load of a bot: of each figure the middle one of its rounds. */
function find({ loads }: BotFigures, name: string, rate: number): Middle {
  const rounds = (loads[name] ?? []).filter(({ perSecond }) => perSecond === rate);
  if (rounds.length === 0) throw new Error(`Nothing was measured at ${rate} a second.`);
  return {
    median: middle(rounds.map(({ median }) => median)),
    shownMedian: middle(rounds.map(({ shownMedian }) => shownMedian)),
    processorMs: middleOf(rounds.map(({ processorMs }) => processorMs)),
  };
}

type Middle = Pick<LoadResult, 'median' | 'shownMedian' | 'processorMs'>;

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
