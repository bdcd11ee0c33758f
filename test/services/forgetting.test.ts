import { describe, expect, test } from 'vitest';
import { createConsents } from '../../src/services/consent.js';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { createChanges } from '../../src/services/history/changes.js';
import { bytesOf, failAt, providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  draftOf,
  elsewhere,
  here,
  linkTo,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

describe.each(providers)('what is forgotten on %s', (provider) => {
  const at = useScoring(provider);
  const clock = () => at.now;
  const forgetting = (days: number) => createForgetting({ db: at.db, clock }, days);
  const consents = () =>
    createConsents({ db: at.db, clock, members: { isMember: () => Promise.resolve(true) } });

  async function fill() {
    await consents().join(here, ada);
    await consents().join(elsewhere, ada);
    await at.prisma.setting.create({ data: { guildId: here, key: 'digest', value: { day: 1 } } });
    const mine = await scoreOf(at.submit({ link: linkTo(1), saves: '9K' }));
    const other = await scoreOf(
      at.submit({ link: linkTo(2), saves: '9K' }, { guildId: elsewhere }),
    );
    return { mine, other };
  }

  test('a server that removed the bot goes after its days, not before', async () => {
    await fill();
    await at.guilds.left(here);
    at.pass(30 * DAY - 1000);
    expect(await forgetting(30).tidy()).toBe(0);
    expect(await at.rows()).toMatchObject({ guilds: 2 });
    at.pass(1000);
    expect(await forgetting(30).tidy()).toBe(1);
    expect(await at.prisma.guild.findMany()).toMatchObject([{ id: elsewhere }]);
    expect(await at.prisma.consent.findMany()).toMatchObject([{ guildId: elsewhere }]);
    expect(await at.prisma.setting.count()).toBe(0);
    expect(await forgetting(30).tidy()).toBe(0);
  });

  test('with 0 days it goes at once; one that took the bot back stays', async () => {
    await fill();
    await at.guilds.left(here);
    await at.guilds.left(elsewhere);
    await at.guilds.joined(elsewhere);
    expect(await forgetting(0).tidy()).toBe(1);
    expect(await at.prisma.guild.findMany()).toMatchObject([{ id: elsewhere }]);
  });

  test('one that can’t be forgotten is told of and tried again; the others go all the same', async () => {
    await fill();
    for (const guildId of [here, elsewhere]) await at.guilds.left(guildId);
    const mend = await failAt(at.db, 'DELETE', { table: 'Guild', column: 'id', id: here });
    const told: bigint[] = [];
    const tell = (guildId: bigint) => void told.push(guildId);
    const forgetter = forgetting(0);
    expect(await forgetter.tidy(tell)).toBe(1);
    expect(await at.prisma.guild.findMany()).toMatchObject([{ id: here }]);
    await mend();
    expect(await forgetter.tidy(tell)).toBe(1);
    expect(await at.prisma.guild.count()).toBe(0);
    expect(told).toEqual([here]);
  });

  test('two processes forget it once, and neither fails', async () => {
    await fill();
    await at.guilds.left(here);
    const done = await Promise.all([forgetting(0).tidy(), forgetting(0).tidy()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('readings stay with their creators and are shown to nobody else', async () => {
    const { mine, other } = await fill();
    await at.guilds.left(here);
    await forgetting(0).tidy();
    expect(await at.rows()).toMatchObject({ readings: 2, truths: 2, videos: 2, estimates: 2 });
    expect(await at.prisma.reading.findUnique({ where: { id: mine.readingId } })).toMatchObject({
      guildId: null,
    });
    const gone = { kind: 'reading gone' };
    for (const guildId of [here, elsewhere]) {
      for (const id of [ada, ben]) {
        expect(await refusalOf(at.scores.find(mine.readingId, { id, guildId }))).toEqual(gone);
      }
    }
    expect(await refusalOf(at.scores.find(mine.readingId, { id: ben, guildId: null }))).toEqual(
      gone,
    );
    // In a direct message its creator finds it, and what it taught goes on.
    expect(await at.scores.find(mine.readingId, { id: ada, guildId: null })).toMatchObject({
      guildId: null,
      trueSaves: 9000n,
    });
    expect(await scoreOf(at.submit({ link: linkTo(3) }))).toMatchObject({ learnedFrom: 2 });
    expect((await at.scores.find(other.readingId, { id: ben, guildId: elsewhere })).guildId).toBe(
      elsewhere,
    );
  });

  test('what members taught each other there teaches nobody any more', async () => {
    for (const creatorId of [ada, ben, 77n]) {
      for (const n of [1, 2, 3]) {
        await at.submit(
          { link: linkTo(n, { handle: `of${creatorId}` }), saves: '9K' },
          { creatorId },
        );
      }
    }
    const newcomer = { creatorId: 78n };
    const before = await scoreOf(at.submit({ link: linkTo(9, { handle: 'new' }) }, newcomer));
    expect(before.learnedHere).toBeGreaterThan(0);
    await forgetting(30).forgetServer(here);
    const after = await scoreOf(at.submit({ link: linkTo(10, { handle: 'new' }) }, newcomer));
    expect(after.learnedHere).toBe(0);
  });

  test('a server goes on request while the bot is in it, with many readings', async () => {
    await fill();
    const [reading] = await at.prisma.reading.findMany({ where: { guildId: here } });
    if (reading === undefined) throw new Error('Nothing was stored.');
    const more = Array.from({ length: 2_300 }, (_, n) => ({
      ...reading,
      id: reading.id + BigInt(n + 1000),
      tipTurn: null,
    }));
    await at.prisma.reading.createMany({ data: more });
    expect(await forgetting(30).forgetServer(here)).toBe(true);
    expect(await at.prisma.reading.count({ where: { guildId: here } })).toBe(0);
    expect(await at.prisma.reading.count({ where: { guildId: null } })).toBe(2_301);
    expect(await forgetting(30).forgetServer(here)).toBe(false);
  });

  test('drafts go when their fifteen minutes are over', async () => {
    const id = await draftOf(at.submit({ views: '10', likes: '5000' }));
    await forgetting(30).tidy();
    expect(await at.prisma.draft.findMany()).toMatchObject([{ id }]);
    at.pass(15 * 60_000 + 1);
    await forgetting(30).tidy();
    expect(await at.prisma.draft.count()).toBe(0);
  });

  /** A reading that was removed, and can be put back for a day. */
  async function removed(title: string): Promise<bigint> {
    const { readingId } = await scoreOf(at.submit({ link: linkTo(1), title }));
    const who = { interactionId: at.nextId(), callerId: ada };
    return (await createChanges({ db: at.db, clock }).remove(readingId, who)).changeId;
  }

  test('what undoes a change goes when its day is over, without another change', async () => {
    const id = await removed('A lighthouse');
    at.pass(DAY);
    await forgetting(30).tidy();
    expect(await at.prisma.undo.findMany()).toMatchObject([{ id }]);
    at.pass(1);
    await forgetting(30).tidy();
    expect(await at.prisma.undo.count()).toBe(0);
  });

  // PostgreSQL's files keep it until they are written anew: test/cli/forget-files.test.ts.
  if (provider === 'sqlite') {
    const stands = async (title: string) => (await bytesOf(at.url)).includes(title);

    test('what undoes a change goes from the files of the database, too', async () => {
      const { tidy } = forgetting(30);
      await tidy();
      await removed('A lighthouse');
      at.pass(DAY + 1);
      expect(await stands('A lighthouse')).toBe(true);
      await tidy();
      expect(await stands('A lighthouse')).toBe(false);
    });

    test('a draft goes from them, too, whatever its creator does meanwhile', async () => {
      const { tidy } = forgetting(30);
      await tidy();
      const improbable = { views: '10', likes: '5000' };
      await draftOf(at.submit({ ...improbable, title: 'A lighthouse' }));
      at.pass(15 * 60_000 + 1);
      await draftOf(at.submit(improbable));
      await tidy();
      expect(await stands('A lighthouse')).toBe(false);
    });

    test('what a process that was killed had deleted is overwritten by the next one', async () => {
      await removed('A lighthouse');
      await at.prisma.undo.deleteMany();
      expect(await stands('A lighthouse')).toBe(true);
      await forgetting(30).tidy();
      expect(await stands('A lighthouse')).toBe(false);
    });
  }
});
