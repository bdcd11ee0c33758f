import { Locale } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { OTHER_LANGUAGES, otherLanguageOf } from '../../src/lib/languages.js';
import { learnAllWords } from '../../src/words/languages.js';

/** Discord's limit of one command: names, descriptions and values together, each in its longest language. */
const WHOLE = 8_000;

const TAGS = Object.values(Locale).filter((tag) => otherLanguageOf(tag) !== null);

beforeAll(learnAllWords);

it('each language has at least one of Discord’s tags', () => {
  expect(new Set(TAGS.map(otherLanguageOf))).toEqual(new Set(OTHER_LANGUAGES));
});

describe.each(commands.map(({ command }) => command))('/$name', (command) => {
  // Discord's own limits of single texts are held by the builders.
  const registered = () => command.registration();

  it('is described in every language', () => {
    const found: string[][] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, one] of Object.entries(value)) {
        if (key === 'description_localizations') found.push(Object.keys(one ?? {}).sort());
        else walk(one);
      }
    };
    walk(registered());
    expect(found.length).toBeGreaterThan(0);
    for (const tags of found) expect(tags).toEqual([...TAGS].sort());
  });

  it('is within Discord’s limit with the longest of its languages', () => {
    expect(lengthOf(registered())).toBeLessThanOrEqual(WHOLE);
  });
});

/** How much Discord counts of a command. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const longest = (key: string) => {
    const texts = [
      Reflect.get(value, key),
      ...Object.values(Reflect.get(value, `${key}_localizations`) ?? {}),
    ];
    return Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  const own = longest('name') + longest('description') + longest('value');
  return own + lengthOf(Reflect.get(value, 'options')) + lengthOf(Reflect.get(value, 'choices'));
}
