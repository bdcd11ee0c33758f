import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { ending, launchBot, Stage, words } from '../support/bot.js';

const NAMES = [
  ...commands.map(({ command }) => command.name),
  ...commands.flatMap(({ messageCommands = [] }) => messageCommands.map(({ name }) => name)),
];
const FOR_MEMBERS = commands
  .filter(({ command }) => !command.forManagers)
  .map(({ command }) => command.name);
const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
let ana: Person;
beforeEach(async () => {
  stage = await Stage.open();
  ana = stage.person('ana', { waits: false });
});
afterEach(() => stage.close());

/** Requests that changed the registered commands, by method and commands. */
function registrations(from = 0): string[] {
  return stage.discord.requests
    .slice(from)
    .filter(({ method, path }) => method !== 'GET' && /\/applications\/\d+\/commands/.test(path))
    .map(({ method, body }) => {
      const sent = Array.isArray(body) ? body : [body];
      return [method, ...sent.map((one: unknown) => Reflect.get(Object(one), 'name'))].join(' ');
    });
}

it('answers the buttons of old messages after a restart, and knows its videos', async () => {
  const link = 'https://www.tiktok.com/@ana/video/7298765432109876543';
  const open = await ana.command(`/score ${COUNTS} link:${link}`);
  const hidden = await ana.command(`/score ${COUNTS} private:true`);
  const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
  const modal = await ana.press(open, 'Add real saves');
  expect(await stage.bot.stop()).toBe(0);
  await stage.start();
  expect(words(await ana.press(open, 'How?'))).toContain('541,200');
  expect(words(await ana.press(hidden, 'How?'))).toContain('541,200');
  // A modal that stood open all the while can still be sent.
  await ana.submit(modal, { 'Saves now': '5.1K' });
  expect(open.field('Estimated saves')).toContain('5,100');
  const again = await ana.press(open, 'Change real saves');
  await ana.submit(again, { 'Saves now': '5.2K' });
  expect(open.field('Estimated saves')).toContain('5,200');
  const pressed = await ana.press(asked, 'Store anyway');
  expect((await ending(pressed)).field('Save Proxy')).toMatch(/\/ 100$/m);
  expect(words(await ana.command(`/score ${COUNTS} link:${link}`))).toContain('Again: ');
  expect(stage.stored(ana)).toMatchObject({ videos: 3, readings: 4, truths: 1 });
  expect(stage.discord.violations).toEqual([]);
});

it('loses nothing it confirmed when the power goes', async () => {
  const shown = await ana.command(`/score ${COUNTS} title:Pasta posted:2026-03-01`);
  expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  await stage.bot.kill();
  expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 1, estimates: 1 });
  await stage.start();
  expect(words(await ana.command(`/score ${COUNTS} title:pasta posted:2026-03-01`))).toContain(
    'Again: ',
  );
  expect(stage.discord.violations).toEqual([]);
});

it('registers commands in one step, only if something changed, and they keep their ids', async () => {
  const all = `PUT ${NAMES.join(' ')}`;
  const ids = () => stage.discord.commands().map(({ name, id }) => `${name} ${id}`);
  expect(registrations()).toEqual([all]);
  const before = ids();
  await ana.command('/help');
  await stage.bot.stop();
  let seen = stage.discord.requests.length;
  await stage.start();
  await ana.command('/help');
  expect(registrations(seen)).toEqual([]);
  await stage.bot.stop();

  // Somebody changes one command and adds another behind the bot's back.
  const route = `${stage.discord.apiUrl}/v10/applications/${stage.discord.applicationId}/commands`;
  for (const name of ['help', 'stray']) {
    await fetch(route, {
      method: 'POST',
      headers: {
        authorization: `Bot ${stage.discord.token}`,
        'user-agent': 'DiscordBot (https://keepsake.example, 1)',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name, description: 'Something else' }),
    });
  }
  seen = stage.discord.requests.length;
  await stage.start();
  await expect.poll(() => registrations(seen)).toEqual([all]);
  expect(ids()).toEqual(before);
  expect(stage.bot.log).toContainEqual(
    expect.objectContaining({ msg: 'commands registered', changed: ['help'], removed: ['stray'] }),
  );
  expect(ana.commands().map(({ name }) => name)).toEqual(FOR_MEMBERS);
  expect(stage.discord.violations).toEqual([]);
});

