import type { ShownCount } from '../lib/count-names.js';

/** The screens that are known. */
export type Screen = 'video page' | 'analytics';

/** One count as the picture shows it. */
export interface ReadCount {
  /** As TikTok wrote it: `48.1K`, `1,204`. */
  readonly text: string;
  /** How many looks at it said the same, and out of how many; none said anything else. */
  readonly agreed: number;
  readonly looks: number;
}

/**
 * Why a picture isn't read.
 * - `not a picture`: neither PNG, JPEG nor WebP by its first bytes, or damaged.
 * - `too large`: more bytes, or more dots, than a screen has.
 * - `too narrow`: fewer dots across than digits need.
 * - `unknown screen`: none of the screens that are known.
 * - `unreadable`: one of them, of which fewer than two numbers are sure.
 * - `other network`: the screen of another app.
 * - `not fetched`: Discord didn't hand it over.
 * - `busy`, `failed`: too many wait, or the reader ended over it.
 * - `off`, `not installed`: pictures aren't read here.
 */
export type PictureProblem =
  | 'not a picture'
  | 'too large'
  | 'too narrow'
  | 'unknown screen'
  | 'unreadable'
  | 'other network'
  | 'not fetched'
  | 'busy'
  | 'failed'
  | 'off'
  | 'not installed';

/** What was read of a picture. */
export interface PictureReading {
  readonly screen: Screen;
  readonly counts: Readonly<Partial<Record<ShownCount, ReadCount>>>;
  /** What the screen shows and couldn't be read for sure. */
  readonly unsure: readonly ShownCount[];
  /** The places the counts were read in, cut out, as PNG. */
  readonly strips: Uint8Array;
}

/** What becomes of a picture. */
export type PictureOutcome =
  | { readonly ok: true; readonly reading: PictureReading }
  | { readonly ok: false; readonly why: PictureProblem };

/** What the reading process is sent. */
export interface PictureTask {
  readonly bytes: Uint8Array;
  /** What each count is called beside its strip. */
  readonly names: Readonly<Record<ShownCount, string>>;
}

/** A part of a picture, in its own dots; fractions are meant. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A part that is looked at for a count. */
export interface LookedAt extends Box {
  /** Whether something else stands close beside it. */
  readonly tight?: boolean;
}
