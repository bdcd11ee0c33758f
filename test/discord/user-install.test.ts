import { Locale } from 'discord-api-types/v10';
import type { Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
let bob: Person;
beforeAll(async () => {
  stage = await Stage.open();
  // A server that the bot isn't in.
  const guild = stage.discord.addGuild({ name: 'Without' });
  const talk = guild.addChannel('talk');
  ana = stage.person('ana', { in: talk });
  bob = stage.person('bob', { in: talk });
  guild.remove();
  stage.discord.installFor(ana.member);
});
afterAll(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

it('comes along with who installed it, and with nobody else', () => {
  const names = (person: Person) => person.commands().map(({ name }) => name);
  expect(names(ana).sort()).toEqual(['data', 'faq', 'history', 'score', 'tips']);
  expect(names(bob)).toEqual([]);
});

it('answers for them alone, and nothing of it is of the server', async () => {
  const shown = await ana.command(`/score ${COUNTS} title:Knots posted:2026-06-01`);
  expect(shown.visibleTo).toBe(ana.member.id);
  expect(words(await ana.press(shown, 'How?'))).toContain('541,200');
  const modal = await ana.press(shown, 'Add real saves');
  await ana.submit(modal, { 'Saves now': '5.1K' });
  for (const line of [
    '/faq ask question:who sees my saves',
    '/history list',
    '/tips',
    '/faq saves',
  ]) {
    expect((await ana.command(line)).visibleTo).toBe(ana.member.id);
  }
  expect(bob.sees()).toEqual([]);
  expect(stage.rows('SELECT "guildId" FROM "Reading"')).toEqual([{ guildId: null }]);
  expect(stage.rows('SELECT "guildId" FROM "TrueSave"')).toEqual([{ guildId: null }]);
});

it('asks about what is hardly true, and of another member there is nothing to see', async () => {
  const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
  const stored = await ana.press(asked, 'Store anyway');
  expect(stored.visibleTo).toBe(ana.member.id);
  const other = await ana.command(`/history list member:<@${bob.member.id}>`);
  expect(words(other)).toContain('belongs to a server');
  expect((await ana.command('/data export')).visibleTo).toBe(ana.member.id);
});

it('speaks the language of who installed it, whatever the server’s', async () => {
  ana.member.locale = Locale.German;
  for (const line of [`/score ${COUNTS}`, '/faq saves', '/tips category:educational']) {
    expect(words(await ana.command(line)), line).toMatch(/Aufrufe|Favorit|Faustregel/);
  }
});
