import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';

/** The log: JSON lines on standard output. */
export function createLog(level: LogLevel): Logger {
  return pino({
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
  });
}

/** Takes tokens out of a text: of the bot, and of interactions in the addresses of requests. */
function redact(text: string): string {
  return text
    .replace(/[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}/g, '[token]')
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s'"]+/g, '$1[token]');
}
