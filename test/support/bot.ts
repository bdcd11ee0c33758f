import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { BotOptions, LogLine } from 'local-discord';
import {
  type Channel,
  type Guild,
  type LocalDiscord,
  type LocalDiscordOptions,
  letTimePass,
  type Message,
  type Person,
  Shown,
  startLocalDiscord,
} from 'local-discord';
import { afterAll } from 'vitest';
import { environmentFor, KeepsakeProcess } from '../../playground/keepsake-process.js';
import { copyMigrated } from './databases.js';
import { atDesk } from './desk.js';

/** The real bot in a process of its own. */
export interface Bot {
  /** Its log so far, each line read as JSON. */
  readonly log: readonly LogLine[];
  /** What it wrote to standard error so far. */
  readonly stderr: string;
  readonly pid: number;
  /** Resolves with the exit code; null if a signal ended it. */
  readonly exited: Promise<number | null>;
  /**
   * The first line with this message at or after a place in the log; fails after so many
   * milliseconds, 40 seconds by default: a slow machine is no fault of the bot's.
   */
  waitForLog(msg: string, from?: number, patienceMs?: number): Promise<LogLine>;
  /** Moves its clock, if it was started with one that moves. */
  passTime(ms: number): Promise<void>;
  /** Puts such a clock back, while Discord's goes on. */
  putClockBack(ms: number): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
}

/** The bot in one file, as it is in a release: what most tests wait for is its start. */
const program = join(await atDesk('programs'), 'src', 'main.js');

const running = new Set<KeepsakeProcess>();

// Whatever becomes of a test, no bot outlives its file.
afterAll(async () => {
  await Promise.all([...running].map((one) => one.kill()));
});

/**
 * Starts the compiled bot against a local Discord and doesn't wait for it. Its environment is
 * exactly what is given here.
 */
