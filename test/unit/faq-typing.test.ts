import { expect, it } from 'vitest';
import type { Asking } from '../../src/commands/asking.js';
import { suggestions } from '../../src/commands/faq.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import type { Knowledge } from '../../src/services/knowledge/knowledge.js';
import { wordsOf } from '../../src/words/languages.js';

const { knowledge } = loadContent();

const typing = (text: string, known: Knowledge) => {
  const words = wordsOf('en-US');
  // Nothing else of the services is asked for.
  const services = Promise.resolve({ knowledge: known } as Awaited<Asking['services']>);
  return suggestions(text, { services, words, channelWords: words });
};

it('whoever types is offered something while the search isn’t ready, and what fits once it is', async () => {
  const unready = { ...knowledge, prepare: () => new Promise<void>(() => undefined) };
  const offered = await typing('how do I see who saved my video', unready);
  expect(offered).toEqual(await typing('', knowledge));
  expect(offered).not.toEqual([]);
  const found = await typing('how do I see who saved my video', knowledge);
  expect(found).not.toEqual(offered);
  expect(found[0]?.value).toBe(knowledge.search('how do I see who saved my video')[0]?.entry.id);
});
