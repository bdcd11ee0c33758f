import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { LockedOut } from '../lib/locked-out.js';
import { POSTING_TIMING } from '../services/posting/timing.js';
import { HeldUp } from './held-up.js';

/** What became of a request that failed. */
export type Failure =
  /** Discord may have done it. */
  | { readonly kind: 'unclear' }
  /** Not done: Discord couldn't be reached. */
  | { readonly kind: 'not reached' }
  /** Held up until somebody else may have done it; nothing, or a part that is nothing by itself, was sent. */
  | { readonly kind: 'held up' }
  /** Not done: Discord wants to be left alone for so many milliseconds. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Not done: there is no such channel. */
  | { readonly kind: 'gone' }
  /** Not done: the channel or what the bot may do there isn't as it was. */
  | { readonly kind: 'barred'; readonly code: number }
  /** Not done: Discord doesn't take it as it is. */
  | { readonly kind: 'refused'; readonly code: number };

/**
 * A request that got no answer of Discord's: the connection failed, time ran out, or what came back
 * is nothing that Discord would say.
 */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';

  constructor(cause: unknown) {
    super(`no answer of Discord’s: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/**
 * Sends a request, so that whatever it fails with is known as a failure of the request, whoever
 * else fails beside it.
 *
 * @throws what `failureOf` understands, and nothing else.
 */
export async function answered<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw isKnown(error) ? error : new Unanswered(error);
  }
}

/** What an error of a request to Discord means; null for one that doesn't come from there. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof HeldUp) return { kind: 'held up' };
  if (error instanceof LockedOut) return { kind: 'not reached' };
  if (error instanceof RateLimitError) return { kind: 'wait', ms: waitOf(error) };
  if (error instanceof DiscordAPIError) {
    const code = codeOf(error);
    // A page of a proxy, by which nobody knows what became of the request behind it.
    if (code === null) return { kind: 'unclear' };
    if (code === RESTJSONErrorCodes.UnknownChannel) return { kind: 'gone' };
    if (error.status === 403 || error.status === 404) return { kind: 'barred', code };
    return error.status === 401 ? { kind: 'not reached' } : { kind: 'refused', code };
  }
  if (error instanceof HTTPError) return { kind: 'unclear' };
  if (!(error instanceof Unanswered)) return null;
  return isNeverConnected(error.cause) ? { kind: 'not reached' } : { kind: 'unclear' };
}

/**
 * Milliseconds that Discord wants to be left alone: an hour at most, whatever it says, and none
 * where it says nothing that is a time.
 */
export function waitOf({ retryAfter, timeToReset }: RateLimitError): number {
  const ms = Math.max(...[retryAfter, timeToReset, 0].filter((one) => !Number.isNaN(one)));
  return Math.min(ms, POSTING_TIMING.parkedPause);
}

/**
 * The code by which Discord names what is wrong; null where the answer isn't Discord's: the
 * transport gives 0 to whatever comes without one.
 */
function codeOf({ code }: DiscordAPIError): number | null {
  return Number.isSafeInteger(code) && code !== 0 ? Number(code) : null;
}

/** Whether it says by itself where it comes from. */
function isKnown(error: unknown): boolean {
  return (
    error instanceof HeldUp ||
    error instanceof LockedOut ||
    error instanceof RateLimitError ||
    error instanceof DiscordAPIError ||
    error instanceof HTTPError ||
    error instanceof Unanswered
  );
}

/** The socket's words for a connection that never came about. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function isNeverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && NEVER_CONNECTED.has(String(error.code))) return true;
  // Node tries several addresses of a name, and gathers what each failed with.
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every(isNeverConnected);
  }
  return isNeverConnected(error.cause);
}
