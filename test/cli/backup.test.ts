import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { Person } from 'local-discord';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { restore as bringBack } from '../../src/db/backup.js';
import { Stage, words } from '../support/bot.js';
import { bytesOf } from '../support/databases.js';
import { type Ended, runProgram, startProgram } from '../support/program.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
let made = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(() => {
  // Each test in a channel of its own: Discord's limits go by channel.
  ana = stage.person('ana', { in: stage.guild.addChannel('another') });
});

const settings = () => ({
  cwd: stage.folder,
  env: { DATABASE_URL: stage.databaseUrl },
});
const backup = (file: string) => runProgram('backup', [file], settings());
const restore = (file: string) => runProgram('restore', [file], settings());
const inFolder = (name: string) => join(stage.folder, name);

/** Titles of all readings in a database file, each once; fails if the file isn't whole. */
function titlesIn(file: string): Set<string> {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = db
      .prepare<[], { title: string }>(
        'SELECT r."title" FROM "Reading" r JOIN "Estimate" e ON e."readingId" = r."id"',
      )
      .all();
    expect(db.prepare('SELECT COUNT(*) FROM "Reading"').pluck().get()).toBe(rows.length);
    return new Set(rows.map(({ title }) => title));
  } finally {
    db.close();
  }
}

/** Scores until it is told to stop; returns the titles of those that were answered with a score. */
function keepScoring(): { stored: string[]; stop(): Promise<string[]> } {
  const stored: string[] = [];
  let goesOn = true;
  const work = (async () => {
    while (goesOn) {
      made += 1;
      const title = `Part ${made}`;
      const shown = await ana.command(`/score ${COUNTS} title:${title}`);
      if (shown.field('Save Proxy') !== undefined) stored.push(title);
    }
  })();
  return {
    stored,
    async stop() {
      goesOn = false;
      await work;
      return stored;
    },
  };
}

/** The newest file that keeps a database from before a restore. */
function keptAside(): string {
  const kept = readdirSync(stage.folder).filter((name) => name.includes('.before-'));
  return inFolder(kept.toSorted().at(-1) ?? 'none');
}

function expectProblem(ended: Ended, problem: RegExp | string): void {
  expect(ended.complaints).toMatch(problem);
  expect(ended.complaints).toMatch(/→ \S/);
  expect(ended.complaints).not.toMatch(/^\s+at /m);
  expect(ended.said).toBe('');
  expect(ended.code).toBe(1);
}

describe('npm run backup, while the bot is writing', () => {
  it('holds every reading that was acknowledged before, and is one whole file', async () => {
    const scoring = keepScoring();
    await expect.poll(() => scoring.stored.length).toBeGreaterThan(10);
    const before = [...scoring.stored];
    const { said, complaints, code } = await backup(inFolder('one.db'));
    const during = await scoring.stop();
    expect(complaints).toBe('');
    expect(said).toMatch(/✓ .*one\.db holds \d+ readings of 1 member in 1 server\./);
    expect(code).toBe(0);
    const kept = titlesIn(inFolder('one.db'));
    for (const title of before) expect(kept).toContain(title);
    expect(during.length).toBeGreaterThan(before.length);
    expect(titlesIn(stage.databaseFile).size).toBe(made);
    const neighbours = readdirSync(stage.folder).filter((name) => name.startsWith('one.db'));
    expect(neighbours).toEqual(['one.db']);
  });

  it('never takes the place of another file', async () => {
    writeFileSync(inFolder('letter.txt'), 'Dear diary');
    expectProblem(await backup(inFolder('letter.txt')), /✗ There is a file .*letter\.txt already/);
    expectProblem(await backup(inFolder('away/x.db')), /✗ The backup can’t be written/);
  });
});

