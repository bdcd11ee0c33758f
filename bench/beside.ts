import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandData, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { makeRelease } from '../scripts/release-folder.js';
import { projectRoot } from '../src/lib/paths.js';
import { type Beside, type BotFigures, middle, middleOf, type StartFigures } from './figures.js';
import { faqCommand, type Load, type LoadResult, run, type Sender, scoreCommand } from './load.js';
import { usageOf } from './usage.js';

const RATES = [50, 200];
const MEMBERS = 200;

/** Starts of each bot that a figure is the middle one of, after the first ever. */
const STARTS = 5;

/** How often each load is measured, the two bots in turns. */
const ROUNDS = 3;

/**
 * Answers before anything is measured, at a rate, and in how many parts their own cost is told: the
 * engine compiles what is used often, and goes on doing so far beyond the first hundred.
 */
const WARM_UP = { answers: 2_000, perSecond: 200, parts: 4 };

/**
 * Measures Keepsake, as a release, beside the bare bot, in turns, so that whatever else the machine does
 * meets both. What only Keepsake is asked for is measured by `alone`, on the bot that is warm by then.
 */
export async function measureBeside<T>(
  seconds: number,
  tell: (progress: string) => void,
  alone: (load: Load) => Promise<T>,
): Promise<Beside & { readonly alone: T }> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-bench-'));
  const release = join(folder, 'release');
  tell('making a release …');
  await makeRelease(release);
  const sides = [
    await Side.open(folder, 'bare', join(projectRoot, 'dist', 'bench', 'bare-bot.js')),
    await Side.open(folder, 'keepsake', join(release, 'dist', 'src', 'main.js')),
  ] as const;
  try {
    for (let start = 0; start <= STARTS; start += 1) {
      tell(`start ${start + 1} of ${STARTS + 1} …`);
      for (const side of sides) await side.startAndStop();
    }
    for (const side of sides) {
      tell('warming up …');
      await side.start();
      await side.warmUp();
    }
    for (let round = 1; round <= ROUNDS; round += 1) {
      tell(`round ${round} of ${ROUNDS} …`);
      for (const rate of RATES) {
        for (const side of sides) await side.measure('score', scoreCommand, rate, seconds);
        for (const side of sides) {
          // The bare bot knows one command, whose answer is a constant.
          const command = side.name === 'bare' ? scoreCommand : faqCommand;
          await side.measure('faq', command, rate, seconds);
        }
      }
    }
    const [bare, keepsake] = sides;
    const more = await alone(keepsake.load(scoreCommand));
    return { bare: bare.figures(), keepsake: keepsake.figures(), alone: more };
  } finally {
    for (const side of sides) await side.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One of the two bots, with a Discord of its own. */
class Side {
  readonly name: string;
  readonly #program: string;
  readonly #folder: string;
  readonly #discord: LocalDiscord;
  readonly #senders: readonly Sender[];
  readonly #starts: StartFigures[] = [];
  readonly #loads: Record<string, LoadResult[]> = {};
  #warming: (number | null)[] = [];
  #bot: KeepsakeProcess | undefined;
  /** With what, where nobody asked it to. */
  #hasEnded: string | undefined;

  private constructor(name: string, program: string, folder: string, discord: LocalDiscord) {
    this.name = name;
    this.#program = program;
    this.#folder = folder;
    this.#discord = discord;
    const guild = discord.addGuild({ name: 'Bench' });
    const channel = guild.addChannel('bench');
    this.#senders = Array.from({ length: MEMBERS }, (_, n) => ({
      channel,
      member: guild.addMember({ name: `member${n}` }),
    }));
  }

  static async open(folder: string, name: string, program: string): Promise<Side> {
    const discord = await startLocalDiscord();
    // A bot that starts again at once would otherwise have to wait for its next IDENTIFY.
    discord.gateway.identifyIntervalMs = 0;
    return new Side(name, program, folder, discord);
  }

  load(command: (n: number) => CommandData): Load {
    const pids = [this.#bot?.child.pid];
    return { discord: this.#discord, senders: this.#senders, pids, command };
  }

  async start(): Promise<void> {
    this.#bot = new KeepsakeProcess({
      cwd: this.#folder,
      env: environmentFor(this.#discord, `file:${join(this.#folder, `${this.name}.db`)}`),
      program: this.#program,
    });
    await this.#bot.ready();
    this.#hasEnded = undefined;
    const bot = this.#bot;
    void bot.exited.then((code) => {
      this.#hasEnded = `The ${this.name} bot ended (${code}):\n${bot.errors}`;
    });
  }

  async startAndStop(): Promise<void> {
    const began = performance.now();
    await this.start();
    await run(this.load(scoreCommand), 1, 1);
    const ms = performance.now() - began;
    const usage = usageOf(this.#bot?.child.pid);
    this.#starts.push({
      ms,
      processorMs: usage?.processorMs ?? null,
      memoryMiB: usage?.memoryMiB ?? null,
    });
    await this.#bot?.stop();
  }

  async warmUp(): Promise<void> {
    const { answers, perSecond, parts } = WARM_UP;
    for (let part = 0; part < parts; part += 1) {
      const result = await this.#run(scoreCommand, perSecond, answers / parts / perSecond);
      this.#warming = [...this.#warming, result.processorMs];
    }
  }

  async measure(
    name: string,
    command: (n: number) => CommandData,
    rate: number,
    seconds: number,
  ): Promise<void> {
    const result = await this.#run(command, rate, seconds);
    this.#loads[name] = [...(this.#loads[name] ?? []), result];
  }

  async #run(command: (n: number) => CommandData, rate: number, seconds: number) {
    if (this.#hasEnded !== undefined) throw new Error(this.#hasEnded);
    return run(this.load(command), rate, seconds);
  }

  figures(): BotFigures {
    const [firstEver, ...later] = this.#starts;
    if (firstEver === undefined) throw new Error('Nothing was started.');
    return {
      firstEver,
      start: {
        ms: middle(later.map(({ ms }) => ms)),
        processorMs: middleOf(later.map(({ processorMs }) => processorMs)),
        memoryMiB: middleOf(later.map(({ memoryMiB }) => memoryMiB)),
      },
      warming: this.#warming,
      loads: this.#loads,
    };
  }

  async close(): Promise<void> {
    await this.#bot?.stop();
    await this.#discord.close();
  }
}
