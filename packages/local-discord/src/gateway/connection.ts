import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Session } from './session.js';

const sendsPerMinute = 120;

/** A WebSocket of a bot: whether it is alive, and how much is sent over it. */
export class Connection {
  readonly socket: WebSocket;
  /** Dead without being closed: nothing is sent, nothing acknowledged. */
  zombie = false;
  session: Session | undefined;
  #heartbeatAt = performance.now();
  readonly #sends: number[] = [];
  readonly #watch: NodeJS.Timeout;

  /** @param heartbeatMs how often the bot is to send heartbeats, in milliseconds. */
  constructor(socket: WebSocket, heartbeatMs: number) {
    this.socket = socket;
    this.#watch = setInterval(() => {
      if (performance.now() - this.#heartbeatAt > heartbeatMs * 2) {
        socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
      }
    }, heartbeatMs).unref();
  }

  /** Counts something the bot has sent; false where it sends more than it may. */
  countSend(): boolean {
    const now = performance.now();
    while ((this.#sends[0] ?? now) < now - 60_000) this.#sends.shift();
    this.#sends.push(now);
    return this.#sends.length <= sendsPerMinute;
  }

  /** The bot has sent a heartbeat. */
  beat(): void {
    this.#heartbeatAt = performance.now();
  }

  /** Sends what belongs to no session. */
  write(payload: object): void {
    this.socket.send(JSON.stringify({ t: null, s: null, ...payload }));
  }

  /** Heartbeats are waited for no longer. */
  unwatch(): void {
    clearInterval(this.#watch);
  }
}
