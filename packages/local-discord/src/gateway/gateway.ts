import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { World } from '../world/world.js';

const privileged =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;
const knownIntents = Object.values(GatewayIntentBits)
  .filter((value) => typeof value === 'number')
  .reduce((all, bit) => all | bit, 0);

/** The intent without which an event isn't sent; events not named here need none. */
const intentOf: Readonly<Record<string, number>> = {
  [GatewayDispatchEvents.GuildCreate]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.GuildDelete]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.GuildRoleCreate]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.GuildRoleUpdate]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.ChannelCreate]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.ChannelUpdate]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.ChannelDelete]: GatewayIntentBits.Guilds,
  [GatewayDispatchEvents.MessageCreate]: GatewayIntentBits.GuildMessages,
  [GatewayDispatchEvents.MessageUpdate]: GatewayIntentBits.GuildMessages,
  [GatewayDispatchEvents.MessageDelete]: GatewayIntentBits.GuildMessages,
};

/** The same for direct messages. */
const directIntentOf: Readonly<Record<string, number>> = {
  [GatewayDispatchEvents.MessageCreate]: GatewayIntentBits.DirectMessages,
  [GatewayDispatchEvents.MessageUpdate]: GatewayIntentBits.DirectMessages,
  [GatewayDispatchEvents.MessageDelete]: GatewayIntentBits.DirectMessages,
};

const eventsKept = 2000;
const sendsPerMinute = 120;
const guildsPerShard = 2500;
const sessionStarts = 1000;
/** The session starts are counted for so long, in milliseconds. */
const sessionStartsMs = 86_400_000;
/** A session without a connection can be resumed this long, in milliseconds. */
const resumableMs = 5 * 60_000;

/** What a connection's end is called when nobody said goodbye: the process was killed. */
const abnormalClosure = 1006;

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
const identifyData = z.object({
  token: z.string(),
  intents: z.number().int().nonnegative(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).optional(),
});
const resumeData = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** The newest events as they were sent, for a resume. */
  readonly sent: { seq: number; json: string }[];
  connection: Connection | undefined;
  lostAt: number;
}

interface Connection {
  readonly socket: WebSocket;
  /** Dead without being closed: nothing is sent, nothing acknowledged. */
  zombie: boolean;
  session: Session | undefined;
  heartbeatAt: number;
  readonly sends: number[];
  readonly watch: NodeJS.Timeout;
}

/** What tests and the page can see and do at the gateway. */
export interface GatewayControl {
  /** How often bots are told to send heartbeats, in milliseconds; for the next connections. */
  heartbeatMs: number;
  /** Discord's pause between two IDENTIFYs of one `max_concurrency` bucket, in milliseconds. */
  identifyIntervalMs: number;
  /** Intents that were granted on the developer portal, beyond the unprivileged ones. */
  grantedIntents: number;
  /** While true, connections are refused. */
  down: boolean;
  /** The number of shards that bots are told to take; undefined: one for each thousand servers. */
  recommendedShards: number | undefined;
  /** Leaves bots only so many session starts, for so many milliseconds; then there are all again. */
  limitSessionStarts(o: { remaining: number; resetAfterMs: number }): void;
  /** The sessions there are, with or without a connection. */
  sessions(): { id: string; shard: readonly [number, number]; connected: boolean; seq: number }[];
  /** IDENTIFYs and RESUMEs since the start. */
  readonly counts: { identifies: number; resumes: number; invalidSessions: number };
  /** Closes connections; a session that isn't resumable is forgotten. */
  disconnect(o?: { code?: number; resumable?: boolean; shard?: number }): void;
  /** Asks bots to reconnect and resume (op 7). */
  reconnect(shard?: number): void;
  /** Lets today's connections die without closing: no heartbeat is acknowledged, nothing sent. */
  zombify(shard?: number): void;
  /** Tells bots that their session is invalid (op 9). */
  invalidSession(o?: { resumable?: boolean; shard?: number }): void;
  /** Holds events back until the result is called; then they are sent, in their order. */
  hold(): () => void;
  /** Resolves when at least so many sessions, one by default, have a live connection. */
  whenConnected(atLeast?: number): Promise<void>;
}

