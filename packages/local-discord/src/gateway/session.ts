import { randomBytes } from 'node:crypto';
import type { Connection } from './connection.js';
import { intentFor } from './intents.js';
import { shardOf } from './shard.js';

const eventsKept = 2000;
/** A session without a connection can be resumed this long, in milliseconds. */
const resumableMs = 5 * 60_000;

/** What a bot started with IDENTIFY, and resumes on another connection. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** The newest events as they were sent, for a resume. */
  readonly sent: { seq: number; json: string }[];
  connection: Connection | undefined;
  lostAt: number;
}

/** The sessions there are, with or without a connection, and what is sent to them. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #holds = new Set<symbol>();
  readonly #held: { readonly connection: Connection; readonly json: string }[] = [];

  /** Begins a session on a connection. */
  start(connection: Connection, { shard, intents }: Pick<Session, 'shard' | 'intents'>): Session {
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard,
      intents,
      seq: 0,
      sent: [],
      connection,
      lostAt: 0,
    };
    this.#forgetLost();
    this.#sessions.set(session.id, session);
    connection.session = session;
    return session;
  }

  /** The session of this id, if it can still be resumed. */
  find(id: string): Session | undefined {
    this.#forgetLost();
    return this.#sessions.get(id);
  }

  /** All of them, those that nobody can resume any more too, until they are forgotten. */
  all(): Session[] {
    return [...this.#sessions.values()];
  }

  /** The session has lost its connection, and waits to be resumed. */
  lose(session: Session): void {
    session.connection = undefined;
    session.lostAt = performance.now();
  }

  /** Ends a session: it can't be resumed. */
  end(session: Session): void {
    this.#sessions.delete(session.id);
  }

  /**
   * Sends an event of a guild to the sessions of its shard, and one of direct messages, which has no
   * guild, to the first shard; true if a connection took it.
   */
  tell(guildId: string | undefined, event: string, data: unknown): boolean {
    this.#forgetLost();
    let json: string | undefined;
    let delivered = false;
    const intent = intentFor(event, guildId === undefined);
    for (const session of this.#sessions.values()) {
      const [id, count] = session.shard;
      if ((guildId === undefined ? 0 : shardOf(guildId, count)) !== id) continue;
      if ((session.intents & intent) !== intent) continue;
      json ??= JSON.stringify(data);
      delivered = this.#sendJson(session, event, json) || delivered;
    }
    return delivered;
  }

  /** Sends an event to one session, and keeps it for a resume; true if a connection took it. */
  send(session: Session, event: string, data: unknown): boolean {
    return this.#sendJson(session, event, JSON.stringify(data));
  }

  /** Holds events back until the result is called; then they are sent, in their order. */
  hold(): () => void {
    const hold = Symbol('hold');
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      if (this.#holds.size > 0) return;
      for (const { connection, json } of this.#held.splice(0)) {
        // Whoever reconnected meanwhile got it by the resume.
        if (connection.session?.connection === connection) connection.socket.send(json);
      }
    };
  }

  // The data is written once however many sessions get it.
  #sendJson(session: Session, event: string, data: string): boolean {
    session.seq += 1;
    const json = `{"op":0,"t":"${event}","s":${session.seq},"d":${data}}`;
    session.sent.push({ seq: session.seq, json });
    if (session.sent.length > eventsKept) session.sent.shift();
    const { connection } = session;
    if (connection === undefined || connection.zombie) return false;
    // A bot that has said goodbye gets nothing any more.
    if (connection.socket.readyState !== connection.socket.OPEN) return false;
    if (this.#holds.size > 0) this.#held.push({ connection, json });
    else connection.socket.send(json);
    return true;
  }

  #forgetLost(): void {
    const now = performance.now();
    for (const session of this.#sessions.values()) {
      if (session.connection === undefined && now - session.lostAt > resumableMs) {
        this.#sessions.delete(session.id);
      }
    }
  }
}