export function launchBot(
  env: Readonly<Record<string, string>>,
  cwd: string,
  {
    clockShift,
    within = [],
    inOneFile = true,
  }: Pick<BotOptions, 'clockShift' | 'within'> & { inOneFile?: boolean } = {},
): Bot {
  const started = new KeepsakeProcess({
    cwd,
    ...(inOneFile && { program }),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    within,
    ...(clockShift !== undefined && { clockShift }),
  });
  running.add(started);
  // Only when its output is closed, too, has everything it wrote arrived.
  const exited = new Promise<number | null>((resolve) => {
    started.child.once('close', (code) => resolve(code));
  });
  void exited.then(() => running.delete(started));
  return {
    log: started.log,
    get stderr() {
      return started.errors;
    },
    pid: started.child.pid ?? 0,
    exited,
    async waitForLog(msg, from = 0, patienceMs = 40_000) {
      let ended = false;
      void exited.then(() => {
        ended = true;
      });
      const until = performance.now() + patienceMs;
      for (;;) {
        const line = started.log.slice(from).find((one) => one.msg === msg);
        if (line !== undefined) return line;
        if (ended || performance.now() > until) {
          const last = started.log.slice(-5).map((one) => JSON.stringify(one));
          throw new Error(`No "${msg}" in the log:\n${last.join('\n')}\n${started.errors}`);
        }
        await sleep(5);
      }
    },
    passTime: (ms) => started.passTime(ms),
    putClockBack: (ms) => started.putClockBack(ms),
    stop() {
      started.child.kill('SIGTERM');
      return exited;
    },
    async kill() {
      started.child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Starts the bot and resolves when its commands are registered and it has looked for digests. */
export async function startBot(o: {
  discord: Pick<LocalDiscord, 'apiUrl' | 'token'>;
  databaseUrl: string;
  cwd: string;
  env?: Readonly<Record<string, string>>;
  clockShift?: number;
  within?: readonly string[];
  /** Whether it is started from one file; from many, what is loaded before it can change a part of it. */
  inOneFile?: boolean;
  /** Milliseconds until it has to be there, 40 seconds by default. */
  patienceMs?: number;
}): Promise<Bot> {
  const env = { ...environmentFor(o.discord, o.databaseUrl), ...o.env };
  const { clockShift, within = [], inOneFile = true } = o;
  const shifted = clockShift !== undefined && { clockShift };
  const bot = launchBot(env, o.cwd, { within, inOneFile, ...shifted });
  await bot.waitForLog('commands registered', 0, o.patienceMs);
  await bot.waitForLog('digests are looked for');
  return bot;
}

/** A folder that is removed when `close` of its stage is called, or by the system. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'keepsake-bot-'));
}

/** How many rows of each kind a member has. */
export interface Stored {
  readonly creators: number;
  readonly videos: number;
  readonly readings: number;
  readonly estimates: number;
  readonly truths: number;
  readonly drafts: number;
}

/** What `Stage.stored` says of somebody of whom nothing is kept. */
export const NOTHING: Stored = {
  creators: 0,
  videos: 0,
  readings: 0,
  estimates: 0,
  truths: 0,
  drafts: 0,
};

/** Milliseconds after which the bot looks for what is due once more. */
const BETWEEN_LOOKS = 1_000;

/** A server with one channel at a local Discord, the bot in it, and its database file. */
export class Stage {
  readonly discord: LocalDiscord;
  readonly folder: string;
  readonly databaseFile: string;
  readonly guild: Guild;
  readonly general: Channel;
  bot: Bot;
  readonly #timeMoves: boolean;

  private constructor(
    discord: LocalDiscord,
    folder: string,
    guild: Guild,
    general: Channel,
    timeMoves: boolean,
  ) {
    this.#timeMoves = timeMoves;
    this.discord = discord;
    this.folder = folder;
    this.databaseFile = join(folder, 'keepsake.db');
    this.guild = guild;
    this.general = general;
    this.bot = noBot;
  }

  /** Opens everything and starts the bot, unless it is told to leave that to the test. */
  static async open(
    o: {
      discord?: LocalDiscordOptions;
      env?: Readonly<Record<string, string>>;
      locale?: string;
      withBot?: boolean;
      /** Leaves it to the first start to make the database, as at an operator's. */
      isNew?: boolean;
      /** Starts the bot so that `letTimePass` works. */
      timeMoves?: boolean;
    } = {},
  ): Promise<Stage> {
    const discord = await startLocalDiscord(o.discord);
    // A bot that is started again at once would otherwise have to wait for its next IDENTIFY.
    discord.gateway.identifyIntervalMs = 0;
    const guild = discord.addGuild({ name: 'Creators', locale: o.locale ?? 'en-US' });
    const general = guild.addChannel('general');
    const stage = new Stage(discord, temporaryFolder(), guild, general, o.timeMoves ?? false);
    if (o.isNew !== true) await copyMigrated(stage.databaseFile);
    if (o.withBot !== false) await stage.start(o.env);
    return stage;
  }

  get databaseUrl(): string {
    return `file:${this.databaseFile}`;
  }

  /** Starts the bot (again). */
  async start(env?: Readonly<Record<string, string>>): Promise<Bot> {
    const { discord, databaseUrl, folder } = this;
    this.bot = await startBot({
      discord,
      databaseUrl,
      cwd: folder,
      // Whether it has looked for what is due is told by the finest lines of its log.
      env: { ...(this.#timeMoves && { LOG_LEVEL: 'trace' }), ...env },
      ...(this.#timeMoves && { clockShift: discord.clockShift }),
    });
    return this.bot;
  }

  /** Lets time pass for Discord and the bot, in milliseconds; needs `timeMoves`. */
  letTimePass(ms: number): Promise<void> {
    return letTimePass(this.discord, this.bot, ms);
  }

  /**
   * Resolves once the bot has looked twice in a row for what is due without anything to do: whatever
   * it was to do by now is done. Needs `timeMoves`.
   */
  async looked(what: 'digests' | 'letters' = 'digests'): Promise<void> {
    let isBusy = false;
    for (let quiet = 0; quiet < 2; ) {
      const from = this.bot.log.length;
      // What is under work takes the time it takes: the clock must not run away from it.
      await this.letTimePass(isBusy ? 1 : BETWEEN_LOOKS);
      const line = await this.bot.waitForLog(`${what} looked for once more`, from);
      isBusy = line['underWork'] !== 0;
      quiet = isBusy ? 0 : quiet + 1;
    }
  }

  /**
   * Somebody new in the channel, or in another server of theirs, who waits where the bot is
   * "thinking", however busy the machine is; unless the test is about just that.
   */
  person(
    name: string,
    o: { locale?: string; in?: Channel; userId?: string; waits?: boolean } = {},
  ): Person {
    const channel = o.in ?? this.general;
    const { locale, userId } = o;
    const member = channel.guild.addMember({
      name,
      ...(locale !== undefined && { locale }),
      ...(userId !== undefined && { userId }),
    });
    const person = this.discord.person(member, channel);
    return o.waits === false ? person : patient(person);
  }

  /** Rows of the database file. Integers come as bigint, since ids need 64 bits. */
  rows<T>(sql: string, ...values: unknown[]): T[] {
    const db = new BetterSqlite3(this.databaseFile, { readonly: true, fileMustExist: true });
    try {
      return db
        .defaultSafeIntegers()
        .prepare<unknown[], T>(sql)
        .all(...values);
    } finally {
      db.close();
    }
  }

  /** Changes rows behind the bot's back. */
  change(sql: string, ...values: unknown[]): void {
    const db = new BetterSqlite3(this.databaseFile, { fileMustExist: true, timeout: 5000 });
    try {
      db.prepare(sql).run(...values);
    } finally {
      db.close();
    }
  }

  /** How much is stored of a member. */
  stored({ member }: Person): Stored {
    const count = (table: string, column = 'creatorId') =>
      Number(
        this.rows<{ n: bigint }>(
          `SELECT COUNT(*) AS n FROM "${table}" WHERE "${column}" = ?`,
          BigInt(member.id),
        )[0]?.n,
      );
    const [estimates] = this.rows<{ n: bigint }>(
      'SELECT COUNT(*) AS n FROM "Estimate" e JOIN "Reading" r ON r."id" = e."readingId" WHERE r."creatorId" = ?',
      BigInt(member.id),
    );
    return {
      creators: count('Creator', 'id'),
      videos: count('Video'),
      readings: count('Reading'),
      estimates: Number(estimates?.n),
      truths: count('TrueSave'),
      drafts: count('Draft'),
    };
  }

  /** Ends the bot and everything else. */
  async close(): Promise<void> {
    const { bot } = this;
    if (bot !== noBot) {
      const impatience = setTimeout(() => void bot.kill(), 5_000);
      await bot.stop();
      clearTimeout(impatience);
    }
    await this.discord.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const noBot: Bot = {
  log: [],
  stderr: '',
  pid: 0,
  exited: Promise.resolve(null),
  waitForLog: () => Promise.reject(new Error('The bot was not started.')),
  passTime: () => Promise.reject(new Error('The bot was not started.')),
  putClockBack: () => Promise.reject(new Error('The bot was not started.')),
  stop: () => Promise.resolve(null),
  kill: () => Promise.resolve(),
};

/** What is on the screen as one line of words, however it was wrapped. */
export function words(shown: Shown | Message): string {
  return shown.text().replace(/^│ ?/gm, '').replace(/\s+/g, ' ');
}

/** The same person, whose acts resolve once nothing is "thinking" any more, or stays so for good. */
function patient(person: Person): Person {
  return new Proxy(person, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof found !== 'function') return found;
      return (...told: unknown[]) => {
        const given: unknown = Reflect.apply(found, target, told);
        if (!(given instanceof Promise)) return given;
        return given.then(async (shown: unknown) => {
          if (shown instanceof Shown) await finished(shown);
          return shown;
        });
      };
    },
  });
}

/**
 * What a person reads in the end, once nothing is "thinking" any more: the answer, or the message
 * that came in its place.
 */
export async function ending(shown: Shown): Promise<Message> {
  const { message, followUps, interaction } = shown;
  const last = (await finished(shown)) ? (followUps[0] ?? message) : undefined;
  if (last === undefined) throw new Error(`${interaction.name} came to no end: ${shown.text()}`);
  return last;
}

/** Whether something took the place of "thinking" within fifteen seconds. */
async function finished({ interaction }: Shown): Promise<boolean> {
  const until = performance.now() + 15_000;
  while (!interaction.finished && performance.now() < until) await sleep(5);
  return interaction.finished;
}

/** The corrected command a refusal offers to copy. */
export function offeredCommand(shown: Shown): string {
  return /```\n([\s\S]*?)\n```/.exec(shown.field('To send again') ?? '')?.[1] ?? '';
}

/** The custom id behind a button's words. */
export function customIdOf(shown: Shown | Message, label: string): string {
  const { components } = 'message' in shown ? (shown.message ?? { components: [] }) : shown;
  const found = /"custom_id":"([^"]+)"/.exec(
    JSON.stringify(components)
      .split('{')
      .find((part) => part.includes(`"label":"${label}"`)) ?? '',
  )?.[1];
  if (found === undefined) throw new Error(`There is no button "${label}".`);
  return found;
}

/** The numbers of an `Estimated saves` field: the estimate and its 80 % range. */
export function estimateIn(field: string | undefined): {
  saves: number;
  low: number;
  high: number;
} {
  const numbers = (field ?? '').replace('80 %', '').match(/\d[\d,]*/g) ?? [];
  const [saves = Number.NaN, low = Number.NaN, high = Number.NaN] = numbers.map((text) =>
    Number(text.replaceAll(',', '')),
  );
  return { saves, low, high };
}

/** A TikTok video id that says when it was uploaded: its upper 32 bits are Unix seconds. */
export function videoIdOf(posted: Date, low = 7): bigint {
  return (BigInt(Math.floor(posted.getTime() / 1000)) << 32n) + BigInt(low);
}
