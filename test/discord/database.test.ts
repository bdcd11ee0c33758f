import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { Person, Shown } from 'local-discord';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ending, launchBot, NOTHING, Stage, startBot, words } from '../support/bot.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { openWire } from '../support/wire.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

/**
 * What a member is told while the database is away: within three seconds, for them alone, with the
 * reference that stands in the log.
 */
async function expectAway(acting: Promise<Shown>, person: Person, stage: Stage): Promise<void> {
  const began = performance.now();
  const told = await ending(await acting);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(words(told)).toMatch(/can’t reach my memory.*Nothing was stored/);
  expect(told.visibleTo).toBe(person.member.id);
  const reference = /`([0-9a-f]{8})`/.exec(words(told))?.[1];
  await expect.poll(() => logged(stage, reference)).toContain('unavailable');
}

/** What the log says beside a reference. */
function logged(stage: Stage, reference: string | undefined): string[] {
  return stage.bot.log.filter((line) => line['reference'] === reference).map(({ msg }) => msg);
}

describe('SQLite', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  /** Another program holds the file for itself. */
  function lock(): () => void {
    const other = new BetterSqlite3(stage.databaseFile);
    other.exec('BEGIN EXCLUSIVE');
    return () => other.close();
  }

  it('tells within three seconds that nothing was stored while another program holds the file', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${COUNTS}`);
    const before = stage.stored(ana);
    const modal = await ana.press(score, 'Add real saves');
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    const release = lock();
    onTestFinished(release);
    const began = Date.now();
    while (Date.now() - began < 4000) {
      await expectAway(ana.command(`/score ${COUNTS}`), ana, stage);
      await sleep(300);
    }
    // Improbable input, a truth and a draft have to be written too.
    await Promise.all(
      [
        ana.command('/score views:1000 likes:2000 comments:1 shares:3'),
        ana.submit(modal, { 'Saves now': '5.1K' }),
        ana.press(asked, 'Store anyway'),
      ].map((acting) => expectAway(acting, ana, stage)),
    );
    // What needs no writing goes on.
    expect(words(await ana.press(score, 'How?'))).toContain('541,200');
    expect(words(await ana.command('/faq saves'))).toContain('Saves on TikTok');
    release();
    expect(stage.stored(ana)).toEqual({ ...before, drafts: 1 });
    expect(score.field('Estimated saves')).toContain('80 % range');
    const again = await ending(await ana.press(asked, 'Store anyway'));
    expect(again.field('Save Proxy')).toMatch(/\/ 100$/m);
    await ana.submit(modal, { 'Saves now': '5.1K' });
    expect(score.field('Estimated saves')).toContain('5,100');
    expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(stage.stored(ana)).toMatchObject({ readings: 3, estimates: 3, truths: 1 });
  });

  it('tells everybody in time when many ask at once', async () => {
    const bob = stage.person('bob');
    const release = lock();
    onTestFinished(release);
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const shown = await bob.command(`/score ${COUNTS}`);
        expect(words(await ending(shown))).toContain('Nothing was stored');
      }),
    );
    release();
    expect(stage.stored(bob)).toEqual(NOTHING);
    expect((await bob.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
  });

  it('notes afterwards that it was removed from a server meanwhile', async () => {
    const other = stage.discord.addGuild({ name: 'Another' });
    const leftAt = () =>
      stage.rows<{ leftAt: string | null }>(
        'SELECT "leftAt" FROM "Guild" WHERE "id" = ?',
        BigInt(other.id),
      )[0]?.leftAt;
    await expect.poll(leftAt).toBeNull();
    const release = lock();
    onTestFinished(release);
    const from = stage.bot.log.length;
    other.remove();
    await stage.bot.waitForLog('could not be noted', from);
    // Whoever only reads isn't held up; once it is released, the bot may be faster than a look.
    expect(leftAt()).toBeNull();
    release();
    await expect.poll(leftAt, { timeout: 30_000 }).toMatch(/^\d{4}-/);
  });

  it('offers nothing, and breaks nothing, while suggestions can’t be looked up', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS} trying:Captions`);
    stage.change('ALTER TABLE "Reading" RENAME TO "Hidden"');
    expect(await ana.autocomplete(`/score ${COUNTS}`, 'trying', '')).toEqual([]);
    const shown = await ana.command(`/score ${COUNTS} title:x posted:2026-01-01`);
    stage.change('ALTER TABLE "Hidden" RENAME TO "Reading"');
    // A fault of the program itself comes with the reference that is in the log.
    expect(shown.ephemeral).toBe(true);
    const reference = /`([0-9a-f]{8})`/.exec(words(shown))?.[1];
    await expect.poll(() => logged(stage, reference)).toContain('fault');
    const offered = await ana.autocomplete(`/score ${COUNTS}`, 'trying', '');
    expect(offered.map(({ value }) => value)).toEqual(['Captions']);
    expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
  });

  it('broke no rule of Discord', () => {
    expect(stage.discord.violations).toEqual([]);
    expect(stage.bot.stderr).toBe('');
  });
});

