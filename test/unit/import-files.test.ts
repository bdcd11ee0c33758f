import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  activityTable,
  audienceTables,
  contentTable,
  dayTables,
  STUDIO_LANGUAGES,
  type StudioDay,
  type StudioVideo,
  studioCsv,
  studioXlsx,
  studioZip,
  type Table,
  videoId,
} from '../../playground/studio-export.js';
import type { Drop, DroppedFile } from '../../src/services/import/drop.js';
import { Personal } from '../../src/services/import/personal.js';
import { readDrop } from '../../src/services/import/read-drop.js';

const now = new Date('2026-11-29T10:00:00Z');
const DAY = 86_400_000;
const exported = new Date('2026-11-28T00:00:00Z');

const read = (files: readonly DroppedFile[], told: string | null = null) =>
  readDrop(files, { now, told, known: [], language: 'en-US' });

const csv = (name: string, table: Table): DroppedFile => ({ name, bytes: studioCsv(table) });
const iso = (day: Date) => day.toISOString().slice(0, 10);

const videos: readonly StudioVideo[] = [
  ...['2026-11-20', '2026-08-31', '2025-12-31', '2026-01-01', '2024-02-29', '2023-06-15'],
].map((day, place) => {
  const posted = new Date(`${day}T12:00:00Z`);
  return {
    id: videoId(posted, 1000 + place),
    title: place === 1 ? '' : `Video ${place} #diy`,
    posted,
    views: 12_000 + place,
    likes: 900 + place,
    comments: 40,
    shares: 25,
  };
});

/** A whole year of days, with the first not there yet and the last two not counted yet. */
const days: readonly StudioDay[] = Array.from({ length: 365 }, (_, place) => {
  const isKnown = place >= 20 && place < 363;
  return {
    day: new Date(exported.getTime() - (364 - place) * DAY),
    views: isKnown ? 100 + place : null,
    viewers: isKnown ? 80 + place : null,
    followers: isKnown ? 1_000 + 2 * place : null,
    comments: place % 50 === 0 ? -3 : 5,
  };
});

const LAYOUTS = { csv: studioCsv, xlsx: (table: Table) => studioXlsx(table, 'Content') };

describe.each(Object.keys(STUDIO_LANGUAGES))('an export with the days of %s', (language) => {
  describe.each(['csv', 'xlsx'] as const)('as %s', (layout) => {
    const file = (name: string, table: Table): DroppedFile => ({
      name: `${name}.${layout}`,
      bytes: LAYOUTS[layout](table),
    });
    const tables = dayTables(days, language);
    const all = [
      file('Content', contentTable('mia', videos, exported, language)),
      file('Overview', tables.overview),
      file('Viewers', tables.viewers),
      file('FollowerHistory', tables.followers),
      file(
        'FollowerActivity',
        activityTable(
          days.slice(-7).map(({ day }) => day),
          17,
          language,
        ),
      ),
    ];

    it('has every video with its day, its year and its counts', async () => {
      const drop = await read(all);
      expect(drop.left).toEqual([]);
      const told = new Map(drop.videos.map((one) => [one.tiktokId, one]));
      for (const video of videos) {
        expect(told.get(video.id)).toMatchObject({
          posted: iso(video.posted),
          handle: 'mia',
          readOn: iso(exported),
          counts: { views: { value: BigInt(video.views) }, likes: { value: BigInt(video.likes) } },
        });
      }
    });

    it('has every day that is known and none that isn’t, deleted comments below zero', async () => {
      const drop = await read(all);
      for (const part of ['overview', 'viewers', 'followers'] as const) {
        const own = drop.days.filter((one) => one.part === part);
        const known = days.filter(({ views }) => views !== null);
        expect(own.map(({ day }) => day)).toEqual(known.map(({ day }) => iso(day)));
        expect(own.every(({ asOf }) => asOf === iso(exported))).toBe(true);
      }
      const comments = drop.days.flatMap(({ values }) => values.comments ?? []);
      expect(comments).toContain(-3n);
      expect(drop.days.some(({ values }) => values.newViewers === 0n)).toBe(false);
    });

    it('has the hours up to the export, and no zeros behind it', async () => {
      const { hours } = await read(all);
      const last = hours.filter(({ day }) => day === iso(exported));
      expect(last.map(({ hour }) => hour)).toEqual(Array.from({ length: 18 }, (_, hour) => hour));
      expect(hours.some(({ active }) => active === 0n)).toBe(false);
    });
  });
});

