import type { GuidePage } from '../services/knowledge/guide.js';
import type { Entry } from '../services/knowledge/knowledge.js';
import type { Words } from '../words/words.js';

/** An entry as its reader reads it. */
export interface EntryShown extends Entry {
  /** Whether the longer answer is in English for want of their language. */
  readonly isBodyEnglish: boolean;
}

/** An entry with its texts in the reader's language, as far as they are there. */
export function entryIn(entry: Entry, { texts }: Words): EntryShown {
  const said = texts.entries.get(entry.id);
  if (said === undefined) return { ...entry, isBodyEnglish: false };
  const { question, answer, short, changed, body } = said;
  const isBodyEnglish = body === '';
  return {
    ...{ ...entry, question, answer, short, changed },
    ...{ body: isBodyEnglish ? entry.body : body, isBodyEnglish },
  };
}

/** The question of an entry in the reader's language. */
export function questionIn(
  { id, question }: Pick<Entry, 'id' | 'question'>,
  { texts }: Words,
): string {
  return texts.entries.get(id)?.question ?? question;
}

/** A page of the guide with its texts in the reader's language. */
export function pageIn(page: GuidePage, { texts }: Words): GuidePage {
  return { ...page, ...texts.pages.get(page.id) };
}
