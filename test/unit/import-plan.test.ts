import { describe, expect, it } from 'vitest';
import { planEmbed, restFiles } from '../../src/embeds/imports.js';
import type { Assumed, Drop, ImportedDay } from '../../src/services/import/drop.js';
import { wordsOf } from '../../src/words/languages.js';

type Plan = Parameters<typeof planEmbed>[0];

/** A plan with these assumptions, and days that end on the 8th of March. */
function planOf(assumed: readonly Assumed[], more: Partial<Drop> = {}): Plan {
  const days = ['2026-03-07', '2026-03-08'].map(
    (day): ImportedDay => ({
      ...{ handle: 'yard', part: 'overview', day, asOf: '2026-03-10' },
      values: { views: 5n },
    }),
  );
  const drop: Drop = { files: [], videos: [], days, hours: [], left: [], assumed, ...more };
  const known = { videos: 0, known: 0, lastImport: null, newDays: 2 };
  const news = { ...known, readings: [], raised: [], days, hours: [] };
  return {
    ...{ kind: 'plan', drop, news, draftId: 7n },
    expiresAt: new Date('2026-03-10T08:00:00Z'),
  };
}

const withoutYears = (file: string): Assumed => ({
  ...{ what: 'days', file, from: '2026-01-02', to: '2026-03-10' },
});

const assumedOf = (plan: Plan) =>
  planEmbed(plan, wordsOf('en-GB')).fields?.find(({ name }) => name === 'What I take for true')
    ?.value ?? '';

describe('the plan of an import', () => {
  it('says each assumption once with all its files, without the one archive they are from', () => {
    const files = ['a.zip › Viewers.csv', 'a.zip › Overview.csv', 'a.zip › FollowerHistory.csv'];
    const shown = assumedOf(
      planOf([...files.map(withoutYears), { what: 'today', file: 'a.zip › Own.csv' }]),
    );
    expect(shown.split('\n')).toEqual([
      'Without years: `Viewers.csv`, `Overview.csv`, `FollowerHistory.csv`. I take the latest that fit, so the last day in there is 10 Mar 2026.',
      'Without a word on when it was read: `Own.csv`. I take today.',
    ]);
  });

  it('keeps the names of archives where there are several', () => {
    const shown = assumedOf(planOf([withoutYears('a.zip › V.csv'), withoutYears('b.zip › V.csv')]));
    expect(shown).toContain('`a.zip › V.csv`, `b.zip › V.csv`');
  });

  it('says why the days it keeps end before those of the files', () => {
    const end = (plan: Plan) => planEmbed(plan, wordsOf('en-GB')).description;
    expect(end(planOf([withoutYears('V.csv')]))).toContain(
      'to 8 Mar 2026: 2 new. The files go on to 10 Mar 2026: those days aren’t counted yet.',
    );
    expect(end(planOf([]))).not.toContain('go on');
  });

  it('of files it can’t read isn’t called nothing new', () => {
    const left = [{ file: 'notes.txt', line: null, why: { why: 'not a table' } }] as const;
    const { drop, ...plan } = planOf([], { days: [], left });
    expect(planEmbed({ ...plan, drop, draftId: null }, wordsOf('en-GB')).title).toBe(
      'Nothing I can store',
    );
    expect(planEmbed({ ...planOf([]), draftId: null }, wordsOf('en-GB')).title).toBe('Nothing new');
  });

  it('puts what there is no room for into a file', () => {
    const many = Array.from({ length: 9 }, (_, n): Assumed => {
      return { what: 'last hours', file: `F${n}.csv`, day: `2026-02-1${n}` };
    });
    expect(assumedOf(planOf(many))).toContain('… and 3 more, in the file below.');
    const [file, ...others] = restFiles(planOf(many), wordsOf('en-GB'));
    expect(file?.text.split('\n')).toHaveLength(10);
    expect(file?.text).toContain('18 Feb 2026');
    expect(others).toEqual([]);
    expect(restFiles(planOf(many.slice(0, 6)), wordsOf('en-GB'))).toEqual([]);
  });
});
