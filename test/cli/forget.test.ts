import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { providers, useFolder } from '../support/databases.js';
import { type Ended, runProgram } from '../support/program.js';
import { ada, ben, elsewhere, here, linkTo, nothing, useScoring } from '../support/scoring.js';

const folder = useFolder();

/** A program for whoever runs the bot. */
function run(program: 'forget' | 'export', databaseUrl: string, ...args: string[]): Promise<Ended> {
  return runProgram(program, args, { cwd: folder.path, env: { DATABASE_URL: databaseUrl } });
}

describe.each(providers)('from the command line, with %s open', (provider) => {
  const at = useScoring(provider);

  async function fill(): Promise<void> {
    for (const creatorId of [ada, ben]) {
      for (const guildId of [here, elsewhere]) {
        await at.submit({ link: linkTo(1), saves: '9K' }, { creatorId, guildId });
      }
    }
    await at.prisma.setting.create({ data: { guildId: here, key: 'digest', value: {} } });
  }

  test('npm run forget -- SERVER_ID forgets that server and nothing else', async () => {
    await fill();
    const { said, code } = await run('forget', at.url, String(here));
    expect(said).toContain(`Server ${here} is forgotten`);
    expect(code).toBe(0);
    expect(await at.prisma.guild.findMany()).toMatchObject([{ id: elsewhere }]);
    expect(await at.prisma.reading.count({ where: { guildId: null } })).toBe(2);
    expect(await at.prisma.reading.count({ where: { guildId: elsewhere } })).toBe(2);
    expect((await run('forget', at.url, String(here))).said).toContain('Nothing is stored');
  });

  test('npm run forget -- --member ID deletes everything about a member', async () => {
    await fill();
    const { said, code } = await run('forget', at.url, '--member', String(ada));
    expect(said).toContain(`Everything about member ${ada} is deleted`);
    expect(code).toBe(0);
    expect(await at.prisma.creator.findMany()).toMatchObject([{ id: ben }]);
    await run('forget', at.url, '--member', String(ben));
    expect(await at.rows()).toEqual({ ...nothing, guilds: 2 });
  });

  test('npm run export -- ID FILE writes what /data export gives, over nothing', async () => {
    await fill();
    const file = join(folder.path, `${provider}.zip`);
    const first = await run('export', at.url, String(ada), file);
    expect(first.said).toContain(`is in ${file}`);
    const archive = await readFile(file);
    const json = strFromU8(unzipSync(archive)['keepsake.json'] ?? new Uint8Array());
    expect(JSON.parse(json)).toMatchObject({ creatorId: String(ada), readings: [{}, {}] });
    expect(json).not.toContain(String(ben));
    const second = await run('export', at.url, String(ben), file);
    expect(second.complaints).toContain('is there already');
    expect(second.code).toBe(1);
    expect(await readFile(file)).toEqual(archive);
    expect((await run('export', at.url, String(ada), '/proc/no/where.zip')).code).toBe(1);
  });
});

test('a slip in .env never makes it work on the database that would be the default', async () => {
  const file = join(folder.path, '.env');
  await writeFile(file, 'DATABASE_UR=file:./another.db\n');
  const { said, complaints, code } = await runProgram('forget', [String(here)], {
    cwd: folder.path,
    env: {},
  });
  await rm(file);
  expect(said).toBe('');
  expect(complaints).toContain('✗ DATABASE_UR is not a key of Keepsake.');
  expect(complaints).toContain('Did you mean DATABASE_URL?');
  expect(code).toBe(1);
});

describe('while another program reads the embedded database', () => {
  const at = useScoring('sqlite');

  test('npm run forget says what is still in the files, and does it when called again', async () => {
    await at.submit();
    const reader = new BetterSqlite3(at.url.replace('file:', ''));
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM "Reading"').all();
    const busy = await run('forget', at.url, '--member', String(ada));
    reader.close();
    expect(busy.said).toContain('is deleted');
    expect(busy.said).toContain('Run this command again when that program is done');
    const again = await run('forget', at.url, '--member', String(ada));
    expect(again.said).not.toContain('Run this command again');
  });
});

test('whoever asks for nothing, or for no id, is told how', async () => {
  const missing = `file:${join(folder.path, 'not-there.db')}`;
  for (const [program, args, why] of [
    ['forget', [], 'npm run forget -- 123'],
    ['forget', ['12', '34'], 'npm run forget -- 123'],
    ['forget', ['Creators'], '“Creators” isn’t a Discord id'],
    ['forget', ['99999999999999999999'], 'isn’t a Discord id'],
    ['forget', [String(here)], 'There is no database yet'],
    ['export', [String(ada)], 'npm run export -- 123'],
    ['export', ['ada', 'x.zip'], 'isn’t a Discord id'],
  ] as const) {
    const { complaints, code } = await run(program, missing, ...args);
    expect(complaints).toContain(why);
    expect(code).toBe(1);
  }
});