it('finishes what is in flight when it is asked to stop, and turns away what comes then', async () => {
  stage.discord.faults.latencyMs = 700;
  const working = [1, 2, 3].map((n) => ana.command(`/score ${COUNTS} title:Part ${n}`));
  await sleep(300);
  const stopped = stage.bot.stop();
  await stage.bot.waitForLog('stopping');
  const late = ana.command(`/score ${COUNTS} title:too late`);
  for (const shown of await Promise.all(working)) {
    expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  }
  expect(words(await late)).toMatch(/restarted.*may not have been stored.*send again/);
  expect(await stopped).toBe(0);
  expect(stage.stored(ana)).toMatchObject({ videos: 3, readings: 3, estimates: 3 });
  const outcomes = stage.bot.log.filter(({ msg }) => msg === 'interaction');
  expect(outcomes.map((line) => line['outcome']).toSorted()).toEqual([
    'done',
    'done',
    'done',
    'stopping',
  ]);
  expect(stage.bot.stderr).toBe('');
  expect(stage.discord.violations).toEqual([]);
});

it('can be stopped while it is still starting', async () => {
  await stage.bot.stop();
  for (const pause of [0, 400, 800]) {
    const { discord, folder } = stage;
    const bot = launchBot(
      {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DATABASE_URL: `file:${folder}/another-${pause}.db`,
      },
      folder,
    );
    await bot.waitForLog('ready');
    await sleep(pause);
    expect(await bot.stop()).toBe(0);
    expect(bot.stderr).toBe('');
  }
});

it('stops at once when nothing is going on', async () => {
  const from = stage.bot.log.length;
  await ana.command('/help');
  // The answer is seen a moment before its line is written.
  await stage.bot.waitForLog('interaction', from);
  expect(await stage.bot.stop()).toBe(0);
  expect(stage.bot.log.map(({ msg }) => msg).slice(-2)).toEqual(['stopping', 'stopped']);
  await stage.start();
  await ana.command('/help');
});

it('answers what comes while its database is still being opened', async () => {
  const score = await ana.command(`/score ${COUNTS}`);
  await stage.bot.stop();
  const { discord, folder } = stage;
  const bot = launchBot(
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      // A new file takes its migrations first.
      DATABASE_URL: `file:${folder}/new.db`,
    },
    folder,
  );
  stage.bot = bot;
  await bot.waitForLog('ready');
  const [help, modal, scored] = await Promise.all([
    ana.command('/help'),
    ana.press(score, 'Add real saves'),
    ana.command(`/score ${COUNTS}`),
  ]);
  expect(words(await ending(help))).toContain('Do people keep your videos?');
  expect(modal.outcome).toBe('modal');
  expect((await ending(scored)).field('Save Proxy')).toMatch(/\/ 100$/m);
  expect(discord.violations).toEqual([]);
});

it('notices what happened to its servers while it was away', async () => {
  await ana.command(`/score ${COUNTS}`);
  const leftAt = () =>
    stage.rows<{ leftAt: string | null }>('SELECT "leftAt" FROM "Guild"').map((row) => row.leftAt);
  expect(leftAt()).toEqual([null]);
  await stage.bot.stop();
  stage.guild.remove();
  stage.discord.addGuild({ name: 'Another' });
  await stage.start();
  await expect.poll(leftAt).toEqual([expect.any(String)]);
  await stage.bot.stop();
  stage.discord.readdGuild(stage.guild);
  await stage.start();
  await expect.poll(leftAt).toEqual([null]);
});

it('waits ten seconds for an answer that hangs, and no longer', async () => {
  await ana.command(`/score ${COUNTS}`);
  const fault = stage.discord.faults.rest({ kind: 'hang', ms: 600_000 }, { match: /webhooks/ });
  const asked = await ana.command('/data export');
  await expect.poll(() => fault.hits).toBe(1);
  expect(await stage.bot.stop()).toBe(0);
  // A try that hangs is given up after four seconds: there was time for others.
  expect(fault.hits).toBeGreaterThan(1);
  expect(asked.outcome).toBe('deferred');
  expect(asked.message?.loading).toBe(true);
  expect(asked.followUps).toEqual([]);
  expect(stage.bot.log.at(-1)?.msg).toBe('stopped');
  const at = (wanted: string) =>
    Date.parse(String(stage.bot.log.find(({ msg }) => msg === wanted)?.['time']));
  // The ten seconds, and one to close what is open.
  expect(at('stopped') - at('stopping')).toBeLessThan(11_000);
  fault.stop();
});
