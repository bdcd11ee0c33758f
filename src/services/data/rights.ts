import { setImmediate } from 'node:timers/promises';
import { untilDone } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { type ArchivedFile, archiveOf, csvLines, jsonLines } from './archive.js';
import type { Forgetting } from './forgetting.js';
import { type CreatorsTable, creatorsTables } from './tables.js';

/** How many rows of a creator there are, by table; tables without any are left out. */
export type Holdings = ReadonlyMap<CreatorsTable, number>;

/** The files of an export, each without its ending, and how many rows it has. */
export type ExportedFiles = ReadonlyMap<
  CreatorsTable,
  { readonly file: string; readonly rows: number }
>;

/** Everything stored about a creator. */
export type DataExport =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'archives';
      readonly holdings: Holdings;
      readonly archives: readonly ArchivedFile[];
    }
  /** More than may be sent; `bytes` is the size of the largest archive. */
  | { readonly kind: 'too large'; readonly bytes: number };

/** How an export is to be made. */
export interface ExportOptions {
  /** The most bytes of one archive. */
  readonly limit: number;
  /** The words of the file that says what each of the others holds. */
  readonly readme: (files: ExportedFiles, at: Date) => string;
}

/** Rows read at once: other work gets its turn between them. */
const PAGE = 1_000;

/** Videos deleted at once, with all their readings. */
const BATCH = 200;

export type DataRights = ReturnType<typeof createDataRights>;

/** What a creator may always have: all of their data, and its end. */
export function createDataRights({ db, clock }: ServiceContext, forgetting: Forgetting) {
  /** How much there is about a creator, in all servers. */
  async function holdings(creatorId: bigint): Promise<Holdings> {
    const counts = await Promise.all(
      creatorsTables.map(
        async ([model, table]) => [model, await table.count(db.prisma, creatorId)] as const,
      ),
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }

  /**
   * Everything stored about a creator in all servers, as JSON and as CSV: in one archive, or in
   * one for each where both together are larger than the limit.
   */
  async function exportOf(
    creatorId: bigint,
    { limit, readme }: ExportOptions,
  ): Promise<DataExport> {
    const held = await holdings(creatorId);
    if (held.size === 0) return { kind: 'nothing' };
    const at = clock();
    const files: ArchivedFile[] = [];
    const written = new Map<CreatorsTable, { file: string; rows: number }>();
    const json: Uint8Array[] = [
      encode(`{\n  "exportedAt": ${JSON.stringify(at)},\n  "creatorId": "${creatorId}"`),
    ];
    for (const [model, table] of creatorsTables) {
      if (!held.has(model)) continue;
      const csv: Uint8Array[] = [];
      let total = 0;
      json.push(encode(`,\n  "${table.file}": [\n`));
      for (;;) {
        const rows = await table.page(db.prisma, creatorId, { skip: total, take: PAGE });
        if (rows.length > 0) {
          json.push(encode(`${total > 0 ? ',\n' : ''}${jsonLines(rows)}`));
          csv.push(encode(csvLines(rows, total === 0)));
        }
        total += rows.length;
        if (rows.length < PAGE) break;
        await setImmediate();
      }
      json.push(encode('\n  ]'));
      written.set(model, { file: table.file, rows: total });
      files.push({ path: `csv/${table.file}.csv`, bytes: Buffer.concat(csv) });
    }
    json.push(encode('\n}\n'));
    const explanation = { path: 'README.txt', bytes: encode(readme(written, at)) };
    const all = { path: 'keepsake.json', bytes: Buffer.concat(json) };
    const whole = await archiveOf([explanation, all, ...files]);
    if (whole.length <= limit) return answer([{ path: 'keepsake-data.zip', bytes: whole }]);
    const parts = [
      { path: 'keepsake-data-json.zip', bytes: await archiveOf([explanation, all]) },
      { path: 'keepsake-data-csv.zip', bytes: await archiveOf([explanation, ...files]) },
    ];
    const largest = Math.max(...parts.map(({ bytes }) => bytes.length));
    return largest <= limit ? answer(parts) : { kind: 'too large', bytes: largest };

    function answer(archives: readonly ArchivedFile[]): DataExport {
      return { kind: 'archives', holdings: held, archives };
    }
  }

  /**
   * Deletes everything about a creator, in all servers, also out of what stays of others. Done
   * twice it does no harm, so after a failure it can be asked for again.
   */
  async function erase(creatorId: bigint): Promise<void> {
    // A deletion isn't refused because its creator changes something in the same moment.
    await untilDone(() => eraseRows(creatorId));
    await forgetting.shred();
  }

  async function eraseRows(creatorId: bigint): Promise<void> {
    // First of all, so that no digest under way shows them: what is taken out stays out.
    await db.prisma.consent.deleteMany({ where: { creatorId } });
    await redact();
    // A creator of many years is more than one statement has time for.
    for (;;) {
      const videos = await db.prisma.video.findMany({
        where: { creatorId },
        select: { id: true },
        take: BATCH,
      });
      if (videos.length === 0) break;
      await db.prisma.video.deleteMany({ where: { id: { in: videos.map(({ id }) => id) } } });
      await setImmediate();
    }
    await db.prisma.creator.deleteMany({ where: { id: creatorId } });
    // Whoever agreed anew meanwhile may have been shown anew, too; that agreement is gone as well.
    await redact();

    async function redact(): Promise<void> {
      for (const [, table] of creatorsTables) await table.redact?.(db, creatorId);
    }
  }

  return { holdings, exportOf, erase };
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
