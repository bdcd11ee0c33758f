import { OTHER_LANGUAGES, type OtherLanguage, otherLanguageOf } from '../lib/languages.js';
import { translationsOf } from '../services/knowledge/translations.js';
import { en } from './en/en.js';
import type { Language, Words } from './words.js';

/** The language in which every text is there. */
export const english: Words = { ...en, locale: 'en-US', texts: translationsOf(null) };

/** The others. Each is read when it is first needed. */
const others: Readonly<Record<OtherLanguage, () => Promise<Language>>> = {
  de: async () => (await import('./de/de.js')).de,
  es: async () => (await import('./es/es.js')).es,
  fr: async () => (await import('./fr/fr.js')).fr,
  id: async () => (await import('./id/id.js')).id,
  ja: async () => (await import('./ja/ja.js')).ja,
  'pt-br': async () => (await import('./pt-br/pt-br.js')).ptBr,
  vi: async () => (await import('./vi/vi.js')).vi,
};

/** What was read so far. */
const read = new Map<OtherLanguage, Language>();

/** What is being read. */
const reading = new Map<OtherLanguage, Promise<void>>();

/** In place of every language, if it is set: for whoever looks for words that are in none. */
let everywhere: Language | null = null;

/** Making them once for each tag; Discord has some thirty. */
const known = new Map<string, Words>();

/**
 * The words for a reader: those of the tag's language as far as it was read with `learnWords`, else
 * English. Numbers and days are always of the tag itself.
 *
 * @param locale a BCP 47 tag, as Discord gives it.
 */
export function wordsOf(locale: string): Words {
  const made = known.get(locale);
  if (made !== undefined) return made;
  const other = otherLanguageOf(locale);
  const language = other === null ? undefined : read.get(other);
  const words: Words = {
    ...(everywhere ?? language ?? en),
    locale,
    texts: translationsOf(language === undefined ? null : other),
  };
  known.set(locale, words);
  return words;
}

/** The same, once they are read. */
export async function wordsFor(locale: string): Promise<Words> {
  await learnWords(locale);
  return wordsOf(locale);
}

/** Reads the words of a reader's language, if it has any of its own and they weren't read before. */
export async function learnWords(locale: string): Promise<void> {
  const other = otherLanguageOf(locale);
  if (other === null || read.has(other)) return;
  const begun = reading.get(other) ?? learn(other).finally(() => reading.delete(other));
  reading.set(other, begun);
  await begun;
}

/** Reads every language. */
export async function learnAllWords(): Promise<void> {
  await Promise.all(OTHER_LANGUAGES.map(learnWords));
}

/** Whether a reader has words of their own beside English, and they were read. */
export function isRead(locale: string): boolean {
  const other = otherLanguageOf(locale);
  return other !== null && read.has(other);
}

/** From now on everything is said in this language, whoever reads. */
export function speakEverywhere(language: Language): void {
  everywhere = language;
  known.clear();
}

async function learn(other: OtherLanguage): Promise<void> {
  read.set(other, await others[other]());
  known.clear();
}
