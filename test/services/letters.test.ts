import { beforeEach, describe, expect, test } from 'vitest';
import { weeklyEmbed } from '../../src/embeds/letters.js';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { createLetterComposer } from '../../src/services/letters/composer.js';
import { readLetter } from '../../src/services/letters/content.js';
import { type ClaimedLetter, createLetterQueue } from '../../src/services/letters/queue.js';
import { createReminders } from '../../src/services/letters/reminders.js';
import { createWeekly } from '../../src/services/letters/weekly-rule.js';
import { wordsOf } from '../../src/words/languages.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  HOUR,
  idOf,
  linkTo,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

const CHANNEL = 900_000_000_000_000_001n;
const MINUTE = 60_000;

describe.each(providers)('letters on %s', (provider) => {
  const at = useScoring(provider);
  let greeted: bigint[] = [];
  let answer: bigint | 'closed' | 'unreachable' = CHANNEL;
  beforeEach(() => {
    greeted = [];
    answer = CHANNEL;
  });
  const directMessages = {
    greet: (memberId: bigint) => {
      greeted.push(memberId);
      return Promise.resolve(answer);
    },
  };
  const context = () => ({ db: at.db, clock: () => at.now, directMessages });
  const reminders = () => createReminders(context());
  const weekly = () => createWeekly(context());
  const queue = () => createLetterQueue(context(), { gatheredFor: 0 });
  const composer = () => createLetterComposer(context());
  const asker = (callerId = ada) => ({ callerId, locale: 'en-US', interactionId: at.nextId() });

  /** A video of Ada's that is two hours old, scored. */
  async function young(n = 1, who: { creatorId?: bigint } = {}): Promise<bigint> {
    const link = linkTo(n, { days: (at.now.getTime() - START.getTime()) / -DAY + 2 / 24 });
    return (await scoreOf(at.submit({ link }, who))).readingId;
  }
  const START = new Date('2026-11-23T12:00:00.000Z');

  /** Everything that is due now, as it would be sent. */
  async function due(): Promise<ClaimedLetter[]> {
    while ((await queue().takeDue(50)) > 0);
    return queue().claim(50);
  }

  /** Sends it, as the runner does. */
  async function send(letter: ClaimedLetter): Promise<'sent' | 'nothing' | 'not any more'> {
    const content = await composer().compose(letter);
    if (content === null) {
      await queue().skip(letter, { kind: 'nothing left' });
      return 'nothing';
    }
    if (!(await queue().beginSending(letter, content))) return 'not any more';
    await queue().posted(letter, at.nextId(), at.now);
    return 'sent';
  }

  test('the first press says hello, the next ones don’t', async () => {
    const [one, other] = [await young(1), await young(2)];
    expect(await reminders().remind(one, asker())).toMatchObject({
      ...{ kind: 'set', age: 24, more: [72, 168] },
      dueAt: new Date(START.getTime() + 22 * HOUR),
    });
    await reminders().remind(other, asker());
    expect(greeted).toEqual([ada]);
  });

  test.each(['closed', 'unreachable'] as const)(
    'where Discord says %s nothing is stored',
    async (said) => {
      answer = said;
      expect(await reminders().remind(await young(), asker())).toEqual({ kind: said });
      expect(await at.prisma.mailbox.count()).toBe(0);
      expect(await at.prisma.reminder.count()).toBe(0);
    },
  );

  test('only its author can ask for one, and only for an age that lies ahead', async () => {
    const readingId = await young();
    expect(await refusalOf(reminders().remind(readingId, asker(ben)))).toEqual({
      kind: 'only the author',
    });
    at.pass(8 * DAY);
    expect(await reminders().remind(readingId, asker())).toEqual({ kind: 'nothing ahead' });
    expect(greeted).toEqual([]);
  });

  test('pressed twice it is one, and the next age only by its own button', async () => {
    const readingId = await young();
    await reminders().remind(readingId, asker(), 24);
    await reminders().remind(readingId, asker(), 24);
    expect(await at.prisma.reminder.count()).toBe(1);
    await reminders().remind(readingId, asker(), 72);
    expect(await at.prisma.reminder.count()).toBe(2);
  });

  test('several due are one letter, within the hours, on a day of its own', async () => {
    for (const n of [1, 2, 3]) await reminders().remind(await young(n), asker());
    await reminders().setHours({ from: '18:00', to: '20:00', timezone: 'UTC' }, asker());
    at.pass(22 * HOUR + MINUTE);
    expect(await due()).toEqual([]);
    at.pass(8 * HOUR);
    const [letter, ...more] = await due();
    expect(more).toEqual([]);
    if (letter === undefined) throw new Error('Nothing was due.');
    const content = await composer().compose(letter);
    expect(content?.reminders).toHaveLength(3);
    expect(await send(letter)).toBe('sent');
    // What becomes due later on the same day waits for the next.
    const again = await young(4);
    await reminders().remind(again, asker());
    await at.prisma.reminder.updateMany({ where: { letterId: null }, data: { dueAt: at.now } });
    await reminders().setHours({}, asker());
    expect(await due()).toEqual([]);
    at.pass(DAY);
    expect(await due()).toHaveLength(1);
  });

  test('many takers at once: each letter is made and taken once', async () => {
    const members = Array.from({ length: 30 }, (_, n) => ada + 100n + BigInt(n));
    for (const [n, creatorId] of members.entries()) {
      await reminders().remind(await young(n + 1, { creatorId }), asker(creatorId));
    }
    at.pass(23 * HOUR);
    await Promise.all(Array.from({ length: 6 }, () => queue().takeDue(10)));
    while ((await queue().takeDue(50)) > 0);
    expect(await at.prisma.letter.count()).toBe(members.length);
    const taken = (await Promise.all(Array.from({ length: 6 }, () => queue().claim(10)))).flat();
    const all = [...taken, ...(await queue().claim(50))].map(({ creatorId }) => creatorId);
    expect(new Set(all).size).toBe(members.length);
    expect(all).toHaveLength(members.length);
  });

  test('a video whose numbers were sent meanwhile isn’t in it; nothing left, nothing sent', async () => {
    const readingId = await young();
    await reminders().remind(readingId, asker());
    at.pass(22 * HOUR + MINUTE);
    await at.submit({ link: linkTo(1, { days: 2 / 24 }), views: '600K', likes: '45K' });
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    expect(await send(letter)).toBe('nothing');
    expect(await at.prisma.letter.findMany()).toMatchObject([{ state: 'skipped', content: null }]);
  });

  test('what is called off while it is composed doesn’t go', async () => {
    await reminders().remind(await young(), asker());
    at.pass(23 * HOUR);
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    const content = await composer().compose(letter);
    if (content === null) throw new Error('Nothing was left.');
    expect(await reminders().stop(ada, 'everything')).toBe(1);
    expect(await queue().beginSending(letter, content)).toBe(false);
    at.pass(MINUTE);
    const [anew] = await due();
    if (anew === undefined) throw new Error('It was not put back.');
    expect(await send(anew)).toBe('nothing');
  });

  test('later is a day later, once', async () => {
    await reminders().remind(await young(), asker());
    at.pass(23 * HOUR);
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    expect(await send(letter)).toBe('sent');
    expect(await reminders().later(letter.id, ben)).toBe(0);
    expect(await reminders().later(letter.id, ada)).toBe(1);
    expect(await reminders().later(letter.id, ada)).toBe(0);
    at.pass(DAY + MINUTE);
    const [again] = await due();
    if (again === undefined) throw new Error('It did not come back.');
    expect(await send(again)).toBe('sent');
  });

  test('closed messages park it; the list says so and tries again, the next press greets anew', async () => {
    const readingId = await young();
    await reminders().remind(readingId, asker());
    at.pass(23 * HOUR);
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    await queue().park(letter, { kind: 'closed' }, null, 'Cannot send messages to this user');
    expect(await due()).toEqual([]);
    const found = await reminders().list(ada);
    expect(found.closedAt).toEqual(at.now);
    expect(found.troubled).toMatchObject([{ reason: { kind: 'closed' } }]);
    const [again] = await due();
    if (again === undefined) throw new Error('It was not tried again.');
    await reminders().remind(readingId, asker(), 72);
    expect(greeted).toEqual([ada, ada]);
    expect(await send(again)).toBe('sent');
    expect((await reminders().list(ada)).closedAt).toBeNull();
  });

  test('a weekly note comes only where something is new, and ends with one press', async () => {
    await at.submit({ link: linkTo(1) });
    const rule = { weekday: 3, time: '18:00', timezone: 'UTC' };
    expect(await weekly().turnOn(rule, asker())).toMatchObject({
      ...{ kind: 'on', next: new Date('2026-11-25T18:00:00Z') },
    });
    at.pass(2 * DAY + 6 * HOUR + MINUTE);
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    expect((await composer().compose(letter))?.weekly).toMatchObject({ scored: 1 });
    expect(await send(letter)).toBe('sent');
    at.pass(7 * DAY);
    const [quiet] = await due();
    if (quiet === undefined) throw new Error('Nothing was due.');
    expect(await send(quiet)).toBe('nothing');
    expect(await weekly().turnOff(ada)).toBe(true);
    expect(await weekly().turnOff(ada)).toBe(false);
    at.pass(7 * DAY);
    expect(await due()).toEqual([]);
  });

  test('the weekly note sets the week beside the one before, at the same age', async () => {
    const counts = { likes: '9000', comments: '80', shares: '200' };
    // One video a day, read at three days and at four; from the fourth on twice as many see them.
    for (let n = 1; n <= 9; n += 1) {
      const link = `https://www.tiktok.com/@ada.films/video/${idOf(n, 4 - n)}`;
      const saves = n === 9 ? { saves: '2100' } : {};
      const views = n < 4 ? [100_000, 120_000] : [200_000, 240_000];
      await at.submit({ ...counts, title: `Knot ${n}`, link, views: String(views[0]) });
      at.pass(DAY);
      await at.submit({ ...counts, ...saves, title: `Knot ${n}`, link, views: String(views[1]) });
    }
    at.pass(HOUR);
    const note = await weekly().preview(ada);
    if (note === null) throw new Error('Nothing is new.');
    expect(note).toMatchObject({ scored: 7, card: { week: 1 } });
    expect(note.videos.map(({ title, times }) => [title, times])).toEqual([
      ['Knot 9', 1],
      ['Knot 8', 1],
      ['Knot 7', 1],
    ]);
    expect(note.weeks).toEqual({ now: { times: 1, videos: 7 }, before: { times: 0.5, videos: 2 } });
    const words = JSON.stringify(weeklyEmbed(note, null, wordsOf('en-US')));
    expect(words).toContain('1 times the views of your others this week (7 videos)');
    expect(words).toContain('0.5 times the week before (2 videos)');
    // Kept by a program that didn't compare them yet.
    const { weeks, ...earlier } = note;
    const kept = { version: 1, reminders: [], weekly: earlier };
    expect(readLetter(kept).weekly).toMatchObject({ weeks: null });
    expect(
      JSON.stringify(weeklyEmbed({ ...note, weeks: null }, null, wordsOf('en-US'))),
    ).not.toContain('week before');
    expect(weeks).not.toBeNull();
  });

  test('the weekly note asks for real counts that aren’t told yet, of videos a month old at most', async () => {
    await at.submit({ link: linkTo(9), title: 'Long ago', views: '80K', likes: '900' });
    at.pass(31 * DAY);
    for (const n of [1, 2, 3, 4]) {
      await at.submit({ link: linkTo(n), title: `Knot ${n}`, views: `${n}00K`, likes: `${n}K` });
    }
    const rule = { weekday: 6, time: '18:00', timezone: 'UTC' };
    await weekly().turnOn(rule, asker());
    const askedNow = async () => {
      at.pass(7 * DAY);
      const [letter] = await due();
      if (letter === undefined) throw new Error('Nothing was due.');
      const content = await composer().compose(letter);
      await send(letter);
      return (content?.weekly?.ask ?? []).map(({ title }) => title);
    };
    const first = await askedNow();
    expect(first.length).toBeGreaterThan(0);
    expect(first.every((title) => title?.startsWith('Knot '))).toBe(true);
    const told = first[0] ?? '';
    const n = Number(told.split(' ')[1]);
    await at.submit({ link: linkTo(n), views: `${n}00K`, likes: `${n}K`, saves: `${n}100` });
    expect(await askedNow()).not.toContain(told);
  });

  test('what was sent is forgotten after two weeks, with its reminders', async () => {
    await reminders().remind(await young(), asker());
    at.pass(23 * HOUR);
    const [letter] = await due();
    if (letter === undefined) throw new Error('Nothing was due.');
    await send(letter);
    const forgetting = createForgetting(context(), 30);
    at.pass(13 * DAY);
    await forgetting.tidy();
    expect(await at.prisma.letter.count()).toBe(1);
    at.pass(2 * DAY);
    await forgetting.tidy();
    expect(await at.prisma.letter.count()).toBe(0);
    expect(await at.prisma.reminder.count()).toBe(0);
  });
});
