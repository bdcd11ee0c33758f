import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchWithin } from '../../src/lib/fetch-within.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(listener: RequestListener): Promise<string> {
  const host = createServer(listener);
  server = host;
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${port}/`;
}

/** The garbage collector of this process, to be called. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void; // what the flag makes
}

const read = (address: string, ms: number) =>
  fetchWithin(ms, address, {}, async ({ status, bytes }) => {
    return { status, text: String(await bytes(1_000)) };
  });

const answers: readonly (readonly [string, RequestListener])[] = [
  ['never comes', () => undefined],
  ['stops half-way', (_, response) => void response.write('half')],
];

describe('what is fetched within a time', () => {
  test('is there as it is', async () => {
    const address = await serving((_, response) => {
      response.writeHead(201).write('one ');
      setTimeout(() => response.end('two'), 20);
    });
    expect(await read(address, 60_000)).toEqual({ status: 201, text: 'one two' });
  });

  test.each(answers)('is waited for no longer where it %s', async (_, listener) => {
    await expect(read(await serving(listener), 100)).rejects.toThrow('within 100 ms');
  });

  test.each(answers)(
    '%s: no longer either when garbage is collected meanwhile',
    async (_, listener) => {
      const collect = collector();
      const collecting = setInterval(collect, 10);
      try {
        await expect(read(await serving(listener), 200)).rejects.toThrow('within 200 ms');
      } finally {
        clearInterval(collecting);
      }
    },
  );

  test('is read up to a size, and no further', async () => {
    const address = await serving((_, response) => response.end('12345'));
    const upTo = (most: number) => fetchWithin(60_000, address, {}, ({ bytes }) => bytes(most));
    expect(String(await upTo(5))).toBe('12345');
    expect(await upTo(4)).toBeNull();
  });

  test('closes the connection of what isn’t read', async () => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const address = await serving((request, response) => {
      request.socket.once('close', closed);
      response.write('half');
    });
    expect(await fetchWithin(60_000, address, {}, async ({ status }) => status)).toBe(200);
    await isClosed;
  });

  test('fails as its reading fails', async () => {
    const address = await serving((_, response) => response.end('x'));
    const use = () => Promise.reject(new Error('Not wanted.'));
    await expect(fetchWithin(60_000, address, {}, use)).rejects.toThrow('Not wanted.');
  });
});
