import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './postgres.js';

/** A wire to a port of this machine that can be cut or left dead. */
export async function openWire(to: number) {
  const pairs = new Set<readonly [Socket, Socket]>();
  let stalled = false;
  let repliesLeft = Number.POSITIVE_INFINITY;
  const port = await freePort();
  const listener = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (bytes) => {
        if (one === far) repliesLeft -= 1;
        if (repliesLeft < 1) restore();
        else if (!stalled) other.write(bytes);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const restore = () => {
    stalled = false;
    repliesLeft = Number.POSITIVE_INFINITY;
    cut();
  };
  return {
    port,
    cut,
    /** Nothing passes any more, and nobody is told. */
    stall() {
      stalled = true;
    },
    /** Everything is cut when the server's n-th reply from now is on its way; it is lost. */
    cutAtReply(n: number) {
      repliesLeft = n;
    },
    /** New connections work; what was lost on the old ones stays lost. */
    restore,
    async close() {
      cut();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
