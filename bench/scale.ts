import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/db/database.js';
import type { Provider } from '../src/db/provider.js';
import { weekOf } from '../src/lib/weeks.js';
import type { Services } from '../src/services/services.js';
import { startPostgres } from '../test/support/postgres.js';
import { fill } from './fill.js';
import { callerOf, MEASURED_GUILD, type Read, reads } from './scale-reads.js';
import { servicesOver } from './services.js';

/** How long one command takes with few and with many readings stored: medians in milliseconds. */
export interface ScaleFigure {
  readonly name: string;
  readonly small: number;
  readonly large: number;
}

/** One database filled twice. */
export interface ScaleFigures {
  readonly provider: Provider;
  readonly readings: { readonly small: number; readonly large: number };
  /** Seconds that filling took. */
  readonly filled: { readonly small: number; readonly large: number };
  readonly figures: readonly ScaleFigure[];
}

export const SMALL = 10_000;

/** Calls measured of each command, and those before that nobody measures. */
const CALLS = 300;
const WARM_UP = 40;

/** Measures every command on a database that holds few readings and on one that holds many. */
export async function measureScale(provider: Provider, large: number): Promise<ScaleFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-scale-'));
  const server = provider === 'postgresql' ? await startPostgres() : null;
  const opened: Database[] = [];
  try {
    // The last full minute of this week: every week of the readings is whole.
    const { to: end } = weekOf(new Date());
    const now = new Date(end.getTime() - 60_000);
    const sizes = { small: SMALL, large };
    const one = async (size: keyof typeof sizes) => {
      if (server !== null) await server.create(size);
      const url = server?.url(size) ?? `file:${join(folder, `${size}.db`)}`;
      const began = performance.now();
      await fill(url, sizes[size], end);
      const filled = (performance.now() - began) / 1000;
      const db = await openDatabase(url, () => undefined);
      opened.push(db);
      return { filled, side: await sideOf(db, now) };
    };
    const [small, many] = [await one('small'), await one('large')];
    const figures: ScaleFigure[] = [];
    for (const read of reads) figures.push(await compare(read, small.side, many.side));
    return {
      provider,
      readings: sizes,
      filled: { small: small.filled, large: many.filled },
      figures,
    };
  } finally {
    for (const db of opened) await db.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One of the two databases, as a command finds it. */
interface Side {
  readonly services: Services;
  readonly now: Date;
  /** A reading of each creator of the measured server. */
  readonly readingOf: ReadonlyMap<bigint, bigint>;
  nextId(): bigint;
}

async function sideOf(db: Database, now: Date): Promise<Side> {
  const services = servicesOver(db, () => now);
  const rows = await db.prisma.reading.findMany({
    where: { guildId: MEASURED_GUILD, private: false },
    select: { id: true, creatorId: true },
  });
  // Discord's ids grow with time, and these come after every reading there is.
  let id = BigInt(now.getTime() - 1_420_070_400_000) << 22n;
  return {
    services,
    now,
    readingOf: new Map(rows.map((row) => [row.creatorId, row.id])),
    nextId: () => {
      id += 1n;
      return id;
    },
  };
}

/** Both in turn, so that whatever else the machine does falls on both alike. */
async function compare(read: Read, small: Side, large: Side): Promise<ScaleFigure> {
  const times = { small: [] as number[], large: [] as number[] };
  for (let n = 0; n < WARM_UP + CALLS; n += 1) {
    const order = n % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const);
    for (const size of order) {
      const ms = await timeOf(read, size === 'small' ? small : large, n);
      if (n >= WARM_UP) times[size].push(ms);
    }
  }
  return { name: read.name, small: medianOf(times.small), large: medianOf(times.large) };
}

async function timeOf(
  read: Read,
  { services, now, readingOf, nextId }: Side,
  n: number,
): Promise<number> {
  const creatorId = callerOf(n);
  const readingId = readingOf.get(creatorId);
  if (readingId === undefined) throw new Error(`${creatorId} has sent nothing.`);
  const caller = {
    services,
    guildId: MEASURED_GUILD,
    creatorId,
    interactionId: nextId(),
    readingId,
    now,
  };
  const began = performance.now();
  await read.run(caller);
  return performance.now() - began;
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
