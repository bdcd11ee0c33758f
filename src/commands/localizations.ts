import { Locale } from 'discord-api-types/v10';
import { english, otherLanguages } from '../words/languages.js';
import type { Language } from '../words/words.js';

/** What Discord shows of a command while it is typed, in whatever language. */
export type Said<T = string> = (words: Language) => T;

/** As Discord shows it where it has nothing in the reader's language. */
export function inEnglish<T>(said: Said<T>): T {
  return said(english);
}

/** The same in the other languages, by Discord's tags. */
export function inOthers(said: Said): Partial<Record<Locale, string>> {
  const tags: readonly string[] = Object.values(Locale);
  return Object.fromEntries(
    otherLanguages()
      .filter(([tag]) => tags.includes(tag))
      .map(([tag, language]) => [tag, said(language)]),
  );
}
