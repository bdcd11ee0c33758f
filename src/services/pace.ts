import { setTimeout } from 'node:timers/promises';
import { Arrivals, TooLate } from '../lib/arrivals.js';
import type { ServiceContext } from './context.js';

/** The row that keeps the pace. */
const NAME = 'discord';

/** Requests that Discord grants a bot in any of its seconds. */
const GRANTED = 50;

/** Requests a second that all processes together send; what is left is for those that bunch up. */
const PER_SECOND = 48;

/**
 * So many of a process may be on their way whatever its share is: with few places a second, one or
 * two slow ones would hold up all others.
 */
const ALWAYS = 10;

/**
 * Milliseconds after its moment when a place isn't used any more: others have taken places since,
 * and what was held up goes behind them.
 */
const GOOD_FOR = 1_000;

/** Microseconds from one request to the next. */
const GAP = Math.floor(1_000_000 / PER_SECOND);

/** So many places are taken with one statement: few enough that another process soon has its turn. */
const AT_ONCE = 8;

/** Places so far ahead, in microseconds, were given by a clock that was wrong: they don't count. */
const NONSENSE = 10_000_000;

/** A request that waits for its place. */
interface Waiting {
  /** Takes its moment, by the steady clock. */
  readonly take: (moment: number) => void;
  readonly fail: (error: unknown) => void;
}

/** The turns of the bot's requests. */
export interface Pace {
  /** Sends a request when its turn has come; what became of it is the caller's to see. */
  inTurn<T>(request: () => Promise<T>): Promise<T>;
  /** No place that is still to be taken lies within so many milliseconds, ten seconds at most. */
  holdOff(ms: number): Promise<void>;
}

/**
 * Spreads the bot's requests evenly over time, over all its processes: the database keeps when the
 * next one may go. Those that something held up don't make up for it all at once: a process has
 * about as many of them arrive in a second as it took places for.
 * Answers to interactions don't count at Discord, and needn't wait here.
 */
export function createPace({ db, clock }: ServiceContext): Pace {
  const arrivals = new Arrivals();
  let waiting: Waiting[] = [];
  let isTaking = false;
  /** The moments of this process's places of the last second, by the steady clock. */
  let moments: number[] = [];

  return {
    async inTurn(request) {
      for (;;) {
        const moment = await place();
        // Half a gap less than a second, or rounding decides whether the first of them is in it.
        moments = [...moments.filter((one) => one > moment - 1000 + GAP / 2000), moment];
        const share = Math.ceil((moments.length * GRANTED) / PER_SECOND);
        const most = Math.min(GRANTED, Math.max(ALWAYS, share));
        await setTimeout(Math.max(0, moment - performance.now()));
        try {
          return await arrivals.send({ most, until: moment + GOOD_FOR }, request);
        } catch (error) {
          if (!(error instanceof TooLate)) throw error;
        }
      }
    },

    async holdOff(ms) {
      const until = BigInt(Math.round(clock().getTime() + ms) * 1000);
      await db.prisma.pace.updateMany({
        where: { name: NAME, nextFreeAt: { lt: until } },
        data: { nextFreeAt: until },
      });
    },
  };

  function place(): Promise<number> {
    return new Promise((take, fail) => {
      waiting.push({ take, fail });
      if (!isTaking) void takePlaces();
    });
  }

  async function takePlaces(): Promise<void> {
    isTaking = true;
    while (waiting.length > 0) {
      const some = waiting.slice(0, AT_ONCE);
      waiting = waiting.slice(some.length);
      try {
        const now = clock().getTime() * 1000;
        const asked = performance.now();
        const first = (await reserve(some.length, now)) - some.length * GAP;
        // Counted from when it was asked: the statement may have taken its time.
        const momentOf = (n: number) => asked + (first + n * GAP - now) / 1000;
        for (const [n, { take }] of some.entries()) take(momentOf(n));
        // The next places are taken while half of these are left: early enough for a slow statement,
        // and no process runs far ahead of the others.
        const half = momentOf(Math.floor(some.length / 2));
        await setTimeout(Math.max(0, half - performance.now()));
      } catch (error) {
        for (const { fail } of some) fail(error);
      }
    }
    isTaking = false;
  }

  /** @returns the moment from which on the next ones may go, in Unix microseconds. */
  async function reserve(places: number, now: number): Promise<number> {
    const length = places * GAP;
    const [row] = await db.prisma.$queryRaw<{ nextFreeAt: bigint | number }[]>`
      INSERT INTO "Pace" ("name", "nextFreeAt") VALUES (${NAME}, ${BigInt(now + length)})
      ON CONFLICT ("name") DO UPDATE SET "nextFreeAt" = ${BigInt(length)} + CASE
        WHEN "Pace"."nextFreeAt" BETWEEN ${BigInt(now)} AND ${BigInt(now + NONSENSE)}
        THEN "Pace"."nextFreeAt" ELSE ${BigInt(now)} END
      RETURNING "nextFreeAt"`;
    // Microseconds since 1970 fit a double for another two centuries.
    return Number(row?.nextFreeAt ?? now + length);
  }
}
