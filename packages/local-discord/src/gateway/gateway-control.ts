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
