import { connect } from 'node:net';
import { fetchWithin, isOk } from '../lib/fetch-within.js';
import type { HealthAddress } from './server.js';

/** Milliseconds in which a program on this machine has answered, if it ever does. */
const PATIENCE = 3_000;

/** Bytes of an answer that are read: whatever says more is another program. */
const MOST_SAID = 100;

/** What is behind the port of the health checks before, or while, the bot runs. */
export type PortState =
  /** A bot answers; whether it is ready. */
  | { readonly kind: 'bot'; readonly ready: boolean }
  /** Nobody listens: the next start can have it. */
  | { readonly kind: 'free' }
  /** Something else listens there. */
  | { readonly kind: 'taken' };

/** Looks what is behind the port of the health checks, without opening it. */
export async function lookAtPort({ host, port }: HealthAddress): Promise<PortState> {
  // Any free one is taken at the start.
  if (port === 0) return { kind: 'free' };
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  if (!(await isOpen(here, port))) return { kind: 'free' };
  const base = `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
  const ask = (path: string) =>
    fetchWithin(PATIENCE, base + path, {}, async ({ status, bytes }) => ({
      ok: isOk(status),
      said: String(await bytes(MOST_SAID)),
    }));
  try {
    const alive = await ask('/healthz');
    if (!alive.ok || alive.said !== 'ok\n') return { kind: 'taken' };
    return { kind: 'bot', ready: (await ask('/readyz')).ok };
  } catch {
    return { kind: 'taken' };
  }
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
