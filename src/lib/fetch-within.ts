import { within } from './within.js';

/** What came: its head, and its body in parts as they come. */
export interface Fetched {
  readonly response: Response;
  readonly parts: AsyncIterable<Uint8Array>;
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
    return use({ response, parts: partsOf(reader) });
  };
  try {
    return await within(ms, work());
  } finally {
    over.abort();
  }
}

async function* partsOf(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) return;
    yield next.value;
  }
}