describe('files in any order and shape', () => {
  const tables = dayTables(days, 'de');
  const zip = studioZip({
    'Viewers.csv': studioCsv(tables.viewers),
    'sub/Overview.csv': studioCsv(tables.overview),
  });

  it('are the same in any order', async () => {
    const files = [
      csv('b.csv', contentTable('mia', videos, exported, 'ru')),
      csv('a.csv', contentTable('tom', videos.slice(2), exported, 'zh')),
      { name: 'Overview_mia.zip', bytes: zip },
      csv('g.csv', audienceTables.gender),
    ];
    const first = await read(files);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 4 }), async (shuffled) => {
        expect(await read(shuffled)).toEqual(first);
      }),
      { numRuns: 10 },
    );
  });

  it('are told apart by their first line, whatever they are called', async () => {
    const { files } = await read([
      csv('Overview.csv', contentTable('mia', videos, exported, 'fr')),
      csv('Content.csv', tables.followers),
      csv('x', audienceTables.territories),
    ]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['Content.csv', 'followers'],
      ['Overview.csv', 'content'],
      ['x', 'territories'],
    ]);
  });

  it('keep the larger counts where two tell of one video on one day', async () => {
    const shorter = videos.map((video) => ({ ...video, views: video.views - 50, likes: 1_000 }));
    const { videos: found } = await read([
      csv('7.csv', contentTable('mia', shorter, exported, 'en-US')),
      csv('60.csv', contentTable('mia', videos, exported, 'en-US')),
    ]);
    expect(found).toHaveLength(videos.length);
    expect(found.find(({ tiktokId }) => tiktokId === videos[0]?.id)?.counts).toMatchObject({
      views: { value: 12_000n },
      likes: { value: 1_000n },
    });
  });

  it('keep titles with quotation marks, separators and line ends in them', async () => {
    const titles = [
      'say "hi", you',
      '"all of it"',
      'two\nlines',
      'a "b"\n"c" d',
      'x","y',
      '“ok”, 🧶',
    ];
    const odd = videos.map((video, place) => ({ ...video, title: titles[place] ?? '' }));
    const { videos: found, left } = await read([
      csv('c.csv', contentTable('mia', odd, exported, 'en-US')),
    ]);
    expect(left).toEqual([]);
    const told = new Map(found.map(({ tiktokId, title }) => [tiktokId, title]));
    expect(odd.map(({ id }) => told.get(id))).toEqual(
      titles.map((title) => title.replaceAll('\n', ' ')),
    );
  });

  it('leave out rows that can’t be read, with their line and why', async () => {
    const table = contentTable('mia', videos, exported, 'en-US').map((row) => [...row]);
    const [, first, second, third] = table;
    first?.splice(2, 1, 'nothing');
    second?.splice(7, 1, 'undefined');
    third?.splice(4, 1, '99999999');
    const { left, videos: found } = await read([csv('c.csv', table)]);
    expect(left.map(({ line, why }) => [line, why.why])).toEqual([
      [2, 'no link'],
      [3, 'not available yet'],
      [4, 'more than views'],
    ]);
    expect(found).toHaveLength(3);
  });

  it('are nobody’s where nothing says whose they are, and take the account that is named', async () => {
    const file = csv('f.csv', tables.followers);
    expect((await read([file])).left).toMatchObject([{ why: { why: 'no account' } }]);
    expect((await read([file], 'mia')).days[0]?.handle).toBe('mia');
  });

  it('read translated first lines, and say that nobody has seen one', async () => {
    for (const header of [
      [
        'Hora',
        'Título do vídeo',
        'Link do vídeo',
        'Hora da publicação',
        'Total de curtidas',
        'Total de comentários',
        'Total de compartilhamentos',
        'Total de visualizações',
      ],
      [
        'Hora',
        'Título del vídeo',
        'Enlace del vídeo',
        'Fecha de publicación',
        'Me gusta',
        'Comentarios',
        'Compartidos',
        'Visualizaciones',
      ],
      ['時間', '動画タイトル', '動画リンク', '投稿日', 'いいね', 'コメント', 'シェア', '視聴数'],
    ]) {
      const [, ...rows] = contentTable('mia', videos, exported, 'pt');
      const drop = await read([csv('c.csv', [header, ...rows])]);
      expect(drop.videos, header.join()).toHaveLength(videos.length);
      expect(drop.assumed).toContainEqual({ what: 'translated header', file: 'c.csv' });
    }
  });

  it('take the stored results of formulas, and say so', async () => {
    const cell = (at: string, text: string, more = '') =>
      `<c r="${at}" t="str">${more}<v>${text}</v></c>`;
    const sheet = `<worksheet><sheetData><row r="1">${[
      'creator',
      'views',
      'likes',
      'comments',
      'shares',
    ]
      .map((name, n) => cell(`${'ABCDE'[n]}1`, name))
      .join(
        '',
      )}</row><row r="2">${cell('A2', 'mia')}${cell('B2', '9000', '<f>SUM(1,2)</f>')}${cell('C2', '700')}${cell('D2', '9')}${cell('E2', '12')}</row></sheetData></worksheet>`;
    const bytes = studioZip({ 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    const drop = await read([{ name: 'own.xlsx', bytes }]);
    expect(drop.videos[0]?.counts.views.value).toBe(9_000n);
    expect(drop.assumed).toContainEqual({ what: 'stored results', file: 'own.xlsx' });
  });

  it('reads a creator’s own table, real saves and all', async () => {
    const text =
      'creator,views,likes,comments,shares,posted,saves,category\nmia,"541,200",48100,1204,3900,2026-11-02,3100,educational\nmia,1000,2000,1,1,2026-11-02,,\n';
    const { videos: found, left } = await read([{ name: 'own.csv', bytes: strToU8(text) }]);
    expect(found).toMatchObject([
      { handle: 'mia', posted: '2026-11-02', saves: { value: 3_100n }, category: 'educational' },
    ]);
    expect(left).toMatchObject([{ line: 3 }]);
  });
});