/** Discord's gateway v10 over WebSocket, JSON without compression. */
export class Gateway implements GatewayControl {
  heartbeatMs = 41_250;
  identifyIntervalMs = 5000;
  grantedIntents = 0;
  down = false;
  recommendedShards: number | undefined;
  readonly counts = { identifies: 0, resumes: 0, invalidSessions: 0 };
  /** Called whenever a session became ready or resumed. */
  onReady: () => void = () => undefined;
  readonly maxConcurrency: number;
  readonly #world: World;
  readonly #tokenWorks: () => boolean;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  readonly #lastIdentify = new Map<number, number>();
  readonly #waiting: (() => void)[] = [];
  readonly #holds = new Set<symbol>();
  readonly #held: { readonly connection: Connection; readonly json: string }[] = [];
  readonly #resetToken: () => void;
  #starts: { remaining: number; resetsAt: number };

  constructor(o: {
    world: World;
    maxConcurrency: number;
    tokenWorks: () => boolean;
    /** What Discord does with the token of a bot that starts more sessions than it may. */
    resetToken: () => void;
  }) {
    this.#world = o.world;
    this.maxConcurrency = o.maxConcurrency;
    this.#tokenWorks = o.tokenWorks;
    this.#resetToken = o.resetToken;
    this.#starts = { remaining: sessionStarts, resetsAt: o.world.now() + sessionStartsMs };
  }

  limitSessionStarts({ remaining, resetAfterMs }: { remaining: number; resetAfterMs: number }) {
    this.#starts = { remaining, resetsAt: this.#world.now() + resetAfterMs };
  }

