import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { BotProcess, type LocalDiscord, type Person, startLocalDiscord } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/bot.js';
import { aButton, type Handler, startBot } from './small-bot.js';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

describe('the clock of the local Discord', () => {
  let discord: LocalDiscord;
  let mia: Person;
  let client: Client | undefined;
  beforeEach(async () => {
    discord = await startLocalDiscord({ clockShift: -3 * WEEK });
    const general = discord.addGuild({ name: 'Creators' }).addChannel('general');
    mia = discord.person(general.guild.addMember({ name: 'Mia' }), general);
  });
  afterEach(async () => {
    await client?.destroy();
    await discord.close();
  });
  const serve = async (ping: Handler) => {
    client = await startBot(discord, { ping });
  };

  it('may begin in the past and comes back to the present', () => {
    expect(discord.clockShift).toBe(-3 * WEEK);
    expect(Math.abs(Date.now() - 3 * WEEK - discord.now())).toBeLessThan(HOUR);
    for (let week = 0; week < 3; week += 1) discord.passTime(WEEK);
    expect(discord.clockShift).toBe(0);
  });

  it('never goes back, and takes whole milliseconds alone', () => {
    for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => discord.passTime(ms)).toThrow(RangeError);
    }
    expect(discord.clockShift).toBe(-3 * WEEK);
  });

  it('gives up half of a request after a minute, and waits for the rest until then', async () => {
    const { port, pathname } = new URL(discord.apiUrl);
    const socket = connect(Number(port), '127.0.0.1');
    const closed = once(socket, 'close');
    socket.write(
      `POST ${pathname}/v10/channels/1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{"co`,
    );
    // A whole one after it on another connection: the half one has arrived by now.
    await fetch(`${discord.apiUrl}/v10/gateway`);
    discord.passTime(59_000);
    await fetch(`${discord.apiUrl}/v10/gateway`);
    expect(socket.closed).toBe(false);
    discord.passTime(2_000);
    await closed;
    expect(discord.inWork).toBe(0);
    expect(discord.violations.filter(({ rule }) => rule === 'local Discord failed')).toEqual([]);
  });

  it('stands in ids, messages and what is shown of their age', async () => {
    await serve((interaction) =>
      interaction.reply({ content: 'Pong', components: [aButton('a', 'A')] }),
    );
    const first = await mia.command('/ping');
    const madeAt = (id: string) => Number((BigInt(id) >> 22n) + 1_420_070_400_000n);
    discord.passTime(WEEK);
    const second = await mia.command('/ping');
    for (const [shown, weeks] of [
      [first, 3],
      [second, 2],
    ] as const) {
      const at = Date.now() - weeks * WEEK;
      expect(Math.abs(madeAt(shown.interaction.id) - at)).toBeLessThan(HOUR);
      expect(Math.abs(Date.parse(shown.message?.createdAt ?? '') - at)).toBeLessThan(HOUR);
    }
    expect(discord.violations).toEqual([]);
  });

  it('leaves a command in work answerable, and ends the token of one that is answered', async () => {
    let used: ChatInputCommandInteraction | undefined;
    await serve(async (interaction) => {
      await interaction.deferReply();
      used = interaction;
    });
    const shown = await mia.command('/ping');
    await expect.poll(() => used).toBeDefined();
    discord.passTime(WEEK);
    await used?.editReply('Done');
    expect(shown.text()).toBe('Done');
    expect(discord.violations).toEqual([]);
    discord.passTime(HOUR);
    await expect(used?.editReply('Once more')).rejects.toThrow('Invalid Webhook Token');
    expect(discord.violations).toMatchObject([{ rule: 'interaction token' }]);
  });

  it('lets limits that were reached end, as they do for the bot', async () => {
    await serve((interaction) => interaction.reply('Pong'));
    const gate = discord.gateway.hold();
    const pending = mia.command('/ping');
    discord.passTime(WEEK);
    gate();
    expect((await pending).text()).toBe('Pong');
    const take = () =>
      discord.limits.take({
        route: 'POST /a',
        major: '1',
        limit: { requests: 1, windowMs: 60_000 },
        countsGlobally: true,
      }).allowed;
    expect([take(), take()]).toEqual([true, false]);
    discord.passTime(HOUR);
    expect(take()).toBe(true);
  });

  it('holds back what happens until it is let go, in its order', async () => {
    const seen: string[] = [];
    await serve(async (interaction) => {
      seen.push(interaction.id);
      await interaction.reply('Pong');
    });
    const release = discord.gateway.hold();
    const releaseToo = discord.gateway.hold();
    const pending = [mia.command('/ping'), mia.command('/ping')];
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toEqual([]);
    releaseToo();
    const shown = await Promise.all(pending);
    expect(seen).toEqual(shown.map(({ interaction }) => interaction.id));
  });
});