describe('npm run restore', () => {
  it('brings back what the backup says while the bot goes on, and keeps what was there', async () => {
    await ana.command(`/score ${COUNTS} title:Kept`);
    const file = inFolder('kept.db');
    expect((await backup(file)).code).toBe(0);
    const before = titlesIn(file);
    await ana.command(`/score ${COUNTS} title:Later`);
    const ended = await restore(file);
    expect(ended.complaints).toBe('');
    expect(ended.said).toMatch(/✓ The database holds what .*kept\.db says/);
    expect(titlesIn(stage.databaseFile)).toEqual(before);
    expect(titlesIn(keptAside())).toEqual(new Set([...before, 'Later']));
    // There alone: in its own files nothing is left of what it held.
    expect((await bytesOf(stage.databaseUrl)).includes('Later')).toBe(false);
    expect(ended.said).toContain(`kept as ${keptAside()}.`);
    expect(ended.said).toContain('also of members who have their data deleted later');
    // The same bot sees it at once, and goes on writing.
    const again = await ana.command(`/score ${COUNTS} title:After`);
    expect(again.field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(titlesIn(stage.databaseFile)).toEqual(new Set([...before, 'After']));
  });

  it('names the members whose data was deleted since, and nobody else', async () => {
    const channel = stage.guild.addChannel('one more');
    const bob = stage.person('bob', { in: channel });
    const carol = stage.person('carol', { in: channel });
    for (const person of [bob, carol]) await person.command(`/score ${COUNTS} title:Deleted`);
    const file = inFolder('deleted.db');
    expect((await backup(file)).code).toBe(0);
    expect((await restore(file)).said).not.toContain('npm run forget');
    for (const person of [bob, carol]) {
      await person.press(await person.command('/data delete'), 'Delete everything');
    }
    await carol.command(`/score ${COUNTS} title:Anew`);
    const { said } = await restore(file);
    const ids = [...said.matchAll(/npm run forget -- --member (\d+)$/gm)].map(([, id = '']) => id);
    expect(ids).toEqual([bob.member.id, carol.member.id]);
    for (const id of ids) await runProgram('forget', ['--member', id], settings());
    expect((await bytesOf(stage.databaseUrl)).includes('Deleted')).toBe(false);
  });

  it('keeps each database from before, also when the clock shows the same second again', async () => {
    const file = inFolder('twice.db');
    expect((await backup(file)).code).toBe(0);
    const now = new Date('2026-11-26T03:00:00Z');
    const first = await bringBack(stage.databaseUrl, file, now);
    const second = await bringBack(stage.databaseUrl, file, now);
    expect(second.keptAside).not.toBe(first.keptAside);
    for (const { keptAside: kept } of [first, second]) expect(titlesIn(kept ?? '')).toBeDefined();
  });

  it('loses nothing that was acknowledged while it worked: it is there or kept aside', async () => {
    const file = inFolder('meanwhile.db');
    expect((await backup(file)).code).toBe(0);
    const scoring = keepScoring();
    await expect.poll(() => scoring.stored.length).toBeGreaterThan(3);
    expect((await restore(file)).code).toBe(0);
    const stored = await scoring.stop();
    const all = new Set([...titlesIn(stage.databaseFile), ...titlesIn(keptAside())]);
    for (const title of stored) expect(all).toContain(title);
  });

  it('changes all of it or nothing when it is killed in the middle', async () => {
    const file = inFolder('killed.db');
    await rm(file, { force: true });
    expect((await backup(file)).code).toBe(0);
    const before = titlesIn(file);
    for (const ms of [250, 350, 450, 550]) {
      await ana.command(`/score ${COUNTS} title:Killed ${ms}`);
      const now = titlesIn(stage.databaseFile);
      const { child, ended } = startProgram('restore', [file], settings());
      await sleep(ms);
      child.kill('SIGKILL');
      await ended;
      expect([before, now]).toContainEqual(titlesIn(stage.databaseFile));
    }
    expect((await restore(file)).code).toBe(0);
    expect(titlesIn(stage.databaseFile)).toEqual(before);
    expect(readdirSync(stage.folder).filter((name) => name.includes('.restoring'))).toEqual([]);
  });

  it('refuses what is no backup, and changes nothing', async () => {
    const now = titlesIn(stage.databaseFile);
    const damaged = inFolder('damaged.db');
    expect((await backup(damaged)).code).toBe(0);
    const db = new BetterSqlite3(damaged);
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM "Video"');
    db.close();
    writeFileSync(inFolder('diary.txt'), 'Dear diary, today I counted. '.repeat(200));
    const strange = new BetterSqlite3(inFolder('strange.db'));
    strange.exec('CREATE TABLE x (y)');
    strange.close();
    for (const [name, why] of [
      ['damaged.db', /torn apart/],
      ['diary.txt', /not a database/],
      ['strange.db', /never written/],
      ['none.db', /There is no file/],
      ['.', /There is no file/],
    ] as const) {
      expectProblem(await restore(inFolder(name)), why);
    }
    expect(titlesIn(stage.databaseFile)).toEqual(now);
  });

  it('takes a backup of an older version, and none of a newer one', async () => {
    const older = inFolder('older.db');
    await copyFile(inFolder('kept.db'), older);
    const newer = inFolder('newer.db');
    await copyFile(inFolder('kept.db'), newer);
    const db = new BetterSqlite3(newer);
    db.exec(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ('x', 'x', 1900000000000, '29990101000000_future', 1900000000000, 1)`,
    );
    db.close();
    expectProblem(await restore(newer), /newer than this program/);
    expect((await restore(older)).code).toBe(0);
  });

  it('puts a file into a damaged one’s place only while no bot has it open', async () => {
    await stage.bot.stop();
    const file = inFolder('kept.db');
    await rm(`${stage.databaseFile}-wal`, { force: true });
    await rm(`${stage.databaseFile}-shm`, { force: true });
    writeFileSync(stage.databaseFile, 'Somebody wrote over it. '.repeat(500));
    const { said } = await restore(file);
    expect(said).toContain('kept as');
    expect(said).toContain('can’t be told from here');
    expect(titlesIn(stage.databaseFile)).toEqual(titlesIn(file));
    // An older program has it open: its tables are others.
    const older = new BetterSqlite3(stage.databaseFile);
    older.pragma('journal_mode = WAL');
    older.exec(
      'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT MAX(migration_name) FROM _prisma_migrations)',
    );
    expectProblem(await restore(file), /a bot has it open/);
    older.close();
    expect((await restore(file)).code).toBe(0);
    await stage.start();
    expect(words(await ana.command(`/score ${COUNTS} title:At last`))).toContain('/ 100');
  });

  it('makes a database where there is none', async () => {
    // As on a new machine: not even its folder is there.
    const url = `file:${inFolder('new/machine/fresh.db')}`;
    const { said } = await runProgram('restore', [inFolder('kept.db')], {
      cwd: stage.folder,
      env: { DATABASE_URL: url },
    });
    expect(said).toMatch(/✓ .*readings/);
    expect(said).not.toContain('kept as');
    expect(existsSync(inFolder('new/machine/fresh.db'))).toBe(true);
  });
});

it('both say what to do instead with PostgreSQL, without a file, and with a wrong address', async () => {
  const at = (DATABASE_URL: string) => ({ cwd: stage.folder, env: { DATABASE_URL } });
  const url = 'postgresql://me:secret-word@db.example/keepsake';
  for (const [program, instead] of [
    ['backup', /pg_dump/],
    ['restore', /pg_restore/],
  ] as const) {
    const ended = await runProgram(program, ['x.db'], at(url));
    expectProblem(ended, instead);
    expect(ended.complaints).not.toContain('secret-word');
    const bare = await runProgram(program, [], at('file:x.db'));
    expect(bare.complaints).toContain(`npm run ${program} -- FILE`);
    expect(bare.code).toBe(1);
    expectProblem(await runProgram(program, ['x.db'], at('nowhere')), /DATABASE_URL is neither/);
  }
  expectProblem(
    await runProgram('backup', ['y.db'], at('file:none.db')),
    /There is no database at .*none\.db/,
  );
});

it('left the bot and Discord’s rules whole', () => {
  expect(stage.discord.violations).toEqual([]);
  expect(stage.bot.stderr).toBe('');
});
