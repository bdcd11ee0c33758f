import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFiles, isDiscords } from '../../src/discord/fetch-file.js';
import { createPictures } from '../../src/discord/pictures.js';
import { MOST_BYTES } from '../../src/pictures/limits.js';
import type { PictureTask } from '../../src/pictures/spec.js';
import { wordsOf } from '../../src/words/languages.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What becomes of a file that a host hands over like this, and what of it gets to the reader. */
async function fetching(hands: RequestListener, { size = 1_000, patience = 60_000 } = {}) {
  const host = createServer(hands);
  server = host;
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = host.address() as AddressInfo;
  const tasks: PictureTask[] = [];
  const reader = {
    obstacle: null,
    read: async (task: PictureTask) => {
      tasks.push(task);
      return { ok: false, why: 'unknown screen' } as const;
    },
  };
  const pictures = createPictures(reader, createFiles(`http://127.0.0.1:${port}/api`, patience));
  const url = `http://127.0.0.1:${port}/a.png`;
  const outcome = await pictures.read({ name: 'a.png', url, size }, wordsOf('en-US'));
  return { why: outcome.ok ? null : outcome.why, tasks };
}

describe('the host of a picture', () => {
  it.each([
    'https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png?ex=1',
    'https://media.discordapp.net/attachments/1/2/a.png',
  ])('is Discord’s: %s', (url) => {
    expect(isDiscords(url, undefined)).toBe(true);
  });

  it.each([
    'http://cdn.discordapp.com/a.png',
    'https://cdn.discordapp.com.evil.example/a.png',
    'https://cdn.discordapp.com:8443/a.png',
    'https://cdn.discordapp.com@evil.example/a.png',
    'https://evil@cdn.discordapp.com/a.png',
    'https://evil.example/cdn.discordapp.com/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:5432/',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'not an address',
  ])('is nobody else’s: %s', (url) => {
    expect(isDiscords(url, undefined)).toBe(false);
    expect(isDiscords(url, 'http://127.0.0.1:8080/api')).toBe(false);
  });
});

describe('a picture', () => {
  it('is handed to the reader as it is', async () => {
    const { why, tasks } = await fetching((_, response) => response.end('bytes'));
    expect(why).toBe('unknown screen');
    expect(tasks.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['bytes']);
  });

  it.each(['off', 'not installed'] as const)(
    'isn’t fetched where pictures aren’t read: %s',
    async (obstacle) => {
      const read = () => Promise.reject(new Error('It was read.'));
      const pictures = createPictures({ obstacle, read }, createFiles(undefined));
      const file = { name: 'a.png', url: 'https://cdn.discordapp.com/a.png', size: 1 };
      expect(await pictures.read(file, wordsOf('en-US'))).toEqual({ ok: false, why: obstacle });
    },
  );

  it('that Discord calls too large isn’t fetched', async () => {
    let asked = 0;
    const { why, tasks } = await fetching(
      (_, response) => {
        asked += 1;
        response.end('x');
      },
      { size: MOST_BYTES + 1 },
    );
    expect([why, asked, tasks.length]).toEqual(['too large', 0, 0]);
  });

  it('that is larger than it was called is given up', async () => {
    let sent = 0;
    const { why, tasks } = await fetching((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024);
      const more = () => {
        if (response.destroyed || sent > 40) return;
        sent += 1;
        response.write(chunk, more);
      };
      more();
    });
    expect([why, tasks.length]).toEqual(['too large', 0]);
    expect(sent).toBeLessThan(30);
  });

  it.each<[string, RequestListener]>([
    ['never comes', () => undefined],
    ['stops half-way', (_, response) => void response.write('half')],
  ])('that %s is waited for no longer than that', async (_, hands) => {
    const { why, tasks } = await fetching(hands, { patience: 200 });
    expect([why, tasks.length]).toEqual(['not fetched', 0]);
  });

  it.each<[string, RequestListener]>([
    ['is gone', (_, response) => response.writeHead(404).end('no')],
    ['is broken off', (_, response) => response.destroy()],
    [
      'leads elsewhere',
      ({ url }, response) => {
        if (url === '/b.png') response.end('bytes');
        else response.writeHead(302, { location: '/b.png' }).end();
      },
    ],
  ])('that %s isn’t read', async (_, hands) => {
    const { why, tasks } = await fetching(hands);
    expect([why, tasks.length]).toEqual(['not fetched', 0]);
  });
});
