import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What becomes of one interaction, as it is counted. */
export interface Handled {
  /** The command, button, menu or modal; one that isn't known is counted as `unknown`. */
  readonly name: string;
  readonly outcome: string;
  /** Milliseconds from its arrival to its answer. */
  readonly ms: number;
}

/** How the connection to Discord is, of this process alone. */
export interface GatewayState {
  /** How many shards this process has been given; 0 until Discord has told how many there are. */
  readonly shards: number;
  /** How many of them are connected. */
  readonly ready: number;
  /** Mean milliseconds from a heartbeat to its acknowledgement; null before the first. */
  readonly pingMs: number | null;
  readonly guilds: number;
}

/** Digests by how they stand. */
export interface DigestCounts {
  /** Whose time has come and that weren't posted yet. */
  readonly due: number;
  /** Those of them that are late. */
  readonly late: number;
  /** Given up until somebody mends what is wrong. */
  readonly parked: number;
}

/** What the database said when it was asked. */
export interface DatabaseState {
  /** Milliseconds it took to answer. */
  readonly ms: number;
  /** Whether it takes what is to be stored. */
  readonly writable: boolean;
}

/** Where the figures come from when somebody looks. */
export interface MetricSources {
  readonly version: { readonly version: string; readonly commit: string | null };
  readonly gateway: () => GatewayState;
  /** Rejects if the database doesn't answer. */
  readonly database: () => Promise<DatabaseState>;
  /** Rejects while the database can't be asked. */
  readonly digests?: () => Promise<DigestCounts>;
}

/** What the bot counts of itself, in the form Prometheus reads. */
export interface Metrics {
  readonly contentType: string;
  handled(interaction: Handled): void;
  /** All figures as of now. */
  text(): Promise<string>;
}

/** The name under which anything is counted that isn't ours: forged ids mustn't make new series. */
const UNKNOWN = 'unknown';

/** Seconds. Discord grants three for the first answer. */
const LATENCY_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 10];

/**
 * Metrics with a registry of their own.
 *
 * @param names what an interaction can be called: the only values of the label `command`, beside
 *   `unknown`. Outcomes come from a closed list. So the number of series is bounded.
 */
export function createMetrics(names: ReadonlySet<string>, sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'keepsake_interactions_total',
    help: 'Interactions by command and by what became of them',
    labelNames: ['command', 'outcome'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'keepsake_interaction_seconds',
    help: 'Time from the arrival of an interaction to its answer',
    labelNames: ['command'] as const,
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const lookAtDatabase = databaseGauges(registers, sources.database);
  gatewayGauges(registers, sources.gateway);
  versionGauge(registers, sources.version);
  const { digests } = sources;
  if (digests !== undefined) digestGauge(registers, digests);
  return {
    contentType: registry.contentType,
    handled({ name, outcome, ms }) {
      const command = names.has(name) ? name : UNKNOWN;
      interactions.inc({ command, outcome });
      latency.observe({ command }, ms / 1000);
    },
    async text() {
      // Before the others: one look serves two figures, and all are gathered at once.
      await lookAtDatabase();
      return registry.metrics();
    },
  };
}

/** A figure that is always 1, for the labels beside it. */
function versionGauge(registers: Registry[], { version, commit }: MetricSources['version']): void {
  new Gauge({
    name: 'keepsake_build_info',
    help: 'Which version runs',
    labelNames: ['version', 'commit', 'node'] as const,
    registers,
  }).set({ version, commit: commit ?? '', node: process.versions.node }, 1);
}

/** @returns what sets all figures to those of now. */
function databaseGauges(
  registers: Registry[],
  look: () => Promise<DatabaseState>,
): () => Promise<void> {
  const up = new Gauge({
    name: 'keepsake_database_up',
    help: 'Whether the database answers',
    registers,
  });
  const seconds = new Gauge({
    name: 'keepsake_database_ping_seconds',
    help: 'How long the database took to answer just now; NaN while it doesn’t',
    registers,
  });
  const writable = new Gauge({
    name: 'keepsake_database_writable',
    help: 'Whether the database takes what is to be stored',
    registers,
  });
  return async () => {
    const state = await look().catch(() => null);
    up.set(state === null ? 0 : 1);
    seconds.set(state === null ? Number.NaN : state.ms / 1000);
    writable.set(state?.writable === true ? 1 : 0);
  };
}

function gatewayGauges(registers: Registry[], look: () => GatewayState): void {
  const gauge = (name: string, help: string, value: (state: GatewayState) => number) =>
    new Gauge({
      name: `keepsake_${name}`,
      help,
      registers,
      collect() {
        this.set(value(look()));
      },
    });
  gauge('gateway_shards', 'Shards of this process', ({ shards }) => shards);
  gauge('gateway_shards_ready', 'Shards of this process that are connected', ({ ready }) => ready);
  gauge(
    'gateway_ping_seconds',
    'Mean time from a heartbeat to its acknowledgement',
    ({ pingMs }) => (pingMs === null ? Number.NaN : pingMs / 1000),
  );
  gauge('guilds', 'Servers this process serves', ({ guilds }) => guilds);
}

function digestGauge(registers: Registry[], count: () => Promise<DigestCounts>): void {
  new Gauge({
    name: 'keepsake_digests',
    help: 'Weekly digests that are due, late or parked; nothing while the database is away',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      this.reset();
      const counts = await count().catch(() => null);
      if (counts === null) return;
      this.set({ state: 'due' }, counts.due);
      this.set({ state: 'late' }, counts.late);
      this.set({ state: 'parked' }, counts.parked);
    },
  });
}
