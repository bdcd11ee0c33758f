import { setTimeout } from 'node:timers/promises';
import type { ServiceContext } from './context.js';

/**
 * Requests a second that all processes together send. Discord grants a bot 50 in any of its
 * seconds. What is left covers the few that nobody counts here, and requests that arrive together
 * because something held them up for `TOO_LATE`.
 */
const PER_SECOND = 48;

/** Microseconds from one request to the next. */
const GAP = Math.floor(1_000_000 / PER_SECOND);

/** So many places are taken with one statement: few enough that another process soon has its turn. */
const AT_ONCE = 8;

/** Places so far ahead, in microseconds, were given by a clock that was wrong: they don't count. */
const NONSENSE = 10_000_000;

/**
 * A place whose moment went by so many milliseconds ago, because the process was held up, isn't used:
 * those that piled up would all go at once. It is given up so often at most.
 */
const TOO_LATE = 40;
const MOST_GIVEN_UP = 2;

/** A request that waits for its place. */
interface Waiting {
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
  readonly givenUp: number;
}

/** Resolves when the next request may go. */
export type Pace = () => Promise<void>;

/**
 * Spreads the bot's requests evenly over time, over all its processes: the database keeps when the
 * next one may go. Answers to interactions don't count at Discord, and needn't wait here.
 */
export function createPace({ db, clock }: ServiceContext): Pace {
  let waiting: Waiting[] = [];
  let isTaking = false;

  return () => new Promise((go, fail) => queue({ go, fail, givenUp: 0 }));

  function queue(one: Waiting): void {
    waiting.push(one);
    if (!isTaking) void takePlaces();
  }

  /** @param moment by the steady clock. */
  async function goAt(moment: number, { go, fail, givenUp }: Waiting): Promise<void> {
    await setTimeout(Math.max(0, moment - performance.now()));
    const isLate = performance.now() - moment > TOO_LATE;
    if (isLate && givenUp < MOST_GIVEN_UP) queue({ go, fail, givenUp: givenUp + 1 });
    else go();
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
        const momentOf = (place: number) => asked + (first + place * GAP - now) / 1000;
        for (const [place, one] of some.entries()) void goAt(momentOf(place), one);
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
      INSERT INTO "Pace" ("name", "nextFreeAt") VALUES ('discord', ${BigInt(now + length)})
      ON CONFLICT ("name") DO UPDATE SET "nextFreeAt" = ${BigInt(length)} + CASE
        WHEN "Pace"."nextFreeAt" BETWEEN ${BigInt(now)} AND ${BigInt(now + NONSENSE)}
        THEN "Pace"."nextFreeAt" ELSE ${BigInt(now)} END
      RETURNING "nextFreeAt"`;
    // Microseconds since 1970 fit a double for another two centuries.
    return Number(row?.nextFreeAt ?? now + length);
  }
}
