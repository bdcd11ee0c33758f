import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { projectRoot } from '../../src/lib/paths.js';
import { launchBot, Stage, words } from '../support/bot.js';
import { runProgram } from '../support/program.js';

const { version }: { version: string } = JSON.parse(
  readFileSync(join(projectRoot, 'package.json'), 'utf8'),
);
const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' });
/** As Git tells it; a copy without Git's folder has none. */
const commit = git.status === 0 ? git.stdout.slice(0, 10) : null;
const shown = commit === null ? version : `${version} (${commit})`;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ withBot: false, isNew: true });
});
afterEach(() => stage.close());

const environment = () => environmentFor(stage.discord, stage.databaseUrl);

it('says which version runs in the log, /help, doctor and the metrics', async () => {
  const bot = await stage.start({ HEALTH_PORT: '0' });
  expect(bot.log[0]).toMatchObject({ msg: 'starting', version, commit, level: 'info' });
  expect(words(await stage.person('ana').command('/help'))).toContain(`Keepsake ${shown}`);
  const { port } = await bot.waitForLog('health checks answered');
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain(
    `keepsake_build_info{version="${version}",commit="${commit ?? ''}",node="${process.versions.node}"} 1`,
  );
  const { said } = await runProgram('doctor', [], { env: environment(), cwd: stage.folder });
  expect(said).toContain(`✓ Keepsake ${shown}, on Node ${process.versions.node}`);
});

it('logs each update of the database that it applies, and none the next time', async () => {
  const updates = (log: typeof stage.bot.log) =>
    log.filter(({ msg }) => msg === 'updated the database').map((line) => line['migration']);
  const first = await stage.start();
  const names = stage
    .rows<{ migration_name: string }>('SELECT migration_name FROM _prisma_migrations ORDER BY 1')
    .map(({ migration_name }) => migration_name);
  expect(names.length).toBeGreaterThan(5);
  expect(updates(first.log)).toEqual(names);
  await first.stop();
  expect(updates((await stage.start()).log)).toEqual([]);
});

it('npm start -- --help says how it is started, and starts nothing', async () => {
  const { said, code } = await runProgram('start', ['--help'], { env: environment() });
  expect(said).toContain('npm run doctor');
  expect(said).toContain('.env.example');
  expect(code).toBe(0);
  const slip = await runProgram('start', ['--port', '80'], { env: environment() });
  expect(slip.complaints).toMatch(/Unknown option '--port'/);
  expect(slip.code).toBe(1);
  expect(stage.discord.commands()).toEqual([]);
});

it('with DEV_GUILD that server alone gets the commands, which doctor compares there', async () => {
  const other = stage.discord.addGuild({ name: 'Other' });
  const env = { DEV_GUILD: stage.guild.id };
  const bot = await stage.start(env);
  expect(bot.log.find(({ msg }) => msg === 'commands registered')).toMatchObject({
    guild: stage.guild.id,
  });
  const names = (commands: readonly { name: string }[]) => commands.map(({ name }) => name);
  expect(names(stage.discord.commands(stage.guild))).toContain('score');
  expect(stage.discord.commands(other)).toEqual([]);
  expect(stage.discord.commands()).toEqual([]);
  const ana = stage.person('ana');
  expect(
    words(await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K')),
  ).toContain('saves');
  await bot.stop();
  // Nothing differs, so nothing is sent again.
  const again = await stage.start(env);
  expect(again.log.find(({ msg }) => msg === 'commands registered')).toMatchObject({ changed: [] });
  const doctor = await runProgram('doctor', [], {
    env: { ...environment(), ...env },
    cwd: stage.folder,
  });
  expect(doctor.said).toMatch(/✓ its \d+ commands are registered as this version has them/);
  expect(stage.discord.violations).toEqual([]);
});

const script = spawnSync('script', ['--version']).status === 0;
it.skipIf(!script)('writes lines for people on a terminal (needs the program script)', async () => {
  const file = join(stage.folder, 'typescript');
  const within = [
    ...['sh', '-c', `exec script --quiet --flush --return --command "$*" ${file}`, 'sh'],
  ];
  const bot = launchBot({ ...environment(), TERM: 'xterm' }, stage.folder, { within });
  await stage.discord.whenReady();
  const shown = () => execFileSync('cat', [file], { encoding: 'utf8' });
  await expect.poll(shown).toContain('commands registered');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = shown().replace(/\u001b\[\d+m/g, '');
  expect(plain).toMatch(/\[\d\d:\d\d:\d\d\] INFO: starting \{"version":/);
  expect(plain).not.toContain('"msg"');
  await bot.kill();
});

it('a start that waits for a database somebody holds ends within two seconds of Ctrl+C', async () => {
  await (await stage.start()).stop();
  const holder = new BetterSqlite3(stage.databaseFile);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const bot = launchBot(environment(), stage.folder);
  await bot.waitForLog('ready');
  process.kill(bot.pid, 'SIGINT');
  expect(await bot.exited).toBe(0);
  const at = async (msg: string) => Date.parse(String((await bot.waitForLog(msg))['time']));
  // As long as it waits for connections to close, of which there is none.
  expect((await at('stopped')) - (await at('stopping'))).toBeLessThan(2_000);
  holder.close();
});

const canBeOthers = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;
describe.skipIf(!canBeOthers)('a database file of another user (needs root and setpriv)', () => {
  const NOBODY = 65_534;
  const within = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

  it('stops the start', async () => {
    await (await stage.start()).stop();
    chownSync(stage.folder, NOBODY, NOBODY);
    const bot = launchBot(environment(), stage.folder, { within });
    expect(await bot.exited).toBe(78);
    expect(bot.stderr).toMatch(/✗ The database file can't be opened or written: EACCES/);
    expect(bot.stderr).toMatch(/→ Check that the folder in DATABASE_URL/);
  });

  it('that becomes one while the bot runs is told by /readyz and the metrics', async () => {
    chownSync(stage.folder, NOBODY, NOBODY);
    const bot = launchBot({ ...environment(), HEALTH_PORT: '0' }, stage.folder, { within });
    await bot.waitForLog('commands registered');
    const { port } = await bot.waitForLog('health checks answered');
    const look = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(JSON.parse(await look('/readyz'))).toMatchObject({ database: true, writable: true });
    chownSync(stage.databaseFile, 0, 0);
    expect(JSON.parse(await look('/readyz'))).toMatchObject({ database: true, writable: false });
    expect(await look('/metrics')).toContain('keepsake_database_writable 0');
    chownSync(stage.databaseFile, NOBODY, NOBODY);
    expect(JSON.parse(await look('/readyz'))).toMatchObject({ writable: true });
    await bot.stop();
  });
});
