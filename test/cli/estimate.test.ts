import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProgram } from '../support/program.js';

interface Run {
  rows: Record<string, string>[];
  printed: string;
  complaints: string[];
  code: number | null;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keepsake-estimate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(args: string[], input = ''): Promise<Run> {
  const { child, ended } = startProgram('estimate', args);
  // A program that stops before reading everything closes its end first.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const { said, complaints, code } = await ended;
  return {
    rows: parse(said, { columns: true, relax_column_count: true }),
    printed: said,
    complaints: complaints.split('\n').filter((line) => line !== ''),
    code,
  };
}

const estimateText = (text: string) => run(['-'], text);

describe('a column that names communities', () => {
  const line = (creator: string, community: string, saves = '') =>
    `${creator},${community},541200,23000,100,2000,${saves}\n`;
  const header = 'creator,community,views,likes,comments,shares,saves\n';
  const three = ['ben', 'cy', 'dee'].map((creator) => line(creator, 'films', '9000')).join('');

  test('lets a creator’s estimate learn from three others of the same one, and of no other', async () => {
    const { rows } = await estimateText(
      header +
        line('ada', 'films') +
        three +
        line('ada', 'films') +
        line('ada', 'cooks') +
        line('ada', ''),
    );
    const figures = rows.map(({ estimate }) => Number(estimate));
    const [before = 0, after = 0, elsewhere, nowhere] = [figures[0], ...figures.slice(4)];
    expect(after).toBeGreaterThan(before);
    expect([elsewhere, nowhere]).toEqual([before, before]);
  });

  test('may be left out: then everybody stands alone', async () => {
    const without = (text: string) => text.replace(/^(\w+),\w*,/gm, '$1,');
    const { rows } = await estimateText(
      without(header + line('ada', 'films') + three + line('ada', 'films')),
    );
    expect(rows.at(-1)?.['estimate']).toBe(rows[0]?.['estimate']);
  });
});

describe('a column that names categories', () => {
  test('moves the estimate, and what others told of the same category isn’t counted twice', async () => {
    const line = (creator: string, category: string) =>
      `${creator},${category},541200,23000,100,2000\n`;
    const { rows } = await estimateText(
      `creator,category,views,likes,comments,shares\n${line('a', '')}${line('b', 'Educational')}${line('c', 'entertaining')}`,
    );
    const [none = 0, educational = 0, entertaining = 0] = rows.map(({ estimate }) =>
      Number(estimate),
    );
    expect(educational).toBeGreaterThan(1.4 * none);
    expect(entertaining).toBeLessThan(educational / 1.4);
  });
});

describe('one video in several rows', () => {
  const header = 'creator,video,views,likes,comments,shares,saves\n';
  const row = (video: string, saves: string, creator = 'a') =>
    `${creator},${video},50000,3000,40,200,${saves}\n`;
  const next = 'a,,90000,5000,80,400,\n';

  test.each([
    ['named in a column', 'first'],
    ['known by its counts', ''],
  ])('is one truth, %s', async (_how, video) => {
    const once = await estimateText(header + row(video, '900') + next);
    const often = await estimateText(header + row(video, '900').repeat(32) + next);
    expect(often.rows.at(-1)).toEqual(once.rows.at(-1));
    const two = await estimateText(header + row('one', '900') + row('two', '900') + next);
    expect(two.rows.at(-1)).not.toEqual(once.rows.at(-1));
  });

  test('of a member who tells much changes nothing for the others', async () => {
    const told = (creator: string, n: number) => `${creator},,c,${50_000 + n},3000,40,200,2000\n`;
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => told('eve', n - 1 - i)).join('');
    const table = (loud: number) =>
      estimateText(
        `creator,video,community,views,likes,comments,shares,saves\n${told('ben', 1)}${told('cy', 2)}${told('dee', 3)}${many(loud)}a,,c,90000,5000,80,400,\n`,
      );
    const [few, loud] = [await table(3), await table(40)];
    const [there, here] = [few, loud].map(({ rows }) => Number(rows.at(-1)?.['estimate']));
    expect(here).toBe(there);
  });
});

