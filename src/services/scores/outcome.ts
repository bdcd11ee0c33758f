import type { ShownCount } from '../../lib/count-names.js';
import type { Chosen } from './doubts.js';
import type { Drafted } from './drafts.js';
import type { Score } from './score.js';

/** A stored score. */
export interface Stored {
  readonly kind: 'score';
  readonly score: Score;
  /** The message that shows it already, if there is one. */
  readonly message: MessagePlace | null;
}

/** Either the score, or input kept as a draft until its author says what it means or that it is right. */
export type Outcome = Stored | Drafted;

/** Where a score stands in Discord, so that a late truth can be written into it. */
export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

/** Who tells a truth, when, and where the score stands that it belongs to. */
export interface TruthTeller {
  readonly interactionId: bigint;
  readonly callerId: bigint;
  readonly message: MessagePlace | null;
  readonly at: Date;
  /** Whether its author has said that it is right although it is hardly true. */
  readonly confirmed: boolean;
  readonly language: string | undefined;
  /** What its author has said it means. */
  readonly chosen?: Chosen | undefined;
  /** What of it a picture shows. */
  readonly shown?: readonly ShownCount[] | undefined;
}
