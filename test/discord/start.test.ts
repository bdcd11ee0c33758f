import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, launchBot, startBot, temporaryFolder } from '../support/bot.js';

let discord: LocalDiscord;
let folder: string;
const folders: string[] = [];
beforeAll(async () => {
  discord = await startLocalDiscord();
  discord.gateway.identifyIntervalMs = 0;
  discord.addGuild({ name: 'Creators' }).addChannel('general');
});
beforeEach(() => {
  folder = temporaryFolder();
  folders.push(folder);
});
afterAll(async () => {
  await discord.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const WELL_FORMED = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

/** Exit code where only the operator can help; 1 where the next start may go well. */
const MEND_FIRST = 78;

/** Problems as a start lists them: what is wrong, and its mend. */
async function problemsOf(env: Readonly<Record<string, string>>, code = 1): Promise<string[][]> {
  const bot = launchBot({ DISCORD_API_URL: discord.apiUrl, ...env }, folder);
  expect(await bot.exited).toBe(code);
  // Neither a stack trace nor a secret stands in what the operator reads.
  expect(bot.stderr).not.toMatch(/^\s+at /m);
  const said = bot.stderr + JSON.stringify(bot.log);
  if (env['DISCORD_TOKEN'] !== undefined && env['DISCORD_TOKEN'].length > 10) {
    expect(said).not.toContain(env['DISCORD_TOKEN']);
  }
  const list = [...bot.stderr.matchAll(/✗ (.*)\n\s+→ (.+)/g)].map(([, problem = '', mend = '']) => [
    problem,
    mend,
  ]);
  const count = /can't start: (one|\d+) problem/.exec(bot.stderr)?.[1];
  expect(count).toBe(list.length === 1 ? 'one' : String(list.length));
  return list;
}

/** A command that another version of the bot registered. */
async function registerByHand(name: string): Promise<void> {
  const route = `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`;
  const answer = await fetch(route, {
    method: 'POST',
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://keepsake.example, 1)',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name, description: 'Something else' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const good = () => ({ DISCORD_TOKEN: discord.token, DATABASE_URL: `file:${join(folder, 'k.db')}` });

describe('a start that can’t go on', () => {
  it('asks for a token that is missing', async () => {
    const problems = await problemsOf({}, MEND_FIRST);
    expect(problems).toEqual([
      ['DISCORD_TOKEN is not set.', expect.stringContaining('discord.com/developers')],
    ]);
  });

  it.each([
    ['nonsense', /doesn't look like/],
    [`Bot ${WELL_FORMED}`, /starts with "Bot"/],
    [`"${WELL_FORMED}"`, /quotes/],
    ['', /not set|empty/],
    ['   ', /empty/],
  ])('tells what is wrong with the token %j', async (token, what) => {
    const problems = await problemsOf({ ...good(), DISCORD_TOKEN: token }, MEND_FIRST);
    expect(problems).toEqual([[expect.stringMatching(what), expect.stringMatching(/.{10}/)]]);
  });

  it('names keys of .env that were surely meant for it, and none of the host’s', async () => {
    writeFileSync(
      join(folder, '.env'),
      `DISCORD_TOKN=${WELL_FORMED}\nDATABASE_UR=file:x.db\nEDITOR=vi\n`,
    );
    const ofHost = { DISCORD_CLIENT_ID: '1', KEEPSAKE_PORT: 'tcp://10.0.0.7:80', LOGLEVEL: 'x' };
    const problems = await problemsOf({ ...good(), ...ofHost }, MEND_FIRST);
    expect(problems.map(([problem]) => problem).toSorted()).toEqual([
      'DATABASE_UR is not a key of Keepsake.',
      'DISCORD_TOKN is not a key of Keepsake.',
    ]);
    expect(problems.flat().join()).toContain('Did you mean DISCORD_TOKEN?');
  });

  it('lists every problem of the environment at once', async () => {
    const problems = await problemsOf(
      {
        DISCORD_TOKEN: 'nonsense',
        DATABASE_URL: 'mysql://localhost/x',
        DISCORD_API_URL: 'nowhere',
        SHARDS: 'all',
        LOG_LEVEL: 'loud',
      },
      MEND_FIRST,
    );
    expect(problems.map(([problem = '']) => problem.split(' ')[0]).toSorted()).toEqual([
      'DATABASE_URL',
      'DISCORD_API_URL',
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'SHARDS',
    ]);
  });

  it('looks at the database too when the token is missing or a key misspelled', async () => {
    writeFileSync(join(folder, 'file'), '');
    const problems = await problemsOf(
      {
        DATABASE_URL: `file:${join(folder, 'file', 'k.db')}`,
        DISCORD_TOKN: WELL_FORMED,
      },
      MEND_FIRST,
    );
    const all = problems.map(([problem]) => problem).join('\n');
    expect(all).toContain('DISCORD_TOKEN is not set');
    expect(all).toContain('DISCORD_TOKN');
    expect(all).toContain('database file can');
  });

  it.each([
    ['a folder under a file', () => join(folder, 'file', 'sub', 'k.db'), MEND_FIRST],
    ['a folder instead of a file', () => folder, MEND_FIRST],
    ['a place that isn’t there', () => '/proc/keepsake/k.db', 1],
    ['a file that is no database', () => join(folder, 'file'), MEND_FIRST],
  ])('tells of a database at %s', async (_, path, code) => {
    writeFileSync(join(folder, 'file'), 'This is a letter, not a database. '.repeat(100));
    const problems = await problemsOf({ ...good(), DATABASE_URL: `file:${path()}` }, code);
    expect(problems).toEqual([
      [expect.stringContaining('database'), expect.stringContaining('DATABASE_URL')],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'tells of a database in a folder it may not write',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      const env = { ...good(), DATABASE_URL: `file:${join(closed, 'k.db')}` };
      expect(await problemsOf(env, MEND_FIRST)).toHaveLength(1);
    },
  );

  it('tells of a PostgreSQL that isn’t there, without its password', async () => {
    const bot = launchBot(
      {
        ...good(),
        DISCORD_API_URL: discord.apiUrl,
        DATABASE_URL: 'postgresql://keepsake:verysecret@127.0.0.1:1/keepsake',
      },
      folder,
    );
    expect(await bot.exited).toBe(1);
    expect(bot.stderr).toMatch(/PostgreSQL.*\n.*Check that PostgreSQL runs/);
    expect(bot.stderr + JSON.stringify(bot.log)).not.toContain('verysecret');
    expect(bot.stderr).not.toMatch(/^\s+at /m);
  });

  it('leaves a database of a newer version alone', async () => {
    const { DATABASE_URL } = good();
    const bot = await startBot({ discord, databaseUrl: DATABASE_URL, cwd: folder });
    expect(await bot.stop()).toBe(0);
    const db = new BetterSqlite3(join(folder, 'k.db'));
    db.prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ('x', 'x', 1900000000000, '29990101000000_future', 1900000000000, 1)`,
    ).run();
    db.close();
    // The newer version's commands stay as well: this one's would serve nobody.
    await registerByHand('newer');
    const commands = () => discord.commands().map(({ name, id }) => `${name} ${id}`);
    const before = commands();
    const problems = await problemsOf(good(), MEND_FIRST);
    expect(commands()).toEqual(before);
    expect(problems).toEqual([
      [
        expect.stringContaining('29990101000000_future'),
        expect.stringMatching(/version of Keepsake.*backup/),
      ],
    ]);
  });

  it('tells of a token that Discord doesn’t take, and of the database beside it', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await problemsOf({ ...good(), DISCORD_TOKEN: WELL_FORMED }, MEND_FIRST)).toEqual([
      [expect.stringContaining('accept DISCORD_TOKEN'), expect.stringContaining('Reset the token')],
    ]);
    const both = await problemsOf(
      {
        DISCORD_TOKEN: WELL_FORMED,
        DATABASE_URL: `file:${join(folder, 'file', 'k.db')}`,
      },
      MEND_FIRST,
    );
    expect(both).toHaveLength(2);
  });

  it('tells of a Discord that can’t be reached or is broken', async () => {
    expect(await problemsOf({ ...good(), DISCORD_API_URL: 'http://127.0.0.1:1/api' })).toEqual([
      [expect.stringContaining('can’t be reached'), expect.stringContaining('connection')],
    ]);
    discord.faults.rest({ kind: 'status', status: 503 }, { match: 'gateway/bot' });
    expect(await problemsOf(good())).toEqual([
      [expect.stringContaining('503'), expect.stringContaining('discordstatus.com')],
    ]);
    discord.faults.clear();
  });

  it('tells when Discord lets it start too few sessions, and starts none of them', async () => {
    const resetAfterMs = 3 * 3_600_000;
    discord.gateway.recommendedShards = 3;
    discord.gateway.limitSessionStarts({ remaining: 2, resetAfterMs });
    const { identifies } = discord.gateway.counts;
    const began = Date.now();
    const [[problem = '', mend] = []] = await problemsOf(good());
    expect(problem).toMatch(
      /no more than 2 sessions before .*, and it needs 3, one for each shard/,
    );
    expect(mend).toMatch(/^Leave it stopped until then/);
    // The time that is named is late enough, and no more than the minute is rounded.
    const named = Date.parse(/before (.*), and/.exec(problem)?.[1] ?? '');
    expect(named).toBeGreaterThanOrEqual(began + resetAfterMs);
    expect(named).toBeLessThan(Date.now() + resetAfterMs + 60_000);
    expect(discord.gateway.counts.identifies).toBe(identifies);
    discord.gateway.recommendedShards = undefined;
    discord.gateway.limitSessionStarts({ remaining: 0, resetAfterMs });
    expect(await problemsOf(good())).toEqual([
      [expect.stringContaining('no more than 0 sessions'), mend],
    ]);

    discord.passTime(resetAfterMs);
    const bot = await startBot({ discord, databaseUrl: good().DATABASE_URL, cwd: folder });
    expect(await bot.stop()).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  it('tells of an address that isn’t Discord’s', async () => {
    const page = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>');
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const address = page.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const problems = await problemsOf({
      ...good(),
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    expect(problems).toEqual([
      [expect.stringMatching(/Discord/), expect.stringContaining('DISCORD_API_URL')],
    ]);
    page.closeAllConnections();
    await new Promise((resolve) => page.close(resolve));
  });
});

describe('a start that goes on', () => {
  let bot: Bot;
  it('reads .env, makes the folder of its database, and prints its invite link', async () => {
    writeFileSync(
      join(folder, '.env'),
      `DISCORD_TOKEN=${discord.token}\nDATABASE_URL=file:./deep/down/k.db\nEDITOR=vi\n`,
    );
    bot = launchBot({ DISCORD_API_URL: discord.apiUrl }, folder);
    await bot.waitForLog('commands registered');
    await expect.poll(() => existsSync(join(folder, 'deep', 'down', 'k.db'))).toBe(true);
    const { invite } = await bot.waitForLog('add the bot to a server with this link');
    const link = new URL(String(invite));
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: discord.applicationId,
      scope: 'bot applications.commands',
      // View Channel, Send Messages, Embed Links, Attach Files, Read Message History.
      permissions: String((1 << 10) | (1 << 11) | (1 << 14) | (1 << 15) | (1 << 16)),
    });
    const words = bot.log.filter(({ level }) => level !== 'info');
    expect(words.map(({ level, msg }) => [level, msg])).toEqual([
      ['warn', 'EDITOR in .env is not a key of Keepsake, and isn’t read.'],
    ]);
    expect(await bot.stop()).toBe(0);
    expect(bot.stderr).toBe('');
  });

  it.each([
    ['empty', ''],
    ['“auto”', 'auto'],
  ])(
    'takes shards whose keys are %s in the environment as Discord recommends',
    async (_, value) => {
      const { gateway } = discord;
      const before = gateway.counts.identifies;
      bot = await startBot({
        discord,
        databaseUrl: good().DATABASE_URL,
        cwd: folder,
        env: { SHARDS: value, SHARD_COUNT: value },
      });
      expect(gateway.counts.identifies - before).toBe(1);
      expect(await bot.stop()).toBe(0);
    },
  );

  it('ends like a start that only its operator can help when its token is taken away', async () => {
    bot = await startBot({ discord, databaseUrl: good().DATABASE_URL, cwd: folder });
    discord.faults.revokeToken();
    expect(await bot.exited).toBe(MEND_FIRST);
    discord.faults.restoreToken();
    expect(bot.log.filter(({ level }) => level === 'fatal')).toHaveLength(1);
    expect(bot.stderr).not.toMatch(/^\s+at /m);
  });
});
