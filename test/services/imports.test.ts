import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  activityTable,
  contentTable,
  dayTables,
  type StudioDay,
  type StudioVideo,
  studioCsv,
  studioXlsx,
  studioZip,
  videoId,
} from '../../playground/studio-export.js';
import { accountHistory } from '../../src/services/history/account.js';
import { createChanges } from '../../src/services/history/changes.js';
import type { DroppedFile } from '../../src/services/import/drop.js';
import { createImports, type Looked } from '../../src/services/import/imports.js';
import { Personal } from '../../src/services/import/personal.js';
import { readDrop } from '../../src/services/import/read-drop.js';
import { createFileReader, type FileReader } from '../../src/services/import/reader.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, here, refusalOf, useScoring } from '../support/scoring.js';

/** Reads where the test runs; the thread of its own has a test of its own. */
const readFiles: FileReader = async (files, options) => {
  try {
    return { kind: 'read', drop: await readDrop(files, options) };
  } catch (error) {
    if (error instanceof Personal) return { kind: 'personal' };
    throw error;
  }
};

const videosOf = (now: Date, count: number, from = 0): StudioVideo[] =>
  Array.from({ length: count }, (_, n) => {
    const place = n + from;
    const posted = new Date(now.getTime() - (10 + place) * DAY);
    return {
      id: videoId(posted, place + 1),
      title: `Knot ${place}`,
      posted,
      views: 5_000 + 911 * place,
      likes: 400 + 37 * place,
      comments: 20 + place,
      shares: 15 + 3 * place,
    };
  });

const daysOf = (last: Date, count: number, add = 0): StudioDay[] =>
  Array.from({ length: count }, (_, place) => ({
    day: new Date(last.getTime() - (count - 1 - place) * DAY),
    // The last two days aren't counted yet.
    views: place < count - 2 ? 100 + place + add : null,
    viewers: place < count - 2 ? 80 + place + add : null,
    followers: place < count - 2 ? 1_000 + place + add : null,
    comments: 4,
  }));

const csv = (name: string, table: Parameters<typeof studioCsv>[0]): DroppedFile => ({
  name,
  bytes: studioCsv(table),
});

