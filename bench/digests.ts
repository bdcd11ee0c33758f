import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, letTimePass, startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { type Database, openDatabase } from '../src/db/database.js';
import { DIGEST_TIMING } from '../src/services/digest/timing.js';
import { type DueServer, type DueServers, prepareServers } from './digest-servers.js';
import { type Load, type LoadResult, run, scoreCommand } from './load.js';
import { until } from './until.js';
import { usageOf } from './usage.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Servers on a shard, about as many as Discord recommends; more than 2,500 it refuses. */
const SERVERS_A_SHARD = 1_000;

/** Members who send commands, and how many commands a second come from them together. */
const MEMBERS = 200;
const COMMANDS_A_SECOND = 5;

/** Milliseconds from one look at the bot's memory to the next. */
const LOOK_EVERY = 500;

/** Work of one kind that was done before the hour. */
export interface Ahead {
  readonly count: number;
  readonly seconds: number;
  /** Processor time of the bot, all its threads, in milliseconds for each; null where unknown. */
  readonly processorMs: number | null;
}

/** How digests that were due in the same minute went. */
export interface DigestFigures extends DueServers {
  /** Memberships that Discord was asked for in the hours before. */
  readonly asked: Ahead;
  /** Charts drawn before the hour. */
  readonly charts: Ahead;
  /** Servers with exactly one digest, with none, and with more. */
  readonly once: number;
  readonly never: number;
  readonly twice: number;
  /** Digests that are parked with their reason, and how many had to be. */
  readonly parked: number;
  readonly broken: number;
  /** Seconds from the first post to the last. */
  readonly seconds: number;
  /** Posts that arrived in that time, and every request that counts at Discord, a second. */
  readonly postsPerSecond: number;
  readonly requestsPerSecond: number;
  /**
   * Processor time of the bot in milliseconds for each digest, all its threads, the commands meanwhile
   * included; null where it can't be read.
   */
  readonly processorMs: number | null;
  /** Requests for anything but a post that were sent in that time. */
  readonly questions: number;
  /** Requests that Discord refused (401, 403, 404, 429) by where they went, and the 429 of these. */
  readonly refusedInBroken: number;
  readonly refusedElsewhere: number;
  readonly limited: number;
  /** Commands just before, and while the digests were posted. */
  readonly before: LoadResult;
  readonly during: LoadResult;
  /** Resident memory in MiB; null where it can't be read. */
  readonly memory: {
    readonly idle: number | null;
    readonly before: number | null;
    readonly quarter: number | null;
    readonly peak: number | null;
    readonly after: number | null;
  };
  /** Rules of Discord that the bot broke, beyond what is counted above. */
  readonly violations: number;
  /** What else wanted the cores: the system's mean of the minute before the posts. */
  readonly load: number;
}

/** What the measurement needs beside the servers. */
export interface DigestBench extends DueServers {
  /** Seconds that commands are sent for, before and during; the latter at most while posts go on. */
  readonly seconds: number;
  /** Hears how far it has come. */
  readonly tell?: (progress: string) => void;
}