describe('what is no export', () => {
  const why = async (file: DroppedFile): Promise<Drop['left'][number]['why']['why'] | undefined> =>
    (await read([file])).left[0]?.why.why;
  const personal = strToU8('{"Activity": {"Video Browsing History": {"SECRET": 1}}}');

  it('is told so, each for what it is', async () => {
    const table = studioCsv(audienceTables.gender);
    const inner = studioZip({ 'a.csv': table });
    expect(await why({ name: 'a.png', bytes: strToU8('\u0089PNG\r\n') })).toBe('unknown header');
    expect(await why({ name: 'a.csv', bytes: strToU8('') })).toBe('empty');
    expect(await why({ name: 'a.zip', bytes: inner.slice(0, 60) })).toBe('damaged');
    expect(await why({ name: 'a.zip', bytes: studioZip({ 'b.zip': inner }) })).toBe(
      'archive inside',
    );
    expect(await why({ name: 'a.zip', bytes: studioZip({ 'b.csv': inner }) })).toBe(
      'archive inside',
    );
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`${n}.csv`, table]));
    expect(await why({ name: 'a.zip', bytes: zipSync(many, { level: 0 }) })).toBe('too much');
    const title = 'x'.repeat(10_000_000);
    const long = contentTable('mia', [{ ...(videos[0] as StudioVideo), title }], exported, 'de');
    expect(await why(csv('a.csv', long))).toBe('too much');
    expect(await why({ name: 'a.xlsx', bytes: studioXlsx(long, 'Content') })).toBe('too much');
    const macros = { 'xl/vbaProject.bin': table, 'xl/worksheets/sheet1.xml': strToU8('<a/>') };
    expect(await why({ name: 'a.xlsm', bytes: studioZip(macros) })).toBe('macros');
  });

  it('refuses the personal archive, by its name or its first key, before anything else', async () => {
    const table = studioCsv(contentTable('mia', videos, exported, 'de'));
    for (const files of [
      [{ name: 'user_data_tiktok.json', bytes: personal }],
      [{ name: 'whatever.csv', bytes: personal }],
      [
        { name: 'a.csv', bytes: table },
        { name: 'b.zip', bytes: studioZip({ 'a.csv': table, 'user_data.json': personal }) },
      ],
      [{ name: 'b.zip', bytes: studioZip({ 'a.csv': table, 'data.json': personal }) }],
    ]) {
      await expect(read(files)).rejects.toBeInstanceOf(Personal);
    }
  });

  it('never throws at anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, isZip) => {
        const bytes = isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...noise]) : noise;
        await expect(read([{ name: 'a.csv', bytes }])).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});