describe.each(providers)('imports in %s', (provider) => {
  const at = useScoring(provider);
  const context = () => ({ db: at.db, clock: () => at.now, readFiles });
  const imports = () => createImports(context());
  let turn = 0n;
  const nextId = () => {
    turn += 1n;
    return (BigInt(at.now.getTime() - 1_420_070_400_000) << 22n) + turn;
  };
  const look = (files: readonly DroppedFile[], who = ada, more = {}) =>
    imports().look(files, {
      ...{ interactionId: nextId(), callerId: who, guildId: here, language: 'en-US' },
      ...{ account: null, private: false, ...more },
    });
  const draftOf = (looked: Looked): bigint => {
    if (looked.kind !== 'plan' || looked.draftId === null) throw new Error('Nothing to store.');
    return looked.draftId;
  };
  const bring = async (files: readonly DroppedFile[], who = ada) => {
    const looked = await look(files, who);
    if (looked.kind === 'plan' && looked.draftId === null) return null;
    return imports().store(draftOf(looked), who);
  };
  /** What a creator has, without ids and times of storing: what must be the same in any order. */
  const stateOf = async (who = ada) => {
    const { prisma } = at.db;
    const readings = await prisma.reading.findMany({
      where: { creatorId: who },
      include: { video: true, trueSaves: true },
    });
    const handles = await prisma.accountDay.groupBy({ by: ['handle'], where: { creatorId: who } });
    const accounts = [];
    for (const { handle } of handles) {
      const found = await accountHistory(at.db, who, handle, 3_650, at.now);
      if (found.kind === 'account') accounts.push(found.account);
    }
    return {
      readings: readings
        .map(({ video, trueSaves, ...one }) => ({
          ...{ identity: video.identity, title: video.title, posted: video.posted },
          ...{ handle: video.handle, category: video.category, readOn: one.readOn },
          ...{ views: one.views, likes: one.likes, comments: one.comments, shares: one.shares },
          ...{ saves: trueSaves?.saves ?? null },
        }))
        .sort((a, b) => (JSON.stringify(shown(a)) < JSON.stringify(shown(b)) ? -1 : 1)),
      accounts: accounts
        .map(({ others: _, ...one }) => one)
        .sort((a, b) => (a.handle < b.handle ? -1 : 1)),
    };
  };
  const everything = async () => {
    const { prisma } = at.db;
    return {
      videos: await prisma.video.findMany({ orderBy: { id: 'asc' } }),
      readings: await prisma.reading.findMany({ orderBy: { id: 'asc' } }),
      estimates: await prisma.estimate.findMany({ orderBy: { readingId: 'asc' } }),
      truths: await prisma.trueSave.findMany({ orderBy: { readingId: 'asc' } }),
      days: await prisma.accountDay.findMany({ orderBy: [{ importId: 'asc' }, { day: 'asc' }] }),
      hours: await prisma.accountHour.findMany({
        orderBy: [{ importId: 'asc' }, { day: 'asc' }, { hour: 'asc' }],
      }),
      imports: await prisma.import.findMany({ orderBy: { id: 'asc' } }),
    };
  };
  /** Three exports that overlap: of a week ago, of today, and one of today over fewer days. */
  const exports = () => {
    const today = new Date(at.now.getTime() - DAY);
    const before = new Date(today.getTime() - 7 * DAY);
    const grown = videosOf(at.now, 8).map((one) => ({
      ...one,
      views: one.views + 700,
      likes: one.likes + 9,
    }));
    const shorter = grown.map((one) => ({ ...one, views: one.views - 90, title: `${one.title}!` }));
    const old = dayTables(daysOf(before, 40), 'de');
    const fresh = dayTables(daysOf(today, 40, 3), 'ru');
    return [
      [
        csv('a.csv', contentTable('mia', videosOf(at.now, 8), before, 'de')),
        csv('b.csv', old.overview),
        csv('c.csv', old.followers),
      ],
      [
        csv('a.csv', contentTable('mia', grown, today, 'ru')),
        csv('b.csv', fresh.overview),
        csv('c.csv', fresh.viewers),
      ],
      [csv('a.csv', contentTable('mia', shorter.slice(0, 4), today, 'fr'))],
    ] as const;
  };

  test('nothing is stored before it is said, and all of it then', async () => {
    const [, files] = exports();
    const looked = await look(files);
    expect(await at.db.prisma.reading.count()).toBe(0);
    expect(looked).toMatchObject({ kind: 'plan', news: { videos: 8, known: 0 } });
    await imports().store(draftOf(looked), ada);
    const rows = await at.db.prisma.reading.findMany({ include: { estimates: true } });
    expect(rows).toHaveLength(8);
    expect(rows.every(({ estimates }) => estimates.length === 1)).toBe(true);
    expect(rows.every(({ importId }) => importId === draftOf(looked))).toBe(true);
  });

  test('the same files twice are once', async () => {
    const [, files] = exports();
    await bring(files);
    const once = await everything();
    at.pass(DAY);
    expect(await bring(files)).toBeNull();
    expect(await everything()).toEqual(once);
  });

  test('any order gives the same', async () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const files = exports();
    let first: Awaited<ReturnType<typeof stateOf>> | undefined;
    for (const order of orders) {
      await at.db.prisma.creator.deleteMany();
      for (const place of order) await bring(files[place] ?? []);
      const state = await stateOf();
      first ??= state;
      expect(state, order.join()).toEqual(first);
    }
    expect(first?.readings).toHaveLength(16);
    expect(first?.accounts[0]?.missing).toBe(0);
  });

  test('whatever was exported: in any order the same, twice is once, and undone as before', async () => {
    const exported = fc.record({
      ago: fc.nat({ max: 8 }),
      from: fc.nat({ max: 4 }),
      count: fc.integer({ min: 1, max: 6 }),
      more: fc.nat({ max: 900 }),
      days: fc.nat({ max: 15 }),
      language: fc.constantFrom('de', 'ru', 'vi', 'zh', 'en-US', 'ja'),
    });
    type Exported = typeof exported extends fc.Arbitrary<infer T> ? T : never;
    const filesOf = ({ ago, from, count, more, days, language }: Exported) => {
      const last = new Date(at.now.getTime() - (1 + ago) * DAY);
      const grown = videosOf(at.now, count, from).map((one) => ({
        ...one,
        views: one.views + more + 40 * (9 - ago),
        likes: one.likes + Math.floor(more / 10),
      }));
      const tables = dayTables(daysOf(last, 3 + days, 9 - ago), language);
      return [
        csv('a.csv', contentTable('mia', grown, last, language)),
        csv('b.csv', tables.overview),
        csv('c.csv', tables.followers),
      ];
    };
    const changes = createChanges({ db: at.db, clock: () => at.now });
    const several = fc
      .array(exported, { minLength: 2, maxLength: 4 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    await fc.assert(
      fc.asyncProperty(several, async ([all, shuffled]) => {
        const states = [];
        for (const order of [all, shuffled]) {
          await at.db.prisma.creator.deleteMany();
          for (const one of order) {
            const before = await everything();
            const done = await bring(filesOf(one));
            expect(await bring(filesOf(one))).toBeNull();
            if (done === null) continue;
            await changes.undo(done.importId, ada);
            expect(await everything()).toEqual(before);
            await bring(filesOf(one));
          }
          states.push(await stateOf());
        }
        expect(states[1]).toEqual(states[0]);
      }),
      { numRuns: provider === 'sqlite' ? 15 : 6 },
    );
  }, 120_000);

  test('undoing is as before, also what was raised and filled in', async () => {
    const [older, newer, shorter] = exports();
    await bring(older);
    await bring(shorter);
    const before = await everything();
    const done = await bring(newer);
    expect(await everything()).not.toEqual(before);
    const changes = createChanges({ db: at.db, clock: () => at.now });
    expect(await changes.newest(ada)).toMatchObject({ kind: 'imported' });
    const undone = await changes.undo(done?.importId ?? 0n, ada);
    expect(undone).toMatchObject({ kind: 'imported', videoId: null });
    expect(await everything()).toEqual(before);
    // Again it says the same.
    expect(await changes.undo(done?.importId ?? 0n, ada)).toMatchObject({ kind: 'imported' });
    expect(await refusalOf(changes.undo(done?.importId ?? 0n, ben))).toMatchObject({
      kind: 'only the author',
    });
  });

  test('what a creator scored stays with its video when the import is undone', async () => {
    const [, files] = exports();
    const done = await bring(files);
    const [video] = videosOf(at.now, 1);
    await at.submit({ link: `https://www.tiktok.com/@mia/video/${video?.id}` });
    await createChanges({ db: at.db, clock: () => at.now }).undo(done?.importId ?? 0n, ada);
    expect(await at.db.prisma.reading.count()).toBe(1);
    expect(await at.db.prisma.video.count()).toBe(1);
  });

  test('a draft is its author’s alone, stored once, and gone after a quarter of an hour', async () => {
    const [older, newer] = exports();
    const draft = draftOf(await look(older));
    expect(await refusalOf(imports().store(draft, ben))).toEqual({ kind: 'only the author' });
    await imports().store(draft, ada);
    expect(await refusalOf(imports().store(draft, ada))).toEqual({ kind: 'stored already' });
    const late = draftOf(await look(newer));
    at.pass(16 * 60_000);
    expect(await refusalOf(imports().store(late, ada))).toEqual({ kind: 'draft gone' });
    const cancelled = draftOf(await look(newer));
    await imports().cancel(cancelled, ben);
    await imports().cancel(cancelled, ada);
    expect(await refusalOf(imports().store(cancelled, ada))).toEqual({ kind: 'draft gone' });
  });

  test('two presses in one moment store it once', async () => {
    const [files] = exports();
    const draft = draftOf(await look(files));
    const both = await Promise.allSettled([
      imports().store(draft, ada),
      imports().store(draft, ada),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await at.db.prisma.reading.count()).toBe(8);
  });

  test('two members with one account have each their own', async () => {
    const [older, newer] = exports();
    await bring(older, ada);
    const looked = await look(newer, ben);
    expect(looked).toMatchObject({ kind: 'plan', news: { known: 0 } });
    await imports().store(draftOf(looked), ben);
    expect(await at.db.prisma.reading.count({ where: { creatorId: ada } })).toBe(8);
    expect((await stateOf(ada)).accounts[0]?.last).not.toBe((await stateOf(ben)).accounts[0]?.last);
  });

  test('real saves in a table teach the rows after them', async () => {
    const rows = videosOf(at.now, 6).map(
      (one, n) =>
        `mia,${one.views},${one.likes},${one.comments},${one.shares},${one.posted.toISOString().slice(0, 10)},${n < 5 ? 90 + n : ''}`,
    );
    const text = ['creator,views,likes,comments,shares,posted,saves', ...rows].join('\n');
    const done = await bring([{ name: 'own.csv', bytes: strToU8(text) }]);
    expect(await at.db.prisma.trueSave.count()).toBe(5);
    const learned = await at.db.prisma.estimate.findMany({ select: { learnedFrom: true } });
    expect(learned.map(({ learnedFrom }) => learnedFrom).sort()).toEqual([0, 0, 1, 2, 3, 4]);
    expect(done?.teaching).toMatchObject({ told: 5, teachers: [] });
    expect(await bring([{ name: 'own.csv', bytes: strToU8(text) }])).toBeNull();
  });

  test('names the videos whose real saves teach most, and says what they taught', async () => {
    const [, files] = exports();
    const done = await bring(files);
    const teaching = done?.teaching;
    expect(teaching?.teachers).toHaveLength(3);
    expect(teaching?.gain).toBeGreaterThan(0.02);
    const readingId = teaching?.teachers[0]?.readingId ?? 0n;
    const row = await at.db.prisma.reading.findUniqueOrThrow({ where: { id: readingId } });
    await at.db.prisma.trueSave.create({
      data: {
        ...{ readingId, creatorId: ada, guildId: here, saves: row.likes / 10n, savesStep: 1n },
        ...{ miss: 0, inside: true, toldAt: at.now, toldBy: 1n },
      },
    });
    const taught = await imports().taught(ada, readingId);
    expect(taught.others).toBe(7);
    expect(taught.narrower).toBeGreaterThan(0);
  });

  test('days that aren’t counted yet are filled by a later export, and never emptied', async () => {
    const [older, newer] = exports();
    await bring(newer);
    await bring(older);
    const found = await accountHistory(at.db, ada, 'mia', 365, at.now);
    if (found.kind !== 'account') throw new Error('There is an account.');
    const { series } = found.account;
    expect(series.views.every(({ value }) => value > 0n)).toBe(true);
    const known = new Map(series.views.map(({ day, value }) => [day, value]));
    const [first] = daysOf(new Date(at.now.getTime() - DAY), 40, 3);
    // Where both tell of a day the later export counts.
    expect(known.get(first?.day.toISOString().slice(0, 10) ?? '')).toBe(BigInt(first?.views ?? 0));
  });

  test('what is brought in private stays private', async () => {
    const [, files] = exports();
    await imports().store(draftOf(await look(files, ada, { private: true })), ada);
    const rows = await at.db.prisma.reading.findMany({ select: { private: true } });
    expect(rows.map((one) => one.private)).toEqual(Array(8).fill(true));
  });

  test('five files of 300 rows are stored in one step', async () => {
    const today = new Date(at.now.getTime() - DAY);
    const files = Array.from({ length: 5 }, (_, n) =>
      csv(`${n}.csv`, contentTable('mia', videosOf(at.now, 300, 300 * n), today, 'vi')),
    );
    const looked = await look(files);
    await imports().store(draftOf(looked), ada);
    expect(await at.db.prisma.reading.count()).toBe(1_500);
  });
});

describe('the thread that reads files', () => {
  const read = createFileReader();
  const options = {
    now: new Date('2026-11-29T10:00:00Z'),
    told: null,
    known: [],
    language: 'en-US',
  };

  test('reads what a bot is given, and hours', async () => {
    const days = daysOf(new Date('2026-11-28T00:00:00Z'), 7).map(({ day }) => day);
    const bytes = studioZip({
      'FollowerActivity.xlsx': studioXlsx(activityTable(days, 15, 'el'), 'FollowerActivity'),
    });
    const found = await read([{ name: 'Followers_mia.zip', bytes }], options);
    expect(found).toMatchObject({ kind: 'read', drop: { hours: { length: 6 * 24 + 16 } } });
  });

  test('unpacks no more of a bomb than its budget, and says so', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const sheet = strToU8(
      `<worksheet><sheetData>${'<row><c t="str"><v>1</v></c></row>'.repeat(200_000)}</sheetData></worksheet>`,
    );
    const bombs: DroppedFile[] = [
      { name: 'a.zip', bytes: zipSync({ 'a.csv': [zeros, { level: 9 }] }) },
      { name: 'b.xlsx', bytes: zipSync({ 'xl/worksheets/sheet1.xml': [sheet, { level: 9 }] }) },
      { name: 'c.zip', bytes: zipSync({ 'x.json': [zeros, { level: 9 }] }) },
    ];
    for (const bomb of bombs) {
      const found = await read([bomb], options);
      expect(found).toMatchObject({
        kind: 'read',
        drop: { videos: [], left: [{ file: bomb.name }] },
      });
    }
  });

  test('says nothing of the personal archive', async () => {
    const bytes = strToU8('{"Direct Message": {"Chat History": "SECRET"}}');
    expect(await read([{ name: 'x.json', bytes }], options)).toEqual({ kind: 'personal' });
  });
});

/** Counts as text: JSON has no 64-bit numbers. */
function shown(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? String(value) : value,
    ]),
  );
}
