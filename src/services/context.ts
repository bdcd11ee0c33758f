import type { Database } from '../db/database.js';

/** What every service is given: the database and the time. */
export interface ServiceContext {
  readonly db: Database;
  readonly clock: () => Date;
}

/** What Discord knows of a server's members. */
export interface Members {
  /** Rejects where Discord can't be asked. */
  isMember(guildId: bigint, memberId: bigint): Promise<boolean>;
}

/** For services that show people to others: whom to ask who is still a member. */
export interface ShowingContext extends ServiceContext {
  readonly members: Members;
}
