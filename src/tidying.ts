import type { Logger } from 'pino';
import type { Services } from './services/services.js';

/** What tidying up needs. */
export interface TidyingContext {
  readonly log: Logger;
  /** Whether the bot is about to end: then nothing new is begun. */
  readonly isStopping: () => boolean;
  /** Whether the bot is in a server; undefined where another process knows that. */
  readonly isIn: (guildId: bigint) => boolean | undefined;
}

/**
 * Makes the work that is due in rows: forgetting servers that removed the bot, and closing the boards of
 * weeks that are over. However often it is asked for, it is done once at a time.
 */
export function createTidying({ log, isStopping, isIn }: TidyingContext) {
  let last: Promise<void> = Promise.resolve();

  async function tidyOnce({ forgetting, boards }: Services): Promise<void> {
    if (isStopping()) return;
    try {
      const forgotten = await forgetting.tidy(
        failedFor('could not forget a server'),
        (guildId) => isIn(guildId) === false,
      );
      if (forgotten > 0) log.info({ servers: forgotten }, 'forgot servers that removed the bot');
    } finally {
      // Whatever became of the first half.
      const closed = await boards.closeWeeks(failedFor('could not close a server’s boards'));
      if (closed > 0) log.info({ servers: closed }, 'closed the boards of a week');
    }
  }

  /** Tells of a server for which something failed, and that is tried again. */
  function failedFor(what: string) {
    return (guildId: bigint, err: unknown) => log.warn({ err, guild: String(guildId) }, what);
  }

  return async (services: Services): Promise<void> => {
    const done = last.then(() => tidyOnce(services));
    last = done.catch(() => undefined);
    await done;
  };
}
