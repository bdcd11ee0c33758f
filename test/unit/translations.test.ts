import { describe, expect, it } from 'vitest';
import { OTHER_LANGUAGES } from '../../src/lib/languages.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import {
  findingsOf,
  fingerprintOf,
  translationsOf,
} from '../../src/services/knowledge/translations.js';

const content = loadContent();
const { knowledge } = content;
/** The same with other entries. */
const withEntries = (entries: readonly object[]) =>
  ({ ...content, knowledge: { entries } }) as typeof content;

/** Languages in which the longer answers stand, too. */
const IN_FULL = ['es', 'pt-br', 'vi'];

describe.each(OTHER_LANGUAGES)('what the bot knows, in %s', (language) => {
  it('is whole, and says the same figures', () => {
    expect(findingsOf(language, content).problems).toEqual([]);
  });

  it('has the longer answers, or leaves them to English', () => {
    const texts = [...translationsOf(language).entries.values()];
    const withBody = texts.filter(({ body }) => body !== '').length;
    expect(withBody).toBe(IN_FULL.includes(language) ? knowledge.entries.length : 0);
  });
});

describe('a text whose English has changed', () => {
  const [first] = knowledge.entries;
  if (first === undefined) throw new Error('There are no entries.');
  const file = `content/de/faq/${first.id}.md`;
  const found = (changed: object) =>
    findingsOf(
      'de',
      withEntries(knowledge.entries.map((one) => (one === first ? { ...one, ...changed } : one))),
    );

  it('is stale when only words are others', () => {
    const { problems, stale } = found({ question: `${first.question} Really` });
    expect(problems).toEqual([]);
    expect(stale).toContain(file);
    expect(findingsOf('de', content).stale).not.toContain(file);
  });

  it('is wrong when the verdict is another', () => {
    const verdict = first.verdict === 'disputed' ? 'true' : 'disputed';
    expect(found({ verdict }).problems).toEqual([expect.stringContaining(`${file}: its verdict`)]);
  });

  it('is wrong when a figure is another', () => {
    const { problems } = found({ short: `${first.short} 77 of them.` });
    expect(problems).toEqual([
      expect.stringContaining(`${file}: its verdict or a figure`),
      expect.stringContaining(`${file}: short: has other figures`),
    ]);
  });

  it('is no matter of its dates, sources or other ways to ask', () => {
    const other = { ...first, checked: '2027-01-01', aliases: ['zzz'], sources: [] };
    expect(fingerprintOf({ ...other })).toBe(fingerprintOf({ ...first }));
  });
});

it('what is not in English any more is told', () => {
  const [gone, ...entries] = knowledge.entries;
  expect(findingsOf('ja', withEntries(entries)).problems).toContain(
    `content/ja/faq/${gone?.id}.md: has no English: remove it`,
  );
});
