import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { LogLine, Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { customIdOf, ending, Stage } from '../support/bot.js';

/** A word that is typed wherever something can be typed. */
const MARKER = 'Zebrafinch';
const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  stage = await Stage.open({ env: { LOG_LEVEL: 'trace' } });
  ana = stage.person('ana');
});
afterAll(() => stage.close());

/** The lines of the interactions since a place in the log, once there are so many. */
async function interactions(from: number, count: number): Promise<LogLine[]> {
  const lines = () => stage.bot.log.slice(from).filter(({ msg }) => msg === 'interaction');
  await expect.poll(() => lines().length).toBe(count);
  return lines();
}

it('has one line for each interaction, with reference, name, server, duration and outcome', async () => {
  const from = stage.bot.log.length;
  const score = await ana.command(`/score ${COUNTS}`);
  await ana.press(score, 'How?');
  const modal = await ana.press(score, 'Add real saves');
  await ana.submit(modal, { 'Saves now': '5.1K' });
  await ana.command('/faq saves');
  await ana.autocomplete('/faq saves', 'question', 'who');
  await ana.command('/help');
  await ana.command('/score views:-1 likes:1 comments:1 shares:1');
  const draft = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
  await ana.press(draft, 'Store anyway');
  await ana.forge(score, 'how:v9:1');
  const lines = await interactions(from, 11);
  expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['score', 'done'],
    ['how', 'done'],
    ['real-saves', 'done'],
    ['truth', 'done'],
    ['faq saves', 'done'],
    ['faq (autocomplete)', 'done'],
    ['help', 'done'],
    ['score', 'refused'],
    ['score', 'done'],
    ['store-anyway', 'done'],
    ['how', 'stale'],
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ level: 'info', guild: stage.guild.id, ms: expect.any(Number) });
    expect(line['reference']).toMatch(/^[0-9a-f]{8}$/);
    expect(Date.parse(String(line['time']))).not.toBeNaN();
  }
  expect(new Set(lines.map(({ reference }) => reference)).size).toBe(lines.length);
});

it('holds no token, no member’s id and nothing that was typed, whatever goes wrong', async () => {
  const { faults } = stage.discord;
  const typed = `title:${MARKER} 1 link:https://www.tiktok.com/@${MARKER}/video/7298765432109876543 trying:${MARKER}`;
  const score = await ana.command(`/score ${COUNTS} ${typed}`);
  const draft = await ana.command(
    `/score views:1000 likes:2000 comments:1 shares:3 title:${MARKER} 2`,
  );
  await ana.command(
    `/score views:${MARKER} likes:-1 comments:1 shares:1 link:${MARKER} posted:${MARKER}`,
  );
  await ana.autocomplete(`/score ${COUNTS}`, 'trying', MARKER);
  await ana.autocomplete('/faq saves', 'question', MARKER);
  await ana.command(`/faq saves question:${MARKER}`);
  const modal = await ana.press(score, 'Add real saves');
  await ana.submit(modal, { 'Saves now': MARKER });
  await ana.forge(score, `${customIdOf(score, 'How?')}:${MARKER}`);
  await ana.forge(score, MARKER);
  // Discord refuses, breaks off, hangs.
  for (const trouble of [
    { kind: 'status', status: 500 },
    { kind: 'drop', when: 'after' },
    { kind: 'hang', ms: 1300 },
    { kind: 'rate limit', retryAfter: 0.2 },
  ] as const) {
    faults.rest(trouble, { match: 'callback', times: 1 });
    await ana.command(`/score ${COUNTS} title:${MARKER} 3`);
  }
  faults.rest({ kind: 'status', status: 500 }, { match: /callback|webhooks/ });
  await ana.command(`/score ${COUNTS} title:${MARKER} 4`);
  faults.clear();
  // The database is held by another program, then broken.
  const other = new BetterSqlite3(stage.databaseFile);
  other.exec('BEGIN EXCLUSIVE');
  await Promise.all(
    [
      ana.command(`/score ${COUNTS} title:${MARKER} 5`),
      ana.command(`/score views:1000 likes:2000 comments:1 shares:3 title:${MARKER} 6`),
      ana.press(draft, 'Store anyway'),
    ].map(async (acting) => ending(await acting)),
  );
  other.close();
  stage.change('ALTER TABLE "Estimate" RENAME TO "Hidden"');
  await ana.command(`/score ${COUNTS} title:${MARKER} 7`);
  await ana.command(`/score ${COUNTS} ${typed}`);
  await ana.press(score, 'How?');
  stage.change('ALTER TABLE "Hidden" RENAME TO "Estimate"');
  stage.change('ALTER TABLE "Draft" RENAME TO "Hidden"');
  await ana.command(`/score views:1000 likes:2000 comments:1 shares:3 title:${MARKER} 8`);
  stage.change('ALTER TABLE "Hidden" RENAME TO "Draft"');
  stage.change('ALTER TABLE "Video" RENAME TO "Hidden"');
  await ana.command(`/score ${COUNTS} ${typed}`);
  stage.change('ALTER TABLE "Hidden" RENAME TO "Video"');
  stage.discord.gateway.disconnect();
  await ana.command('/help');
  await stage.bot.stop();

  // The typed words did come in.
  expect(readFileSync(stage.databaseFile).includes(MARKER)).toBe(true);
  const everything = JSON.stringify(stage.bot.log) + stage.bot.stderr;
  expect(everything).toContain('unavailable');
  expect(everything).toContain('fault');
  expect(everything.toLowerCase()).not.toContain(MARKER.toLowerCase());
  expect(everything).not.toContain(ana.member.id);
  expect(everything).not.toContain(stage.discord.token);
  for (const part of stage.discord.token.split('.').slice(1))
    expect(everything).not.toContain(part);
  expect(everything).not.toMatch(/local\.[\w-]{20}/); // as tokens of interactions begin here
});
