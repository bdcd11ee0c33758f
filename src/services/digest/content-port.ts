/** The seven days a digest tells about. */
export interface DigestWeek {
  /** The same time on the wall clock seven days before `to`. */
  readonly from: Date;
  /** When the digest is due; not included. */
  readonly to: Date;
  /** The ISO week of the day it is due on, in the server's zone: `2026-W48`. */
  readonly label: string;
}

/** What a digest is composed for. */
export interface DigestRequest {
  readonly guildId: bigint;
  readonly week: DigestWeek;
  /** IANA name of the server's zone, for days and hours that are shown. */
  readonly timezone: string;
  /** The server's language as a BCP 47 tag, for numbers and dates that are shown. */
  readonly locale: string;
}

/**
 * Everything a digest shows, as plain JSON (no bigint, no Date): it is stored before it is sent,
 * and shown again from what was stored. What is in it beyond these fields is the composer's.
 */
export interface DigestContent {
  /** Of its form: a later program reads earlier ones. */
  readonly version: number;
  /** Whether next to nothing happened; then it is a short post, or none, as the server chose. */
  readonly quiet: boolean;
}

/** Makes digests; what it makes is sent, kept and shown by others. */
export interface DigestComposer<C extends DigestContent = DigestContent> {
  /** The same readings and consents give the same content. */
  compose(request: DigestRequest): Promise<C>;
  /**
   * Asks Discord, hours before it is due, for what composing will want to know of it, so that the
   * hour itself is left to posts.
   */
  askAhead(request: DigestRequest): Promise<void>;
  /** Whom it shows by name: creators who have to agree to that. */
  shown(content: C): readonly bigint[];
  /** Content as it comes back from the database. @throws if it is of no version it knows. */
  read(stored: unknown): C;
  /**
   * Names what the chart is drawn from: the same key, the same picture. Null where it has none.
   * Charts are drawn ahead of the hour and drawn again only where the key has changed.
   */
  chartKey(content: C): string | null;
  /** The chart as PNG; asked for only where there is a key. */
  drawChart(content: C): Promise<Uint8Array>;
}

/** A digest as it was posted. */
export interface PostedDigest {
  readonly id: bigint;
  readonly week: string;
  readonly postedAt: Date;
  readonly channelId: bigint;
  readonly messageId: bigint;
  /** As stored: the composer reads it. Null once it was taken back, undefined if it can't be read. */
  readonly content: unknown;
}

/** What `services.digests` has for whoever shows digests; each knows no server but the one asked for. */
export interface KeptDigests {
  /** The digests that were posted in the server, the newest first, without their content. */
  postedWeeks(guildId: bigint, most: number): Promise<{ week: string; postedAt: Date }[]>;
  /** One of them by its week; null where none was posted. */
  posted(guildId: bigint, week: string): Promise<PostedDigest | null>;
  /**
   * What would be composed if the server's digest were due at this moment. Where none is set up
   * that is in UTC and in the language given.
   */
  requestFor(guildId: bigint, at: Date, locale: string): Promise<DigestRequest>;
}
