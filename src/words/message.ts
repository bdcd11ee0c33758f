import { IntlMessageFormat } from 'intl-messageformat';

/** What a pattern takes, by name: a number decides a `plural`, a word a `select`, and what only stands there is either. */
type Values = Readonly<Record<string, string | number>>;

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
  function say(pattern: string, values: Values): string {
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
