import type { TypedTruth } from '../services/scores/truth.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';

/** Keeps what a form told of a reading, and answers with what it is worth now. */
export type TellTruth = (typed: TypedTruth, readingId: bigint, asking: Asking) => Promise<Answer>;
