import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/services/knowledge/content.js';
import { wordsFor } from '../../src/words/languages.js';
import { ending, Stage, words } from '../support/bot.js';
import { saidBy } from '../support/said.js';
import { tour } from '../support/tour.js';

const COUNTS = 'views:541200 likes:48100 comments:1204 shares:3900';

/** The same, with what the bot knows and what a score says of few views. */
const TOUR = [
  ...tour,
  '/settings change answers:public invitations:true',
  '/score views:640 likes:61 comments:2 shares:3',
  '/faq saves',
  '/faq topics',
  '/faq ask question:see-who-saved',
  '/faq ask question:zzz zzz',
  '/guide',
  '/guide topic:saves',
  '/tips category:educational',
];

/** Each language with a tag of Discord's, and words that an answer to `/score` has in it. */
const LANGUAGES: readonly (readonly [tag: string, saves: RegExp])[] = [
  ['vi', /lượt lưu|lưu/],
  ['es-ES', /guardados/],
  ['es-419', /guardados/],
  ['pt-BR', /salvos/],
  ['de', /Etwa/],
  ['fr', /favoris/],
  ['id', /Sekitar/],
  ['ja', /保存/],
];

const CODE = /```[\s\S]*?```/g;

/** Code, commands, marks, addresses and the version are the same everywhere. */
const SAME =
  /`[^`]*`|<[^>\n]*>|\[[^\]]*\]\([^)]*\)|https?:\/\/[^\s)]+|(?<![\p{L}\d])\/[a-z]+(?: [a-z]+)?|Keepsake \d+\.\d+\.\d+(?: \([\da-f]+\))?/gu;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** A manager of a server whose language is theirs, too. */
function managerIn(locale: string): Person {
  const guild = stage.discord.addGuild({ name: `zzz-${locale}`, locale });
  const general = guild.addChannel('general');
  const member = guild.addMember({ name: 'zzz', locale, permissions: ['ManageGuild'] });
  return stage.discord.person(member, general);
}

/** Lines as they are read, by what they come from. */
async function tourOf(locale: string): Promise<Map<string, string[]>> {
  const person = managerIn(locale);
  const said = new Map<string, string[]>();
  const keep = (from: string, texts: readonly string[]) => {
    said.set(from, [
      ...(said.get(from) ?? []),
      ...texts.flatMap((text) => text.replaceAll(CODE, ' ').split('\n')),
    ]);
  };
  for (const line of TOUR) {
    const shown = await person.command(line);
    keep(line, await saidBy(shown));
    if (shown.modal === undefined && line.startsWith('/score views:541200')) {
      await ending(shown);
      for (const [place, button] of shown.buttons.entries()) {
        keep(`${line} → ${place}`, await saidBy(await person.press(shown, button)));
      }
    }
  }
  keep('the list of commands', describedIn(person, locale));
  return said;
}

/** What Discord shows of the commands while they are typed, in a language. */
function describedIn(person: Person, locale: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key.endsWith('_localizations') && one !== null && typeof one === 'object') {
        const plain = Reflect.get(value, key.replace('_localizations', ''));
        const localized = Reflect.get(one, locale);
        const isRead = key === 'description_localizations' || localized !== undefined;
        if (isRead) found.push(String(localized ?? plain));
      } else walk(one);
    }
  };
  walk(person.commands());
  return found;
}

/** A line without what is the same everywhere; empty where no word is left. */
function wordsOfLine(line: string): string {
  return line
    .replaceAll(SAME, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

describe('in each language', () => {
  let english: ReadonlySet<string>;
  beforeAll(async () => {
    const lines = [...(await tourOf('en-US')).values()].flat();
    // What the sources of an answer are called stands once, whatever the language.
    const { knowledge, guide, tips } = loadContent();
    const titles = [
      ...[...knowledge.entries, ...guide.pages].flatMap(({ sources }) => sources),
      ...tips.flatMap(({ source }) => source ?? []),
    ].map(({ title }) => title);
    const isOfSource = (line: string) => titles.some((title) => line.includes(title.slice(0, 30)));
    english = new Set(
      lines
        .filter((line) => !isOfSource(line))
        .map(wordsOfLine)
        .filter((line) => /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(line)),
    );
    expect(english.size).toBeGreaterThan(300);
  });

  it.each(LANGUAGES)('%s: nothing of the tour is in English', async (locale, saves) => {
    const said = await tourOf(locale);
    const left = [...said].flatMap(([from, lines]) =>
      lines.filter((line) => english.has(wordsOfLine(line))).map((line) => `${from}: ${line}`),
    );
    expect(left).toEqual([]);
    expect((said.get(TOUR[1] ?? '') ?? []).join('\n')).toMatch(saves);
  });
});

it('what everybody sees is in the server’s language, what one sees alone in one’s own', async () => {
  const ana = managerIn('pt-BR');
  const guest = stage.person('gast', { locale: 'de', in: ana.channel });
  expect(words(await guest.command(`/score ${COUNTS}`))).toMatch(/salvos/);
  expect(words(await guest.command(`/score ${COUNTS} private:True`))).toMatch(/Aufrufe/);
  const found = await guest.command('/faq ask question:see-who-saved');
  expect(found.visibleTo).toBeUndefined();
  expect(words(found)).not.toMatch(/Aufrufe|Who can see/);
  await ana.command('/settings change language:日本語');
  expect(words(await guest.command(`/score ${COUNTS}`))).toMatch(/保存/);
  expect(words(await guest.command('/faq ask question:see-who-saved'))).toMatch(/保存/);
});

it('an answer that the server wants for its author alone is in the author’s language', async () => {
  const boss = managerIn('pt-BR');
  await boss.command('/settings change answers:private');
  const guest = stage.person('gast', { locale: 'de', in: boss.channel });
  const shown = await guest.command(`/score ${COUNTS}`);
  expect(shown.visibleTo).toBe(guest.member.id);
  expect(words(shown)).toMatch(/Aufrufe/);
  // It stays so when it changes where it stands.
  const { score, truthModal } = await wordsFor('de');
  const form = await guest.press(shown, score.buttons.realSaves);
  const told = await ending(await guest.submit(form, { [truthModal.saves]: '5.1K' }));
  expect(words(told)).toMatch(/Aufrufe/);
});

it('what takes the place of a public answer is in the server’s language', async () => {
  const boss = managerIn('pt-BR');
  const guest = stage.person('gast', { locale: 'de', in: boss.channel });
  const shown = await guest.command(`/score ${COUNTS}`);
  const server = await wordsFor('pt-BR');
  const own = await wordsFor('de');
  const panel = await ending(await guest.press(shown, server.score.buttons.edit));
  expect(words(panel)).toMatch(/Aufrufe/);
  await guest.press(panel, own.edit.buttons.remove);
  await expect.poll(() => shown.message?.text()).toContain(server.edit.wasRemoved);
});
