import type { Database } from '../db/database.js';

/** What every service is given: the database, the time, and where to say what happened. */
export interface ServiceContext {
  readonly db: Database;
  readonly clock: () => Date;
}
