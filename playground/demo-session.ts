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
import { environmentFor, KeepsakeProcess } from './keepsake-process.js';
import { bringSampleCommunity } from './sample-community.js';
import { sampleWeeks } from './sample-plan.js';
import { sampleScreenshots } from './sample-screenshots.js';
import { tour } from './tour.js';

/** A demo that runs: a Discord with two servers, people in them, and the real bot. */
export interface DemoSession extends PageSession {
  /** Ends the bot and the local Discord and removes what they stored. */
  close(): Promise<void>;
}

/** What a demo may be told. */
export interface DemoOptions {
  /** Called when the bot's process has ended by itself, with its exit code and last words. */
  readonly onBotEnded?: (code: number | null, errors: string) => void;
}

/** Starts a Discord with two servers, the real bot in both, and waits until it is ready. */
export async function openDemo(options: DemoOptions = {}): Promise<DemoSession> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-demo-'));
  const discord = await startLocalDiscord({ clockShift: 0 });
  const { guilds, standings } = twoServers(discord);
  const bot = new KeepsakeProcess({
    cwd: folder,
    env: environmentFor(discord, `file:${join(folder, 'keepsake.db')}`),
    clockShift: 0,
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
  const fill = sampleFiller(parts, bot);
  return {
    ...parts,
    get botEnded() {
      return botEnded;
    },
    passTime: (ms) => alone(() => letTimePass(discord, bot, ms)),
    fillSample: (report) => alone(() => fill(report)),
    samples: sampleScreenshots,
    close,
  };
}

/** Brings the sample community into the first server, once. */
function sampleFiller(
  { discord, guilds, faults }: Pick<DemoSession, 'discord' | 'guilds' | 'faults'>,
  bot: KeepsakeProcess,
): (report: (text: string) => void) => Promise<void> {
  let begun = false;
  return async (report) => {
    const [channel] = guilds[0]?.channels.values() ?? [];
    if (channel === undefined) throw new CannotSend('There is no channel for a community.');
    if (begun) throw new CannotSend('The sample community is here already.');
    if (Object.values(faults.modes).some((mode) => mode !== 'off')) {
      throw new CannotSend(
        'Switch the troubles off first: the sample community needs its answers.',
      );
    }
    begun = true;
    const { readings } = await bringSampleCommunity({
      discord,
      bot,
      channel,
      onProgress: (done, of) => report(`Sample community: ${done} of ${of} scores typed …`),
    });
    report(
      `The sample community is here: ${readings} invented scores. They came in over ${sampleWeeks} weeks.`,
    );
  };
}
