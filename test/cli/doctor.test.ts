import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/db/database.js';
import { compareIntents } from '../../src/discord/look.js';
import { judgeUpkeep } from '../../src/services/doctor.js';
import { startBot } from '../support/bot.js';
import { newAddress, newPostgres, providers, useFolder } from '../support/databases.js';
import { freePort } from '../support/postgres.js';
import { type Ended, runProgram } from '../support/program.js';

/** A day on which all of the content is fresh, and one on which none of it is. */
const FRESH = '2026-11-24';
const STALE = '2031-01-01';

/** Milliseconds for a test that starts the program several times, on a machine that does other things. */
const SEVERAL_RUNS = 240_000;

const folder = useFolder();

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());

/** A token that Discord takes, and where it is asked. */
const known = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

/** The compiled program, as `npm run doctor` starts it. */
function doctor(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['--on', FRESH],
): Promise<Ended> {
  return runProgram('doctor', args, { env, cwd: folder.path });
}

describe.each(providers)('npm run doctor with %s', (provider) => {
  test('finds nothing to mend where nothing is wrong', async () => {
    const url = await newAddress(provider, folder.path);
    await (await openDatabase(url, () => undefined)).close();
    const { said, code } = await doctor({ ...known(), DATABASE_URL: url });
    expect(said).toContain('✓ every key is known and right');
    expect(said).toContain('✓ reachable, and as this version needs it');
    expect(said).toMatch(/– Keepsake doesn’t encrypt it: its disk has to be encrypted/);
    expect(said).toMatch(/✓ \d+ files, none past its review date/);
    expect(said).toContain('Nothing to mend.');
    expect(code).toBe(0);
  });

  test('names updates that are still to be applied, and changes nothing', async () => {
    const url =
      provider === 'postgresql'
        ? await newPostgres('empty')
        : `file:${join(folder.path, 'empty.db')}`;
    if (provider === 'sqlite') new BetterSqlite3(join(folder.path, 'empty.db')).exec('VACUUM');
    for (let time = 0; time < 2; time += 1) {
      const { said, code } = await doctor({ ...known(), DATABASE_URL: url });
      expect(said).toMatch(/✗ The database lacks \d+ updates: 20261123000000_first, \S+_tips/);
      expect(said).toContain('→ Make a backup and start the bot once');
      expect(code).toBe(1);
    }
  });
});

