/** How long ago something was: a number of one of these. */
export type Unit = 'minute' | 'hour' | 'day' | 'week';

/** How one language says how long ago something was. */
export interface AgoWords {
  /** The unit, by the phrase with `#` for its number: `# days ago`; null for one that tells no day. */
  readonly phrases: ReadonlyMap<string, Unit | null>;
  /** The unit by its names alone. */
  readonly units: ReadonlyMap<string, Unit>;
  /** What makes a length of time one ago, whichever the unit: `ago`, `vor`, `il y a`. */
  readonly marks: ReadonlySet<string>;
}

const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week'];

/** A month ago may be any of thirty days. */
const COARSE = ['month', 'quarter', 'year'] as const;

const STYLES = ['long', 'short', 'narrow'] as const;

/** One number of each kind that a language may inflect differently. */
const INFLECTIONS = [1, 2, 3, 5, 11, 21];

/** What is said as often as what CLDR writes; without accents. */
const ALSO_SAID: Readonly<Record<string, readonly string[]>> = {
  de: ['her'],
  en: ['back', 'about'],
  es: ['atras'],
  fr: ['y', 'ya'],
  id: ['lalu', 'tadi'],
  pt: ['atras', 'faz'],
  vi: ['cach', 'day'],
};

/** One to ten in the languages whose words for days are always read, and one in others. */
const NUMBER_WORDS: readonly string[] = [
  'one a an ein eine einem einen einer un une una uno um uma mot satu один одну одна один jeden jedna bir egy yksi en ett',
  'two zwei deux dos dois duas hai dua',
  'three drei trois tres ba tiga',
  'four vier quatre cuatro quatro bon empat',
  'five funf cinq cinco nam lima',
  'six sechs seis sau enam',
  'seven sieben sept siete sete bay tujuh',
  'eight acht huit ocho oito tam delapan',
  'nine neun neuf nueve nove chin sembilan',
  'ten zehn dix diez dez muoi sepuluh',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NUMBER_WORDS.flatMap((line, at) => line.split(' ').map((word) => [word, at + 1] as const)),
);

/** A phrase with digits for its first number in words, if it has none: `vor 1 tag`. */
export function numbersInWords(phrase: string): string {
  if (/\d/.test(phrase)) return phrase;
  const words = phrase.split(' ');
  // French `il y a un jour` has an `a` that counts nothing.
  const at = words.findLastIndex((word, place) => NUMBERS.has(word) && place < words.length);
  const number = NUMBERS.get(words[at] ?? '');
  return number === undefined || words.length < 2
    ? phrase
    : words.with(at, String(number)).join(' ');
}

/**
 * How a language says how long ago something was, as `Intl` knows it on this machine.
 *
 * @param lookedUp a phrase as it is looked up, with `#` for its number.
 */
export function agoWords(tag: string, lookedUp: (phrase: string) => string): AgoWords {
  const phrases = new Map<string, Unit | null>();
  const units = new Map<string, Unit>();
  const marks = new Set<string>(ALSO_SAID[tag.replace(/-.*/, '')]);
  for (const style of STYLES) {
    const format = new Intl.RelativeTimeFormat(tag, { style, numeric: 'always' });
    const said = (unit: Unit | (typeof COARSE)[number]) =>
      INFLECTIONS.map((count) => lookedUp(format.format(-count, unit))).filter((phrase) =>
        phrase.includes('#'),
      );
    const byUnit = UNITS.map((unit) => ({ unit, words: said(unit).map((one) => one.split(' ')) }));
    // What stands in the phrases of every unit says "ago".
    const [first, ...others] = byUnit.map(({ words }) => new Set(words.flat()));
    for (const word of first ?? []) {
      if (word !== '#' && others.every((one) => one.has(word))) marks.add(word);
    }
    for (const { unit, words } of byUnit) {
      for (const one of words) {
        if (!phrases.has(one.join(' '))) phrases.set(one.join(' '), unit);
        const name = one.filter((word) => word !== '#' && !marks.has(word)).join(' ');
        if (name !== '' && !name.includes('#')) units.set(name, unit);
      }
    }
    for (const unit of UNITS) {
      const length = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: style });
      for (const count of INFLECTIONS) {
        const name = lookedUp(length.format(count)).replace('#', '').trim();
        if (!units.has(name)) units.set(name, unit);
      }
    }
    for (const coarse of COARSE) {
      for (const phrase of said(coarse)) if (!phrases.has(phrase)) phrases.set(phrase, null);
    }
  }
  return { phrases, units, marks };
}

/**
 * The unit that a phrase with `#` for its number counts back in; null for one that tells no day,
 * undefined for what isn't such a phrase in this language.
 */
export function unitAgo(
  phrase: string,
  { phrases, units, marks }: AgoWords,
): Unit | null | undefined {
  for (const one of [phrase, `${phrase} ago`, `-${phrase}`]) {
    const unit = phrases.get(one);
    if (unit !== undefined) return unit;
  }
  const words = phrase.split(' ').filter((word) => !marks.has(word));
  const name = words.filter((word) => word !== '#').join(' ');
  return words.length < phrase.split(' ').length && words.includes('#')
    ? units.get(name)
    : undefined;
}
