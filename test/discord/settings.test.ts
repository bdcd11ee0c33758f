import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import { manager } from '../support/digest.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

it('answers go to everybody until a manager says otherwise, here alone', async () => {
  const [mia, ana] = [manager(stage), stage.person('ana')];
  expect(words(await mia.command('/settings show'))).toContain('everybody in the channel');
  expect((await ana.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
  const changed = await mia.command('/settings change answers:Only who asked');
  expect(words(changed)).toContain('their author alone');
  const shown = await ana.command(`/score ${COUNTS}`);
  expect(shown.visibleTo).toBe(ana.member.id);
  // What is asked about first, too.
  const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
  expect((await ana.press(asked, 'Store anyway')).visibleTo).toBe(ana.member.id);
  // It is where the answer goes, not whether the reading is private.
  expect(stage.rows('SELECT DISTINCT "private" FROM "Reading"')).toEqual([{ private: 0n }]);
  const elsewhere = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('talk');
  const there = stage.person('ana', { in: elsewhere, userId: ana.member.id });
  expect((await there.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
  await mia.command('/settings change answers:Everybody in the channel');
  expect((await ana.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
});

it('is for managers, and changes nothing where nothing is named', async () => {
  const mia = manager(stage);
  expect(words(await mia.command('/settings change'))).toContain('Nothing is changed');
  const names = stage
    .person('bob')
    .commands()
    .map(({ name }) => name);
  expect(names).not.toContain('settings');
});
