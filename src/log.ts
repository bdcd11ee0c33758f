import { isatty } from 'node:tty';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.js';
import { logText } from './words/operators/log.js';

/** Bytes that are kept for a log that can't be written for a while; what is more is dropped. */
const KEPT_UNWRITTEN = 1_000_000;

/** The log, and its end. */
export interface Log {
  readonly log: Logger;
  /** Resolves when the last line has been taken; what is logged from now on is dropped. */
  end(): Promise<void>;
}

/**
 * The log: JSON lines on standard output, or lines for people where that is a terminal; written
 * behind the program's back. Where it can't be written (a full disk, a terminal or a reader that is
 * gone), standard error says so once, the program goes on, and so does the log as soon as it can.
 */
export async function createLog(level: LogLevel): Promise<Log> {
  const output = pino.destination({ dest: 1, sync: false, maxLength: KEPT_UNWRITTEN });
  const log = pino(optionsFor(level), isatty(1) ? await readable(output) : output);
  let failed = false;
  output.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (!failed) process.stderr.write(logText.unwritable(code ?? message));
    failed = true;
  });
  output.on('drain', () => {
    failed = false;
  });
  // Whoever is gone from standard output is often gone from here, too.
  process.stderr.on('error', () => undefined);
  // The destination would write what is left at the exit, and try for ever where that fails.
  process.prependListener('exit', () => {
    if (failed) output.destroy();
  });
  return {
    log,
    end: () =>
      new Promise((resolve) => {
        log.level = 'silent';
        if (failed) return resolve();
        output.once('close', resolve);
        output.once('error', () => resolve());
        output.end();
      }),
  };
}

/** The same lines for people, as they are written. */
async function readable(output: DestinationStream): Promise<DestinationStream> {
  const inWords = await linesForPeople();
  return { write: (line) => output.write(inWords(line)) };
}

/**
 * What makes a line for people of one for programs. Only a terminal needs it.
 *
 * @param o.colorize as the terminal takes it, where it is left out.
 */
export async function linesForPeople(
  o: { colorize?: boolean } = {},
): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty');
  return prettyFactory({ ...o, translateTime: 'SYS:HH:MM:ss', singleLine: true });
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
