import type { CountProblem } from '../lib/counts.js';
import type { PostedDay } from '../lib/posted-day.js';
import type { LinkProblem } from '../lib/tiktok-link.js';
import type { Obstacle, Unasked } from './digest/reason.js';
import type { CountOption, TypedScore } from './scores/typed-score.js';

/** Why something typed can't be read. */
export type Unreadable =
  | { readonly option: CountOption; readonly typed: string; readonly why: CountProblem }
  | { readonly option: 'link'; readonly typed: string; readonly why: LinkProblem }
  | {
      readonly option: 'duration' | 'watch_time';
      readonly typed: string;
      readonly why: 'no time';
    }
  | {
      readonly option: 'posted';
      readonly typed: string;
      readonly why: Extract<PostedDay, { ok: false }>;
    };

/** What can't be read of when a digest should go. */
export interface UnreadableSchedule {
  readonly option: 'time' | 'timezone';
  readonly typed: string;
}

/** What can't be true, although it can be read. */
export type Impossible =
  | { readonly what: 'more saves than views'; readonly saves: string; readonly views: string }
  | { readonly what: 'posted in the future'; readonly posted: string };

/** What is hardly true, but may be. */
export type Improbable =
  | {
      readonly what: 'more than views';
      readonly option: CountOption;
      readonly typed: string;
      readonly views: string;
    }
  | { readonly what: 'more than ever'; readonly typed: string; readonly views: bigint }
  /** A short form that means much less in another language. */
  | {
      readonly what: 'may be less';
      readonly option: CountOption;
      readonly typed: string;
      readonly read: bigint;
    }
  /** A thousand times more, or less, than the creator's last readings had. */
  | {
      readonly what: 'unlike before';
      readonly option: CountOption;
      readonly typed: string;
      readonly read: bigint;
      readonly least: bigint;
      readonly most: bigint;
    }
  | { readonly what: 'watch time'; readonly watchTime: number; readonly duration: number }
  | {
      readonly what: 'saves far from the estimate';
      readonly saves: bigint;
      readonly low: number;
      readonly high: number;
    };

/** Every way in which a member is told no, in words of the domain. */
export type Reason =
  | {
      readonly kind: 'input';
      readonly unreadable: readonly Unreadable[];
      readonly impossible: readonly Impossible[];
      /** What to send instead, as far as it is known; null where a modal was sent. */
      readonly corrected: TypedScore | null;
    }
  | { readonly kind: 'only the author' }
  | { readonly kind: 'reading gone' }
  | { readonly kind: 'draft gone' }
  | { readonly kind: 'video gone' }
  | { readonly kind: 'undo gone' }
  /** Two entries with different ids at TikTok are never one video. */
  | { readonly kind: 'two posts' }
  /** Another member who didn't agree to be shown in this server, or isn't in it. */
  | { readonly kind: 'not shown here' }
  | { readonly kind: 'stored already' }
  | { readonly kind: 'only in a server' }
  | { readonly kind: 'only managers' }
  | { readonly kind: 'not a week'; readonly typed: string }
  | { readonly kind: 'week to come'; readonly week: string }
  /** Over before the bot knew the server. */
  | { readonly kind: 'week before'; readonly week: string }
  | { readonly kind: 'schedule'; readonly unreadable: readonly UnreadableSchedule[] }
  | { readonly kind: 'question gone' }
  | { readonly kind: 'too often'; readonly comeBackAt: Date }
  | {
      readonly kind: 'cannot post' | 'cannot notify';
      readonly channelId: bigint;
      readonly obstacle: Obstacle | Unasked;
    };

/** A known end: nothing was stored, and the member is told why and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.kind);
    this.reason = reason;
  }
}
