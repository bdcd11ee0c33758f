import { beforeEach, describe, expect, test } from 'vitest';
import { servicesOver } from '../../bench/services.js';
import { createPostingWatch } from '../../src/services/posting/watch.js';
import { providers, useDatabase } from '../support/databases.js';
import { DAY, HOUR } from '../support/scoring.js';

const START = new Date('2026-11-25T12:00:00.000Z').getTime();
const SECOND = 1_000;

describe.each(providers)('whether posts may be there of which no row knows, on %s', (provider) => {
  const database = useDatabase(provider);
  let now = START;
  /** A process of its own, whose clock may be ahead. */
  const started = (ahead = 0) =>
    createPostingWatch({ db: database.db, clock: () => new Date(now + ahead) });
  const rows = () => database.db.prisma.digestWatch;
  const at = (ms: number) => new Date(ms);
  beforeEach(async () => {
    now = START;
    await rows().deleteMany();
  });

  test('up to now, where nobody ever looked; then no more, however long it sleeps', async () => {
    const watch = started();
    expect(await watch.look()).toEqual(at(START));
    for (const later of [SECOND, 30 * SECOND, HOUR, 8 * DAY]) {
      now += later;
      expect(await watch.look()).toEqual(at(START));
    }
  });

  test('no, where a process has looked, whichever of its posts it looks for first', async () => {
    const { digestQueue, letterQueue, noticeQueue } = servicesOver(database.db, () => at(now));
    await digestQueue.claim(1);
    now += 2 * 60 * SECOND;
    await letterQueue.claim(1);
    await noticeQueue.claim(1);
    expect(await rows().findMany({ select: { lookUntil: true } })).toEqual([
      { lookUntil: at(START) },
    ]);
  });

  test('no, after a restart; yes, after a minute in which nobody ran', async () => {
    await started().look();
    now += 55 * SECOND;
    expect(await started().look()).toEqual(at(START));
    now += 61 * SECOND;
    expect(await started().look()).toEqual(at(now));
  });

  test.each([
    ['older', async () => void (await rows().updateMany({ data: { seenAt: at(START - DAY) } }))],
    ['without it', async () => void (await rows().deleteMany())],
  ])('yes, where a running process finds the database %s', async (_, restored) => {
    const processes = [started(), started()];
    for (const watch of processes) await watch.look();
    now += 90 * SECOND;
    await processes[0]?.look();
    await restored();
    now += SECOND;
    const found = now;
    expect(await processes[0]?.look()).toEqual(at(found));
    now += SECOND;
    expect(await processes[1]?.look()).toEqual(at(found));
  });

  test('no, where clocks differ or are put back; all at once agree', async () => {
    const [first, second] = [started(), started(10 * 60 * SECOND)];
    await first.look();
    expect(await second.look()).toEqual(at(START + 10 * 60 * SECOND));
    now += 30 * SECOND;
    const known = await second.look();
    expect(await first.look()).toEqual(known);
    now -= HOUR / 2;
    expect(await first.look()).toEqual(known);
    now += DAY;
    const many = await Promise.all(Array.from({ length: 5 }, () => started().look()));
    expect(new Set(many.map(Number)).size).toBe(1);
  });
});
