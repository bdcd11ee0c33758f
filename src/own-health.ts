import type { Database } from './db/database.js';
import type { Discord } from './discord/client.js';
import { gatewayState } from './discord/gateway-state.js';
import { createMetrics, type Metrics } from './health/metrics.js';
import {
  type HealthAddress,
  type HealthServer,
  openHealthServer,
  type Readiness,
} from './health/server.js';
import { programVersion } from './lib/version.js';
import { within } from './lib/within.js';
import type { Lifecycle } from './lifecycle.js';
import { countDigests } from './services/digest/counts.js';

/** Milliseconds after which the database counts as away for whoever checks the bot's health. */
const DATABASE_PATIENCE = 2_000;

/** What the bot looks at to say how it is. */
export interface OwnHealthContext {
  readonly discord: Pick<Discord, 'client' | 'token'>;
  readonly database: Promise<Database>;
  readonly life: Lifecycle;
  readonly clock: () => Date;
  /** Names under which interactions are counted. */
  readonly names: ReadonlySet<string>;
}

/** What the bot counts of itself, and the port where it is asked. */
export interface OwnHealth {
  readonly metrics: Metrics;
  /** @throws HealthProblem with its mend, if the port can't be opened. */
  open(address: HealthAddress): Promise<HealthServer>;
}

/** Prepares what is said at `/healthz`, `/readyz` and `/metrics`. */
export function createOwnHealth(context: OwnHealthContext): OwnHealth {
  const { discord, database, life, clock, names } = context;
  const databaseState = () =>
    within(
      DATABASE_PATIENCE,
      database.then(async (db) => {
        const began = performance.now();
        const { writable } = await db.ping();
        return { ms: performance.now() - began, writable };
      }),
    );
  const digests = () =>
    within(
      DATABASE_PATIENCE,
      database.then((db) => countDigests({ db, clock })),
    );
  const gateway = () => gatewayState(discord.client);

  async function readiness(): Promise<Readiness> {
    const { shards, ready } = gateway();
    const state = await databaseState().catch(() => null);
    return {
      gateway: shards > 0 && ready === shards,
      database: state !== null,
      writable: state?.writable === true,
      token: discord.token.isAccepted,
      running: !life.isStopping,
    };
  }

  const sources = { version: programVersion(), gateway, database: databaseState, digests };
  const metrics = createMetrics(names, sources);
  return { metrics, open: (address) => openHealthServer(address, { metrics, readiness }) };
}
