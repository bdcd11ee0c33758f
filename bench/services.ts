import type { Database } from '../src/db/database.js';
import { loadContent } from '../src/services/content.js';
import { createServices, type Services } from '../src/services/services.js';

/** The services without a Discord: everybody is a member, and nothing is in a post's way. */
export function servicesOver(db: Database, clock: () => Date): Services {
  const members = { isMember: () => Promise.resolve(true) };
  const channels = { obstacle: () => Promise.resolve(null) };
  return createServices({ db, clock, members, channels }, loadContent(), { forgetAfterDays: 30 });
}
