import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/db/database.js';
import { createScores } from '../src/services/scores/scores.js';

/** Round trips to the database for one `/score`: of a new video, and of one known already. */
export async function countRoundTrips(): Promise<{ first: number; second: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-round-trips-'));
  const db = await openDatabase(`file:${join(folder, 'keepsake.db')}`, () => undefined);
  let trips = 0;
  const counting: Database = {
    ...db,
    prisma: new Proxy(db.prisma, {
      get(target, key) {
        trips += 1;
        const value: unknown = Reflect.get(target, key);
        // Bound to the client itself, so that what it asks of itself isn't counted.
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    writeTogether: (rows) => {
      trips += 1;
      return db.writeTogether(rows);
    },
    rows: (statement) => {
      trips += 1;
      return db.rows(statement);
    },
  };
  const scores = createScores({ db: counting, clock: () => new Date() });
  const typed = {
    views: '541.2K',
    likes: '48.1K',
    comments: '1204',
    shares: '3.9K',
    link: 'https://www.tiktok.com/@ana/video/7298765432109876543',
  };
  const submit = async (interactionId: bigint) => {
    trips = 0;
    await scores.submit(typed, { interactionId, creatorId: 1n, guildId: 2n });
    return trips;
  };
  try {
    return { first: await submit(10n), second: await submit(11n) };
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}
