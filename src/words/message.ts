import { IntlMessageFormat } from 'intl-messageformat';

/**
 * A pattern's text up to its next brace, and what follows. A brace that is quoted would be taken for one
 * of the pattern: no text needs any.
 */
type NextBrace<Pattern extends string> = Pattern extends `${infer Before}{${infer After}`
  ? Before extends `${infer Closed}}${string}`
    ? Pattern extends `${Closed}}${infer Rest}`
      ? readonly ['}', Closed, Rest]
      : never
    : readonly ['{', Before, After]
  : Pattern extends `${infer Before}}${infer After}`
    ? readonly ['}', Before, After]
    : null;

/** In text, until a value begins, or the branch ends that the text is of. */
type InText<Pattern extends string, Found> =
  NextBrace<Pattern> extends readonly [infer Brace, string, infer Rest extends string]
    ? Brace extends '{'
      ? InValue<Rest, Found>
      : InChoice<Rest, Found>
    : Found;

/** Behind the brace of a value: its name alone, or what is chosen by it. */
type InValue<Pattern extends string, Found> =
  NextBrace<Pattern> extends readonly [
    infer Brace,
    infer Before extends string,
    infer Rest extends string,
  ]
    ? Brace extends '}'
      ? Before extends `${string},${string}`
        ? never
        : InText<Rest, Found & Record<Before, string | number>>
      : Before extends `${infer Name}, plural,${string}`
        ? InText<Rest, Found & Record<Name, number>>
        : Before extends `${infer Name}, select,${string}`
          ? InText<Rest, Found & Record<Name, string>>
          : never
    : never;

/** Between the branches of a choice, until it ends. */
type InChoice<Pattern extends string, Found> =
  NextBrace<Pattern> extends readonly [string, string, infer Rest extends string]
    ? InText<Rest, Found>
    : never;

/**
 * What a pattern takes: a number decides a `plural`, a word a `select`, and what only stands there is
 * either. `never` where ICU would format a number or a time itself, and where the pattern isn’t constant.
 */
type ValuesOf<Pattern extends string> = string extends Pattern ? never : InText<Pattern, unknown>;

/**
 * What says the texts of one language that depend on a number or on a case. A pattern is read when it is
 * first said, and kept: a start says nearly none of them. So it is a constant, never put together.
 *
 * Numbers that are shown come formatted, as the reader's locale writes them; the number that decides
 * stands beside them, and ICU never formats it. Markdown, tags and what the values hold are left as they
 * are. An apostrophe is ’: the straight one can quote what follows.
 *
 * @param language a BCP 47 tag: whose classes of plurals the patterns have.
 * @returns says a pattern in ICU's form, `{n, plural, one {{count} video} other {{count} videos}}`, with its
 *   values. It throws where one is missing, and where ICU would have to format a number (`#`).
 */
export function saying(language: string) {
  const read = new Map<string, IntlMessageFormat>();
  function say<const Pattern extends string>(pattern: Pattern, values: ValuesOf<Pattern>): string;
  function say(pattern: string, values: Readonly<Record<string, string | number>>): string {
    let known = read.get(pattern);
    if (known === undefined) {
      known = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true, formatters });
      read.set(pattern, known);
    }
    for (const [name, value] of Object.entries(values)) {
      if (value == null) throw new TypeError(`There is no value for {${name}} in: ${pattern}`);
    }
    return String(known.format(values));
  }
  return say;
}

const plurals = new Map<string, Intl.PluralRules>();

/** In place of ICU's own: how a number is written is a matter of the reader's locale, not of the language. */
const formatters = {
  getNumberFormat: () => {
    throw new TypeError('A number is shown by its formatted value, never by # or {…, number}.');
  },
  getDateTimeFormat: () => {
    throw new TypeError('A time is shown by its formatted value, never by {…, date} or {…, time}.');
  },
  getPluralRules: (
    locales?: Intl.LocalesArgument,
    options?: Intl.PluralRulesOptions,
  ): Intl.PluralRules => {
    const key = `${locales} ${options?.type}`;
    const made = plurals.get(key) ?? new Intl.PluralRules(locales, options);
    plurals.set(key, made);
    return made;
  },
};
