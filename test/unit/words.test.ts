import { beforeAll, describe, expect, it } from 'vitest';
import { faqAnswerEmbed } from '../../src/embeds/faq.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { english, learnAllWords, wordsOf } from '../../src/words/languages.js';
import { languageTags } from '../support/language-tags.js';

/** Commands as they are typed, files by their names, and TikTok's own names of its tables. */
const NAMES = /\.(?:example|picture)$|\.tables\./;

/** Languages by their own names. */
const LANGUAGES = 'settingsCommand.change.languages.';

/** Words that creators of some of these languages use as they are. */
const BORROWED = new Set([
  ...['Analytics', 'Edit', 'Likes', 'Link', 'Save rate', 'Saves', 'Shares', 'Sources'],
  ...['Verdict', 'Views', 'likes', 'views'],
]);

beforeAll(learnAllWords);

/** Every text that depends on nothing, by its place among the words. */
function plainTexts(words: object, place = ''): [place: string, text: string][] {
  return Object.entries(words).flatMap(([key, one]): [string, string][] => {
    if (key === 'texts' || key === 'locale') return [];
    const at = place === '' ? key : `${place}.${key}`;
    if (typeof one === 'string') return [[at, one]];
    return typeof one === 'object' && one !== null ? plainTexts(one, at) : [];
  });
}

describe.each(languageTags)('the words of %s', (tag) => {
  it('are no longer English, but for what is borrowed', () => {
    const own = new Map(plainTexts(wordsOf(tag)));
    const same = plainTexts(english).filter(
      ([place, text]) =>
        own.get(place) === text &&
        /\p{L}{4}/u.test(text.replaceAll(/`[^`]*`/g, '')) &&
        !NAMES.test(place) &&
        !place.startsWith(LANGUAGES) &&
        !BORROWED.has(text),
    );
    expect(same).toEqual([]);
  });

  it('give the whole of each short answer, its first sentence on a line of its own', () => {
    const words = wordsOf(tag);
    const bare = (text: string) => text.replaceAll(/\s/g, '');
    for (const entry of loadContent().knowledge.entries) {
      const short = words.texts.entries.get(entry.id)?.short ?? '';
      const { description = '' } = faqAnswerEmbed(entry, new Date('2026-11-30'), words);
      expect(short).not.toBe('');
      expect(bare(description), entry.id).toContain(bare(short));
    }
  });
});
