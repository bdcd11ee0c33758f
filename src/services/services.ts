import { type Boards, createBoards } from './boards.js';
import { type Consents, createConsents } from './consent.js';
import type { Content } from './content.js';
import type { ShowingContext } from './context.js';
import type { Guide } from './guide.js';
import { createGuilds, type Guilds } from './guilds.js';
import type { Knowledge } from './knowledge.js';
import { createScores, type Scores } from './scores.js';
import { createTips, type Tips } from './tips.js';

/** The domain: everything a command can ask for. */
export interface Services {
  readonly guilds: Guilds;
  readonly consents: Consents;
  readonly boards: Boards;
  readonly scores: Scores;
  readonly tips: Tips;
  readonly knowledge: Knowledge;
  readonly guide: Guide;
}

/** Puts the services together over one database and one clock. */
export function createServices(context: ShowingContext, { knowledge, guide }: Content): Services {
  const consents = createConsents(context);
  return {
    guilds: createGuilds(context),
    consents,
    boards: createBoards(context, consents),
    scores: createScores(context),
    tips: createTips(context),
    knowledge,
    guide,
  };
}
