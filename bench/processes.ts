import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { type PostgresServer, startPostgres } from '../test/support/postgres.js';
import { type LoadResult, run, type Sender, scoreCommand } from './load.js';

/** Servers that the commands come from: enough that every shard has its share. */
const SERVERS = 40;
/** Members in each. */
const MEMBERS = 5;
const SHARDS = 2;

/** What so many processes of the bot on one PostgreSQL served. */
export interface ProcessFigures {
  readonly processes: number;
  /** Each rate that was tried, up to the first at which somebody was turned away. */
  readonly capacity: readonly LoadResult[];
  /** What else wanted the cores when it began: the system's mean of the last minute. */
  readonly otherLoad: number;
}

/** Measures `/score` with one process and with two, each with its own shards, on one PostgreSQL. */
export async function compareProcesses(
  rates: readonly number[],
  seconds: number,
): Promise<ProcessFigures[]> {
  const server = await startPostgres();
  try {
    const figures: ProcessFigures[] = [];
    for (const processes of [1, 2]) figures.push(await measure(server, processes, rates, seconds));
    return figures;
  } finally {
    await server.stop();
  }
}

async function measure(
  server: PostgresServer,
  processes: number,
  rates: readonly number[],
  seconds: number,
): Promise<ProcessFigures> {
  const otherLoad = loadavg()[0] ?? Number.NaN;
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-bench-'));
  const discord = await startLocalDiscord({ maxConcurrency: SHARDS });
  discord.gateway.identifyIntervalMs = 0;
  const senders: Sender[] = Array.from({ length: SERVERS }, (_, n) => {
    const guild = discord.addGuild({ name: `Bench ${n}` });
    const channel = guild.addChannel('bench');
    return Array.from({ length: MEMBERS }, (__, m) => ({
      channel,
      member: guild.addMember({ name: `member${m}` }),
    }));
  }).flat();
  const each = SHARDS / processes;
  const bots: KeepsakeProcess[] = [];
  try {
    for (let first = 0; first < SHARDS; first += each) {
      const shards = each === 1 ? String(first) : `${first}-${first + each - 1}`;
      const bot = new KeepsakeProcess({
        cwd: folder,
        env: {
          ...environmentFor(discord, server.url('postgres')),
          SHARDS: shards,
          SHARD_COUNT: String(SHARDS),
        },
      });
      bots.push(bot);
      await bot.ready();
    }
    const load = {
      discord,
      senders,
      pids: bots.map(({ child }) => child.pid),
      command: scoreCommand,
    };
    // Both get the same time to be compiled by the engine.
    await run(load, 100, 3);
    const capacity: LoadResult[] = [];
    for (const rate of rates) {
      const result = await run(load, rate, seconds);
      capacity.push(result);
      if (result.busy + result.unanswered > 0) break;
    }
    return { processes, capacity, otherLoad };
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}