describe('a clean table', () => {
  test('comes back with estimate, range and score behind its own columns', async () => {
    const file = join(folder, 'videos.csv');
    await writeFile(
      file,
      'creator,views,likes,comments,shares,notes\nmine,541200,23000,100,2000,"first, best"\n',
    );
    const { printed, rows, complaints, code } = await run([file]);
    expect(complaints).toEqual([]);
    expect(code).toBe(0);
    expect(printed.split('\n')[0]).toBe(
      'creator,views,likes,comments,shares,notes,estimate,low,high,score',
    );
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.['notes']).toBe('first, best');
    expect(Number(row?.['low'])).toBeLessThanOrEqual(Number(row?.['estimate']));
    expect(Number(row?.['high'])).toBeGreaterThanOrEqual(Number(row?.['estimate']));
    expect(row?.['score']).toMatch(/^\d{1,3}$/);
  });

  test('may come from standard input with BOM, CRLF, columns in another order and rounded counts', async () => {
    const { rows, complaints, code } = await estimateText(
      '\uFEFFshares,creator,comments,likes,views,title\r\n2K,mine,100,"23,000",541.2K,"two\r\nlines"\r\n',
    );
    expect(complaints).toEqual([]);
    expect(code).toBe(0);
    expect(rows[0]).toMatchObject({ shares: '2K', views: '541.2K', title: 'two\r\nlines' });
    expect(Number(rows[0]?.['estimate'])).toBeGreaterThan(100);
  });

  test('has no score where it is too small or too early', async () => {
    const { rows, code } = await estimateText(
      'creator,views,likes,comments,shares\nmine,50,4,0,0\nmine,0,0,0,0\n',
    );
    expect(code).toBe(0);
    expect(rows.map((row) => row['score'])).toEqual(['', '']);
    expect(rows[1]).toMatchObject({ estimate: '0', low: '0', high: '0' });
  });
});

describe('true saves in the table', () => {
  const header = 'creator,views,likes,comments,shares,saves';

  test('change the later rows of the same creator only, never their own row', async () => {
    const line = (creator: string, saves: string) => `${creator},50000,3000,40,200,${saves}`;
    const { rows } = await estimateText(
      [header, line('a', '2000'), line('b', ''), line('a', ''), line('b', '')].join('\n'),
    );
    const [first, other, second, otherAgain] = rows.map((row) => Number(row['estimate']));
    expect(first).toBe(other);
    expect(second).toBeGreaterThan(first ?? Number.NaN);
    expect(otherAgain).toBe(other);
  });

  test('of a bad row are not learned from', async () => {
    const good = '50000,3000,40,200';
    const { rows, code } = await estimateText(
      [header, `a,${good},`, `a,50000,3000,forty,200,2000`, `a,${good},`].join('\n'),
    );
    expect(code).toBe(1);
    expect(rows[2]?.['estimate']).toBe(rows[0]?.['estimate']);
  });
});

