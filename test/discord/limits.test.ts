import type { Message, Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ending, Stage, words } from '../support/bot.js';

/** What many rows, a picture or a question to Discord stand behind. */
const COSTLY = [
  '/insights signals',
  '/insights categories',
  '/insights accuracy',
  '/history trend',
  '/leaderboard show',
  '/digest preview',
  '/digest past',
  '/digest status',
  '/digest setup channel:#general day:Monday time:9:00 timezone:Europe/Berlin',
];

/** More than anybody may ask for, whatever it is. */
const MANY = 1_000;

const SCORE = '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K';

const isTooOften = (shown: Message) => /send that again in/.test(words(shown));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Somebody who may use every command there is. */
function manager(name: string): Person {
  const member = stage.guild.addMember({ name, permissions: ['ManageGuild'] });
  return stage.discord.person(member, stage.general);
}

/** The end of an answer: on a busy machine the bot says first that it is thinking. */
const answerTo = async (person: Person, line: string): Promise<Message> =>
  ending(await person.command(line));

/** Asks for it until there is too much of it; says how often it was answered before. */
async function untilTooOften(person: Person, line: string): Promise<number> {
  for (let answered = 0; answered < MANY; answered += 1) {
    if (isTooOften(await answerTo(person, line))) return answered;
  }
  return MANY;
}

it('whoever has asked for much that is costly is told when to come back, whatever it is', async () => {
  const ana = manager('ana');
  expect(await untilTooOften(ana, '/insights accuracy')).toBeLessThan(MANY);
  for (const line of COSTLY) {
    const shown = await answerTo(ana, line);
    expect(words(shown), line).toMatch(/send that again in/);
    expect(shown.visibleTo).toBe(ana.member.id);
  }
  // What costs little is still there for them, and for others everything.
  expect((await answerTo(ana, SCORE)).field('Save Proxy')).toMatch(/\/ 100$/m);
  expect(isTooOften(await answerTo(ana, '/faq ask question:What is a save?'))).toBe(false);
  expect(isTooOften(await answerTo(stage.person('bob'), '/insights accuracy'))).toBe(false);
});

it('a server whose members ask for much that is costly is held back, and no other', async () => {
  const elsewhere = stage.discord.addGuild({ name: 'Other' }).addChannel('talk');
  let answered = 0;
  for (let n = 0; answered < MANY; n += 1) {
    const more = await untilTooOften(stage.person(`member${n}`), '/insights accuracy');
    if (more === 0) break;
    answered += more;
  }
  expect(answered).toBeLessThan(MANY);
  expect(isTooOften(await answerTo(stage.person('new'), '/leaderboard show'))).toBe(true);
  const other = stage.person('other', { in: elsewhere });
  expect(isTooOften(await answerTo(other, '/leaderboard show'))).toBe(false);
});

it('whoever asks one question after another faster than anybody types is held back', async () => {
  const [ana, bob] = [stage.person('ana'), stage.person('bob')];
  const question = '/faq ask question:How many people saved my video?';
  expect(await untilTooOften(ana, question)).toBeLessThan(MANY);
  expect(isTooOften(await answerTo(bob, question))).toBe(false);
});

it('whoever asks for more suggestions than anybody types gets none, and can still send', async () => {
  const [ana, bob] = [stage.person('ana'), stage.person('bob')];
  const typing = (person: Person) => person.autocomplete('/faq ask', 'question', 'save');
  expect(await typing(ana)).not.toEqual([]);
  let offered = 1;
  while (offered < MANY && (await typing(ana)).length > 0) offered += 1;
  expect(offered).toBeLessThan(MANY);
  expect(isTooOften(await answerTo(ana, '/faq ask question:What is a save?'))).toBe(false);
  expect(await typing(bob)).not.toEqual([]);
  expect(stage.bot.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
