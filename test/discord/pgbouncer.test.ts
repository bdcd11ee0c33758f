import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { Stage, startBot, words } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { type Pooler, pgbouncer, startPooler } from '../support/pgbouncer.js';
import { runProgram } from '../support/program.js';

describe.skipIf(pgbouncer === undefined)(
  'the bot behind PgBouncer in transaction mode (needs it installed: apt-get install pgbouncer)',
  () => {
    let direct: string;
    let pooler: Pooler;
    let stage: Stage;
    beforeAll(async () => {
      direct = await newPostgres('empty');
      pooler = await startPooler(direct);
      stage = await Stage.open({ withBot: false });
    });
    afterAll(async () => {
      await stage.close();
      await pooler.stop();
    });

    it('answers many /score at once, keeps each, and doctor finds nothing to mend', async () => {
      const DATABASE_URL = pooler.url(direct);
      const { discord, folder: cwd } = stage;
      const bot = await startBot({ discord, databaseUrl: DATABASE_URL, cwd });
      // More than the pooler has connections to the server, so that they change hands.
      const people = Array.from({ length: 12 }, (_, n) => stage.person(`member${n}`));
      const scores = await Promise.all(
        people.map((person) =>
          person.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Knots'),
        ),
      );
      for (const score of scores) expect(words(score)).toContain('Estimated saves');
      const [ana] = people;
      const again = await ana?.command(
        '/score views:620K likes:52K comments:1,300 shares:4.2K title:Knots posted:2026-11-20',
      );
      expect(again && words(again)).toContain('saves');
      const list = await ana?.command('/history list');
      expect(list && words(list)).toContain('Knots');
      const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DATABASE_URL };
      const looked = await runProgram('doctor', ['--on', '2026-11-24'], { env, cwd });
      expect(looked.said).toContain('✓ reachable, and as this version needs it');
      expect(looked.said).toContain('Nothing to mend.');
      expect(await bot.stop()).toBe(0);
      const refused = bot.log.filter(({ outcome }) => outcome !== undefined && outcome !== 'done');
      expect(refused).toEqual([]);
      const db = await openDatabase(direct, () => undefined);
      expect(await db.prisma.creator.count()).toBe(people.length);
      await db.close();
      expect(discord.violations).toEqual([]);
    });
  },
);
