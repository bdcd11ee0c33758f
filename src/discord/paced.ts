import { RateLimitError, type REST } from 'discord.js';
import type { Pace } from '../services/pace.js';
import { failureOf, waitOf } from './failure.js';
import { HeldUp, whileInTime } from './held-up.js';

/** What is used of discord.js's REST for requests of the bot itself. */
export type BotRest = Pick<REST, 'get' | 'post'>;

/** Says whether a request that waited may still go: somebody else may have done it meanwhile. */
export interface Going {
  /** Asked when its turn has come. */
  readonly isStillOurs: () => Promise<boolean>;
  /** Asked again as it is written, so it goes by clocks alone. */
  readonly isInTime: () => boolean;
}

/** What the bot asks and posts by itself, in its turns. */
export interface PacedRest extends Pick<BotRest, 'get'> {
  /** @throws HeldUp instead of sending it where it may not go any more. */
  postIf(going: Going, ...request: Parameters<REST['post']>): Promise<unknown>;
}

/** How often a request for which Discord had no room takes another turn. */
const MOST_TURNS = 5;

/** How often a question is asked when its answer gets lost or Discord fails. */
const MOST_QUESTIONS = 3;

/** Milliseconds for which all requests are held off where Discord asks for it; longer is said. */
const PATIENCE = 2_000;

/**
 * Milliseconds for which it counts that a request is still ours. What is sent waits for a limit of its
 * route (`PATIENCE.post` in client.ts) and a connection; where it takes longer, the process was held up
 * between the question and the first byte, and others may have gone on.
 */
const FRESH = 5_000;

/**
 * The bot's own requests, each in its turn among those of all processes. What Discord has no room for
 * takes another turn: sent again as soon as there is room, all of them would come at once.
 */
export function paced(rest: BotRest, pace: Pace): PacedRest {
  return {
    async get(...request) {
      for (let asked = 1; ; asked += 1) {
        try {
          return await inTurn(() => rest.get(...request));
        } catch (error) {
          if (failureOf(error)?.kind !== 'unclear' || asked === MOST_QUESTIONS) throw error;
        }
      }
    },
    postIf: ({ isStillOurs, isInTime }, ...request) =>
      inTurn(async () => {
        if (!(await isStillOurs())) throw new HeldUp();
        const knownAt = performance.now();
        const isFresh = () => performance.now() - knownAt < FRESH;
        return whileInTime(
          () => isFresh() && isInTime(),
          () => rest.post(...request),
        );
      }),
  };

  async function inTurn<T>(request: () => Promise<T>): Promise<T> {
    for (let turn = 1; ; turn += 1) {
      try {
        return await pace.inTurn(request);
      } catch (error) {
        if (!(error instanceof RateLimitError && error.global) || turn === MOST_TURNS) throw error;
        const wait = waitOf(error);
        if (wait > PATIENCE) throw error;
        // Whatever becomes of this, the request wasn't sent and takes another turn.
        await pace.holdOff(wait).catch(() => undefined);
      }
    }
  }
}
