import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CannotSend,
  letTimePass,
  type PageSession,
  sessionOf,
  startLocalDiscord,
  twoServers,
} from 'local-discord';
import { DueMoments } from './due.js';
import { environmentFor, KeepsakeProcess } from './keepsake-process.js';
import { bringSampleCommunity, type SampleCommunity } from './sample-community.js';
import { writeSampleExport } from './sample-export.js';
import { sampleWeeks } from './sample-plan.js';
import { sampleScreenshots } from './sample-screenshots.js';
import { tour } from './tour.js';

/** A demo that runs: a Discord with two servers, people in them, and the real bot. */
export interface DemoSession extends PageSession {
  /** An export of TikTok Studio, of an invented account: for `/import`. */
  readonly sampleExport: string;
  /** Ends the bot and the local Discord and removes what they stored. */
  close(): Promise<void>;
}

/** What a demo may be told. */
export interface DemoOptions {
  /** When its clock begins, in Unix milliseconds; now where it isn't said. */
  readonly beginsAt?: number;
  /** Called when the bot's process has ended by itself, with its exit code and last words. */
  readonly onBotEnded?: (code: number | null, errors: string) => void;
}

/** Starts a Discord with two servers, the real bot in both, and waits until it is ready. */
export async function openDemo(options: DemoOptions = {}): Promise<DemoSession> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-demo-'));
  const database = join(folder, 'keepsake.db');
  const clockShift = options.beginsAt === undefined ? 0 : options.beginsAt - Date.now();
  const discord = await startLocalDiscord({ clockShift });
  const { guilds, standings } = twoServers(discord);
  const bot = new KeepsakeProcess({
    cwd: folder,
    env: environmentFor(discord, `file:${database}`),
    clockShift,
  });
  let closing = false;
  let botEnded = false;
  void bot.exited.then((code) => {
    botEnded = true;
    if (!closing) options.onBotEnded?.(code, bot.errors);
  });
  const close = async (): Promise<void> => {
    closing = true;
    await bot.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await bot.ready();
  } catch (error) {
    await close();
    throw error;
  }
  const sampleExport = await writeSampleExport(folder, new Date(discord.now()));
  const parts = sessionOf(discord, guilds, standings, tour);
  let turning = false;
  /** Whatever turns the clock goes on alone, and only while there is a bot to take along. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (botEnded) throw new CannotSend('The bot has ended. Start the demo again.');
    if (turning) throw new CannotSend('The clock is being turned already. Try again in a moment.');
    turning = true;
    try {
      await work();
    } finally {
      turning = false;
    }
  };
  const sample = new Sample(parts, bot);
  const due = new DueMoments(database, () => discord.now());
  return {
    ...parts,
    sampleExport,
    get botEnded() {
      return botEnded;
    },
    passTime: (ms) => alone(() => passStepwise(ms, { discord, bot, due, sample })),
    fillSample: (report) => alone(() => sample.fill(report)),
    samples: sampleScreenshots,
    close,
  };
}

/** A little after a moment, so that it is over. */
const JUST_AFTER = 1_000;

/**
 * Lets time pass from one due moment to the next, so that what is due at its hour is done at its
 * hour: digests are posted, and the sample community types.
 */
async function passStepwise(
  ms: number,
  o: {
    readonly discord: DemoSession['discord'];
    readonly bot: KeepsakeProcess;
    readonly due: DueMoments;
    readonly sample: Sample;
  },
): Promise<void> {
  const { discord, bot, due, sample } = o;
  const end = discord.now() + ms;
  const passTo = async (at: number): Promise<void> => {
    await letTimePass(discord, bot, Math.max(0, Math.min(at, end) - discord.now()));
  };
  // What can't be done now, as in a trouble that is switched on, holds nobody up for long.
  let isStuck = !(await due.done());
  for (;;) {
    const next = Math.min(isStuck ? end : (due.next() ?? end), sample.nextAt ?? end);
    if (next >= end) break;
    await passTo(next + JUST_AFTER);
    await sample.goOn();
    if (!isStuck) isStuck = !(await due.done());
  }
  await passTo(end);
}

/** The sample community, which moves into the first server once. */
class Sample {
  /** Undefined until it is there. */
  #community: SampleCommunity | undefined;
  readonly #session: Pick<DemoSession, 'discord' | 'guilds' | 'faults'>;
  readonly #bot: KeepsakeProcess;
  #begun = false;

  constructor(session: Pick<DemoSession, 'discord' | 'guilds' | 'faults'>, bot: KeepsakeProcess) {
    this.#session = session;
    this.#bot = bot;
  }

  /** When somebody types next; undefined where nobody does. */
  get nextAt(): number | undefined {
    return this.#isCalm ? this.#community?.nextAt : undefined;
  }

  /** What is due by now is typed. */
  async goOn(): Promise<void> {
    if (this.#isCalm) await this.#community?.goOn();
  }

  /** Sample creators wait until troubles are over: nobody would see their scores. */
  get #isCalm(): boolean {
    return Object.values(this.#session.faults.modes).every((mode) => mode === 'off');
  }

  async fill(report: (text: string) => void): Promise<void> {
    const { discord, guilds } = this.#session;
    const [channel] = guilds[0]?.channels.values() ?? [];
    if (channel === undefined) throw new CannotSend('There is no channel for a community.');
    if (this.#begun) throw new CannotSend('The sample community is here already.');
    if (!this.#isCalm) {
      throw new CannotSend(
        'Switch the troubles off first: the sample community needs its answers.',
      );
    }
    this.#begun = true;
    const community = await bringSampleCommunity({
      discord,
      bot: this.#bot,
      channel,
      onProgress: (done, of) => report(`Sample community: ${done} of ${of} scores typed …`),
    });
    this.#community = community;
    report(
      `The sample community is here: ${community.readings} invented scores. They came in over ${sampleWeeks} weeks, and more come in as time passes.`,
    );
  }
}
