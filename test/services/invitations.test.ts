import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { createInvitations } from '../../src/services/invitations.js';
import { createSettings } from '../../src/services/settings.js';
import { providers } from '../support/databases.js';
import { ada, ben, elsewhere, here, useScoring } from '../support/scoring.js';

describe.each(providers)('invitations to the boards on %s', (provider) => {
  const at = useScoring(provider);
  const clock = () => at.now;
  const invitations = () => createInvitations({ db: at.db, clock });

  test('a member is invited once in each server, whoever is asked', async () => {
    await at.submit();
    await at.submit({}, { guildId: elsewhere });
    await at.submit({}, { creatorId: ben });
    expect(await invitations().claim(here, ada)).toBe(true);
    expect(await invitations().claim(here, ada)).toBe(false);
    expect(await invitations().claim(elsewhere, ada)).toBe(true);
    expect(await invitations().claim(here, ben)).toBe(true);
    expect(await at.prisma.saidOnce.findMany({ orderBy: { guildId: 'asc' } })).toHaveLength(3);
  });

  test('of two processes in the same moment one does', async () => {
    await at.submit();
    const other = await openDatabase(at.url, () => undefined);
    try {
      const both = [invitations(), createInvitations({ db: other, clock })];
      const claims = await Promise.all(
        Array.from({ length: 6 }, (_, n) => both[n % 2]?.claim(here, ada)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('nobody who has joined, nobody where the server wants none, nobody who is gone', async () => {
    await at.submit();
    const consent = { guildId: here, creatorId: ada, since: at.now, memberAt: at.now };
    await at.prisma.consent.create({ data: consent });
    expect(await invitations().claim(here, ada)).toBe(false);
    await at.submit({}, { creatorId: ben });
    const settings = createSettings({ db: at.db, clock });
    await settings.change(here, { invitations: false });
    expect(await invitations().claim(here, ben)).toBe(false);
    await settings.change(here, { invitations: true });
    await at.prisma.creator.delete({ where: { id: ben } });
    expect(await invitations().claim(here, ben)).toBe(false);
    expect(await at.prisma.saidOnce.count()).toBe(0);
  });
});
