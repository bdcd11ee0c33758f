import type { Database } from '../db/database.js';
import type { DigestPermission, Obstacle } from './digest/reason.js';

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

/** What Discord knows of a server's channels. */
export interface Channels {
  /**
   * What keeps the bot from posting in a channel of the server; null if nothing does. Rejects where
   * Discord can't be asked.
   *
   * @param needed the permissions for it; those for a digest, where it is left out.
   */
  obstacle(
    guildId: bigint,
    channelId: bigint,
    needed?: readonly DigestPermission[],
  ): Promise<Obstacle | null>;
}

/** For services that post in channels. */
export interface PostingContext extends ServiceContext {
  readonly channels: Channels;
}

/** The bot's conversations with single people. */
export interface DirectMessages {
  /**
   * Opens the conversation with somebody and says hello in it; said again within a few minutes it is
   * the same message. Only ever for who asked for it in this moment.
   *
   * @param locale the language in which it says so, as a BCP 47 tag.
   * @returns its channel; `closed` where they take no messages of the bot, `unreachable` where
   *   Discord doesn't say.
   */
  greet(memberId: bigint, locale: string): Promise<bigint | 'closed' | 'unreachable'>;
}

/** For services that write to members who asked for it. */
export interface WritingContext extends ServiceContext {
  readonly directMessages: DirectMessages;
}
