import { RateLimitError, type REST } from 'discord.js';
import type { Pace } from '../services/pace.js';

/** What is used of discord.js's REST for requests of the bot itself. */
export type BotRest = Pick<REST, 'get' | 'post'>;

/** How often a request for which Discord had no room takes another turn. */
const MOST_TURNS = 5;

/** Milliseconds for which all requests are held off where Discord asks for it; longer is said. */
const PATIENCE = 2_000;

/**
 * The same, each request in its turn among those of all processes. What Discord has no room for
 * takes another turn: sent again as soon as there is room, all of them would come at once.
 */
export function paced(rest: BotRest, pace: Pace): BotRest {
  return {
    get: (...request) => inTurn(() => rest.get(...request)),
    post: (...request) => inTurn(() => rest.post(...request)),
  };

  async function inTurn<T>(request: () => Promise<T>): Promise<T> {
    for (let turn = 1; ; turn += 1) {
      try {
        return await pace.inTurn(request);
      } catch (error) {
        if (!(error instanceof RateLimitError && error.global) || turn === MOST_TURNS) throw error;
        const wait = Math.max(error.retryAfter, error.timeToReset);
        if (wait > PATIENCE) throw error;
        await pace.holdOff(wait);
      }
    }
  }
}
