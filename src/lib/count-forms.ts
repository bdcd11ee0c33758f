import { foldLetters, plainTyping } from './characters.js';
import { COUNT_LANGUAGES } from './languages.js';

/** What stands behind a number to make it larger: K, Mio., triệu, 万. */
export interface CountForm {
  /** The power of ten it stands for. */
  readonly exponent: number;
  /** Whether the language writes more than three digits before it: 1,234万, 1200 M. */
  readonly countsOn: boolean;
  /** Whether it is written like this, and not only without its dot or its accents. */
  readonly isExact: boolean;
}

/** How one language writes numbers. */
export interface CountLanguage {
  /** `.` or `,`. */
  readonly decimal: string;
  /** `.` or `,`; empty where a space or an apostrophe groups, which mean nothing else anywhere. */
  readonly group: string;
  readonly forms: ReadonlyMap<string, CountForm>;
  /** Whole numbers in one word, without a digit: French and Italian write 1,000 as `mille`. */
  readonly words: ReadonlyMap<string, number>;
}

/** How these languages are typed, too, beside what CLDR lists, with the power of ten of each. */
const ALSO_TYPED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: { 'tsd.': 3 },
  en: { thou: 3, grand: 3, mm: 6 },
  vi: { ngàn: 3, tỉ: 9, k: 3 },
  // Letters that look like K and M.
  ru: { к: 3, м: 6 },
  uk: { к: 3, м: 6 },
  bg: { к: 3, м: 6 },
  // w is how 万 is typed in Latin letters.
  zh: { 千: 3, w: 4 },
  ja: { 千: 3 },
  'en-IN': { lakhs: 5, lac: 5, lacs: 5, crores: 7 },
};

/**
 * What English speakers also write, though the same is another number in Spanish and Portuguese:
 * whoever doesn't write one of those is asked.
 */
export const ENGLISH_SLANG: Readonly<Partial<Record<string, number>>> = {
  mil: 6,
  'mil.': 6,
  mils: 6,
};

/** One number of each kind that a language may inflect differently. */
const INFLECTIONS = [1, 1.2, 2, 3, 5, 11, 21, 1100];

/** From a thousand to the largest whole number that Discord and JSON carry exactly. */
const EXPONENTS = { least: 3, most: 15 };

const known = new Map<string, CountLanguage>();

/**
 * How a language writes counts, as `Intl` knows it on this machine; made once, in about a
 * millisecond. Null for a tag that names no language.
 */
export function countLanguage(tag: string): CountLanguage | null {
  const made = known.get(tag) ?? makeLanguage(tag);
  if (made !== null) known.set(tag, made);
  return made;
}

/** All languages whose short forms are read, by their tags; made at once, when first needed. */
export function countLanguages(): ReadonlyMap<string, CountLanguage> {
  all ??= new Map(
    COUNT_LANGUAGES.flatMap((tag) => {
      const language = countLanguage(tag);
      return language === null ? [] : [[tag, language] as const];
    }),
  );
  return all;
}

let all: ReadonlyMap<string, CountLanguage> | undefined;

/** A short form as it is looked up: whatever its case, spaces and invisible characters. */
export function formKey(text: string): string {
  return plainTyping(text).toLowerCase().replace(/\s+/g, ' ').replace(/॰/g, '.');
}

/** What a form stands for in a language, typed with or without its dot and its accents. */
export function formOf({ forms }: CountLanguage, key: string): CountForm | null {
  const known = forms.get(key) ?? forms.get(key.replace(/\.$/, ''));
  if (known !== undefined) return known;
  // One letter with an accent is none of another language's.
  if (!/\p{L}[\p{L}\p{M}]/u.test(key)) return null;
  const folded = foldLetters(key);
  return forms.get(folded) ?? forms.get(folded.replace(/\.$/, '')) ?? null;
}

function makeLanguage(tag: string): CountLanguage | null {
  if (!isLanguage(tag)) return null;
  const forms = new Map<string, CountForm>();
  const words = new Map<string, number>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(tag, {
      notation: 'compact',
      compactDisplay,
      maximumFractionDigits: 1,
      numberingSystem: 'latn',
    });
    for (let power = EXPONENTS.least; power <= EXPONENTS.most; power += 1) {
      for (const times of INFLECTIONS) {
        const value = times * 10 ** power;
        const key = formKey(format.format(value));
        const [, digits = '', form = ''] = /^([\d.,٫٬' ]*)(.*)$/.exec(key) ?? [];
        if (form === '') continue;
        if (digits === '') words.set(form, value);
        else note(forms, form, exponentOf(digits, value), /\d{4}|\d[.,٬' ]\d{3}/.test(digits));
      }
    }
  }
  for (const [form, exponent] of Object.entries({
    ...ALSO_TYPED[tag.replace(/-.*/, '')],
    ...ALSO_TYPED[tag],
  })) {
    note(forms, form, exponent, false);
  }
  addCareless(forms);
  return { ...marksOf(tag), forms, words };
}

function note(
  forms: Map<string, CountForm>,
  form: string,
  exponent: number,
  countsOn: boolean,
): void {
  const before = forms.get(form);
  // The first is the commoner one: Spanish M is a million also in 1000 M.
  if (before === undefined) forms.set(form, { exponent, countsOn, isExact: true });
  else if (countsOn && before.exponent === exponent) forms.set(form, { ...before, countsOn });
}

/** What each form becomes when its dot or its accents are left out, where that isn't a form itself. */
function addCareless(forms: Map<string, CountForm>): void {
  for (const [key, form] of [...forms]) {
    for (const careless of [
      key.replace(/\.$/, ''),
      foldLetters(key),
      foldLetters(key.replace(/\.$/, '')),
    ]) {
      if (!forms.has(careless)) forms.set(careless, { ...form, isExact: false });
    }
  }
}

/** What a form stands for, from a number that was written with it. */
function exponentOf(digits: string, value: number): number {
  const shown = Number(
    digits
      .trim()
      .replace(/[.,٬' ](?=\d{3})/g, '')
      .replace(/[,٫]/, '.'),
  );
  return Math.round(Math.log10(value / shown));
}

function marksOf(tag: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
  const mark = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const group = mark('group');
  return { decimal: mark('decimal'), group: /^[.,]$/.test(group) ? group : '' };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
