import type { Guild, RestFault } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, videoIdOf, words } from '../support/bot.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COUNTS = 'likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterAll(() => stage.close());

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const today = () => dayOf(new Date(stage.discord.now()));

/** Unix milliseconds at which the newest reading was taken, by its row. */
function lastTakenAt(): number {
  const [row] = stage.rows<{ takenAt: string }>(
    'SELECT "takenAt" FROM "Reading" ORDER BY "id" DESC LIMIT 1',
  );
  return Date.parse(row?.takenAt ?? '');
}

describe('when a week passes', () => {
  it('judges what was too early, and knows the video again', async () => {
    const ana = stage.person('ana');
    const posted = new Date(stage.discord.now() - 1.5 * HOUR);
    const video = `link:https://www.tiktok.com/@ana/video/${videoIdOf(posted)} posted:${dayOf(posted)}`;
    const first = await ana.command(`/score views:12K likes:900 comments:20 shares:30 ${video}`);
    expect(first.field('Save Proxy')).toContain('too early');
    expect(first.text()).toContain('in 22 hours');
    const before = lastTakenAt();

    await stage.letTimePass(7 * DAY);
    expect(first.text()).toContain('6 days ago');
    const second = await ana.command(`/score views:541.2K ${COUNTS} ${video}`);
    expect(second.field('Save Proxy')).toMatch(/^\d+ \/ 100 \(heuristic\), \d+ to \d+ \/ 100$/);
    expect(words(second)).toContain('+529,200 views since 7 days ago');
    expect(lastTakenAt() - before).toBeGreaterThanOrEqual(7 * DAY);
    expect(lastTakenAt() - before).toBeLessThan(7 * DAY + HOUR);
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 2 });
  });

  it('takes a posting date of today, and refuses that of the day after tomorrow', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      `/score views:12K likes:900 comments:20 shares:30 posted:${today()}`,
    );
    expect(shown.field('Save Proxy')).toContain('too early');
    const ahead = dayOf(new Date(stage.discord.now() + 3 * DAY));
    const refused = await ana.command(
      `/score views:12K likes:900 comments:20 shares:30 posted:${ahead}`,
    );
    expect(words(refused)).toContain('Nothing was stored');
  });
});

it.each([
  ['an hour', HOUR],
  ['a day and a half', 1.5 * DAY],
  ['sixty days', 60 * DAY],
])('serves on %s later, whatever was said just before', async (_, ms) => {
  const [ana, bob] = [stage.person('ana'), stage.person('bob')];
  const shown = await ana.command(`/score views:541.2K ${COUNTS}`);
  await stage.letTimePass(ms);
  expect((await bob.press(shown, 'How?')).outcome).toBe('message');
  const modal = await ana.press(shown, 'Add real saves');
  // Counts of more than a day ago aren't those of now.
  expect(/Views now/.test(modal.text())).toBe(ms > DAY);
  const again = await ana.command(`/score views:541.2K ${COUNTS}`);
  expect(again.outcome).toBe('message');
  expect(Date.parse(again.message?.createdAt ?? '') - lastTakenAt()).toBeLessThan(HOUR);
});

it('asks for the counts of now when a truth comes a week later', async () => {
  const ana = stage.person('ana');
  const shown = await ana.command(`/score views:541.2K ${COUNTS}`);
  await stage.letTimePass(7 * DAY);
  const modal = await ana.press(shown, 'Add real saves');
  await ana.submit(modal, {
    'Saves now': '6.2K',
    'Views now': '600K',
    'Likes now': '52K',
    'Comments now': '1,300',
    'Shares now': '4.2K',
  });
  expect(shown.field('Estimated saves')).toContain('6,200');
  expect(words(shown)).toContain('+58,800 views since 7 days ago');
});

it('forgets a draft that waited for an hour', async () => {
  const ana = stage.person('ana');
  const asked = await ana.command('/score views:541.2K likes:5M comments:1,204 shares:3.9K');
  await stage.letTimePass(HOUR);
  await ana.press(asked, 'Store anyway');
  expect(stage.stored(ana)).toMatchObject({ readings: 0 });
});

it('answers what was asked while time passed, all of it and once', async () => {
  const ana = stage.person('ana');
  const asked: Promise<unknown>[] = [];
  const outcomes: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    asked.push(
      ana.command(`/score views:541.2K ${COUNTS}`).then(({ outcome }) => outcomes.push(outcome)),
    );
    // What was sent before is under work now, and what comes next is asked in the jump.
    asked.push(stage.letTimePass(DAY));
  }
  await Promise.all(asked);
  expect(outcomes).toEqual(Array(12).fill('message'));
  expect(stage.stored(ana)).toMatchObject({ readings: 12 });
});

it.each<[string, RestFault]>([
  ['lost', { kind: 'status', status: 502 }],
  ['told to wait', { kind: 'rate limit', retryAfter: 0.3 }],
  ['told to wait with everything', { kind: 'rate limit', retryAfter: 0.3, scope: 'global' }],
])('sends an answer again that was %s before a week passed', async (_, fault) => {
  const ana = stage.person('ana');
  const trouble = stage.discord.faults.rest(fault, { match: '/callback', times: 1 });
  const pending = ana.command(`/score views:541.2K ${COUNTS}`);
  await expect.poll(() => trouble.hits).toBe(1);
  await stage.letTimePass(7 * DAY);
  expect((await pending).field('Save Proxy')).toMatch(/\/ 100$/m);
  expect((await ana.command('/help')).outcome).toBe('message');
});

it('sees within an hour that rows put back from a backup say something else of its servers', async () => {
  const [gone, here] = [stage.discord.addGuild({ name: 'Gone' }), stage.guild];
  const leftAt = ({ id }: Guild) =>
    stage.rows<{ leftAt: string | null }>(
      'SELECT "leftAt" FROM "Guild" WHERE "id" = ?',
      BigInt(id),
    )[0]?.leftAt;
  await expect.poll(() => leftAt(gone)).toBeNull();
  gone.remove();
  await expect.poll(() => leftAt(gone)).toMatch(/^\d{4}-/);
  stage.change('UPDATE "Guild" SET "leftAt" = NULL WHERE "id" = ?', BigInt(gone.id));
  stage.change(
    'UPDATE "Guild" SET "leftAt" = ? WHERE "id" = ?',
    new Date(stage.discord.now()).toISOString(),
    BigInt(here.id),
  );
  await stage.letTimePass(HOUR);
  await expect.poll(() => leftAt(gone), { timeout: 30_000 }).toMatch(/^\d{4}-/);
  await expect.poll(() => leftAt(here)).toBeNull();
});

it('is still connected afterwards, and comes back by itself when it isn’t', async () => {
  const { discord } = stage;
  discord.gateway.disconnect();
  await stage.letTimePass(7 * DAY);
  await discord.gateway.whenConnected();
  const ana = stage.person('ana');
  expect((await ana.command('/help')).outcome).toBe('message');
  expect(discord.gateway.counts.resumes).toBe(1);
});

it('lives in Discord’s time after a restart, too', async () => {
  await stage.bot.stop();
  await stage.start();
  const ana = stage.person('ana');
  const shown = await ana.command(
    `/score views:12K likes:900 comments:20 shares:30 posted:${today()}`,
  );
  expect(shown.field('Save Proxy')).toContain('too early');
  expect(Math.abs(lastTakenAt() - stage.discord.now())).toBeLessThan(HOUR);
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
