import type { Logger } from 'pino';
import { isStartedByProgram } from './config.js';
import type { Discord } from './discord/client.js';
import type { Dispatcher } from './discord/dispatch.js';
import { isInputHeld, whenOrphaned } from './lib/orphaned.js';
import { exitCodeOf, type Problem, problemList } from './lib/problem.js';
import { within } from './lib/within.js';
import type { Lifecycle } from './lifecycle.js';

/** Milliseconds that a stop waits for digests under work. */
const STOP_PATIENCE = 10_000;

/** Milliseconds that a stop waits for connections to close. */
const CLOSE_PATIENCE = 2_000;

/** Milliseconds that a stop waits for its last log lines to be taken. */
const FLUSH_PATIENCE = 3_000;

/** What has to be ended. */
export interface ShutdownContext {
  readonly life: Lifecycle;
  readonly log: Logger;
  /** Resolves when the log's last line is taken. */
  readonly endLog: () => Promise<void>;
  readonly dispatcher: Pick<Dispatcher, 'stop'>;
  /** What is posted as it becomes due. */
  readonly posting: { stop(): Promise<void> };
  readonly discord: Pick<Discord, 'close' | 'leave'>;
  /** What is closed, in this order, after the connection to Discord; what hasn't opened by then is left. */
  readonly opened: readonly Promise<{ close(): Promise<void> } | undefined>[];
}

/** The two ends that a bot can come to. */
export interface Shutdown {
  /**
   * Ends what is under work, closes what is open and ends the process, once.
   *
   * @param problem why, if nobody asked for it.
   */
  stop(problem?: Problem): Promise<void>;
  /** Says why the bot can't start, and ends the process. */
  failStart(problems: readonly Problem[]): Promise<void>;
}

/** Prepares the end of the bot. */
export function createShutdown(context: ShutdownContext): Shutdown {
  const { life, log, endLog, dispatcher, posting, discord, opened } = context;
  return {
    async stop(problem) {
      // Closing the connection to Discord is itself told as a disconnect.
      if (!life.beginStop()) return;
      if (problem !== undefined) {
        log.fatal(problem.problem);
        process.stderr.write(problemList([problem], 'go on'));
      }
      await endAll();
      log.info('stopped');
      process.exitCode = problem === undefined ? 0 : exitCodeOf([problem]);
      await end();
    },

    async failStart(problems) {
      life.beginStop();
      giveUp(problems);
      await endAll();
      await end();
    },
  };

  /** What is under work, then what is open. */
  async function endAll(): Promise<void> {
    await Promise.all([
      dispatcher.stop(discord.leave),
      within(STOP_PATIENCE, posting.stop()).catch(() => undefined),
    ]);
    await within(CLOSE_PATIENCE, closeInTurn()).catch(() => undefined);
  }

  /** What hasn't opened by now needs no closing, and isn't waited for. */
  async function closeInTurn(): Promise<void> {
    await discord.close();
    for (const one of opened) {
      const now = new Promise<undefined>((resolve) => setImmediate(resolve, undefined));
      const open = await Promise.race([one, now]).catch(() => undefined);
      await open?.close();
    }
  }

  /** An exit while a line is on its way would turn the end of the log around. */
  async function end(): Promise<void> {
    await within(FLUSH_PATIENCE, endLog()).catch(() => undefined);
    process.exit();
  }
}

/** Tells the operator what keeps the bot from starting; the process ends with the code of it. */
export function giveUp(problems: readonly Problem[]): void {
  process.stderr.write(problemList(problems));
  process.exitCode = exitCodeOf(problems);
}

/** Stops the bot when it is told to, and when what started it has ended without it. */
export function stopWhenAsked({ stop }: Shutdown, log: Logger): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void stop();
    });
  }
  // npm hands a signal to its shell, which ends without handing it on; PM2 and panels may crash. A
  // successor would find this one at work.
  if (isStartedByProgram() || isInputHeld() || process.connected) {
    whenOrphaned(() => {
      log.info('stopping, since what started the bot has ended');
      void stop();
    });
  }
}
