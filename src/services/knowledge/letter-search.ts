import type { OtherLanguage } from '../../lib/languages.js';
import { cosinesInSteps, type Signed } from './cosines.js';
import type { Entry } from './entries.js';
import type { Finder } from './search.js';
import { fold } from './words.js';

/** An entry with the ways in which a language asks for it, and its short answer. */
export interface Worded {
  readonly entry: Entry;
  readonly wordings: readonly string[];
  readonly short: string;
}

/**
 * What each kind of likeness adds to a score: its nearest wording, the mean of its nearest three, and
 * how much of the question stands anywhere in its wordings and its short answer.
 */
const WEIGHTS = { nearest: 0.5, nearby: 0.3, covered: 1 };
/** Wordings of an entry that are held against a question together. */
const NEAREST = 3;
/** How much a sign speaks for an entry that has it: so much, and more for each wording; less in the short answer. */
const COVERED = { base: 0.4, wording: 0.2, short: 0.06 };
/** As how rare a sign is taken that stands nowhere: as one of less than one entry. */
const UNKNOWN_IN = 0.7;
/**
 * From which score on, and how far ahead of the next, an entry is the answer: measured in `bench/`, so
 * that what isn't about TikTok's numbers is hardly ever answered. Japanese texts share fewer signs, and
 * Vietnamese ones more, whose words are short and many.
 */
const SURE = { score: 0.86, ahead: 0.12 };
const SURE_IN: Partial<Record<OtherLanguage, typeof SURE>> = {
  ja: { score: 0.36, ahead: 0.1 },
  vi: { score: 1, ahead: 0.04 },
};
/** Candidates less like than this aren't near at all. */
const LEAST = 0.15;

/**
 * Finds entries by the letters and the words of their wordings, so that it needs to know
 * nothing of a language: neither its endings, nor which accents people leave out, nor where a word ends.
 * It is made in steps, so that whoever makes it can do something else in between.
 */
export function* letterFinderInSteps(
  entries: readonly Worded[],
  language: OtherLanguage,
): Generator<undefined, Finder> {
  const signsOf = language === 'ja' ? japaneseSigns : wordSigns;
  const sure = SURE_IN[language] ?? SURE;
  const all: Signed[] = [];
  const covers: ReadonlyMap<string, number>[] = [];
  const owners = new Map<string, number>();
  for (const [owner, { wordings, short }] of entries.entries()) {
    const own = wordings.map((text) => ({ owner, signs: new Set(signsOf(text)) }));
    for (const sign of new Set(own.flatMap(({ signs }) => [...signs]))) {
      owners.set(sign, (owners.get(sign) ?? 0) + 1);
    }
    all.push(...own);
    covers.push(coverOf(wordings, short, signsOf));
    yield;
  }
  const weigh = (sign: string) => Math.log(1 + entries.length / (owners.get(sign) ?? UNKNOWN_IN));
  const cosines = yield* cosinesInSteps(all, weigh);

  return (text, topic) => {
    const signs = new Set(signsOf(text));
    let total = 0;
    for (const sign of signs) total += weigh(sign);
    const ranked = [...cosines(signs)]
      .map(([owner, found]) => {
        const best = found.sort((a, b) => b - a).slice(0, NEAREST);
        let covered = 0;
        for (const sign of signs) covered += weigh(sign) * (covers[owner]?.get(sign) ?? 0);
        const score =
          WEIGHTS.nearest * (best[0] ?? 0) +
          (WEIGHTS.nearby * best.reduce((sum, one) => sum + one, 0)) / NEAREST +
          WEIGHTS.covered * (covered / total);
        return { owner, score };
      })
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score);
    const [first, second] = ranked;
    const isSure =
      first !== undefined &&
      first.score >= sure.score &&
      first.score - (second?.score ?? 0) >= sure.ahead;
    return ranked.flatMap(({ owner, score }, place) => {
      const entry = entries[owner]?.entry;
      if (entry === undefined || (topic !== undefined && !entry.topics.includes(topic))) return [];
      return [{ entry, score, sure: place === 0 && isSure }];
    });
  };
}

/** How much each sign of an entry speaks for it, 0 to 1. */
function coverOf(
  wordings: readonly string[],
  short: string,
  signsOf: (text: string) => string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const sign of new Set(signsOf(text))) counts.set(sign, (counts.get(sign) ?? 0) + weight);
  };
  for (const text of wordings) add(text, COVERED.wording);
  add(short, COVERED.short);
  return new Map([...counts].map(([sign, count]) => [sign, Math.min(1, COVERED.base + count)]));
}

/** Three letters that stand together, across blanks too; four of a word, with its ends; and words. */
function wordSigns(text: string): string[] {
  const bare = fold(text)
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (bare === '') return [];
  const words = bare.split(' ');
  return [
    ...together(` ${bare} `, 3),
    ...words.flatMap((word) => together(` ${word} `, 4)),
    ...words.map((word) => `=${word}`),
  ];
}

/** Two and three letters that stand together, katakana as hiragana; and each kanji. */
function japaneseSigns(text: string): string[] {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x60))
    .replace(/[^\p{L}\p{N}ー]+/gu, '');
  const kanji = [...bare].filter((letter) => /\p{Script=Han}/u.test(letter));
  return [...kanji.map((letter) => `=${letter}`), ...together(bare, 2), ...together(bare, 3)];
}

function together(text: string, count: number): string[] {
  const letters = [...text];
  return Array.from({ length: Math.max(0, letters.length - count + 1) }, (_, at) =>
    letters.slice(at, at + count).join(''),
  );
}
