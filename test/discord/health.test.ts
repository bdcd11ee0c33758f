import { createServer } from 'node:http';
import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBot, Stage, startBot } from '../support/bot.js';
import { freePort, startPostgres } from '../support/postgres.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

/** What is answered at a path of the health checks. */
async function look(port: number, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The value of one series; undefined if there is none. */
async function metric(port: number, series: string): Promise<number | undefined> {
  const { text } = await look(port, '/metrics');
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

/** The checks that fail. */
async function missing(port: number): Promise<string[]> {
  const { status, text } = await look(port, '/readyz');
  const checks: Record<string, boolean> = JSON.parse(text);
  const failing = Object.keys(checks).filter((name) => !checks[name]);
  expect(status).toBe(failing.length === 0 ? 200 : 503);
  return failing;
}

describe('a bot with HEALTH_PORT', () => {
  let stage: Stage;
  let port: number;
  let ana: Person;
  beforeAll(async () => {
    stage = await Stage.open({ env: { HEALTH_PORT: '0' } });
    ana = stage.person('ana');
    port = Number((await stage.bot.waitForLog('health checks answered'))['port']);
  });
  afterAll(() => stage.close());

  it('says that it lives and is ready, and how Discord and its database are', async () => {
    expect(await look(port, '/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await missing(port)).toEqual([]);
    expect((await look(port, '/secrets')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`, { method: 'POST' })).status).toBe(405);
    expect(await metric(port, 'keepsake_database_up')).toBe(1);
    expect(await metric(port, 'keepsake_database_ping_seconds')).toBeGreaterThan(0);
    expect(await metric(port, 'keepsake_gateway_shards')).toBe(1);
    expect(await metric(port, 'keepsake_gateway_shards_ready')).toBe(1);
    expect(await metric(port, 'keepsake_guilds')).toBe(1);
    expect(await metric(port, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
  });

  it('counts what people do, by command and outcome', async () => {
    const score = await ana.command(`/score ${COUNTS}`);
    await ana.command('/score views:many likes:1 comments:1 shares:1');
    await ana.press(score, 'How?');
    await ana.autocomplete('/faq saves', 'question', 'who');
    const count = (command: string, outcome: string) =>
      metric(port, `keepsake_interactions_total{command="${command}",outcome="${outcome}"}`);
    await expect.poll(() => count('score', 'done')).toBe(1);
    await expect.poll(() => count('score', 'refused')).toBe(1);
    await expect.poll(() => count('how', 'done')).toBe(1);
    await expect.poll(() => count('faq (autocomplete)', 'done')).toBe(1);
    expect(await metric(port, 'keepsake_interaction_seconds_count{command="score"}')).toBe(2);
  });

  it('counts what is chosen from a menu, and what is filled in, by its own name', async () => {
    const score = await ana.command(`/score ${COUNTS} title:Knots`);
    await ana.submit(await ana.press(score, 'Add real saves'), { 'Saves now': '5.1K' });
    const [video] = await ana.autocomplete('/history video', 'video', 'Knots');
    const history = await ana.command(`/history video video:${video?.value}`);
    const [, reading = ''] =
      /"value":"(\d+)"/.exec(JSON.stringify(history.message?.components)) ?? [];
    await ana.choose(history, [reading]);
    for (const name of ['real-saves', 'truth', 'history video', 'history-change']) {
      await expect
        .poll(() => metric(port, `keepsake_interactions_total{command="${name}",outcome="done"}`))
        .toBe(1);
    }
    expect((await look(port, '/metrics')).text).not.toContain('command="unknown"');
  });

  it('makes no new series of what others invent', async () => {
    const score = await ana.command(`/score ${COUNTS}`);
    const { message } = score;
    if (message === undefined) throw new Error('There is no score.');
    const components = JSON.stringify(message.components);
    for (let n = 0; n < 20; n += 1) {
      // A button of another version, or of somebody else's making.
      message.components = JSON.parse(
        components.replaceAll('how:', `forged${'abcdefghijklmnopqrst'[n]}:`),
      );
      await ana.press(message, 'How?');
    }
    const stale = 'keepsake_interactions_total{command="unknown",outcome="stale"}';
    await expect.poll(() => metric(port, stale)).toBe(20);
    expect((await look(port, '/metrics')).text).not.toContain('forged');
  });

  it('isn’t ready while the gateway is away', async () => {
    const { gateway } = stage.discord;
    gateway.down = true;
    gateway.disconnect();
    await expect.poll(() => missing(port)).toEqual(['gateway']);
    expect(await metric(port, 'keepsake_gateway_shards_ready')).toBe(0);
    expect((await look(port, '/healthz')).status).toBe(200);
    gateway.down = false;
    await expect.poll(() => missing(port), { timeout: 15_000 }).toEqual([]);
  });

  it('isn’t ready any more while it stops, and serves nobody afterwards', async () => {
    stage.discord.faults.latencyMs = 1000;
    const working = ana.command(`/score ${COUNTS}`);
    await expect.poll(() => stage.discord.counts.started).toBeGreaterThan(20);
    const stopped = stage.bot.stop();
    await stage.bot.waitForLog('stopping');
    expect(await missing(port)).toContain('running');
    await working;
    expect(await stopped).toBe(0);
    await expect(look(port, '/healthz')).rejects.toThrow();
    expect(stage.bot.stderr).toBe('');
    expect(stage.discord.violations).toEqual([]);
    stage.discord.faults.clear();
  });

  it('doesn’t start at a port that is taken, and says so', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const taken = typeof address === 'object' ? String(address?.port) : '';
    const { discord, databaseUrl, folder } = stage;
    const bot = launchBot(
      {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DATABASE_URL: databaseUrl,
        HEALTH_PORT: taken,
      },
      folder,
    );
    expect(await bot.exited).toBe(1);
    expect(bot.stderr).toContain(`✗ HEALTH_PORT ${taken} is taken by another program.`);
    expect(bot.stderr).toMatch(/→ Choose another port/);
    expect(bot.stderr).not.toMatch(/^\s+at /m);
    await new Promise((resolve) => other.close(resolve));
  });
});

it('isn’t ready while PostgreSQL is away, and is again by itself', async () => {
  const server = await startPostgres();
  const stage = await Stage.open({ withBot: false });
  try {
    const port = await freePort();
    stage.bot = await startBot({
      discord: stage.discord,
      databaseUrl: server.url('postgres'),
      cwd: stage.folder,
      env: { HEALTH_PORT: String(port) },
    });
    expect(await missing(port)).toEqual([]);
    await server.halt();
    expect(await missing(port)).toEqual(['database', 'writable']);
    expect(await metric(port, 'keepsake_database_up')).toBe(0);
    await server.resume();
    await expect.poll(() => missing(port)).toEqual([]);
    expect(await metric(port, 'keepsake_database_up')).toBe(1);
  } finally {
    await stage.close();
    await server.stop();
  }
});
