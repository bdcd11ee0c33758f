import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import type { Person } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ending, NOTHING, Stage, startBot, words } from '../support/bot.js';
import { digestRows, digestsIn, dueAt, manager, minuteAfter, SECOND } from '../support/digest.js';
import { open, panel } from '../support/history.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
/** Rules of Discord that a bot may break without harm in the test at hand. */
let harmless: readonly string[];
beforeEach(async () => {
  harmless = [];
  stage = await Stage.open({ withBot: false, timeMoves: true });
  ana = stage.person('ana');
});
afterEach(async () => {
  expect(stage.discord.violations.filter(({ rule }) => !harmless.includes(rule))).toEqual([]);
  await stage.close();
});

/** What a member reads in the end. */
async function read(acting: ReturnType<Person['command']>): Promise<string> {
  return words(await ending(await acting));
}

const score = (title: string) => ana.command(`/score ${COUNTS} title:${title}`);

/** What has the bot load one of the disks in `test/support` before it starts. */
function disk(name: 'slow' | 'full'): { NODE_OPTIONS: string } {
  const file = join(import.meta.dirname, '..', 'support', `${name}-disk.mjs`);
  return { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` };
}

describe('on a disk that takes a third of a second for whatever it is given', () => {
  let sign: string;
  beforeEach(async () => {
    sign = join(stage.folder, 'slow');
    // While it waits for the disk, it hears too late that an answer has arrived, and sends that again.
    harmless = ['one acknowledgement'];
    await stage.start({ ...disk('slow'), SLOW_WHILE: sign, DISK_MS: '330' });
    writeFileSync(sign, '');
  });

  it('answers everybody who scores', async () => {
    const people = Array.from({ length: 20 }, (_, n) =>
      stage.person(`member${n}`, { in: stage.guild.addChannel(`channel-${n}`) }),
    );
    let stored = 0;
    for (let round = 0; round < atLength(3, 30); round += 1) {
      const told = await Promise.all(
        people.map((person) => read(person.command(`/score ${COUNTS} title:Round ${round}`))),
      );
      for (const text of told) expect(text).toMatch(/\/ 100|Nothing was stored/);
      stored += told.filter((text) => text.includes('/ 100')).length;
    }
    expect(stored).toBeGreaterThan(0);
    expect(stage.rows<{ n: bigint }>('SELECT COUNT(*) AS n FROM "Reading"')[0]?.n).toBe(
      BigInt(stored),
    );
  });

  it('corrects, removes and undoes what was stored', async () => {
    await ending(await score('Slip'));
    const modal = await ana.press(await panel(ana, await open(ana, 'Slip')), 'Correct');
    const done = await ana.submit(modal, { Views: '600K' });
    expect(words(await ending(done))).toContain('has other counts now');
    expect(words(await open(ana, 'Slip'))).toContain('600,000 views');
    const gone = await ana.press(await panel(ana, await open(ana, 'Slip')), 'Remove');
    expect(words(await ending(gone))).toContain('the video is gone, too');
    expect(stage.stored(ana)).toMatchObject({ videos: 0, readings: 0 });
    expect(words(await ending(await ana.press(gone, 'Undo')))).toContain('is back');
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 1 });
  });

  it('deletes everything, and serves others meanwhile', async () => {
    for (const title of ['One', 'Two', 'Three']) await ending(await score(title));
    const question = await ana.command('/data delete');
    const bob = stage.person('bob');
    const [deleted, helped] = await Promise.all([
      ana.press(question, 'Delete everything'),
      bob.command('/help'),
    ]);
    expect(words(await ending(deleted))).toContain('3 readings');
    expect(words(await ending(helped))).toContain('Do people keep your videos?');
    expect(stage.stored(ana)).toEqual(NOTHING);
  });

  it('posts each server’s digest once, and serves others meanwhile', async () => {
    rmSync(sign);
    const channels = Array.from({ length: 12 }, (_, n) =>
      stage.discord.addGuild({ name: `Server ${n}` }).addChannel('general'),
    );
    const at = minuteAfter(stage.discord.now(), 30 * SECOND);
    for (const channel of channels) {
      const mia = manager(stage, channel);
      const line = `/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`;
      expect(words(await mia.command(line))).toContain('The weekly digest is on');
    }
    writeFileSync(sign, '');
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    const states = () => digestRows(stage).map(({ state }) => state);
    const posted = () => states().filter((state) => state === 'posted').length;
    for (let part = 0; posted() < channels.length; part += 1) {
      expect(await read(score(`Part ${part}`))).toMatch(/\/ 100|Nothing was stored/);
    }
    for (const channel of channels) expect(digestsIn(channel)).toHaveLength(1);
  });
});

/** Scores until the disk has no room, and tells what was read each time. */
async function untilFull(): Promise<string[]> {
  const told: string[] = [];
  await expect
    .poll(async () => told.push(await read(score(`full ${told.length}`))) && told.at(-1), {
      timeout: 30_000,
      interval: 20,
    })
    .toMatch(/can’t reach my memory.*Nothing was stored/);
  return told;
}

/** What is stored is what was shown as stored, and the file is whole. */
function expectWhole(file: string, readings: number): void {
  const db = new BetterSqlite3(file);
  const stored = db.prepare('SELECT COUNT(*) FROM "Reading"').pluck().get();
  const torn = db
    .prepare(
      'SELECT COUNT(*) FROM "Reading" WHERE "id" NOT IN (SELECT "readingId" FROM "Estimate")',
    )
    .pluck()
    .get();
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  expect({ stored, torn }).toEqual({ stored: readings, torn: 0 });
}

const scoresIn = (told: readonly string[]) => told.filter((text) => text.includes('/ 100')).length;

describe('loses nothing when its disk is full, and goes on when there is room', () => {
  it('as SQLite tells it', async () => {
    const sign = join(stage.folder, 'full');
    await stage.start({ ...disk('full'), FULL_WHILE: sign });
    const first = await score('before');
    expect(first.field('Save Proxy')).toMatch(/\/ 100$/m);
    writeFileSync(sign, '');
    const told = await untilFull();
    expect(await read(score('full'))).toMatch(/Nothing was stored/);
    expect(words(await ana.press(first, 'How?'))).toContain('541,200');
    rmSync(sign);
    expect(await read(score('afterwards'))).toContain('/ 100');
    expectWhole(stage.databaseFile, 2 + scoresIn(told));
  });

  it('on a file system of its own', async ({ skip }) => {
    const within = ['unshare', '--user', '--map-root-user', '--mount'];
    const [command = '', ...args] = within;
    skip(spawnSync(command, [...args, 'true']).status !== 0, 'this system lets nobody mount one');
    const place = join(stage.folder, 'disk');
    mkdirSync(place);
    const { discord, folder } = stage;
    // A real file system with 3 MB, which the bot's process alone has.
    const mount = `mount -t tmpfs -o size=3m tmpfs '${place}' && exec "$@"`;
    stage.bot = await startBot({
      discord,
      databaseUrl: `file:${join(place, 'k.db')}`,
      cwd: folder,
      within: [...within, 'sh', '-c', mount, 'sh'],
    });
    const seen = `/proc/${stage.bot.pid}/root${place}`;
    const first = await score('before');
    expect(first.field('Save Proxy')).toMatch(/\/ 100$/m);
    const fillers: string[] = [];
    for (;;) {
      const filler = join(seen, `filler-${fillers.length}`);
      fillers.push(filler);
      try {
        writeFileSync(filler, Buffer.alloc(4096, 'x'));
      } catch {
        break;
      }
    }
    const told = await untilFull();
    expect(await read(score('full'))).toMatch(/Nothing was stored/);
    // What only reads goes on.
    expect(words(await ana.press(first, 'How?'))).toContain('541,200');
    for (const filler of fillers.slice(0, 60)) rmSync(filler, { force: true });
    expect(await read(score('afterwards'))).toContain('/ 100');
    for (const file of ['k.db', 'k.db-wal']) copyFileSync(join(seen, file), join(folder, file));
    expectWhole(join(folder, 'k.db'), 2 + scoresIn(told));
  });
});
