import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { startLocalDiscord, type Upload } from 'local-discord';
import { median } from 'simple-statistics';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { contentTable, type StudioVideo, studioCsv, videoId } from '../playground/studio-export.js';
import type { Provider } from '../src/db/provider.js';
import { startPostgres } from '../test/support/postgres.js';
import { usageOf } from './usage.js';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** What an import is: as many files as one command takes, and rows in each. */
const FILES = 5;
const ROWS = 300;

/** What the bot says where every row is stored. */
const ALL_OF_IT = `${(FILES * ROWS).toLocaleString('en')} readings stored`;

/** How often each is done: the engine compiles while the first ones run. */
const TIMES = 5;

/** Milliseconds between two looks at the memory of the bot. */
const LOOK_EVERY = 10;

/** How `/import` went on one database; seconds, medians of several. */
export interface ImportFigures {
  readonly provider: Provider;
  /** Until what is in the files is said, and from the press on `Store` until it is stored. */
  readonly plan: number;
  readonly store: number;
  /** Files that unpack to far more than they are. */
  readonly bombs: readonly BombFigures[];
  /** What else wanted the cores: the system's mean of the minute before. */
  readonly load: number;
}

/** How a file was refused. */
export interface BombFigures {
  readonly name: string;
  readonly seconds: number;
  /** By how much the bot grew meanwhile, at most; null where that can't be read. */
  readonly memoryMiB: number | null;
  /** Whether the answer says that nothing of it can be stored. */
  readonly refused: boolean;
}

/** Measures the real bot with the largest import there is, and with files that are made to hurt. */
export async function measureImports(provider: Provider): Promise<ImportFigures> {
  const [load = Number.NaN] = loadavg();
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-imports-'));
  const server = provider === 'postgresql' ? await startPostgres() : null;
  const discord = await startLocalDiscord();
  let bot: KeepsakeProcess | undefined;
  try {
    const guild = discord.addGuild({ name: 'Bench' });
    const channel = guild.addChannel('bench');
    const person = (name: string) => discord.person(guild.addMember({ name }), channel);
    const url = server?.url('postgres') ?? `file:${join(folder, 'keepsake.db')}`;
    bot = new KeepsakeProcess({ cwd: folder, env: environmentFor(discord, url) });
    await bot.ready();
    const { pid } = bot.child;
    const [plans, stores]: [number[], number[]] = [[], []];
    for (let n = 0; n < TIMES; n += 1) {
      const who = person(`creator${n}`);
      const files = exportsOf(`creator${n}`, n, discord.now());
      const options = Object.keys(files).map((name) => `${name}:${name}.csv`);
      const plan = await timed(async () =>
        (await who.command(`/import ${options.join(' ')}`, files)).settled(60 * SECOND),
      );
      plans.push(plan.seconds);
      const done = await timed(async () =>
        (await who.press(plan.result, 'Store')).settled(60 * SECOND),
      );
      stores.push(done.seconds);
      const said = done.result.text();
      if (!said.includes(ALL_OF_IT)) throw new Error(`Not everything was stored: ${said}`);
    }
    const bombs: BombFigures[] = [];
    for (const [name, bytes] of Object.entries(bombFiles())) {
      const who = person(name);
      const file = upload(name, bytes);
      const grown = watchMemory(pid);
      const { seconds, result } = await timed(async () =>
        (await who.command('/import file:a', { file })).settled(60 * SECOND),
      );
      const refused = /nothing in these files|Nothing was stored/.test(result.text());
      bombs.push({ name, seconds, memoryMiB: grown(), refused });
    }
    return { provider, plan: median(plans), store: median(stores), bombs, load };
  } finally {
    await bot?.stop();
    await discord.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / SECOND, result };
}

/** Looks at a process until it is asked by how much that grew at most, in MiB. */
function watchMemory(pid: number | undefined): () => number | null {
  const before = usageOf(pid);
  let most = before?.memoryMiB ?? 0;
  const look = () => {
    most = Math.max(most, usageOf(pid)?.memoryMiB ?? 0);
  };
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    look();
    return before === null ? null : most - before.memoryMiB;
  };
}

/** Several `Content.csv` of one account, no video twice. */
function exportsOf(handle: string, account: number, now: number): Record<string, Upload> {
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, place) => {
      const videos = Array.from({ length: ROWS }, (__, row): StudioVideo => {
        const nth = place * ROWS + row;
        const posted = new Date(now - (3 + nth / 6) * DAY);
        return {
          ...{ id: videoId(posted, 10_000 * account + nth), title: `Video ${nth}`, posted },
          ...{ views: 4_000 + 37 * nth, likes: 310 + 3 * nth, comments: 12, shares: 20 + nth },
        };
      });
      const bytes = studioCsv(contentTable(handle, videos, new Date(now - DAY), 'en-US'));
      const option = place === 0 ? 'file' : `file${place + 1}`;
      return [option, upload(`Content${place}.csv`, bytes)];
    }),
  );
}

/** Files of some kilobytes that unpack to many megabytes, or to very many entries. */
function bombFiles(): Record<string, Uint8Array> {
  const zeros = new Uint8Array(256 * 1024 * 1024);
  const cells = strToU8(
    `<worksheet><sheetData>${'<row><c t="str"><v>1</v></c></row>'.repeat(400_000)}</sheetData></worksheet>`,
  );
  const empty = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`${n}.csv`, new Uint8Array()]),
  );
  return {
    'zeros.zip': zipSync({ 'Content.csv': [zeros, { level: 9 }] }),
    'cells.xlsx': zipSync({ 'xl/worksheets/sheet1.xml': [cells, { level: 9 }] }),
    'entries.zip': zipSync(empty),
  };
}

function upload(name: string, bytes: Uint8Array): Upload {
  return { name, contentType: 'application/octet-stream', bytes: Buffer.from(bytes) };
}
