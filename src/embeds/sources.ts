import type { APIEmbedField } from 'discord-api-types/v10';
import { clip } from '../lib/clip.js';
import { isOver } from '../lib/dates.js';
import type { Source } from '../services/content/content-file.js';
import type { Words } from '../words/words.js';

const FIELD_MAX = 1024;
/** So much of a title leaves room for its date in two lines of a phone. */
const FOLDED_TITLE = 44;

/** What something rests on, as embed fields: each source with its address and its date. */
export function sourceFields(sources: readonly Source[], words: Words): APIEmbedField[] {
  return packLines(sources.map((source) => `- ${sourceLine(source, words)}`)).map(
    (value, place) => ({
      name: place === 0 ? words.faq.fields.sources : words.faq.fields.moreSources,
      value,
    }),
  );
}

/** The strongest source, with how many more there are: two lines on a phone. */
export function foldedSources([strongest, ...others]: readonly Source[], words: Words): string {
  if (strongest === undefined) return '';
  const line = sourceLine({ ...strongest, title: clip(strongest.title, FOLDED_TITLE) }, words);
  return others.length === 0 ? line : words.faq.folded(line, others.length);
}

/** One source: its title, as a link where there is an address, and its date. */
export function sourceLine({ title, url, date }: Source, words: Words): string {
  return `${url ? `[${title}](${url})` : title} · ${date ?? words.faq.undated}`;
}

/**
 * When something was checked, and whether it is due to be checked again.
 *
 * @param now decides it (a UTC day).
 */
export function checkedWords(
  { checked, review }: { readonly checked: string; readonly review: string },
  now: Date,
  words: Words,
): string {
  return isOver(review, now) ? words.faq.dueForReview(checked, review) : words.faq.checked(checked);
}

/** Lines put into as few field values as hold them; no source's line is longer than a field. */
function packLines(lines: readonly string[]): string[] {
  const fields: string[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= FIELD_MAX)
      fields[fields.length - 1] = `${last}\n${line}`;
    else fields.push(line);
  }
  return fields;
}
