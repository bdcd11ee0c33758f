import type { ScreenshotFigures, Tally } from './measure.js';

/** The figures as Markdown. */
export function screenshotReport(machine: string, figures: ScreenshotFigures): string {
  const { byKind, byLanguage, english, decoys, ms, processorMs, memoryMiB, wrong } = figures;
  const all = sum(Object.values(byKind));
  const rows = [
    ...Object.entries(byKind)
      .sort()
      .map(([kind, tally]) => rowOf(kind, tally)),
    ...Object.entries(english)
      .sort()
      .map(([kind, tally]) => rowOf(`${kind}, English`, tally)),
    rowOf('all', all),
  ];
  const refused = Object.entries(decoys)
    .sort()
    .map(([kind, one]) => `| ${kind} | ${one.pictures} | ${one.refused} |`);
  return [
    `Measured on ${machine}.`,
    '',
    '| Screen | pictures | numbers | right | wrong | asked for |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| Language | pictures | numbers | right | wrong | asked for |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(byLanguage)
      .sort()
      .map(([language, tally]) => rowOf(language, tally)),
    '',
    '| Other screens | pictures | refused |',
    '| --- | --- | --- |',
    ...refused,
    '',
    `A picture takes ${Math.round(ms.median)} ms (95 % within ${Math.round(ms.p95)} ms, the first ${Math.round(ms.first)} ms; aimed at: 6000), ${Math.round(processorMs)} ms of them on a processor; the reading process at most ${Math.round(memoryMiB)} MiB (aimed at: 900).`,
    ...(wrong.length === 0 ? [] : ['', 'Read wrong:', '']),
    ...wrong.map(({ label, count, shown, read }) => `- ${label}: ${count} ${shown} as ${read}`),
    '',
  ].join('\n');
}

function rowOf(kind: string, { pictures, right, wrong, asked }: Tally): string {
  const numbers = right + wrong + asked;
  const share = (of: number) => `${((100 * of) / Math.max(1, numbers)).toFixed(1)} %`;
  return `| ${kind} | ${pictures} | ${numbers} | ${share(right)} | ${share(wrong)} | ${share(asked)} |`;
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (of: (tally: Tally) => number) => tallies.reduce((all, one) => all + of(one), 0);
  return {
    pictures: total((one) => one.pictures),
    right: total((one) => one.right),
    wrong: total((one) => one.wrong),
    asked: total((one) => one.asked),
  };
}
