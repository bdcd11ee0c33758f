import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, request } from 'undici';
import { within } from './within.js';

/** What came: its head, and its body to be read. */
export interface Fetched {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** All of the body; null where it has more bytes than `most`, whatever its head says of its size. */
  readonly bytes: (most: number) => Promise<Buffer | null>;
}

/**
 * Fetches something and does with it what is to be done, all within a time. It goes where the address
 * says, and nowhere else. What isn't read is let go of.
 *
 * Not Node's own `fetch`: that lets go of its signal when the garbage collector has run, and then waits for
 * a body that stops half-way for minutes (https://github.com/nodejs/undici/issues/4068); and with the first
 * call it loads another copy of what holds the connections to Discord, some six megabytes.
 *
 * @param ms milliseconds from the asking to the end of the reading.
 * @throws if it doesn't come, or not in time.
 */
export async function fetchWithin<T>(
  ms: number,
  address: string,
  headers: Readonly<Record<string, string>>,
  use: (fetched: Fetched) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const work = async () => {
    const came = await request(address, {
      // Nothing here unpacks.
      headers: { 'user-agent': 'Keepsake', 'accept-encoding': 'identity', ...headers },
      signal: over.signal,
    });
    // Nobody else hears of a body that is let go of.
    came.body.on('error', () => undefined);
    return use({
      status: came.statusCode,
      headers: came.headers,
      bytes: (most) => bytesOf(came.body, most),
    });
  };
  try {
    return await within(ms, work());
  } finally {
    over.abort();
  }
}

/** Whether a status says that what was asked for is there. */
export function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

async function bytesOf(
  body: Dispatcher.ResponseData['body'],
  most: number,
): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
