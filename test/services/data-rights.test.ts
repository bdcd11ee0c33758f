import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { insertRows } from '../../src/db/insert.js';
import { projectRoot } from '../../src/lib/paths.js';
import { createConsents } from '../../src/services/consent.js';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { createDataRights } from '../../src/services/data/rights.js';
import {
  type CreatorsPart,
  dataTables,
  type NobodysTable,
} from '../../src/services/data/tables.js';
import { createDigestComposer } from '../../src/services/digest/content.js';
import { createChanges } from '../../src/services/history/changes.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { exportReadme } from '../../src/words/en/data.js';
import { bytesOf, providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  here,
  linkTo,
  nothing,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

const MIB = 1024 * 1024;

/** What of Ada's can be told apart from anything of anybody else. */
const MARKS = ['xyadamarkfilms', 'Ada’s lighthouse', 'lighthousetrial', String(ada)];

const tables: Readonly<Record<string, CreatorsPart | NobodysTable>> = dataTables;

const models = [
  ...readFileSync(join(projectRoot, 'prisma', 'models.prisma'), 'utf8').matchAll(
    /^model (\w+) \{\n([\s\S]*?)^\}/gm,
  ),
].map(([, name = '', body = '']) => ({
  name,
  body,
  columns: [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)].map(([, column = '', type = '']) => ({
    column,
    type,
  })),
}));

describe('the list of tables', () => {
  test('is that of the models', () => {
    expect(models.length).toBeGreaterThan(8);
    expect(Object.keys(tables).toSorted()).toEqual(models.map(({ name }) => name).toSorted());
  });

  test.each(models)('says of $name whose it is', ({ name, body, columns }) => {
    const table = tables[name];
    const isOfCreators = columns.some(({ column }) =>
      /^(creator|user|member|author)Id$/.test(column),
    );
    if (isOfCreators) expect(table).toHaveProperty('file');
    // Either the rows go with the creator, or somebody has written how the creator is taken out.
    if (isOfCreators && (table === undefined || !('redact' in table))) {
      expect(body).toMatch(/@relation\(fields: \[[^\]]*\bcreatorId\b.*onDelete: Cascade\)/);
    }
  });

  test.each(models)(
    'says what stands of people in each JSON column of $name',
    ({ name, columns }) => {
      const json = columns.filter(({ type }) => type === 'Json').map(({ column }) => column);
      expect(Object.keys(tables[name]?.json ?? {})).toEqual(json);
    },
  );
});

