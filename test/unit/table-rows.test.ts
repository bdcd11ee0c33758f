import { describe, expect, test } from 'vitest';
import { readHeader } from '../../src/services/estimate/rows.js';

const now = new Date('2026-11-29T12:00:00Z');

/** What one row of a table comes to: its results, or why it has none. */
function answer(header: string, row: string, language?: string): string {
  const read = readHeader(header.split(';'), now, language);
  if (!read.ok) return read.reason;
  const done = read.estimateRow(row.split(';'));
  return done.ok ? done.results.join(' ').trim() : done.reason;
}

const five = 'creator;views;likes;comments;shares';

describe('a row that can’t be true, or is doubtful, is named', () => {
  test.each([
    ['ana;1,2 Mn;48 B;9;9', five, undefined, /likes "48 B" is doubtful \(it can be 48000 or/],
    ['ana;12B;9;9;9', five, undefined, /views "12B"/],
    ['ana;2.4 mil;9K;9;9', five, 'en-US', /views "2.4 mil".*2400 or 2400000/],
    ['ana;500;900;9;9', five, undefined, /likes "900" is 900, more than the 500 views/],
    ['ana;9007199254740991;9;9;9', five, undefined, /more than any video/],
    [
      'ana;5000;90;9;9;34000;34',
      `${five};watch_time_s;duration_s`,
      undefined,
      /watch_time_s "34000"/,
    ],
    ['ana;5000;90;9;9;7.41235E+18', `${five};video`, undefined, /video "7.41235E\+18" has lost/],
    ['ana;5000;90;9;9;7412350000000000000', `${five};video`, undefined, /has lost its last digits/],
    [
      'ana;5000;90;9;9;1764324000;2026-11-27',
      `${five};createTime;createTimeISO`,
      undefined,
      /twice/,
    ],
  ])('%s', (row, header, language, reason) => {
    expect(answer(header, row, language)).toMatch(reason);
  });
});

describe('a row as exports have it is estimated', () => {
  const link = 'https://www.tiktok.com/@ana/video/7300000000000000001';
  test.each([
    ['ana;5000;90;9;9;1764324000;2025-11-28T10:00:00.000Z', `${five};createTime;createTimeISO`],
    ['ana;5000;90;9;9;1764324000.0', `${five};createTime`],
    [`${link};5000;90;9;9`, 'Video link;Total views;Total likes;Total comments;Total shares'],
    [
      'ana;5000;90;9;9',
      'creator;statsV2.playCount;statsV2.diggCount;statsV2.commentCount;stats.shareCount',
    ],
    ['ana;5000;90;9;9;00:00:34', `${five};duration`],
    ['ana;5000;90;9;9;34 sec', `${five};duration`],
    ['ana;5000;90;9;9;1m 5s', `${five};duration`],
  ])('%s', (row, header) => {
    expect(answer(header, row)).toMatch(/^\d+ \d+ \d+/);
  });

  test('saves under each name that exports give them are a truth', () => {
    for (const name of ['favorites_count', 'statistics.collectCount', 'Bookmarks']) {
      expect(answer(`${five};${name}`, 'ana;5000;90;9;9;6000')).toBe(
        'more saves (6000) than views (5000)',
      );
    }
  });

  test('with nothing in it comes back with nothing', () => {
    expect(answer(five, ';;;;')).toBe('');
  });
});