/** Measures the real bot when the digests of many servers are due in the same minute. */
export async function measureDigests({
  seconds,
  tell = () => undefined,
  ...due
}: DigestBench): Promise<DigestFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-digests-'));
  const url = `file:${join(folder, 'keepsake.db')}`;
  const shards = Math.ceil(due.servers / SERVERS_A_SHARD);
  const discord = await startLocalDiscord({ maxConcurrency: shards, keepRequests: 1 });
  discord.gateway.identifyIntervalMs = 0;
  let bot: KeepsakeProcess | undefined;
  let db: Database | undefined;
  try {
    const at = Math.ceil((discord.now() + DIGEST_TIMING.askAhead + 10 * MINUTE) / MINUTE) * MINUTE;
    tell(`filling ${due.servers} servers`);
    const servers = await prepareServers(discord, url, due, at);
    const community = discord.addGuild({ name: 'Bench' });
    const channel = community.addChannel('bench');
    const senders = Array.from({ length: MEMBERS }, (_, n) => ({
      channel,
      member: community.addMember({ name: `member${n}` }),
    }));
    bot = new KeepsakeProcess({
      cwd: folder,
      env: { ...environmentFor(discord, url), SHARD_COUNT: String(shards) },
      clockShift: discord.clockShift,
    });
    await bot.ready();
    db = await openDatabase(url, () => undefined);
    const { pid } = bot.child;
    const load: Load = { discord, senders, pids: [pid], command: scoreCommand };
    await run(load, 50, 3); // compiled by the engine
    const memory = () => usageOf(pid)?.memoryMiB ?? null;
    const idle = memory();
    const { prisma } = db;
    const pass = async (until: number) => {
      if (bot !== undefined) await letTimePass(discord, bot, Math.max(0, until - discord.now()));
    };
    const counting = countRequests(discord, servers);

    await pass(at - DIGEST_TIMING.askAhead + SECOND);
    const asking = await ahead('asked', pid, due.servers, tell, async () => {
      return prisma.digestSchedule.count({ where: { askedFor: new Date(at) } });
    });
    const asked = { ...asking, count: counting.take().memberships };

    await pass(at - DIGEST_TIMING.drawAhead + SECOND);
    const charts = await ahead('charts', pid, due.servers, tell, () => prisma.digestChart.count());

    tell('commands before');
    const before = await run(load, COMMANDS_A_SECOND, seconds);
    const beforeMiB = memory();
    const [otherLoad = Number.NaN] = loadavg();
    counting.take();
    const usage = usageOf(pid);
    await pass(at - SECOND);
    const watching = watchMemory(memory);
    await until(
      () => counting.now().posts > 0,
      tell,
      () => 0,
    );
    const lasts = due.servers / DISCORDS_REQUESTS;
    const commands = run(load, COMMANDS_A_SECOND, Math.min(seconds, Math.max(1, 0.9 * lasts)));
    const settled = () =>
      prisma.digest.count({ where: { state: { in: ['posted', 'parked', 'skipped'] } } });
    let quarter: number | null = null;
    await until(
      async () => (await settled()) === due.servers,
      tell,
      () => {
        const { posts } = counting.now();
        if (quarter === null && posts >= due.servers / 4) quarter = memory();
        return posts;
      },
    );
    const peak = watching.stop();
    const used = usageOf(pid);
    const during = await commands;
    const counted = counting.take();
    const perServer = servers.map(({ channel: one }) => one.messages.size);
    const alive = servers.filter(({ isBroken }) => !isBroken).length;
    const span = (counted.lastPost - counted.firstPost) / SECOND;
    return {
      ...due,
      ...{ asked, charts, before, during },
      once: perServer.filter((n) => n === 1).length,
      never: perServer.filter((n) => n === 0).length,
      twice: perServer.filter((n) => n > 1).length,
      parked: await prisma.digest.count({ where: { state: 'parked' } }),
      broken: due.servers - alive,
      seconds: span,
      postsPerSecond: (counted.posts - 1) / span,
      requestsPerSecond: (counted.inSpan - 1) / span,
      processorMs: usage && used && (used.processorMs - usage.processorMs) / due.servers,
      questions: counted.questions,
      refusedInBroken: counted.refusedInBroken,
      refusedElsewhere: counted.refusedElsewhere,
      limited: counted.limited,
      memory: { idle, before: beforeMiB, quarter, peak, after: memory() },
      violations: discord.violations.length,
      load: otherLoad,
    };
  } finally {
    await db?.close();
    await bot?.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Requests a second that Discord grants a bot. */
export const DISCORDS_REQUESTS = 50;

/** Waits until so many pieces of work are done, and says how long that took. */
async function ahead(
  what: string,
  pid: number | undefined,
  wanted: number,
  tell: (progress: string) => void,
  done: () => Promise<number>,
): Promise<Ahead> {
  const began = performance.now();
  const usage = usageOf(pid);
  let count = 0;
  await until(
    async () => {
      count = await done();
      return count >= wanted;
    },
    (progress) => tell(`${what} ${progress}`),
    () => count,
  );
  const after = usageOf(pid);
  return {
    count,
    seconds: (performance.now() - began) / SECOND,
    processorMs: usage && after && (after.processorMs - usage.processorMs) / count,
  };
}

/** The largest of what is seen until it is stopped. */
function watchMemory(memory: () => number | null): { stop(): number | null } {
  let peak = memory();
  const look = () => {
    const now = memory();
    if (now !== null) peak = Math.max(peak ?? 0, now);
  };
  const timer = setInterval(look, LOOK_EVERY);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

const nothingCounted = {
  posts: 0,
  firstPost: 0,
  lastPost: 0,
  /** Requests that count at Discord up to the last post, since the first. */
  inSpan: 0,
  sinceFirst: 0,
  questions: 0,
  memberships: 0,
  refusedInBroken: 0,
  refusedElsewhere: 0,
  limited: 0,
};

/** Counts the bot's own requests; answers to interactions don't count at Discord. */
function countRequests(discord: LocalDiscord, servers: readonly DueServer[]) {
  const broken = new Set(
    servers.filter((one) => one.isBroken).flatMap(({ guildId, channel }) => [guildId, channel.id]),
  );
  let counted = { ...nothingCounted };
  discord.watch((change) => {
    if (change.kind !== 'request') return;
    const { method, path, status } = change.request;
    const [, kind = '', id = '', part = ''] = path.split('/');
    if (kind !== 'channels' && kind !== 'guilds' && kind !== 'users') return;
    counted.sinceFirst += 1;
    if (method === 'GET') counted.questions += 1;
    if (kind === 'guilds' && part === 'members') counted.memberships += 1;
    if (status === 429) counted.limited += 1;
    if ([401, 403, 404, 429].includes(status)) {
      if (broken.has(id)) counted.refusedInBroken += 1;
      else counted.refusedElsewhere += 1;
    }
    if (method === 'POST' && status === 200) {
      counted.posts += 1;
      counted.lastPost = performance.now();
      if (counted.posts === 1) {
        counted.firstPost = counted.lastPost;
        counted.sinceFirst = 1;
      }
      counted.inSpan = counted.sinceFirst;
    }
  });
  return {
    now: () => counted,
    /** What was counted so far, and begins anew. */
    take() {
      const taken = counted;
      counted = { ...nothingCounted };
      return taken;
    },
  };
}
