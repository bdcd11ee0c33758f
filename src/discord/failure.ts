import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { LockedOut } from '../lib/locked-out.js';

/** What became of a request that failed. */
export type Failure =
  /** Discord may have done it. */
  | { readonly kind: 'unclear' }
  /** Not done: Discord couldn't be reached. */
  | { readonly kind: 'not reached' }
  /** Not done: Discord wants to be left alone for so many milliseconds. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Not done: there is no such channel. */
  | { readonly kind: 'gone' }
  /** Not done: the channel or what the bot may do there isn't as it was. */
  | { readonly kind: 'barred' }
  /** Not done: Discord doesn't take it as it is. */
  | { readonly kind: 'refused'; readonly code: number };

/** The socket's words for a connection that never came about. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What an error of a request to Discord means; null for one that doesn't come from Discord. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof LockedOut) return { kind: 'not reached' };
  if (error instanceof RateLimitError) {
    return { kind: 'wait', ms: Math.max(error.retryAfter, error.timeToReset) };
  }
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.UnknownChannel) return { kind: 'gone' };
    if (error.status === 403 || error.status === 404) return { kind: 'barred' };
    return error.status === 401
      ? { kind: 'not reached' }
      : { kind: 'refused', code: Number(error.code) };
  }
  if (error instanceof HTTPError) return { kind: 'unclear' };
  if (!(error instanceof Error)) return null;
  const code = codeOf(error) ?? codeOf(error.cause);
  if (code !== null && NEVER_CONNECTED.has(code)) return { kind: 'not reached' };
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { kind: 'unclear' };
  return code === null ? null : { kind: 'unclear' };
}

/** The code of an error of the socket or of undici. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code)
    ? error.code
    : null;
}
