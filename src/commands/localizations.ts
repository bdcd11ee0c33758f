import { Locale } from 'discord-api-types/v10';
import { english, isRead, wordsOf } from '../words/languages.js';
import type { Words } from '../words/words.js';

/** What Discord shows of a command while it is typed, in whatever language. */
export type Said<T = string> = (words: Words) => T;

/** As Discord shows it where it has nothing in the reader's language. */
export function inEnglish<T>(said: Said<T>): T {
  return said(english);
}

/** The same in the other languages, as far as they were read, by Discord's tags. */
export function inOthers(said: Said): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.values(Locale)
      .filter(isRead)
      .map((tag) => [tag, said(wordsOf(tag))]),
  );
}
