import type { ServerResponse } from 'node:http';
import type { RestFault } from '../world/faults.js';
import type { RestAnswer } from './route.js';

/** What Discord answers when the mistake is its own. */
export const internalError = { message: '500: Internal Server Error', code: 0 };

/** @param retryAfter in seconds. */
export function limitedBody(retryAfter: number, global: boolean): object {
  return {
    message: 'You are being rate limited.',
    retry_after: Number(retryAfter.toFixed(3)),
    global,
  };
}

/** @param retryAfter in seconds. */
export function limitedHeaders(retryAfter: number, scope: string): Record<string, string> {
  return {
    'Retry-After': String(Math.ceil(retryAfter)),
    'X-RateLimit-Scope': scope,
    ...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
  };
}

/**
 * Sends a refusal for too many requests.
 *
 * @param retryAfter in seconds.
 */
export function sendLimited(
  response: ServerResponse,
  retryAfter: number,
  scope: string,
  headers: Record<string, string>,
): void {
  const all = { ...headers, ...limitedHeaders(retryAfter, scope) };
  for (const [key, value] of Object.entries(all)) response.setHeader(key, value);
  send(response, { status: 429, body: limitedBody(retryAfter, scope === 'global') });
}

/** Sends what isn't Discord's own. */
export function sendOdd(
  response: ServerResponse,
  { status, body, headers = {} }: Extract<RestFault, { kind: 'answer' }>,
): void {
  response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
}

/** Sends an answer as JSON. */
export function send(response: ServerResponse, answer: RestAnswer): void {
  if (answer.body === undefined) {
    response.writeHead(answer.status).end();
    return;
  }
  const json = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, {
    'Content-Type': 'application/json',
    'Content-Length': json.length,
    Via: '1.1 google',
  });
  response.end(json);
}