describe('npm run doctor', () => {
  test('tells programs the same in JSON, with the same exit code', async () => {
    const url = await newAddress('sqlite', folder.path);
    await (await openDatabase(url, () => undefined)).close();
    const env = { ...known(), DATABASE_URL: url };
    const report = z.object({
      ok: z.boolean(),
      version: z.string(),
      sections: z.array(
        z.object({
          title: z.string(),
          fine: z.array(z.string()),
          left: z.array(z.string()),
          problems: z.array(z.object({ problem: z.string(), mend: z.string().min(1) })),
        }),
      ),
    });
    const fine = await doctor(env, ['--json', '--on', FRESH]);
    expect(report.parse(JSON.parse(fine.said))).toMatchObject({ ok: true });
    expect(fine.code).toBe(0);
    const stale = await doctor(env, ['--json', '--on', STALE]);
    const { ok, sections } = report.parse(JSON.parse(stale.said));
    expect(ok).toBe(false);
    expect(sections.find(({ title }) => title === 'Content')?.problems.length).toBeGreaterThan(50);
    expect(stale.code).toBe(1);
  });

  test(
    'says how much room the disk has, and when a first backup is overdue',
    async () => {
      const url = await newAddress('sqlite', folder.path);
      await (await openDatabase(url, () => undefined)).close();
      const env = { ...known(), DATABASE_URL: url };
      const young = await doctor(env, []);
      expect(young.said).toMatch(/✓ [\d.]+ [MG]B are free on its disk/);
      expect(young.said).toContain('– no backup was made yet');
      const never = await doctor(env, ['--on', STALE]);
      expect(never.said).toMatch(
        /✗ No backup of the database is known\.\n {4}→ Make one with npm run backup/,
      );
    },
    SEVERAL_RUNS,
  );

  test(
    'says how old the last backup is, and when the next is overdue',
    async () => {
      const url = await newAddress('sqlite', folder.path);
      await (await openDatabase(url, () => undefined)).close();
      const env = { ...known(), DATABASE_URL: url };
      const copy = join(folder.path, 'copy.db');
      const made = await runProgram('backup', [copy], { env, cwd: folder.path });
      expect(made.code).toBe(0);
      expect((await doctor(env, [])).said).toContain('✓ the last backup was made today');
      const old = await doctor(env, ['--on', STALE]);
      expect(old.said).toMatch(/✗ The last backup of the database is \d+ days old\./);
      expect(old.code).toBe(1);
    },
    SEVERAL_RUNS,
  );

  test(
    'tells whether HEALTH_PORT can be had, is answered, or is taken',
    async () => {
      const env = { ...known(), DATABASE_URL: `file:${join(folder.path, 'none.db')}` };
      expect((await doctor(env)).said).toContain('– HEALTH_PORT isn’t set');
      const port = await freePort();
      const set = { ...env, HEALTH_PORT: String(port) };
      expect((await doctor(set)).said).toContain('✓ HEALTH_PORT is free');
      let pages: Readonly<Record<string, number>> = {};
      const server = createServer(({ url = '' }, response) => {
        response.writeHead(pages[url] ?? 404).end('ok\n');
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      const taken = await doctor(set);
      expect(taken.said).toContain('✗ Another program listens at HEALTH_PORT.');
      expect(taken.code).toBe(1);
      pages = { '/healthz': 200, '/readyz': 503 };
      expect((await doctor(set)).said).toContain('✗ A bot answers at HEALTH_PORT, but it isn’t');
      pages = { '/healthz': 200, '/readyz': 200 };
      const answered = await doctor(set);
      expect(answered.said).toContain('✓ a bot answers at HEALTH_PORT, and is ready');
      expect(answered.code).toBe(0);
      server.closeAllConnections();
      server.close();
    },
    SEVERAL_RUNS,
  );

  test('says that the database isn’t there yet, and doesn’t make it', async () => {
    const file = join(folder.path, 'new', 'keepsake.db');
    const { said, code } = await doctor({ ...known(), DATABASE_URL: `file:${file}` });
    expect(said).toContain('✓ not there yet: the first start makes it');
    expect(code).toBe(0);
    expect(existsSync(join(folder.path, 'new'))).toBe(false);
  });

  test('names every problem of the settings with its mend, and no value', async () => {
    const envFile = join(folder.path, '.env');
    await writeFile(envFile, 'DISCORD_TOKN=x\nEDITOR=vi\n');
    const { said, code } = await doctor({
      DISCORD_TOKEN: 'secret-that-is-wrong',
      DATABASE_URL: 'mysql://user:hidden@host/name',
    });
    const well = await doctor(known());
    await rm(envFile);
    expect(well.said).toContain('✗ DISCORD_TOKN is not a key of Keepsake.');
    expect(said).toContain('✗ DISCORD_TOKEN doesn');
    expect(said).toContain('✗ DATABASE_URL is neither a file nor a PostgreSQL address');
    expect(said).toContain('✗ DISCORD_TOKN is not a key of Keepsake.');
    expect(said).toContain('– not looked at: its address isn’t right');
    expect(said.match(/^ {4}→/gm)?.length).toBe(said.match(/^ {2}✗/gm)?.length);
    expect(said).not.toMatch(/secret-that|hidden/);
    expect(said).toContain('3 things to mend.');
    expect(code).toBe(1);
  });

  test('says what is wrong with a database that can’t be read', async () => {
    const file = join(folder.path, 'letter.txt');
    await writeFile(file, 'Dear diary, today I counted my saves.\n'.repeat(100));
    const { said, code } = await doctor({ ...known(), DATABASE_URL: `file:${file}` });
    expect(said).toMatch(/✗ The database file can't be opened or written: .*not a database/);
    expect(code).toBe(1);
    const away = await doctor({
      ...known(),
      DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    });
    expect(away.said).toMatch(/✗ The PostgreSQL database can't be used/);
    expect(away.said).toContain('→ Check that PostgreSQL runs');
    expect(away.code).toBe(1);
  });

  test('lists answers, guide pages and tips that are past their review date', async () => {
    await mkdir(join(folder.path, 'data'), { recursive: true });
    const { said, code } = await doctor(known(), ['--on', STALE]);
    expect(said).toMatch(
      /✗ content\/faq\/see-who-saved\.md was checked 2026-11-\d\d and is due for review since/,
    );
    expect(said).toMatch(/content\/guide\/saves\.md/);
    expect(said).toMatch(/content\/tips\/as-a-carousel\.md/);
    expect(said).toContain('→ Hold it against its sources');
    expect(code).toBe(1);
  });

  test('asks for a day that exists', async () => {
    const { complaints, code } = await doctor(known(), ['--on', '2026-02-30']);
    expect(complaints).toContain('--on takes a day such as 2026-11-24');
    expect(code).toBe(1);
  });
});

test('npm run doctor looks whether the bot can post in every channel of a digest', async () => {
  const url = await newAddress('sqlite', folder.path);
  const db = await openDatabase(url, () => undefined);
  const guilds = ['One', 'Two'].map((name) => discord.addGuild({ name }));
  const channels = guilds.map((guild) => guild.addChannel('digest'));
  for (const { id, guild } of channels) {
    await db.prisma.guild.create({ data: { id: BigInt(guild.id) } });
    await db.prisma.digestSchedule.create({
      data: {
        ...{ guildId: BigInt(guild.id), channelId: BigInt(id), weekday: 1, time: '18:00' },
        ...{ timezone: 'UTC', quietWeeks: 'skip', locale: 'en-US', version: 1 },
        nextDueAt: new Date('2030-01-07T18:00:00Z'),
      },
    });
  }
  await db.close();
  const env = { ...known(), DATABASE_URL: url };
  const [first] = channels;
  const fine = await doctor(env);
  expect(fine.said).toContain('✓ 2 of the digest, and the bot can post in each');
  expect(fine.said).toContain('– 2 servers with a digest have no channel for notices');
  expect(fine.code).toBe(0);
  if (first === undefined) throw new Error('no channel');
  const notices = first.guild.addChannel('notices');
  const again = await openDatabase(url, () => undefined);
  const setting = { guildId: BigInt(first.guild.id), key: 'notices', value: notices.id };
  await again.prisma.setting.create({ data: setting });
  await again.close();
  notices.deny(first.guild.botRole, 'AttachFiles');
  const told = await doctor(env);
  expect(told.said).toContain('✓ 1 for notices, and the bot can write in it');
  expect(told.said).toContain('– one server with a digest has no channel for notices');
  expect(told.code).toBe(0);
  notices.deny(first.guild.botRole, 'SendMessages');
  const mute = await doctor(env);
  expect(mute.said).toContain(`Notices can’t be written in channel ${notices.id} of server`);
  expect(mute.said).toMatch(/→ In channel \d+ I lack the permission Send Messages\./);
  expect(mute.code).toBe(1);
  notices.reset(first.guild.botRole);
  first.deny(first.guild.botRole, 'EmbedLinks');
  const barred = await doctor(env);
  expect(barred.said).toContain(`can’t be posted in channel ${first?.id} of server`);
  expect(barred.said).toMatch(/→ In channel \d+ I lack the permission Embed Links\./);
  expect(barred.said).toContain('✓ 1 of the digest');
  expect(barred.code).toBe(1);
  const away = await doctor({ ...env, DISCORD_API_URL: `http://127.0.0.1:${await freePort()}` });
  expect(away.said).toContain('Discord couldn’t be asked');
  expect(away.said).toMatch(
    /✗ Discord can’t be reached: .*\n {4}→ Check this machine’s connection/,
  );
  expect(away.code).toBe(1);
});

describe('npm run doctor asks Discord', () => {
  test('whose token it is, and whether its commands are those of this version', async () => {
    const env = { ...known(), DATABASE_URL: `file:${join(folder.path, 'none.db')}` };
    const before = await doctor(env);
    expect(before.said).toContain(`✓ the token is that of Keepsake (${discord.applicationId})`);
    expect(before.said).toMatch(
      /– commands that aren’t registered as .*: score, .*history, .*help, Score this picture\./,
    );
    expect(before.said).toMatch(/✓ \d+ of \d+ session starts are left/);
    expect(before.said).toContain('✓ this machine’s clock is Discord’s');
    expect(before.code).toBe(0);
    const bot = await startBot({ discord, databaseUrl: env.DATABASE_URL, cwd: folder.path });
    await bot.stop();
    const after = await doctor(env);
    expect(after.said).toMatch(/✓ its \d+ commands are registered as this version has them/);
    expect(after.said).not.toContain('aren’t registered');
  });

  test('and says what is wrong with the token, the clock and the sessions', async () => {
    const none = { DATABASE_URL: `file:${join(folder.path, 'none.db')}` };
    const DISCORD_TOKEN = discord.token.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
    const refused = await doctor({ ...known(), ...none, DISCORD_TOKEN });
    expect(refused.said).toMatch(/✗ Discord doesn’t accept DISCORD_TOKEN\.\n {4}→ Reset the token/);
    expect(refused.code).toBe(1);
    const later = await startLocalDiscord();
    later.passTime(90_000);
    const env = { DISCORD_TOKEN: later.token, DISCORD_API_URL: later.apiUrl, ...none };
    const slow = await doctor(env);
    expect(slow.said).toMatch(/✗ This machine’s clock is (89|9\d) seconds behind Discord’s\./);
    later.gateway.recommendedShards = 1_001;
    const short = await doctor(env);
    expect(short.said).toMatch(
      /✗ Discord lets the bot start \d+ more sessions, and a start needs 1001/,
    );
    expect(short.said).not.toContain('session starts are left');
    await later.close();
  });
});

describe('npm run doctor looks at the application', () => {
  const { GatewayGuildMembersLimited, GatewayPresence } = ApplicationFlags;
  const all = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers;

  test('which intents it has, and whether it can be invited', async () => {
    const own = await startLocalDiscord();
    const env = {
      ...{ DISCORD_TOKEN: own.token, DISCORD_API_URL: own.apiUrl },
      DATABASE_URL: `file:${join(folder.path, 'none.db')}`,
    };
    const fine = await doctor(env);
    expect(fine.said).toContain('✓ it has the intents it needs, and no privileged one');
    expect(fine.code).toBe(0);
    own.application.flags = GatewayGuildMembersLimited | GatewayPresence;
    const spare = await doctor(env);
    expect(spare.said).toContain(
      '– Presence Intent and Server Members Intent are switched on, and nothing here needs them',
    );
    expect(spare.said).not.toContain('has the intents it needs');
    expect(spare.code).toBe(0);
    own.application.requiresCodeGrant = true;
    const { said, code } = await doctor(env, ['--json', '--on', FRESH]);
    const found = z
      .object({
        sections: z.array(z.object({ problems: z.array(z.object({ mend: z.string() })) })),
      })
      .parse(JSON.parse(said));
    const mends = found.sections.flatMap(({ problems }) => problems.map(({ mend }) => mend));
    expect(mends).toEqual([expect.stringMatching(/^Switch Requires OAuth2 Code Grant off at/)]);
    expect(code).toBe(1);
    await own.close();
  });

  test.each([
    ['none is asked for or granted', GatewayIntentBits.Guilds, 0, [], []],
    ['one is asked for and not granted', all, 0, ['Server Members Intent'], []],
    ['one is asked for and granted to a small bot', all, GatewayGuildMembersLimited, [], []],
    [
      'one is granted and not asked for',
      all,
      GatewayPresence | GatewayGuildMembersLimited,
      [],
      ['Presence Intent'],
    ],
  ])('where %s', (_, asked, granted, missing, spare) => {
    expect(compareIntents(asked, granted)).toEqual({ missing, spare });
  });
});

describe('npm run invite', () => {
  test('prints the link that the start logs', async () => {
    const { said, code } = await runProgram('invite', [], { env: known(), cwd: folder.path });
    const link = new URL(said.trim());
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(link.searchParams.get('client_id')).toBe(discord.applicationId);
    expect(code).toBe(0);
  });

  test('says what is missing', async () => {
    const unset = await runProgram('invite', [], { env: {}, cwd: folder.path });
    expect(unset.complaints).toContain('✗ DISCORD_TOKEN is not set.');
    expect(unset.code).toBe(1);
    const away = { ...known(), DISCORD_API_URL: `http://127.0.0.1:${await freePort()}` };
    const lost = await runProgram('invite', [], { env: away, cwd: folder.path });
    expect(lost.complaints).toContain('✗ Discord can’t be reached');
    expect(lost.said).toBe('');
    expect(lost.code).toBe(1);
  });
});

test.each([
  ['little of a small database', { size: 1e6, free: 200e6 }, true],
  ['less than twice a large one', { size: 1e9, free: 1.5e9 }, true],
  ['enough', { size: 1e9, free: 3e9 }, false],
])('a disk with %s is short of room or not', (_, disk, isShort) => {
  const now = new Date();
  const found = judgeUpkeep({ ...disk, since: now, backedUp: null }, now);
  expect(found.isShort).toBe(isShort);
});
