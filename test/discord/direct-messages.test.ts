import type { Person } from 'local-discord';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { Stage, words } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** A member of the server, there and in their conversation with the bot. */
function somebody(name: string): { inServer: Person; alone: Person } {
  const inServer = stage.person(name);
  return { inServer, alone: stage.discord.directMessage(inServer.member) };
}

it('scores a video that nobody else sees, and keeps it with no server', async () => {
  const { inServer, alone } = somebody('ana');
  const shown = await alone.command(`/score ${COUNTS} title:Knots posted:2026-06-01`);
  expect(shown.field('Save Proxy')).toMatch(/^\d+ \/ 100 \(heuristic\), \d+ to \d+ \/ 100$/);
  expect(shown.buttons).toEqual(['How?', 'Add real saves', 'New numbers', 'Edit']);
  expect(stage.stored(inServer)).toMatchObject({ readings: 1, estimates: 1 });
  expect(
    stage.rows('SELECT "guildId" FROM "Reading" WHERE "creatorId" = ?', BigInt(inServer.member.id)),
  ).toEqual([{ guildId: null }]);
  expect(stage.person('bob').sees()).toEqual([]);
  expect(inServer.sees()).toEqual([]);
});

it('explains the score, and takes the real count', async () => {
  const { inServer, alone } = somebody('ana');
  const shown = await alone.command(`/score ${COUNTS}`);
  const how = await alone.press(shown, 'How?');
  expect(words(how)).toContain('541,200');
  expect(how.visibleTo).toBe(alone.member.id);
  const modal = await alone.press(shown, 'Add real saves');
  await alone.submit(modal, { 'Saves now': '5.1K' });
  expect(shown.field('Estimated saves')).toContain('5,100');
  expect(stage.stored(inServer)).toMatchObject({ truths: 1 });
});

it('asks about what is hardly true, refuses what can’t be, and stores what is confirmed', async () => {
  const { inServer, alone } = somebody('ana');
  const asked = await alone.command('/score views:1000 likes:2000 comments:1 shares:3');
  expect(asked.buttons).toEqual(['Store anyway']);
  expect((await alone.press(asked, 'Store anyway')).field('Estimated saves')).toBeDefined();
  expect(words(await alone.command('/score views:many likes:1 comments:1 shares:1'))).toContain(
    'Nothing was stored',
  );
  expect(stage.stored(inServer)).toMatchObject({ readings: 1, drafts: 0 });
});

it('knows a video again that was scored in a server, and the other way round', async () => {
  const { inServer, alone } = somebody('ana');
  const video = 'title:Knots posted:2026-06-01';
  await inServer.command(`/score ${COUNTS} ${video}`);
  const again = await alone.command(
    `/score views:600K likes:52K comments:1,300 shares:4.2K ${video}`,
  );
  expect(words(again)).toContain('+58,800 views since');
  expect(stage.stored(inServer)).toMatchObject({ videos: 1, readings: 2 });
});

it('answers /faq and /help, and offers every command but what is a server’s own', async () => {
  const { inServer, alone } = somebody('ana');
  expect((await alone.command('/faq saves')).outcome).toBe('message');
  expect((await alone.command('/help')).outcome).toBe('message');
  const names = (person: Person) => person.commands().map(({ name }) => name);
  expect(names(alone)).toEqual(names(inServer).filter((name) => name !== 'leaderboard'));
});

it('speaks the language of who is there', async () => {
  const de = stage.person('uli', { locale: 'de' });
  const shown = await stage.discord.directMessage(de.member).command(`/score ${COUNTS}`);
  expect(words(shown)).toContain('541.200 Aufrufe');
});

it('answers once, however many shards the bot has', async () => {
  const sharded = await Stage.open({
    discord: { maxConcurrency: 2 },
    env: { SHARDS: '0,1', SHARD_COUNT: '2' },
  });
  onTestFinished(() => sharded.close());
  await sharded.discord.gateway.whenConnected(2);
  const { member } = sharded.person('ana');
  const shown = await sharded.discord.directMessage(member).command(`/score ${COUNTS}`);
  expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  await sharded.bot.stop();
  expect(sharded.bot.log.filter(({ msg }) => msg === 'interaction')).toHaveLength(1);
  expect(sharded.discord.violations).toEqual([]);
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
