import { en } from './en/en.js';
import type { Language, Words } from './words.js';

/** The language in which every text is there. */
export const english: Language = en;

/** The languages there are, by their BCP 47 tags, or the part before the region. */
const languages = new Map<string, Language>([['en', en]]);

/** In place of every language, if it is set: for whoever looks for words that are in none. */
let everywhere: Language | null = null;

/** Making them once for each tag; Discord has some thirty. */
const known = new Map<string, Words>();

/**
 * The words for a reader: those of the tag, else of its language, else English. Numbers and days are
 * always of the tag itself.
 *
 * @param locale a BCP 47 tag, as Discord gives it.
 */
export function wordsOf(locale: string): Words {
  const made = known.get(locale);
  if (made !== undefined) return made;
  const [base = ''] = locale.split('-');
  const language = everywhere ?? languages.get(locale) ?? languages.get(base) ?? en;
  const words = { ...language, locale };
  known.set(locale, words);
  return words;
}

/** The languages beside English, each with Discord's tag. */
export function otherLanguages(): readonly (readonly [string, Language])[] {
  return [...languages].filter(([tag]) => tag !== 'en');
}

/** From now on everything is said in this language, whoever reads. */
export function speakEverywhere(language: Language): void {
  everywhere = language;
  known.clear();
}
