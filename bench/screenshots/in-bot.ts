import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, type Shown, startLocalDiscord, type Upload } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../../playground/keepsake-process.js';
import { bundle, prepareStarts } from '../../scripts/bundle.mjs';
import { projectRoot } from '../../src/lib/paths.js';
import { number, table, verdict } from '../report.js';
import { usageOf } from '../usage.js';
import { drawShot } from './draw.js';
import { quantile } from './measure.js';
import { shotOf } from './shot.js';

const MINUTE = 60_000;

/** Commands with typed numbers, with no picture about and beside some. */
const TYPED = 60;

/** Pictures that are read at once beside them. */
const AT_ONCE = 3;

/** How a picture looks to who sends it, and what it costs the bot; milliseconds and MiB. */
export interface PicturesInBot {
  readonly pictures: number;
  /** From the command to the first thing that is seen, and to what was read: within which 95 % are. */
  readonly firstSign: number;
  readonly check: number;
  /** Medians of commands with typed numbers. */
  readonly scoreAlone: number;
  readonly scoreBeside: number;
  /** Beside a process that only computes, with the reader's priority. */
  readonly scoreBesideOther: number;
  /** By how much the bot itself grew; null where that can't be read. */
  readonly moreMiB: number | null;
  /** What else wanted the cores: the system's mean of the minute before. */
  readonly load: number;
}

/** Sends screenshots to the real bot, one after the other and then three at once. */
export async function measurePicturesInBot(pictures: number): Promise<PicturesInBot> {
  const [load = Number.NaN] = loadavg();
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-pictures-'));
  // As a clone runs it: a release has nothing that reads pictures.
  const clone = await mkdtemp(join(projectRoot, 'dist', 'keepsake-bench-'));
  await bundle(projectRoot, clone);
  prepareStarts(join(clone, 'dist'));
  const program = join(clone, 'dist', 'src', 'main.js');
  const discord = await startLocalDiscord();
  let bot: KeepsakeProcess | undefined;
  try {
    const guild = discord.addGuild({ name: 'Bench' });
    const channel = guild.addChannel('bench');
    let members = 0;
    const somebody = () => {
      members += 1;
      return discord.person(guild.addMember({ name: `member${members}` }), channel);
    };
    const url = `file:${join(folder, 'keepsake.db')}`;
    bot = new KeepsakeProcess({ cwd: folder, env: environmentFor(discord, url), program });
    await bot.ready();
    const { pid } = bot.child;
    const typed = async () => {
      const who = somebody();
      const began = performance.now();
      const shown = await who.command(`/score views:48,120 likes:3,120 comments:41 shares:203`);
      await shown.settled(MINUTE);
      return performance.now() - began;
    };
    const send = async (seed: number) => {
      const who = somebody();
      const screenshot = upload(seed);
      const began = performance.now();
      const shown = await who.command('/score', { screenshot });
      const firstSign = performance.now() - began;
      await whatWasRead(shown);
      return { firstSign, check: performance.now() - began };
    };
    const manyTyped = async () => {
      const times: number[] = [];
      while (times.length < TYPED) times.push(await typed());
      return times;
    };
    // The engine compiles while the first ones run.
    await manyTyped();
    const alone = await manyTyped();
    const besideOther = await besideComputing(manyTyped);
    const before = usageOf(pid);
    let most = before?.memoryMiB ?? 0;
    const times: Awaited<ReturnType<typeof send>>[] = [];
    for (let seed = 1; seed <= pictures; seed += 1) {
      times.push(await send(seed));
      most = Math.max(most, usageOf(pid)?.memoryMiB ?? 0);
    }
    const beside: number[] = [];
    while (beside.length < TYPED) {
      let underWay = AT_ONCE;
      const sent = Array.from({ length: AT_ONCE }, async (_, n) => {
        await send(n + 1);
        underWay -= 1;
      });
      while (underWay === AT_ONCE) beside.push(await typed());
      await Promise.all(sent);
      most = Math.max(most, usageOf(pid)?.memoryMiB ?? 0);
    }
    return {
      pictures,
      firstSign: quantile(
        times.map((time) => time.firstSign),
        0.95,
      ),
      check: quantile(
        times.map((time) => time.check),
        0.95,
      ),
      scoreAlone: quantile(alone, 0.5),
      scoreBeside: quantile(beside, 0.5),
      scoreBesideOther: quantile(besideOther, 0.5),
      moreMiB: before === null ? null : most - before.memoryMiB,
      load,
    };
  } finally {
    await bot?.stop();
    await discord.close();
    for (const one of [folder, clone]) await rm(one, { recursive: true, force: true });
  }
}

/** What each may be. */
const AIMS = { firstSign: 1_000, check: 6_000, times: 1.1, more: 10 };

/** Does something beside a process that keeps a core busy. */
async function besideComputing<T>(work: () => Promise<T>): Promise<T> {
  const other = fork(new URL('./computing.js', import.meta.url));
  try {
    return await work();
  } finally {
    other.kill('SIGKILL');
  }
}

/** The same as Markdown, with what was aimed at. */
export function picturesInBotReport(machine: string, figures: PicturesInBot): string {
  const { pictures, firstSign, check, scoreAlone, moreMiB, load } = figures;
  const times = figures.scoreBeside / Math.max(1, scoreAlone);
  const timesOther = figures.scoreBesideOther / Math.max(1, scoreAlone);
  const row = (what: string, value: number, aim: number) => [
    ...[what, number(value), `≤ ${aim}`, verdict(value <= aim)],
  ];
  const rows = [
    row('95 % of pictures: the first sign (ms)', firstSign, AIMS.firstSign),
    row('95 % of pictures: what was read (ms)', check, AIMS.check),
    row('`/score` with typed numbers while three are read, times alone', times, AIMS.times),
    ['the same beside a process that only computes', number(timesOther), '', ''],
    row('the bot grew by (MiB)', moreMiB ?? Number.NaN, AIMS.more),
    ['load before', number(load), '', ''],
  ];
  const shown = table([`${pictures} pictures`, 'measured', 'aim', ''], rows);
  return `Measured on ${machine}, the local Discord on the same cores.\n\n${shown}\n`;
}

function upload(seed: number): Upload {
  const shot = shotOf(seed, ['own video', 'another’s video']);
  const bytes = Buffer.from(drawShot({ ...shot, format: 'jpeg' }));
  return { name: `${seed}.jpg`, contentType: 'image/jpeg', bytes };
}

async function whatWasRead(shown: Shown): Promise<Message> {
  const { message } = shown;
  if (message === undefined) throw new Error(`There was no message: ${shown.text()}`);
  const isDone = await message.until(
    () => !message.content.includes('reading your picture'),
    MINUTE,
  );
  if (!isDone) throw new Error('The picture was read for ever.');
  return message;
}
