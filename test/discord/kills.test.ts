import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from 'local-discord';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { Stage, startBot } from '../support/bot.js';
import { newPostgres, providers } from '../support/databases.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const KILLS = atLength(10, 100);
const PEOPLE = 8;

/** Everything that is stored, and what of it isn't whole. */
async function look(url: string): Promise<{ ids: Set<string>; torn: string[] }> {
  const db = await openDatabase(url, () => undefined);
  try {
    const readings = await db.prisma.reading.findMany({ include: { estimates: true } });
    const videos = await db.prisma.video.findMany({ include: { readings: true } });
    const torn = [
      ...readings
        .filter(({ estimates }) => estimates.length !== 1)
        .map(({ id }) => `reading ${id}`),
      ...videos.filter((video) => video.readings.length === 0).map(({ id }) => `video ${id}`),
    ];
    return { ids: new Set(readings.map(({ id }) => String(id))), torn };
  } finally {
    await db.close();
  }
}

it.each(providers)(
  'keeps every reading it has shown as stored on %s, and none in part, killed at random under load',
  { timeout: KILLS * 20_000 },
  async (provider) => {
    const stage = await Stage.open({ withBot: false });
    const databaseUrl =
      provider === 'postgresql' ? await newPostgres('migrated') : stage.databaseUrl;
    const people = Array.from({ length: PEOPLE }, (_, n) =>
      stage.person(`member${n}`, { in: stage.guild.addChannel(`channel-${n}`) }),
    );
    const acknowledged = new Set<string>();
    let isUp = false;
    let ends = false;
    const scoring = async (person: Person, n: number) => {
      for (let part = 0; !ends; part += 1) {
        if (!isUp) {
          await sleep(10);
          continue;
        }
        // Some are the same video again, so that rows are changed as well as added.
        const shown = await person.command(
          `/score ${COUNTS} title:Video ${n}.${part % 5} posted:2026-03-01`,
        );
        if (shown.field('Save Proxy') !== undefined) acknowledged.add(shown.interaction.id);
      }
    };
    try {
      const load = people.map(scoring);
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const { discord, folder } = stage;
        stage.bot = await startBot({ discord, databaseUrl, cwd: folder });
        const before = acknowledged.size;
        isUp = true;
        await expect.poll(() => acknowledged.size, { timeout: 15_000 }).toBeGreaterThan(before);
        await sleep(Math.random() * 300);
        isUp = false;
        await stage.bot.kill();
        expect(stage.bot.stderr).toBe('');
        const { ids, torn } = await look(databaseUrl);
        expect(torn).toEqual([]);
        expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
      }
      ends = true;
      await Promise.all(load);
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
    } finally {
      ends = true;
      await stage.close();
    }
  },
);