describe.each(providers)('what a creator may have on %s', (provider) => {
  const at = useScoring(provider);
  const clock = () => at.now;
  const forgetting = () => createForgetting({ db: at.db, clock }, 30);
  const rights = () => createDataRights({ db: at.db, clock }, forgetting());
  const consents = () =>
    createConsents({ db: at.db, clock, members: { isMember: () => Promise.resolve(true) } });

  /** Something in every table, of two creators in two servers; what is Ada's bears her marks. */
  async function fill(): Promise<void> {
    for (const creatorId of [ada, ben]) {
      const mark = creatorId === ada;
      for (const guildId of [here, elsewhere, null]) {
        await at.submit(
          {
            link: linkTo(1, { handle: mark ? 'xyadamarkfilms' : 'ben' }),
            title: mark ? 'Ada’s lighthouse' : 'Ben’s boat',
            trying: mark ? 'lighthousetrial' : 'hook',
            saves: '9K',
          },
          { creatorId, guildId },
        );
      }
      await at.submit(
        { views: '10', likes: '5000', title: mark ? 'Ada’s lighthouse' : 'Ben’s boat' },
        { creatorId },
      );
      await consents().join(here, creatorId);
      const said = { guildId: here, creatorId, what: 'invitation', at: at.now } as const;
      await at.prisma.saidOnce.create({ data: said });
    }
    await at.prisma.setting.create({ data: { guildId: here, key: 'digest', value: { day: 1 } } });
    await fillWhatTimeBrings();
  }

  /** What there is once weeks have been kept, digests sent and entries merged. */
  async function fillWhatTimeBrings(): Promise<void> {
    const week = { guildId: here, week: '2026-W40' };
    const range = { saves: 9_000, low: 8_000, high: 10_000 };
    const sums = { creators: 3, everybody: true, videos: 5, told: 2, ...range };
    await at.prisma.boardWeek.create({ data: { ...week, keptAt: at.now, ...sums } });
    for (const creatorId of [ada, ben]) {
      const mark = creatorId === ada;
      const title = mark ? 'Ada’s lighthouse' : 'Ben’s boat';
      const reading = await at.prisma.reading.findFirstOrThrow({
        where: { creatorId, guildId: here },
      });
      await at.prisma.boardEntry.create({
        data: { ...week, board: 'consistency', creatorId, value: 3, videos: 4, told: 1 },
      });
      const { id: readingId, videoId } = reading;
      const best = { readingId, creatorId, title, score: 80, told: true };
      await at.prisma.boardVideo.create({ data: { ...week, ...best, ...range } });
      await at.prisma.videoAlias.create({
        data: { creatorId, videoId, identity: `title:${title}` },
      });
      const hours = { fromTime: '09:00', toTime: '21:00', locale: 'en-US', version: 1 };
      await at.prisma.mailbox.create({ data: { creatorId, channelId: readingId, ...hours } });
      const way = { channelId: readingId, state: 'due', attempts: 0, nextTryAt: at.now } as const;
      const letter = { id: readingId, creatorId, day: '2026-11-24', dueAt: at.now };
      await at.prisma.letter.create({
        data: { ...letter, ...way, content: { reminders: [{ title }] } },
      });
      await at.prisma.reminder.create({
        data: { id: readingId, creatorId, videoId, age: 24, dueAt: at.now, letterId: readingId },
      });
      const handle = mark ? 'xyadamarkfilms' : 'ben';
      const brought = { importId: at.nextId(), creatorId, handle, day: '2026-11-20' };
      await at.prisma.import.create({
        data: { id: brought.importId, creatorId, storedAt: at.now },
      });
      await at.prisma.accountDay.create({
        data: { ...brought, part: 'overview', asOf: '2026-11-22', views: 12n },
      });
      await at.prisma.accountHour.create({
        data: { ...brought, hour: 3, active: 4n, asOf: '2026-11-22' },
      });
      const extra = await scoreOf(at.submit({ link: linkTo(2), title }, { creatorId }));
      await createChanges({ db: at.db, clock }).remove(extra.readingId, {
        interactionId: at.nextId(),
        callerId: creatorId,
      });
    }
    const zone = { timezone: 'Europe/Berlin', locale: 'de', quietWeeks: 'skip' } as const;
    await at.prisma.digestSchedule.create({
      data: { guildId: here, channelId: 7n, weekday: 1, time: '18:00', version: 1, ...zone },
    });
    await at.prisma.digest.create({
      data: {
        ...{ id: 1n, channelId: 7n, state: 'posted', attempts: 1, ...week, ...zone },
        ...{
          weekFrom: at.now,
          dueAt: at.now,
          reason: {},
          content: JSON.parse(await composed(week)),
        },
      },
    });
    await at.prisma.notice.create({
      data: {
        ...{ id: 2n, guildId: here, about: 'fault', dueAt: at.now, channelId: 7n, attempts: 1 },
        ...{ state: 'posted', reason: {}, content: { week: '2026-W40' } },
      },
    });
    await at.prisma.digestChart.create({
      data: { guildId: here, key: 'k', image: new Uint8Array([1]) },
    });
    const pace = { name: 'requests', nextFreeAt: 1n };
    await at.prisma.pace.upsert({ where: { name: pace.name }, create: pace, update: pace });
    const watch = { name: 'digests', seenAt: new Date(), lookUntil: new Date() };
    await at.prisma.digestWatch.upsert({
      where: { name: watch.name },
      create: watch,
      update: watch,
    });
  }

  /** A digest of today that names both, with its notes of whom it names, as JSON. */
  async function composed({
    guildId,
    week: label,
  }: {
    guildId: bigint;
    week: string;
  }): Promise<string> {
    const content = await createDigestComposer({
      db: at.db,
      consents: consents(),
      knowledge: loadContent().knowledge,
      draw: () => Promise.reject(new Error('Nothing is drawn here.')),
    }).compose({
      guildId,
      week: { from: new Date(at.now.getTime() - DAY), to: new Date(at.now.getTime() + 1), label },
      timezone: 'Europe/Berlin',
      locale: 'de',
    });
    return JSON.stringify({ ...content, improved: [ada, ben].map(improvementOf) });
  }

  /** What a digest says of a creator who got better: twelve weeks are more than is filled here. */
  function improvementOf(creatorId: bigint) {
    return { creatorId: String(creatorId), before: 40, now: 60, videos: 2 };
  }

  /** What is kept of the digest. */
  async function keptDigest(): Promise<string> {
    const { content } = await at.prisma.digest.findFirstOrThrow();
    return JSON.stringify(content);
  }

  /** The columns of all tables in which a text stands anywhere: as a number, as text, inside JSON. */
  async function columnsWith(text: string): Promise<string[]> {
    const columns = await at.prisma.$queryRawUnsafe<{ table: string; column: string }[]>(
      provider === 'sqlite'
        ? `SELECT t.name AS "table", c.name AS "column"
           FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'`
        : `SELECT table_name AS "table", column_name AS "column"
           FROM information_schema.columns WHERE table_schema = current_schema()`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await at.prisma.$queryRawUnsafe<{ n: bigint | number }[]>(
        `SELECT COUNT(*) AS n FROM "${table}" WHERE CAST("${column}" AS TEXT) LIKE '%${text}%'`,
      );
      if (Number(row?.n) > 0) found.push(`${table}.${column}`);
    }
    return found.toSorted();
  }

  const archives = async (limit = 10 * MIB) => {
    const found = await rights().exportOf(ada, { limit, readme: exportReadme });
    if (found.kind !== 'archives') throw new Error(found.kind);
    return Object.fromEntries(
      found.archives.map(({ path, bytes }) => [
        path,
        Object.fromEntries(
          Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
        ),
      ]),
    );
  };
  const csvOf = (text = ''): Record<string, string>[] =>
    z.array(z.record(z.string(), z.string())).parse(parse(text, { bom: true, columns: true }));

  test('is all of theirs from every server, and nothing of others', async () => {
    await fill();
    const { 'keepsake-data.zip': files = {} } = await archives();
    const json = z.record(z.string(), z.unknown()).parse(JSON.parse(files['keepsake.json'] ?? ''));
    const rowsIn = (name: string) => z.array(z.record(z.string(), z.unknown())).parse(json[name]);
    const counts = {
      creator: 1,
      videos: 1,
      readings: 3,
      estimates: 3,
      'real-saves': 3,
      drafts: 1,
      agreements: 1,
      'said-once': 1,
      'merged-videos': 1,
      'undoable-changes': 1,
      imports: 1,
      'account-days': 1,
      'account-hours': 1,
      'messages-to-you': 1,
      'messages-sent': 1,
      reminders: 1,
      'board-results': 1,
      'board-videos': 1,
      'digests-with-you': 1,
    };
    for (const [name, count] of Object.entries(counts)) {
      expect(rowsIn(name), name).toHaveLength(count);
      const csv = csvOf(files[`csv/${name}.csv`]);
      expect(csv, name).toHaveLength(count);
      expect(Object.keys(csv[0] ?? {}), name).toEqual(Object.keys(rowsIn(name)[0] ?? {}));
      expect(files['README.txt']).toContain(`csv/${name}.csv`);
    }
    expect(Object.keys(files).toSorted()).toEqual(
      [
        'README.txt',
        'keepsake.json',
        ...Object.keys(counts).map((name) => `csv/${name}.csv`),
      ].toSorted(),
    );
    expect(rowsIn('readings')).toMatchObject(
      [here, elsewhere, null].map((guildId) => ({
        creatorId: String(ada),
        guildId: guildId === null ? null : String(guildId),
        views: '541200',
        trying: 'lighthousetrial',
      })),
    );
    expect(csvOf(files['csv/readings.csv'])[0]).toMatchObject({
      creatorId: `'${ada}`,
      views: '541200',
      private: 'no',
      title: 'Ada’s lighthouse',
    });
    // What kept digests show of them, not only that they do.
    const shown = { creatorId: String(ada), title: 'Ada’s lighthouse' };
    expect(rowsIn('digests-with-you')).toMatchObject([{ week: '2026-W40', videos: [shown] }]);
    expect(rowsIn('digests-with-you')).toMatchObject([{ improved: [improvementOf(ada)] }]);
    const [{ videos = '', improved = '' } = {}] = csvOf(files['csv/digests-with-you.csv']);
    expect(JSON.parse(videos)).toMatchObject([shown]);
    expect(JSON.parse(improved)).toEqual([improvementOf(ada)]);
    for (const text of Object.values(files)) {
      expect(text).not.toContain('boat');
      expect(text).not.toContain(String(ben));
    }
  });

  test('opens in a spreadsheet without a formula, a lost digit or a broken line', async () => {
    for (const title of [
      '=HYPERLINK("https://evil.example","x")',
      '+1',
      '-1+1',
      '@SUM(A1)',
      'a "b", c;d',
      '＝1+1',
    ]) {
      await at.submit({ title });
    }
    const { 'keepsake-data.zip': files = {} } = await archives();
    const titles = csvOf(files['csv/videos.csv']).map(({ title }) => title);
    expect(titles).toEqual([
      `'=HYPERLINK("https://evil.example","x")`,
      `'+1`,
      `'-1+1`,
      `'@SUM(A1)`,
      'a "b", c;d',
      `'＝1+1`,
    ]);
    const cells = Object.entries(files)
      .filter(([name]) => name.endsWith('.csv'))
      .flatMap(([, text]) => csvOf(text).flatMap((row) => Object.values(row)));
    expect(cells.filter((cell) => /^[=+@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^-(?!\d*\.?\d+(e-?\d+)?$)/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^\d{16,}$/.test(cell))).toEqual([]);
    expect(JSON.parse(files['keepsake.json'] ?? '')).toMatchObject({
      videos: [{ title: '=HYPERLINK("https://evil.example","x")' }, {}, {}, {}, {}, {}],
    });
  });

  test('comes in two archives where one is too large, and not at all where those are', async () => {
    await fill();
    const found = await rights().exportOf(ada, { limit: 10 * MIB, readme: exportReadme });
    if (found.kind !== 'archives') throw new Error(found.kind);
    const size = found.archives[0]?.bytes.length ?? 0;
    const split = await archives(size - 1);
    expect(Object.keys(split)).toEqual(['keepsake-data-json.zip', 'keepsake-data-csv.zip']);
    expect(Object.keys(split['keepsake-data-json.zip'] ?? {})).toEqual([
      'README.txt',
      'keepsake.json',
    ]);
    expect(Object.keys(split['keepsake-data-csv.zip'] ?? {})).toContain('csv/readings.csv');
    expect(await rights().exportOf(ada, { limit: 500, readme: exportReadme })).toMatchObject({
      kind: 'too large',
    });
  });

  test('is nothing where nothing is stored', async () => {
    expect(await rights().exportOf(404n, { limit: MIB, readme: exportReadme })).toEqual({
      kind: 'nothing',
    });
    expect(await rights().holdings(404n)).toEqual(new Map());
    await rights().erase(404n);
  });

  test('goes completely: nothing in any column says that there was anybody', async () => {
    await fill();
    for (const mark of MARKS) expect(await columnsWith(mark), mark).not.toEqual([]);
    // The search finds it as a number and inside JSON.
    expect(await columnsWith(String(ada))).toEqual(
      [
        'Creator.id',
        ...models
          .filter(({ columns }) => columns.some(({ column }) => column === 'creatorId'))
          .map(({ name }) => `${name}.creatorId`),
        'Digest.content',
        'Undo.payload',
      ].toSorted(),
    );
    // Every table has been filled, so that none can be forgotten here.
    for (const model of Object.keys(tables)) {
      const [row] = await at.prisma.$queryRawUnsafe<{ n: bigint | number }[]>(
        `SELECT COUNT(*) AS n FROM "${model}"`,
      );
      expect(Number(row?.n), model).toBeGreaterThan(0);
    }
    const held = await rights().holdings(ada);
    expect([...held.keys()].toSorted()).toEqual(
      Object.entries(tables)
        .filter(([, table]) => 'file' in table)
        .map(([model]) => model)
        .toSorted(),
    );
    const digest = await keptDigest();
    for (const mark of [...MARKS.slice(0, 2), String(ada), 'Ben’s boat']) {
      expect(digest).toContain(mark);
    }
    await rights().erase(ada);
    const without = await keptDigest();
    for (const mark of MARKS) expect(without).not.toContain(mark);
    expect(without).toContain('Ben’s boat');
    for (const mark of MARKS) expect(await columnsWith(mark), mark).toEqual([]);
    expect(await rights().holdings(ada)).toEqual(new Map());
    expect([...(await rights().holdings(ben)).values()]).toEqual([...held.values()]);
  });

  // PostgreSQL's files keep it until they are written anew: test/cli/forget-files.test.ts.
  if (provider === 'sqlite')
    test('goes from the files of the database, too', async () => {
      await fill();
      for (let n = 2; n < 60; n += 1) {
        await at.submit({
          link: linkTo(n, { handle: 'xyadamarkfilms' }),
          title: `Ada’s lighthouse ${n}`.repeat(1 + (n % 30)),
          trying: 'lighthousetrial',
        });
      }
      const marks = MARKS.slice(0, 3).map((mark) => Buffer.from(mark));
      const id = Buffer.alloc(8);
      id.writeBigInt64BE(ada);
      const before = await bytesOf(at.url);
      for (const mark of [...marks, id]) expect(before.includes(mark)).toBe(true);
      await rights().erase(ada);
      const after = await bytesOf(at.url);
      for (const mark of [...marks, id]) expect(after.includes(mark), mark.toString()).toBe(false);
      expect(after.includes(Buffer.from('Ben’s boat'))).toBe(true);
    });

  test('starts anew afterwards', async () => {
    await fill();
    const link = linkTo(7, { handle: 'xyadamarkfilms' });
    const score = await scoreOf(at.submit({ link }));
    expect(score.learnedFrom).toBeGreaterThan(0);
    await rights().erase(ada);
    const anew = await scoreOf(at.submit({ link }));
    expect(anew).toMatchObject({ learnedFrom: 0, previous: null });
    expect(await rights().holdings(ada)).toEqual(
      new Map([
        ['Creator', 1],
        ['Video', 1],
        ['Reading', 1],
        ['Estimate', 1],
      ]),
    );
  });

  test('is 10,000 readings, within what Discord takes', async () => {
    const one = await scoreOf(
      at.submit({ link: linkTo(1), title: 'Ada’s lighthouse', saves: '9K' }),
    );
    const [reading] = await at.prisma.reading.findMany();
    const [estimate] = await at.prisma.estimate.findMany();
    const [truth] = await at.prisma.trueSave.findMany();
    if (reading === undefined || estimate === undefined || truth === undefined) throw new Error();
    const parts = z
      .array(z.object({ signal: z.string(), effect: z.number() }))
      .parse(estimate.parts);
    const odd = (id: bigint) => Math.sin(Number(id % 100_003n)) * 1e6;
    const ids = Array.from({ length: 10_000 }, (_, n) => one.readingId + BigInt(n + 1));
    await at.prisma.$transaction(
      async (tx) => {
        await insertRows(
          at.db,
          tx,
          'Reading',
          ids.map((id) => ({
            ...reading,
            id,
            tipTurn: null,
            views: BigInt(Math.round(Math.abs(odd(id)))),
            title: `Video ${odd(id)}`,
          })),
        );
        await insertRows(
          at.db,
          tx,
          'Estimate',
          ids.map((readingId) => ({
            ...estimate,
            parts: parts.map((part, n) => ({ ...part, effect: odd(readingId + BigInt(n)) / 1e7 })),
            readingId,
            saves: odd(readingId),
            low: odd(readingId) / 2,
            high: odd(readingId) * 2,
          })),
        );
        await insertRows(
          at.db,
          tx,
          'TrueSave',
          ids.map((readingId) => ({ ...truth, readingId, miss: odd(readingId) / 1e6 })),
        );
      },
      { timeout: 60_000 },
    );
    const found = await rights().exportOf(ada, { limit: 10 * MIB, readme: exportReadme });
    if (found.kind !== 'archives') throw new Error(found.kind);
    expect(found.holdings.get('Reading')).toBe(10_001);
    const [archive, ...more] = found.archives;
    expect(more).toEqual([]);
    expect(archive?.bytes.length).toBeLessThan(10 * MIB);
    const files = unzipSync(archive?.bytes ?? new Uint8Array());
    const rows = csvOf(strFromU8(files['csv/readings.csv'] ?? new Uint8Array()));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(10_001);
    await rights().erase(ada);
    expect(await at.rows()).toEqual({ ...nothing, guilds: 1 });
  }, 120_000);
});
