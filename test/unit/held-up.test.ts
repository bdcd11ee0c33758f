import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { HeldUp, refuseHeldUp, whileInTime } from '../../src/discord/held-up.js';
import { paced } from '../../src/discord/paced.js';
import type { Pace } from '../../src/services/pace.js';

describe('a request that is held up', () => {
  let server: Server;
  let agent: Agent;
  /** The bodies that arrived as a whole. */
  let arrived: string[] = [];
  let answer: () => Promise<void> = () => Promise.resolve();
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      incoming.on('error', () => undefined); // broken off in the middle
      incoming.on('end', () => {
        arrived.push(body);
        void answer().then(() => response.end('ok'));
      });
    });
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    agent = new Agent({ connections: 1 });
  });
  beforeEach(() => {
    arrived = [];
    answer = () => Promise.resolve();
  });
  afterAll(async () => {
    await agent.destroy();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  const post = (body: string | AsyncIterable<string>) => {
    const { port } = server.address() as AddressInfo; // it listens on a port
    return request(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: typeof body === 'string' ? body : (body as never), // any iterable does
      dispatcher: agent.compose(refuseHeldUp),
    }).then(({ body: answered }) => answered.text());
  };

  test('goes while it is in time', async () => {
    expect(
      await whileInTime(
        () => true,
        () => post('a'),
      ),
    ).toBe('ok');
    expect(await post('b')).toBe('ok');
    expect(arrived).toEqual(['a', 'b']);
  });

  test('before it began: isn’t sent', async () => {
    await expect(
      whileInTime(
        () => false,
        () => post('a'),
      ),
    ).rejects.toThrow(HeldUp);
    expect(arrived).toEqual([]);
  });

  test('since it was asked whether it may go: isn’t sent, whatever the lease says', async () => {
    const pace: Pace = { inTurn: (work) => work(), holdOff: () => Promise.resolve() };
    const real = performance.now.bind(performance);
    let stoodStill = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + stoodStill);
    try {
      const going = { isStillOurs: () => Promise.resolve(true), isInTime: () => true };
      const postWhen = (pause: number) =>
        paced(
          {
            get: () => Promise.reject(new Error('Nothing is asked here.')),
            post: () => {
              stoodStill += pause;
              return post('a');
            },
          },
          pace,
        ).postIf(going, '/');
      await expect(postWhen(60_000)).rejects.toThrow(HeldUp);
      expect(arrived).toEqual([]);
      expect(await postWhen(100)).toBe('ok');
      expect(arrived).toEqual(['a']);
    } finally {
      clock.mockRestore();
    }
  });

  test('while it waits for a connection: isn’t sent, and others behind it are', async () => {
    let goOn = () => {};
    answer = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    const slow = post('slow');
    await expect.poll(() => arrived.length).toBe(1);
    let isInTime = true;
    const held = whileInTime(
      () => isInTime,
      () => post('held up'),
    );
    const behind = post('behind');
    const refused = expect(held).rejects.toThrow(HeldUp);
    await sleep(50);
    isInTime = false;
    answer = () => Promise.resolve();
    goOn();
    await refused;
    expect(await slow).toBe('ok');
    expect(await behind).toBe('ok');
    expect(arrived).toEqual(['slow', 'behind']);
  });

  test('in the middle of its body: never arrives as a whole', async () => {
    let isInTime = true;
    async function* parts() {
      yield 'one ';
      await sleep(30);
      isInTime = false;
      yield 'two ';
      await sleep(30);
      yield 'three';
    }
    await expect(
      whileInTime(
        () => isInTime,
        () => post(parts()),
      ),
    ).rejects.toThrow(HeldUp);
    expect(await post('after')).toBe('ok');
    expect(arrived).toEqual(['after']);
  });
});