describe('a bot whose clock can be moved', () => {
  const program = `
    const date = new Date();
    const say = (msg) => console.log(JSON.stringify({
      msg,
      now: Date.now(),
      date: new Date().getTime(),
      text: Date.parse(Date()),
      steady: performance.now(),
      given: [new Date(5).getTime(), new Date(2026, 0).getFullYear(), Date.UTC(2026, 0)],
      isDate: [date instanceof Date, date.constructor === Date, new Date().toISOString().length],
    }));
    say('started');
    setInterval(() => say('tick'), 5);
  `;

  it('has what was let pass in every form of now, and in nothing else', async () => {
    const folder = temporaryFolder();
    const file = `${folder}/program.mjs`;
    writeFileSync(file, program);
    const bot = new BotProcess({ cwd: folder, env: {}, program: file, clockShift: -WEEK });
    const real = Date.now();
    const first = await bot.logged('started');
    expect(Math.abs(Number(first['now']) + WEEK - real)).toBeLessThan(HOUR);
    expect(first).toMatchObject({
      given: [5, 2026, Date.UTC(2026, 0)],
      isDate: [true, true, 24],
    });
    await Promise.all([bot.passTime(WEEK), bot.passTime(2 * WEEK)]);
    bot.log.length = 0;
    const then = await bot.logged('tick');
    for (const form of ['now', 'date', 'text']) {
      expect(Math.abs(Number(then[form]) - 2 * WEEK - real)).toBeLessThan(HOUR);
    }
    expect(Number(then['steady']) - Number(first['steady'])).toBeLessThan(HOUR);
    await bot.putClockBack(5 * WEEK);
    bot.log.length = 0;
    const back = await bot.logged('tick');
    for (const form of ['now', 'date', 'text']) {
      expect(Math.abs(Number(back[form]) + 3 * WEEK - real)).toBeLessThan(HOUR);
    }
    expect(Number(back['steady'])).toBeGreaterThan(Number(then['steady']));
    await expect(bot.putClockBack(-1)).rejects.toThrow(RangeError);
    await bot.kill();
    await expect(bot.passTime(WEEK)).rejects.toThrow();
  });

  it('ends timers of half a second to a second that are over by then, once each, and no others', async () => {
    const folder = temporaryFolder();
    const file = `${folder}/program.mjs`;
    writeFileSync(
      file,
      `const say = (msg, ...more) => console.log(JSON.stringify({ msg, more }));
      setTimeout(say, 1_000, 'short', 'with', 'more');
      clearTimeout(setTimeout(say, 900, 'stopped'));
      setTimeout(say, 950, 'closed').close();
      let times = 0;
      const again = setTimeout(() => {
        times += 1;
        say('again');
        if (times === 1) again.refresh();
      }, 800);
      setTimeout(say, 10_000, 'long');
      setTimeout(say, 2_000, 'longer');
      process.on('message', () => {
        say('moved');
        setTimeout(say, 4_000, 'end');
      });
      say('begun');`,
    );
    const bot = new BotProcess({ cwd: folder, env: {}, program: file, clockShift: 0 });
    await bot.logged('begun');
    await bot.passTime(WEEK);
    await bot.logged('end');
    await bot.kill();
    const said = bot.log.map(({ msg }) => msg);
    expect(said).toEqual(['begun', 'moved', 'again', 'short', 'again', 'longer', 'end']);
    expect(bot.log[3]?.['more']).toEqual(['with', 'more']);
  });

  it('ends by itself when its work is done', async () => {
    const folder = temporaryFolder();
    const file = `${folder}/program.mjs`;
    writeFileSync(file, 'process.exitCode = 3;');
    expect(
      await new BotProcess({ cwd: folder, env: {}, program: file, clockShift: 0 }).exited,
    ).toBe(3);
  });

  it('can’t be had without asking for one', async () => {
    const folder = temporaryFolder();
    const bot = new BotProcess({ cwd: folder, env: {}, program: `${folder}/none.mjs` });
    await expect(bot.passTime(1)).rejects.toThrow('no clock that can be moved');
    expect(await bot.exited).not.toBe(0);
  });
});
