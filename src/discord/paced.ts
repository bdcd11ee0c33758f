import type { REST } from 'discord.js';
import type { Pace } from '../services/pace.js';

/** What is used of discord.js's REST for requests of the bot itself. */
export type BotRest = Pick<REST, 'get' | 'post'>;

/** The same, each request in its turn among those of all processes. */
export function paced(rest: BotRest, pace: Pace): BotRest {
  return {
    get: async (...request) => {
      await pace();
      return rest.get(...request);
    },
    post: async (...request) => {
      await pace();
      return rest.post(...request);
    },
  };
}
