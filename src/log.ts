import { type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.js';

/** The log, and its end. */
export interface Log {
  readonly log: Logger;
  /** Resolves when the last line has been taken; what is logged from now on is dropped. */
  end(): Promise<void>;
}

/** The log: JSON lines on standard output, written behind the program's back. */
export function createLog(level: LogLevel): Log {
  const output = pino.destination({ dest: 1, sync: false });
  const log = pino(optionsFor(level), output);
  return {
    log,
    end: () =>
      new Promise((resolve) => {
        output.once('close', resolve);
        output.end();
        log.level = 'silent';
      }),
  };
}

function optionsFor(level: LogLevel): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // An error of the REST client carries what was sent: a member's words, a token in the address.
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return { message: String(error) };
        const code = 'code' in error ? error.code : undefined;
        return {
          type: error.name,
          message: redact(error.message),
          code,
          stack: redact(error.stack ?? ''),
        };
      },
    },
  };
}

/** Takes tokens out of a text: of the bot, and of interactions in the addresses of requests. */
function redact(text: string): string {
  return text
    .replace(/[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}/g, '[token]')
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s'"]+/g, '$1[token]');
}
