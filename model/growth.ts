// Fits how views grow until the seventh day from repeated readings, measures it on creators kept
// apart, and writes model/growth.md; the fitted numbers in it stand in src/services/estimate/growth.ts:
//   node dist/model/growth.js --data FOLDER
// Only figures are written: no row of the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { projectRoot } from '../src/lib/paths.js';
import { groupBy, quantile } from './statistics.js';
import { dataFolder } from './table.js';

const DAY = 86_400_000;

/** Ages in days: from which on a reading is looked at, and what counts as the seventh day. */
const FROM = 1;
const UNTIL = 6;
const SEVENTH = { from: 5, until: 12 };

/** How much older it has to be than the first, as a factor: else rounding decides the exponent. */
const OLDER = 1.3;

/** Pairs of an age that a fit needs. */
const FEWEST = 20;

/** Every fifth creator is kept apart. */
const APART = 5;

/** Of a creator with thousands of readings no more count than of others. */
const MOST_OF_ONE = 40;

const count = z.coerce.number();
const rows = z
  .array(
    z.object({
      source: z.string(),
      author: z.string(),
      video: z.string(),
      created: z.string(),
      read: z.string(),
      views: count,
    }),
  )
  .parse(parse(readFileSync(join(dataFolder(), 'growth.csv')), { columns: true }));

/** A video at an age, and what it had on the seventh day. */
interface Pair {
  readonly source: string;
  readonly author: string;
  readonly age: number;
  /** The exponent by which its views grew: views go as age to the power of it. */
  readonly exponent: number;
  /** Logarithm of the growth to the seventh day. */
  readonly growth: number;
  readonly span: number;
}

const pairs = groupBy(rows, ({ source, author, video }) => `${source} ${author} ${video}`).flatMap(
  (readings): Pair[] => {
    const aged = readings
      .map(({ source, author, created, read, views }) => ({
        ...{ source, author: `${source} ${author}`, views },
        age: (Date.parse(`${read}Z`) - Date.parse(`${created}Z`)) / DAY,
      }))
      .filter(({ views }) => views > 0);
    return aged
      .filter(({ age }) => age >= FROM && age <= UNTIL)
      .flatMap(({ source, author, age, views }) => {
        const [end] = aged
          .filter(
            (one) => one.age >= Math.max(SEVENTH.from, OLDER * age) && one.age <= SEVENTH.until,
          )
          .toSorted((a, b) => Math.abs(a.age - 7) - Math.abs(b.age - 7));
        if (end === undefined) return [];
        const span = Math.log(end.age / age);
        const growth = Math.log(end.views / views);
        return [{ source, author, age, growth, span, exponent: growth / span }];
      });
  },
);

/** Of each creator so many at most, in the order of the table. */
function evened(all: readonly Pair[]): Pair[] {
  return groupBy(all, ({ author }) => author).flatMap((own) => own.slice(0, MOST_OF_ONE));
}

/** Knots of the age, in days; between them quantiles are taken to change evenly by its logarithm. */
const KNOTS = [2, 3, 5] as const;
const BOUNDS = [1, 2.5, 4, UNTIL + 1] as const;
const SHARES = [0.1, 0.5, 0.9] as const;

function fitted(all: readonly Pair[]) {
  return KNOTS.map((knot, n) => {
    const own = all.filter(
      ({ age }) => age >= (BOUNDS[n] ?? 0) && age < (BOUNDS[n + 1] ?? Number.POSITIVE_INFINITY),
    );
    const [low = 0, middle = 0, high = 0] = (own.length === 0 ? [] : SHARES).map((share) =>
      quantile(
        own.map(({ exponent }) => exponent),
        share,
      ),
    );
    return { days: knot, pairs: own.length, low, middle, high };
  });
}

type Fit = ReturnType<typeof fitted>;

function exponentsAt(fit: Fit, age: number) {
  const right = Math.max(
    1,
    fit.findIndex(({ days }) => days >= age),
  );
  const [a, b] = [fit[right - 1] ?? fit.at(-1), fit[right] ?? fit.at(-1)];
  if (a === undefined || b === undefined) throw new Error('Nothing was fitted.');
  const last = fit.at(-1);
  if (last !== undefined && age >= last.days) return last;
  const share = Math.log(age / a.days) / Math.log(b.days / a.days);
  const between = (x: number, y: number) => x + Math.min(1, Math.max(0, share)) * (y - x);
  return {
    low: between(a.low, b.low),
    middle: between(a.middle, b.middle),
    high: between(a.high, b.high),
  };
}

