import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { createNewcomers } from '../../src/services/newcomers.js';
import { createSettings } from '../../src/services/settings.js';
import { providers } from '../support/databases.js';
import { ada, ben, elsewhere, here, useScoring } from '../support/scoring.js';

describe.each(providers)('newcomers on %s', (provider) => {
  const at = useScoring(provider);
  const clock = () => at.now;
  const command = (memberId = ada, guildId = here) => ({
    ...{ guildId, memberId, interactionId: at.nextId(), at: at.now },
  });
  const claim = (...of: Parameters<typeof command>) =>
    createNewcomers({ db: at.db, clock }).claim(command(...of));
  const want = (greeting: boolean, guildId = here) =>
    createSettings({ db: at.db, clock }).change(guildId, { greeting });

  test('are greeted once in each server that wants it', async () => {
    expect(await claim()).toBe(false);
    await want(true);
    expect(await claim()).toBe(true);
    expect(await claim()).toBe(false);
    expect(await claim(ada, elsewhere)).toBe(false);
    await want(true, elsewhere);
    expect(await claim(ada, elsewhere)).toBe(true);
    await want(false);
    expect(await claim(ben)).toBe(false);
    expect(await at.prisma.saidOnce.count()).toBe(2);
  });

  test('of two processes in the same moment one does', async () => {
    await want(true);
    const other = await openDatabase(at.url, () => undefined);
    try {
      const both = [at.db, other].map((db) => createNewcomers({ db, clock }));
      const claims = await Promise.all(
        Array.from({ length: 6 }, (_, n) => both[n % 2]?.claim(command())),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('aren’t who sent a reading before, or joined the boards; the first command itself counts for nothing', async () => {
    await want(true);
    await at.submit();
    expect(await claim()).toBe(false);
    const first = command(ben);
    await at.submit({}, { creatorId: ben, interactionId: first.interactionId });
    at.pass(1_000);
    expect(await createNewcomers({ db: at.db, clock }).claim(first)).toBe(true);
    const consent = { guildId: elsewhere, creatorId: ben, since: at.now, memberAt: at.now };
    await want(true, elsewhere);
    await at.prisma.consent.create({ data: consent });
    at.pass(1_000);
    expect(await claim(ben, elsewhere)).toBe(false);
  });
});