  /** The session starts that are left, of the day that it is now. */
  #startsLeft(): { remaining: number; resetsAt: number } {
    const now = this.#world.now();
    if (now >= this.#starts.resetsAt) {
      this.#starts = { remaining: sessionStarts, resetsAt: now + sessionStartsMs };
    }
    return this.#starts;
  }

  /** The answer of GET /gateway/bot. */
  information(): object {
    const { remaining, resetsAt } = this.#startsLeft();
    const { size } = this.#world.guilds;
    return {
      url: this.#url(),
      shards: this.recommendedShards ?? Math.max(1, Math.ceil(size / 1000)),
      session_start_limit: {
        total: sessionStarts,
        remaining,
        reset_after: resetsAt - this.#world.now(),
        max_concurrency: this.maxConcurrency,
      },
    };
  }

  #url(): string {
    return `${this.#world.origin.replace('http', 'ws')}/gateway`;
  }

  /** Takes over an HTTP connection that asks for the gateway. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'ws://localhost');
    if (this.down || !url.pathname.startsWith('/gateway')) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      if (url.searchParams.get('v') !== '10') {
        ws.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
      } else if (url.searchParams.get('encoding') !== 'json' || url.searchParams.has('compress')) {
        this.#world.violation('gateway', 'only uncompressed JSON is spoken here', url.search);
        ws.close(GatewayCloseCodes.DecodeError, 'Decode error.');
      } else {
        this.#connected(ws);
      }
    });
  }

  #connected(socket: WebSocket): void {
    const heartbeatMs = this.heartbeatMs;
    const connection: Connection = {
      socket,
      zombie: false,
      session: undefined,
      heartbeatAt: performance.now(),
      sends: [],
      watch: setInterval(() => {
        if (performance.now() - connection.heartbeatAt > heartbeatMs * 2) {
          socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
        }
      }, heartbeatMs).unref(),
    };
    this.#connections.add(connection);
    socket.on('message', (data) => this.#received(connection, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#closed(connection, code));
    this.#write(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
  }

  #closed(connection: Connection, code: number): void {
    clearInterval(connection.watch);
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.connection !== connection) return;
    session.connection = undefined;
    session.lostAt = performance.now();
    // A bot that says goodbye with 1000 or 1001 ends its session.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    if (code === abnormalClosure) this.#world.connectionBrokeAt = performance.now();
  }

  #received(connection: Connection, text: string): void {
    const { socket } = connection;
    const now = performance.now();
    while ((connection.sends[0] ?? now) < now - 60_000) connection.sends.shift();
    connection.sends.push(now);
    if (connection.sends.length > sendsPerMinute) {
      this.#refuse(socket, GatewayCloseCodes.RateLimited, 'You are being rate limited.');
      return;
    }
    const parsed = frame.safeParse(parseJson(text));
    if (!parsed.success) {
      this.#refuse(socket, GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    const { op, d } = parsed.data;
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        connection.heartbeatAt = now;
        if (!connection.zombie) this.#write(socket, { op: GatewayOpcodes.HeartbeatAck });
        return;
      case GatewayOpcodes.Identify:
        this.#identify(connection, d);
        return;
      case GatewayOpcodes.Resume:
        this.#resume(connection, d);
        return;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.RequestGuildMembers:
      case GatewayOpcodes.VoiceStateUpdate:
        if (connection.session === undefined) {
          this.#refuse(socket, GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        }
        return;
      default:
        this.#refuse(socket, GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(connection: Connection, d: unknown): void {
    const { socket } = connection;
    const parsed = identifyData.safeParse(d);
    if (connection.session !== undefined) {
      this.#refuse(socket, GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    if (!parsed.success) {
      this.#refuse(socket, GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    const { token, intents, shard = [0, 1] } = parsed.data;
    if (token !== this.#world.token || !this.#tokenWorks()) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    if ((intents & ~knownIntents) !== 0) {
      this.#refuse(socket, GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
      return;
    }
    if ((intents & privileged & ~this.grantedIntents) !== 0) {
      this.#refuse(socket, GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
      return;
    }
    const [id, count] = shard;
    if (id >= count) {
      this.#refuse(socket, GatewayCloseCodes.InvalidShard, 'Invalid shard.');
      return;
    }
    const starts = this.#startsLeft();
    if (starts.remaining < 1) {
      this.#world.violation('gateway', 'no session starts left', 'IDENTIFY');
      this.#resetToken();
      return;
    }
    // Every IDENTIFY counts, also one that comes too soon.
    starts.remaining -= 1;
    const bucket = id % this.maxConcurrency;
    const last = this.#lastIdentify.get(bucket);
    const now = performance.now();
    if (last !== undefined && now - last < this.identifyIntervalMs) {
      this.counts.invalidSessions += 1;
      this.#write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    this.#lastIdentify.set(bucket, now);
    this.counts.identifies += 1;
    const guilds = [...this.#world.guilds.values()].filter((g) => shardOf(g.id, count) === id);
    if (guilds.length > guildsPerShard) {
      this.#refuse(socket, GatewayCloseCodes.ShardingRequired, 'Sharding required.');
      return;
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard: [id, count],
      intents,
      seq: 0,
      sent: [],
      connection,
      lostAt: 0,
    };
    this.#forgetLost();
    this.#sessions.set(session.id, session);
    connection.session = session;
    this.#send(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user_settings: {},
      user: { ...this.#world.botUser, verified: true, mfa_enabled: true, email: null, flags: 0 },
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: this.#url(),
      relationships: [],
      private_channels: [],
      presences: [],
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      application: { id: this.#world.applicationId, flags: this.#world.application.flags },
      shard,
      _trace: ['["local-discord"]'],
    });
    for (const guild of guilds) {
      if (guild.available) {
        this.#send(session, GatewayDispatchEvents.GuildCreate, guild.toCreate());
      }
    }
    this.#ready();
  }

  #resume(connection: Connection, d: unknown): void {
    const { socket } = connection;
    const parsed = resumeData.safeParse(d);
    if (!parsed.success) {
      this.#refuse(socket, GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    const { token, session_id, seq } = parsed.data;
    if (token !== this.#world.token || !this.#tokenWorks()) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    this.#forgetLost();
    const session = this.#sessions.get(session_id);
    if (session === undefined || seq < (session.sent[0]?.seq ?? 1) - 1) {
      this.counts.invalidSessions += 1;
      this.#write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    if (seq > session.seq) {
      socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
      return;
    }
    this.counts.resumes += 1;
    session.connection?.socket.terminate();
    session.connection = connection;
    connection.session = session;
    for (const event of session.sent) {
      if (event.seq > seq) socket.send(event.json);
    }
    this.#send(session, GatewayDispatchEvents.Resumed, { _trace: ['["local-discord"]'] });
    this.#ready();
  }

  /**
   * Sends an event of a guild to the sessions of its shard, and one of direct messages, which has no
   * guild, to the first shard; true if a connection took it.
   */
  tell(guildId: string | undefined, event: string, data: unknown): boolean {
    this.#forgetLost();
    let json: string | undefined;
    let delivered = false;
    const intent = (guildId === undefined ? directIntentOf : intentOf)[event] ?? 0;
    for (const session of this.#sessions.values()) {
      const [id, count] = session.shard;
      if ((guildId === undefined ? 0 : shardOf(guildId, count)) !== id) continue;
      if ((session.intents & intent) !== intent) continue;
      json ??= JSON.stringify(data);
      delivered = this.#sendJson(session, event, json) || delivered;
    }
    return delivered;
  }

  #send(session: Session, event: string, data: unknown): boolean {
    return this.#sendJson(session, event, JSON.stringify(data));
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

  #write(socket: WebSocket, payload: object): void {
    socket.send(JSON.stringify({ t: null, s: null, ...payload }));
  }

  #refuse(socket: WebSocket, code: GatewayCloseCodes, reason: string): void {
    this.#world.violation('gateway', reason, `close code ${code}`);
    socket.close(code, reason);
  }

  #forgetLost(): void {
    const now = performance.now();
    for (const session of this.#sessions.values()) {
      if (session.connection === undefined && now - session.lostAt > resumableMs) {
        this.#sessions.delete(session.id);
      }
    }
  }

  sessions(): { id: string; shard: readonly [number, number]; connected: boolean; seq: number }[] {
    return [...this.#sessions.values()].map((session) => ({
      id: session.id,
      shard: session.shard,
      connected: session.connection !== undefined,
      seq: session.seq,
    }));
  }

  #chosen(shard: number | undefined): Connection[] {
    return [...this.#connections].filter(
      (c) => shard === undefined || c.session?.shard[0] === shard,
    );
  }

  disconnect(o: { code?: number; resumable?: boolean; shard?: number } = {}): void {
    for (const connection of this.#chosen(o.shard)) {
      const { session, socket } = connection;
      if (session !== undefined) {
        session.connection = undefined;
        session.lostAt = performance.now();
        if (o.resumable === false) this.#sessions.delete(session.id);
      }
      socket.close(o.code ?? GatewayCloseCodes.UnknownError, 'Disconnected.');
    }
  }

  reconnect(shard?: number): void {
    for (const { socket } of this.#chosen(shard)) {
      this.#write(socket, { op: GatewayOpcodes.Reconnect, d: null });
    }
  }

  zombify(shard?: number): void {
    for (const connection of this.#chosen(shard)) connection.zombie = true;
  }

  invalidSession(o: { resumable?: boolean; shard?: number } = {}): void {
    for (const { socket, session } of this.#chosen(o.shard)) {
      if (o.resumable !== true && session !== undefined) this.#sessions.delete(session.id);
      this.counts.invalidSessions += 1;
      this.#write(socket, { op: GatewayOpcodes.InvalidSession, d: o.resumable === true });
    }
  }

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

  /** How many sessions have a live connection. */
  get connected(): number {
    return this.sessions().filter((session) => session.connected).length;
  }

  async whenConnected(atLeast = 1): Promise<void> {
    while (this.connected < atLeast) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  /** Wakes whoever waits for a connection. */
  #ready(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.onReady();
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    for (const { socket, watch } of this.#connections) {
      clearInterval(watch);
      socket.terminate();
    }
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** The shard a guild belongs to, by Discord's formula. */
function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