describe('PostgreSQL', () => {
  let server: PostgresServer;
  let wire: Awaited<ReturnType<typeof openWire>>;
  let stage: Stage;
  beforeAll(async () => {
    server = await startPostgres();
    const direct = new URL(server.url('postgres'));
    wire = await openWire(Number(direct.port));
    stage = await Stage.open({ withBot: false });
    await start();
  });
  afterAll(async () => {
    await stage.close();
    await wire.close();
    await server.stop();
  });

  /** The bot's way to the database leads over a wire that can be cut. */
  function address(): string {
    const url = new URL(server.url('postgres'));
    url.port = String(wire.port);
    return String(url);
  }

  async function start(): Promise<void> {
    const { discord, folder } = stage;
    stage.bot = await startBot({ discord, databaseUrl: address(), cwd: folder });
  }

  async function stored(person: Person): Promise<{ videos: number; readings: number }> {
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    const count = async (table: string) => {
      const { rows } = await client.query<{ n: string }>(
        `SELECT COUNT(*) AS n FROM "${table}" WHERE "creatorId" = $1`,
        [person.member.id],
      );
      return Number(rows[0]?.n);
    };
    const found = { videos: await count('Video'), readings: await count('Reading') };
    await client.end();
    return found;
  }

  it('tells that nothing was stored while the server is stopped, and goes on when it is back', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${COUNTS} trying:Captions`);
    expect(score.field('Save Proxy')).toMatch(/\/ 100$/m);
    await server.halt();
    let halted = true;
    onTestFinished(async () => {
      if (halted) await server.resume();
    });
    for (let i = 0; i < 3; i += 1) {
      await expectAway(ana.command(`/score ${COUNTS}`), ana, stage);
    }
    await expectAway(ana.press(score, 'How?'), ana, stage);
    expect(await ana.autocomplete(`/score ${COUNTS}`, 'trying', '')).toEqual([]);
    // What needs no database goes on.
    expect((await ana.press(score, 'Add real saves')).outcome).toBe('modal');
    expect(words(await ana.command('/faq saves'))).toContain('Saves on TikTok');
    await server.resume();
    halted = false;
    expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(words(await ana.press(score, 'How?'))).toContain('541,200');
    expect(await stored(ana)).toEqual({ videos: 2, readings: 2 });
    expect(await Promise.race([stage.bot.exited, 'still there'])).toBe('still there');
  });

  it('isn’t held up by a server that says nothing any more', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS}`);
    wire.stall();
    await Promise.all([
      ...[1, 2, 3].map(() => expectAway(ana.command(`/score ${COUNTS}`), ana, stage)),
      // What needs no database goes on.
      ana.command('/faq saves').then((shown) => {
        expect(words(shown)).toContain('Saves on TikTok');
      }),
    ]).finally(() => wire.restore());
    const again = async () =>
      (await ending(await ana.command(`/score ${COUNTS}`))).field('Save Proxy') ?? '';
    await expect.poll(again, { timeout: 10_000 }).toMatch(/\/ 100$/m);
  });

  it('stores all of a reading or none when the wire is cut in the middle', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS}`);
    const told: string[] = [];
    // At any moment, and with the confirmation of each statement lost on its way back.
    for (let n = 0; n < 20; n += 1) {
      if (n >= 15) wire.cutAtReply(n - 14);
      const working = ana.command(`/score ${COUNTS} title:Part ${n}`);
      await sleep(n);
      if (n < 15) wire.cut();
      told.push(words(await ending(await working)));
    }
    wire.restore();
    for (const text of told) expect(text).toMatch(/\/ 100|Nothing was stored/);
    const scored = told.filter((text) => text.includes('/ 100')).length;
    const { videos, readings } = await stored(ana);
    expect(videos).toBe(readings);
    // What was shown as stored is, and nothing that was said not to be.
    expect(readings).toBe(scored + 1);
  });

  it('stores each once when the same video comes ten times in one moment', async () => {
    const ana = stage.person('ana');
    const link = 'https://www.tiktok.com/@ana/video/7298765432109876543';
    const all = await Promise.all(
      Array.from({ length: 10 }, () => ana.command(`/score ${COUNTS} link:${link}`)),
    );
    for (const shown of all) {
      expect((await ending(shown)).field('Save Proxy')).toMatch(/\/ 100$/m);
    }
    expect(await stored(ana)).toEqual({ videos: 1, readings: 10 });
  });

  it('takes presses while it is still being opened', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${COUNTS}`);
    await stage.bot.stop();
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE');
    const { discord, folder } = stage;
    stage.bot = launchBot(
      { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DATABASE_URL: address() },
      folder,
    );
    await stage.bot.waitForLog('ready');
    const pressing = ana.press(score, 'Add real saves');
    const helping = ana.command('/help');
    await sleep(1700);
    await client.query('ROLLBACK');
    await client.end();
    const pressed = await pressing;
    expect(pressed.outcome).toBe('modal');
    expect(words(await ending(await helping))).toContain('Do people keep your videos?');
  });

  it('broke no rule of Discord, and told no secret', () => {
    expect(stage.discord.violations).toEqual([]);
    expect(JSON.stringify(stage.bot.log)).not.toContain('keepsake:keepsake');
  });
});
