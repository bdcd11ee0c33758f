import type { Guild, Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  stage = await Stage.open();
  ana = stage.person('ana');
  // What is quick to answer tells the bot how far Discord's clock is from its own.
  await ana.command('/help');
});
afterAll(() => stage.close());

it('answers after a resume what was sent while it was disconnected', async () => {
  const { gateway } = stage.discord;
  const { resumes } = gateway.counts;
  gateway.disconnect();
  const shown = await ana.command(`/score ${COUNTS} title:meanwhile`);
  expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  expect(gateway.counts).toMatchObject({ identifies: 1, resumes: resumes + 1 });
  await stage.bot.waitForLog('resumed');
  expect(stage.stored(ana).readings).toBe(1);
});

it('is answered once each when many were sent meanwhile', async () => {
  const { gateway } = stage.discord;
  const bob = stage.person('bob');
  gateway.disconnect({ code: 4000 });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) => bob.command(`/score ${COUNTS} title:Part ${n}`)),
  );
  for (const shown of all) expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  expect(stage.stored(bob)).toMatchObject({ videos: 20, readings: 20 });
});

it('reconnects when Discord asks for it', async () => {
  const { gateway } = stage.discord;
  const { resumes } = gateway.counts;
  gateway.reconnect();
  const shown = await ana.command(`/score ${COUNTS}`);
  expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  await expect.poll(() => gateway.counts.resumes).toBe(resumes + 1);
});

it('goes on after an invalid session that can be resumed', async () => {
  const { gateway } = stage.discord;
  const { resumes } = gateway.counts;
  gateway.invalidSession({ resumable: true });
  await expect.poll(() => gateway.counts.resumes, { timeout: 10_000 }).toBe(resumes + 1);
  expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
});

it('begins anew after a session that is gone, without registering anything again', async () => {
  const { gateway, requests } = stage.discord;
  for (const lose of [
    () => gateway.invalidSession(),
    () => gateway.disconnect({ resumable: false, code: 4009 }),
  ]) {
    const { identifies } = gateway.counts;
    const seen = requests.length;
    lose();
    await expect.poll(() => gateway.counts.identifies, { timeout: 15_000 }).toBe(identifies + 1);
    await gateway.whenConnected();
    expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(requests.slice(seen).filter(({ path }) => path.endsWith('/commands'))).toEqual([]);
  }
});

it('waits for a gateway that is down, and comes back by itself', async () => {
  const { gateway } = stage.discord;
  gateway.down = true;
  gateway.disconnect();
  const carl = stage.person('carl');
  const lost = await carl.command(`/score ${COUNTS}`);
  expect(lost.outcome).toBe('no response');
  gateway.down = false;
  await gateway.whenConnected();
  await expect
    .poll(async () => words(await ana.command('/help')), { timeout: 15_000 })
    .toContain('Do people keep your videos?');
  expect(await Promise.race([stage.bot.exited, 'still there'])).toBe('still there');
  // It came with the resume, but nobody could have seen its answer any more.
  expect(stage.stored(carl).readings).toBe(0);
});

it('hears of servers it joins and leaves', async () => {
  const other = stage.discord.addGuild({ name: 'Another' });
  const carl = stage.person('carl', { in: other.addChannel('general') });
  expect((await carl.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
  const left = () =>
    stage.rows<{ leftAt: string | null }>(
      'SELECT "leftAt" FROM "Guild" WHERE "id" = ?',
      BigInt(other.id),
    )[0]?.leftAt;
  expect(left()).toBeNull();
  // An outage of a server is no farewell.
  other.setAvailable(false);
  await ana.command('/help');
  expect(left()).toBeNull();
  other.setAvailable(true);
  other.remove();
  await expect.poll(left).toMatch(/^\d{4}-/);
  expect(stage.stored(carl).readings).toBe(1);
  stage.discord.readdGuild(other);
  await expect.poll(left).toBeNull();
});

it('notices what happened to its servers while it had no session, and takes no outage for a farewell', async () => {
  const { discord } = stage;
  const [back, out, gone] = ['Back', 'Out', 'Gone'].map((name) => discord.addGuild({ name }));
  if (!back || !out || !gone) throw new Error('Three servers were made.');
  const leftAt = ({ id }: Guild) =>
    stage.rows<{ leftAt: string | null }>(
      'SELECT "leftAt" FROM "Guild" WHERE "id" = ?',
      BigInt(id),
    )[0]?.leftAt;
  await expect.poll(() => [back, out, gone].map(leftAt)).toEqual([null, null, null]);
  back.remove();
  await expect.poll(() => leftAt(back)).toMatch(/^\d{4}-/);
  const { identifies } = discord.gateway.counts;
  discord.gateway.down = true;
  discord.gateway.disconnect({ resumable: false, code: 4009 });
  gone.remove();
  out.setAvailable(false);
  discord.readdGuild(back);
  discord.gateway.down = false;
  await expect
    .poll(() => discord.gateway.counts.identifies, { timeout: 15_000 })
    .toBe(identifies + 1);
  // discord.js waits fifteen seconds for the server that has an outage.
  await expect.poll(() => leftAt(gone), { timeout: 25_000 }).toMatch(/^\d{4}-/);
  await expect.poll(() => leftAt(back)).toBeNull();
  expect(leftAt(out)).toBeNull();
  expect(leftAt(stage.guild)).toBeNull();
  out.setAvailable(true);
  expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
});

it('notices a connection that died without a word', async () => {
  await stage.bot.stop();
  stage.discord.gateway.heartbeatMs = 400;
  await stage.start();
  await ana.command('/help');
  const { resumes } = stage.discord.gateway.counts;
  stage.discord.gateway.zombify();
  const shown = await ana.command(`/score ${COUNTS}`);
  expect(stage.discord.gateway.counts.resumes).toBe(resumes + 1);
  // Late as it came: either it is answered in time, or told that it came too late to be stored.
  expect(words(shown)).toMatch(/\/ 100|Nothing was stored/);
  expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
  stage.discord.gateway.heartbeatMs = 41_250;
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
  const trouble = stage.bot.log.filter(({ level }) => level === 'error' || level === 'fatal');
  expect(trouble).toEqual([]);
});