describe('bad rows', () => {
  test('are named with line and reason, get empty results, and the others are still done', async () => {
    const { rows, complaints, code } = await estimateText(
      [
        'creator,title,views,likes,comments,shares,saves,posted,watch_time_s,category',
        'a,"two\nlines",20000,900,10,50,,,,',
        '',
        'a,,many,900,10,50,,,,',
        'a,,20000,-1,10,50,,,,',
        'a,,20000,900,10,50,20001,,,',
        'a,,20000,900,10,50,,2026-02-30,,',
        'a,,20000,900,10,50,,2999-01-01,,',
        'a,,20000,900,10,50,,,long,',
        'a,,20000,900,10,50,,,,funny',
        ',,20000,900,10,50,,,,',
        'a,b',
        'a,,20000,900,10,,,,,',
        'a,,20000,900,10,50,,,,',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(complaints.map((line) => line.replace('standard input, ', ''))).toEqual([
      'line 5: views "many" is not a count (unreadable).',
      'line 6: likes "-1" is not a count (negative).',
      'line 7: more saves (20001) than views (20000).',
      'line 8: posted "2026-02-30" is not a date like 2026-01-31.',
      'line 9: posted "2999-01-01" is in the future.',
      'line 10: watch_time_s "long" is not in seconds.',
      'line 11: category "funny" is none of educational, entertaining, inspirational, aesthetic, valuable.',
      'line 12: creator is empty.',
      'line 13: 2 values where the header has 10.',
      'line 14: shares is empty.',
    ]);
    const estimates = rows.map((row) => row['estimate']);
    expect(estimates).toHaveLength(12);
    expect(estimates.slice(1, -1).every((estimate) => estimate === '')).toBe(true);
    expect(estimates[0]).not.toBe('');
    expect(estimates.at(-1)).toBe(estimates[0]);
  });

  test('a quotation mark that never closes loses no row before it', async () => {
    const { rows, complaints, code } = await estimateText(
      'creator,views,likes,comments,shares\na,20000,900,10,50\na,"20000,900,10,50\n',
    );
    expect(code).toBe(1);
    expect(rows).toHaveLength(1);
    expect(complaints.join()).toContain('quotation mark');
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['is missing', () => [join(folder, 'none.csv')], '', /no such file/],
    ['is a folder', () => [folder], '', /a folder/],
    ['is empty', () => ['-'], '', /is empty/],
    ['lacks columns', () => ['-'], 'creator,views\na,1\n', /likes, comments, shares are missing/],
    ['is not named', () => [], '', /Name one file/],
  ])('because it %s is answered with one sentence', async (_, args, input, sentence) => {
    const { printed, complaints, code } = await run(args(), input);
    expect(code).toBe(1);
    expect(printed).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(sentence);
  });
});

test('a large table is done in time that grows with its rows, not faster', async () => {
  const table = (count: number) =>
    [
      'creator,views,likes,comments,shares,saves',
      ...Array.from({ length: count }, (_, i) => {
        const views = 1000 + ((i * 7919) % 900_000);
        return `${i % 50},${views},${Math.round(views / 20)},${i % 90},${i % 400},${Math.round(views / 200)}`;
      }),
    ].join('\n');
  const timed = async (count: number) => {
    const start = performance.now();
    const { rows, code } = await estimateText(table(count));
    expect(code).toBe(0);
    expect(rows).toHaveLength(count);
    return performance.now() - start;
  };
  await timed(100);
  const small = await timed(2000);
  const large = await timed(8000);
  // Four times the rows: quadratic growth would take sixteen times as long.
  expect(large / small).toBeLessThan(9);
});

describe('a table as people have it', () => {
  const header = ['creator', 'views', 'likes', 'comments', 'shares', 'saves'];
  const rows = [
    ['mia', '541.2K', '48.1K', '1204', '3.9K', '5100'],
    ['jörg', '300K', '21.4K', '412', '980', ''],
    ['josé', '812', '64', '3', '2', ''],
  ];
  const plain = [header, ...rows].map((cells) => cells.join(',')).join('\n');
  const table = (separator: string) =>
    [header, ...rows].map((cells) => cells.join(separator)).join('\r\n');
  const figures = ({ rows: found }: Run) =>
    found.map(({ creator, estimate, low, high, score }) => [creator, estimate, low, high, score]);
  const bytes = async (input: Buffer) => {
    const file = join(folder, `${Math.random()}.csv`);
    await writeFile(file, input);
    return run([file]);
  };
  let expected: ReturnType<typeof figures>;
  beforeAll(async () => {
    expected = figures(await estimateText(plain));
    expect(expected[0]).toEqual(['mia', '3329', expect.anything(), expect.anything(), '80']);
  });

  test.each([
    ['semicolons', table(';')],
    ['tabs', table('\t')],
    ['a line that names the separator', `sep=;\r\n${table(';')}`],
    ['a comma too many in every row', plain.replaceAll('\n', ',\n')],
    ['a comma too many in all rows but the header', plain.replaceAll(/(?<=\d)\n/g, ',\n')],
    ['a byte order mark', `\ufeff${plain}`],
  ])('with %s', async (_what, text) => {
    const done = await estimateText(text);
    expect(done.complaints).toEqual([]);
    expect(done.code).toBe(0);
    expect(figures(done)).toEqual(expected);
  });

  test.each([
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${table('\t')}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(table('\t'), 'utf16le')],
    ['UTF-16, the bytes the other way', Buffer.from(`\ufeff${table(';')}`, 'utf16le').swap16()],
  ])('in %s', async (_what, input) => {
    const done = await bytes(input);
    expect(done.code).toBe(0);
    expect(figures(done)).toEqual(expected);
  });

  test('in Excel’s Windows-1252, whose creators stay two, with a word about it', async () => {
    const done = await bytes(Buffer.from(table(';'), 'latin1'));
    expect(figures(done)).toEqual(expected);
    expect(done.printed).not.toContain('\ufffd');
    expect(done.complaints).toEqual([expect.stringContaining('Windows-1252')]);
    expect(done.code).toBe(0);
  });

  test('in two encodings at once is refused by name', async () => {
    const mixed = Buffer.concat([
      Buffer.from(`${plain}\n`),
      Buffer.from('jörg,1000,50,1,2,\n', 'latin1'),
    ]);
    const done = await bytes(mixed);
    expect(done.complaints).toEqual([expect.stringContaining('written in two ways')]);
    expect(done.code).toBe(1);
  });

  test.each([
    [
      'creator,views,likes,comments,shares,views',
      'column views is there twice: "views" and "views"',
    ],
    ['creator,views,Total Views,likes,comments,shares', '"views" and "Total Views"'],
  ])('with %s is refused by name', async (line, said) => {
    const done = await estimateText(`${line}\nmia,541.2K,48.1K,1204,3.9K,7\n`);
    expect(done.complaints).toEqual([expect.stringContaining(said)]);
    expect([done.rows, done.code]).toEqual([[], 1]);
  });

  test.each([
    ['author,playCount,diggCount,commentCount,shareCount,collectCount'],
    ['Author,Play Count,Digg_Count,comment count,SHARE COUNT,Collect Count'],
    ['username,Total views,Total likes,Total comments,Total shares,Favorites'],
    ['handle,Video views,Likes,Comments,Shares,Saves'],
  ])('with the headers %s', async (line) => {
    const done = await estimateText(
      `${line}\n${rows.map((cells) => cells.join(',')).join('\n')}\n`,
    );
    expect(done.complaints).toEqual([]);
    expect(done.rows.map(({ estimate }) => estimate)).toEqual(
      expected.map(([, estimate]) => estimate),
    );
  });

  test('with an unknown header near a known one says which', async () => {
    const done = await estimateText(`creator,views,likes,comments,shares,savess,Video title\n`);
    expect(done.complaints).toEqual([expect.stringMatching(/"savess".*did you mean saves\?/)]);
    expect(done.code).toBe(0);
    const missing = await estimateText(`creator,vews,likes,comments,shares\n`);
    expect(missing.complaints).toEqual([
      expect.stringMatching(/views is missing.*"vews".*views\?/),
    ]);
  });

  test.each(['', 'N/A', 'n/a', '-', '–', 'undefined', 'null', 'None', 'NaN', '#N/A'])(
    'with %j where something isn’t known',
    async (unknown) => {
      const line = (cell: string) =>
        `mia,541.2K,48.1K,1204,3.9K,${Array(6).fill(cell).join(',')}\n`;
      const optional = 'posted,duration_s,watch_time_s,new_followers,category,saves';
      const done = await estimateText(
        `creator,views,likes,comments,shares,${optional}\n${line(unknown)}`,
      );
      expect(done.complaints).toEqual([]);
      expect(done.rows[0]?.['estimate']).toBe('3329');
    },
  );

  test('with time stamps, and days in words', async () => {
    const done = await estimateText(
      `creator,views,likes,comments,shares,createTimeISO\n${[
        '2026-11-01T12:00:00.000Z',
        '2025-11-01 18:30',
        '1700000000',
        '1 Nov 2025',
      ]
        .map((posted) => `mia,541.2K,48.1K,1204,3.9K,${posted}`)
        .join('\n')}\n`,
    );
    expect(done.complaints).toEqual([]);
    expect(done.rows).toHaveLength(4);
  });

  test('in another language: what is doubtful is refused with its readings, or read by its language', async () => {
    const text = 'creator;views;likes;comments;shares\nayşe;541,2 B;48,1 B;1.204;3,9 B\n';
    const doubtful = await estimateText(text);
    expect(doubtful.complaints).toEqual([
      expect.stringMatching(/shares "3,9 B".*3900 or 3900000000.*--language/),
    ]);
    const done = await run(['-', '--language', 'tr'], text);
    expect(done.complaints).toEqual([]);
    expect(done.rows[0]?.['estimate']).toBe('3329');
  });
});