/** How often the range held, and how wide it was. */
function measured(fit: Fit, all: readonly Pair[]) {
  const inside = all.filter(({ age, growth, span }) => {
    const { low, high } = exponentsAt(fit, age);
    return growth >= low * span - 1e-9 && growth <= high * span + 1e-9;
  });
  const widths = all.map(({ age, span }) => {
    const { low, high } = exponentsAt(fit, age);
    return Math.exp((high - low) * span);
  });
  return {
    pairs: all.length,
    creators: new Set(all.map(({ author }) => author)).size,
    inside: inside.length / all.length,
    width: all.length === 0 ? Number.NaN : quantile(widths, 0.5),
  };
}

const authors = [...new Set(pairs.map(({ author }) => author))];
const foldOf = new Map(authors.map((author, n) => [author, n % APART]));
const usable = evened(pairs);
const folds = Array.from({ length: APART }, (_, fold) => {
  const isApart = ({ author }: Pair) => foldOf.get(author) === fold;
  const fit = fitted(usable.filter((one) => !isApart(one)));
  return { fit, apart: usable.filter(isApart) };
});

/** Every creator once, each by a fit that has not seen them. */
function apart(keep: (one: Pair) => boolean) {
  const parts = folds.map(({ fit, apart: own }) => measured(fit, own.filter(keep)));
  const total = parts.reduce((sum, one) => sum + one.pairs, 0);
  const sum = (of: (one: (typeof parts)[number]) => number) =>
    parts.reduce((all, one) => all + (one.pairs === 0 ? 0 : of(one) * one.pairs), 0) / total;
  return {
    pairs: total,
    creators: parts.reduce((all, one) => all + one.creators, 0),
    inside: sum(({ inside }) => inside),
    width: sum(({ width }) => width),
  };
}

const ages = [
  [1, 2.5],
  [2.5, 4],
  [4, UNTIL + 0.01],
] as const;
const overall = apart(() => true);
const sources = groupBy(usable, ({ source }) => source).flatMap((own) => {
  const source = own[0]?.source ?? '';
  const others = usable.filter((one) => one.source !== source);
  // Where nothing but this source is known of an age, nothing can be held against it.
  const fit = fitted(others);
  return fit.every(({ pairs: n }) => n >= FEWEST) ? [{ source, ...measured(fit, own) }] : [];
});

const round = (value: number) => Number(value.toFixed(4));
const fit = fitted(usable);
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const table = (head: string, lines: readonly string[]) =>
  [head, head.replaceAll(/[^|]+/g, ' --- '), ...lines].join('\n');
writeFileSync(
  join(projectRoot, 'model', 'growth.md'),
  `# Views until the seventh day

Written by \`model/growth.ts\` from ${pairs.length.toLocaleString('en')} pairs of readings of the same public videos, one at an age of ${FROM} to ${UNTIL} days and one about the seventh day (${SEVENTH.from} to ${SEVENTH.until} days, the nearest to seven), of ${authors.length.toLocaleString('en')} creators; of each creator ${MOST_OF_ONE} at most. Views are taken to grow as a power of the age; the exponents' 10 %, 50 % and 90 % points at three ages are all that the product has of it:

${table(
  '| age in days | 10 % | 50 % | 90 % |',
  fit.map(
    ({ days, low, middle, high }) =>
      `| ${days} | ${round(low)} | ${round(middle)} | ${round(high)} |`,
  ),
)}

Every creator was measured once, by a fit that hadn't seen them. The range is meant to hold 80 %.

${table('| age | pairs | creators | held | high by low |', [
  ...ages.map(([from, until]) => {
    const one = apart(({ age }) => age >= from && age < until);
    return `| ${from} to ${Number(until.toFixed(1))} days | ${one.pairs} | ${one.creators} | ${percent(one.inside)} | ${one.width.toFixed(2)} |`;
  }),
  `| all | ${overall.pairs} | ${overall.creators} | ${percent(overall.inside)} | ${overall.width.toFixed(2)} |`,
])}

Whole sources kept apart:

${table(
  '| source | pairs | held |',
  sources.map(({ source, pairs: n, inside }) => `| ${source} | ${n} | ${percent(inside)} |`),
)}

Mostly popular Vietnamese videos, as the estimate's: of small accounts little is known here. So the product shows the range only beside how often it held on the member's own videos.
`,
);
console.log(JSON.stringify({ overall, sources, fit }, null, 1));
