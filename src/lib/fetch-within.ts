import { within } from './within.js';

/** What came: its head, and its body to be read. */
export interface Fetched {
  readonly response: Response;
  /** All of the body; null where it has more bytes than `most`, whatever its head says of its size. */
  readonly bytes: (most: number) => Promise<Buffer | null>;
}

/**
 * Fetches something and does with it what is to be done, all within a time. `fetch` alone lets go of its
 * signal when the garbage collector has run, and then waits for a body that stops half-way for minutes
 * (https://github.com/nodejs/undici/issues/4068). What isn't read is let go of.
 *
 * @param ms milliseconds from the asking to the end of the reading.
 * @throws if it doesn't come, or not in time.
 */
export async function fetchWithin<T>(
  ms: number,
  address: string,
  init: Omit<RequestInit, 'signal'>,
  use: (fetched: Fetched) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const work = async () => {
    const response = await fetch(address, { ...init, signal: over.signal });
    const reader = response.body?.getReader();
    const letGo = () => void reader?.cancel().catch(() => undefined);
    over.signal.addEventListener('abort', letGo);
    // A head that comes too late has nobody who reads on.
    if (over.signal.aborted) letGo();
    return use({ response, bytes: (most) => bytesOf(reader, most) });
  };
  try {
    return await within(ms, work());
  } finally {
    over.abort();
  }
}

async function bytesOf(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  most: number,
): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) return Buffer.concat(parts);
    size += next.value.length;
    if (size > most) return null;
    parts.push(next.value);
  }
}
