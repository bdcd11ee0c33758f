import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world/world.js';
import { Connection } from './connection.js';
import type { GatewayControl } from './gateway-control.js';
import { knownIntents, privileged } from './intents.js';
import { frame, identifyData, parseJson, readyData, resumeData } from './payloads.js';
import { Sessions } from './session.js';
import { SessionStarts } from './session-starts.js';
import { shardOf } from './shard.js';

const guildsPerShard = 2500;
/** What a connection's end is called when nobody said goodbye: the process was killed. */
const abnormalClosure = 1006;

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
  readonly #sessions = new Sessions();
  readonly #connections = new Set<Connection>();
  readonly #lastIdentify = new Map<number, number>();
  readonly #waiting: (() => void)[] = [];
  readonly #resetToken: () => void;
  readonly #starts: SessionStarts;

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
    this.#starts = new SessionStarts(() => o.world.now());
  }

  limitSessionStarts(o: { remaining: number; resetAfterMs: number }): void {
    this.#starts.limit(o);
  }

  /** The answer of GET /gateway/bot. */
  information(): object {
    const { remaining, resetAfterMs } = this.#starts.left();
    const { size } = this.#world.guilds;
    return {
      url: this.#url(),
      shards: this.recommendedShards ?? Math.max(1, Math.ceil(size / 1000)),
      session_start_limit: {
        total: this.#starts.total,
        remaining,
        reset_after: resetAfterMs,
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
    const connection = new Connection(socket, heartbeatMs);
    this.#connections.add(connection);
    socket.on('message', (data) => this.#received(connection, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#closed(connection, code));
    connection.write({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
  }

  #closed(connection: Connection, code: number): void {
    connection.unwatch();
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.connection !== connection) return;
    this.#sessions.lose(session);
    // A bot that says goodbye with 1000 or 1001 ends its session.
    if (code === 1000 || code === 1001) this.#sessions.end(session);
    if (code === abnormalClosure) this.#world.connectionBrokeAt = performance.now();
  }

  #received(connection: Connection, text: string): void {
    const { socket } = connection;
    if (!connection.countSend()) {
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
        connection.beat();
        if (!connection.zombie) connection.write({ op: GatewayOpcodes.HeartbeatAck });
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
    // Every IDENTIFY counts, also one that comes too soon.
    if (!this.#starts.take()) {
      this.#world.violation('gateway', 'no session starts left', 'IDENTIFY');
      this.#resetToken();
      return;
    }
    const bucket = id % this.maxConcurrency;
    const last = this.#lastIdentify.get(bucket);
    const now = performance.now();
    if (last !== undefined && now - last < this.identifyIntervalMs) {
      this.counts.invalidSessions += 1;
      connection.write({ op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    this.#lastIdentify.set(bucket, now);
    this.counts.identifies += 1;
    const guilds = [...this.#world.guilds.values()].filter((g) => shardOf(g.id, count) === id);
    if (guilds.length > guildsPerShard) {
      this.#refuse(socket, GatewayCloseCodes.ShardingRequired, 'Sharding required.');
      return;
    }
    const session = this.#sessions.start(connection, { shard, intents });
    const ready = readyData(this.#world, session, guilds, this.#url());
    this.#sessions.send(session, GatewayDispatchEvents.Ready, ready);
    for (const guild of guilds) {
      if (guild.available) {
        this.#sessions.send(session, GatewayDispatchEvents.GuildCreate, guild.toCreate());
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
    const session = this.#sessions.find(session_id);
    if (session === undefined || seq < (session.sent[0]?.seq ?? 1) - 1) {
      this.counts.invalidSessions += 1;
      connection.write({ op: GatewayOpcodes.InvalidSession, d: false });
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
    this.#sessions.send(session, GatewayDispatchEvents.Resumed, { _trace: ['["local-discord"]'] });
    this.#ready();
  }

  /**
   * Sends an event of a guild to the sessions of its shard, and one of direct messages, which has no
   * guild, to the first shard; true if a connection took it.
   */
  tell(guildId: string | undefined, event: string, data: unknown): boolean {
    return this.#sessions.tell(guildId, event, data);
  }

  #refuse(socket: WebSocket, code: GatewayCloseCodes, reason: string): void {
    this.#world.violation('gateway', reason, `close code ${code}`);
    socket.close(code, reason);
  }

  sessions(): { id: string; shard: readonly [number, number]; connected: boolean; seq: number }[] {
    return this.#sessions.all().map((session) => ({
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
        this.#sessions.lose(session);
        if (o.resumable === false) this.#sessions.end(session);
      }
      socket.close(o.code ?? GatewayCloseCodes.UnknownError, 'Disconnected.');
    }
  }

  reconnect(shard?: number): void {
    for (const connection of this.#chosen(shard)) {
      connection.write({ op: GatewayOpcodes.Reconnect, d: null });
    }
  }

  zombify(shard?: number): void {
    for (const connection of this.#chosen(shard)) connection.zombie = true;
  }

  invalidSession(o: { resumable?: boolean; shard?: number } = {}): void {
    for (const connection of this.#chosen(o.shard)) {
      const { session } = connection;
      if (o.resumable !== true && session !== undefined) this.#sessions.end(session);
      this.counts.invalidSessions += 1;
      connection.write({ op: GatewayOpcodes.InvalidSession, d: o.resumable === true });
    }
  }

  hold(): () => void {
    return this.#sessions.hold();
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
    for (const connection of this.#connections) {
      connection.unwatch();
      connection.socket.terminate();
    }
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
