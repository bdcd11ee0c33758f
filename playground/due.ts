import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';

/**
 * Where the bot keeps the moments at which it does something by itself, each as the earliest of
 * them. What is parked waits for people, not for a moment.
 */
const MOMENTS = [
  'SELECT MIN("nextDueAt") AS "at" FROM "DigestSchedule"',
  `SELECT MIN("nextTryAt") AS "at" FROM "Digest" WHERE "state" IN ('due', 'sending')`,
  'SELECT MIN("nextDueAt") AS "at" FROM "Mailbox"',
  `SELECT MIN("nextTryAt") AS "at" FROM "Letter" WHERE "state" IN ('due', 'sending')`,
  `SELECT MIN("nextTryAt") AS "at" FROM "Notice" WHERE "state" IN ('due', 'sending')`,
];

/** What the bot has in its hands, which the clock isn't moved past. */
const UNDER_WORK = ['Digest', 'Letter', 'Notice']
  .map((table) => `EXISTS (SELECT 1 FROM "${table}" WHERE "claim" IS NOT NULL)`)
  .join(' OR ');

/** Milliseconds between two looks, and after which nobody waits any longer: it may have no way out. */
const LOOK_EVERY = 50;
const PATIENCE = 20_000;

/** Looks into the bot's database for what it has to do next. */
export class DueMoments {
  readonly #file: string;
  readonly #now: () => number;

  /** @param now the bot's clock, in Unix milliseconds. */
  constructor(file: string, now: () => number) {
    this.#file = file;
    this.#now = now;
  }

  /** The next moment, in Unix milliseconds; null where nothing is planned. */
  next(): number | null {
    return this.#look((db) => {
      const moments = MOMENTS.flatMap((sql) => {
        const at = db.prepare<[], { at: string | null }>(sql).get()?.at;
        return at === null || at === undefined ? [] : [Date.parse(at)];
      });
      return moments.length === 0 ? null : Math.min(...moments);
    });
  }

  /**
   * Waits until nothing is due or under work any more, at most twenty seconds; whether that came
   * about.
   */
  async done(): Promise<boolean> {
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const next = this.next();
      if ((next === null || next > this.#now()) && !this.#isUnderWork()) return true;
      await sleep(LOOK_EVERY);
    }
    return false;
  }

  #isUnderWork(): boolean {
    return this.#look((db) => db.prepare(`SELECT ${UNDER_WORK}`).pluck().get() === 1);
  }

  #look<T>(what: (db: BetterSqlite3.Database) => T): T {
    const db = new BetterSqlite3(this.#file, { readonly: true, fileMustExist: true });
    try {
      return what(db);
    } finally {
      db.close();
    }
  }
}
