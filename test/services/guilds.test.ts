import { describe, expect, test } from 'vitest';
import { providers } from '../support/databases.js';
import { DAY, elsewhere, here, scoreOf, useScoring } from '../support/scoring.js';

describe.each(providers)('servers on %s', (provider) => {
  const at = useScoring(provider);

  test('are known from when the bot joined', async () => {
    await at.guilds.joined(here);
    expect(await at.prisma.guild.findMany()).toEqual([
      { id: here, createdAt: at.now, leftAt: null },
    ]);
  });

  test('are remembered when the bot leaves, with when, and taken up again when it is back', async () => {
    const joinedAt = at.now;
    await at.guilds.joined(here);
    await at.guilds.joined(elsewhere);
    at.pass(DAY);
    await at.guilds.left(here);
    const leftAt = at.now;
    const all = () => at.prisma.guild.findMany({ orderBy: { id: 'asc' } });
    expect(await all()).toEqual([
      { id: here, createdAt: joinedAt, leftAt },
      { id: elsewhere, createdAt: joinedAt, leftAt: null },
    ]);
    at.pass(DAY);
    await at.guilds.joined(here);
    expect(await all()).toMatchObject([{ createdAt: joinedAt, leftAt: null }, { leftAt: null }]);
  });

  test('that nobody knows can be left', async () => {
    await at.guilds.left(404n);
    expect(await at.prisma.guild.count()).toBe(0);
  });

  test('are put in line where they say something else than Discord, and none holds up the others', async () => {
    const unheardOf = elsewhere + 1n;
    for (const id of [here, elsewhere, unheardOf]) await at.guilds.joined(id);
    await at.guilds.left(here);
    // PostgreSQL takes no such day.
    if (provider === 'sqlite') {
      await at.prisma.$executeRawUnsafe(
        `UPDATE "Guild" SET "leftAt" = 99999999999999999 WHERE "id" = ${here}`,
      );
    }
    const asDiscordSays = (now: ReadonlyMap<bigint, boolean>) =>
      at.guilds.outOfLine((id) => now.get(id)).then((ids) => ids.toSorted());
    const [yes, no] = [true, false];
    expect(
      await asDiscordSays(
        new Map([
          [here, yes],
          [elsewhere, no],
        ]),
      ),
    ).toEqual([here, elsewhere].toSorted());
    expect(
      await asDiscordSays(
        new Map([
          [here, no],
          [elsewhere, yes],
        ]),
      ),
    ).toEqual([]);
  });

  test('keep their readings when the bot leaves', async () => {
    const { readingId } = await scoreOf(at.submit());
    await at.guilds.left(here);
    expect(await at.prisma.reading.findMany()).toMatchObject([{ id: readingId, guildId: here }]);
  });

  test('can be joined twenty times at once, while members submit', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => [at.guilds.joined(here), at.submit()]).flat(),
    );
    expect(await at.rows()).toMatchObject({ guilds: 1, readings: 20 });
  });
});
