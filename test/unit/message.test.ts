import { describe, expect, test } from 'vitest';
import { saying } from '../../src/words/message.js';

describe('a text that depends on a number', () => {
  test('has as many forms as its language', () => {
    const say = saying('pl');
    const videos = (n: number) =>
      say(
        '{n, plural, one {{count} film} few {{count} filmy} many {{count} filmów} other {{count} filmu}}',
        { n, count: String(n) },
      );
    expect([0, 1, 2, 5, 12, 22, 25].map(videos)).toEqual([
      '0 filmów',
      '1 film',
      '2 filmy',
      '5 filmów',
      '12 filmów',
      '22 filmy',
      '25 filmów',
    ]);
  });

  test('has the six of Arabic, and digits of the reader’s', () => {
    const say = saying('ar');
    const pattern =
      '{n, plural, zero {لا فيديو} one {فيديو واحد} two {فيديوهان} few {{count} فيديوهات} many {{count} فيديو، كثيرة} other {{count} فيديو}}';
    const said = (n: number) =>
      say(pattern, { n, count: new Intl.NumberFormat('ar-EG').format(n) });
    expect([0, 1, 2, 3, 11, 100].map(said)).toEqual([
      'لا فيديو',
      'فيديو واحد',
      'فيديوهان',
      '٣ فيديوهات',
      '١١ فيديو، كثيرة',
      '١٠٠ فيديو',
    ]);
  });

  test('is decided by the number, and shows it as it comes', () => {
    const say = saying('en');
    const saves = (n: number, count: string) =>
      say('{n, plural, one {{count} save} other {{count} saves}}', { n, count });
    expect(saves(1_204_000, '1,2 Mio.')).toBe('1,2 Mio. saves');
    expect(saves(1, '١')).toBe('١ save');
  });

  test('can have a case of its own for a number, and for a word', () => {
    const say = saying('en');
    const told = (n: number, basis: string) =>
      say(
        '{n, plural, =0 {Nothing yet} one {{n} video} other {{n} videos}}{basis, select, counted {} other {, estimated}}.',
        { n, basis },
      );
    expect(told(0, 'counted')).toBe('Nothing yet.');
    expect(told(1, 'counted')).toBe('1 video.');
    expect(told(0.5, 'toString')).toBe('0.5 videos, estimated.');
  });
});

describe('what stands around it', () => {
  const say = saying('en');

  test('stays as it is: Markdown, mentions, tags, apostrophes, line breaks', () => {
    const text =
      'I can’t see `videos` in <#{id}>: **{why}**, isn’t it?\n<b>~~{n} %~~</b> "x" | can\'t';
    expect(say(text, { id: '12', why: 'it’s gone', n: 3 })).toBe(
      'I can’t see `videos` in <#12>: **it’s gone**, isn’t it?\n<b>~~3 %~~</b> "x" | can\'t',
    );
  });

  test.each(["it's '{here}'", '{n, plural, other {#}}', '<b>', '{', "''", '’', '# \\ `'])(
    'and so does what a member wrote: %s',
    (title) => {
      expect(say('{n, plural, one {One: {title}} other {{n}: {title}}}', { n: 2, title })).toBe(
        `2: ${title}`,
      );
    },
  );
});

describe('a mistake', () => {
  const say = saying('en');

  test('that a value is missing is an error when it is said', () => {
    const undecided = () => say('{n, plural, one {{days} day} other {{days} days}}', { days: '3' });
    expect(undecided).toThrow('"n"');
    const unshown = () => say('{n, plural, one {{days} day} other {{days} days}}', { n: 3 });
    expect(unshown).toThrow('"days"');
    // @ts-expect-error: there is nothing in it.
    const empty = () => say('{days} days', { days: undefined });
    expect(empty).toThrow('no value for {days}');
  });

  test('that ICU would write a number is an error: it doesn’t know the reader’s locale', () => {
    expect(() => say('{n, plural, one {# day} other {# days}}', { n: 3 })).toThrow('formatted');
    expect(() => say('{n, number} days', { n: 3 })).toThrow('formatted');
  });

  test('in a pattern is an error where it is said, not at the start', () => {
    expect(() => say('{n, plural, one {day}', { n: 3 })).toThrow();
    expect(() => say('{n, plural, one {day}}', { n: 3 })).toThrow();
  });
});
