import type { Database } from '../src/db/database.js';
import type { DirectMessages } from '../src/services/context.js';
import { loadContent } from '../src/services/knowledge/content.js';
import { createServices, type Services } from '../src/services/services.js';

/** The services without a Discord: everybody is a member, and nothing is in a post's way. */
export function servicesOver(
  db: Database,
  clock: () => Date,
  directMessages: DirectMessages = { greet: () => Promise.resolve('unreachable') },
): Services {
  const members = { isMember: () => Promise.resolve(true) };
  const channels = { obstacle: () => Promise.resolve(null) };
  const draw = () => Promise.reject(new Error('Nothing is drawn here.'));
  const context = { db, clock, members, channels, directMessages, draw };
  return createServices(context, loadContent(), { forgetAfterDays: 30 });
}
