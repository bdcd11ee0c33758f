import type { ServiceContext } from './context.js';
import { createGuilds, type Guilds } from './guilds.js';
import type { Knowledge } from './knowledge.js';
import { createScores, type Scores } from './scores.js';

/** The domain: everything a command can ask for. */
export interface Services {
  readonly guilds: Guilds;
  readonly scores: Scores;
  readonly knowledge: Knowledge;
}

/** Puts the services together over one database and one clock. */
export function createServices(context: ServiceContext, knowledge: Knowledge): Services {
  return { guilds: createGuilds(context), scores: createScores(context), knowledge };
}
