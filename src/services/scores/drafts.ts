import type { Database } from '../../db/database.js';
import { type Improbable, Refusal } from '../refusal.js';
import type { Chosen, Doubt } from './doubts.js';
import { DRAFT_LIFE, type DraftInput } from './draft-input.js';
import { isStored } from './write-once.js';

/** Why input waits for another word of its author. */
export interface Questions {
  /** What is hardly true: its author can say that it is right. */
  readonly improbable: readonly Improbable[];
  /** What may mean several things: its author has to say which. */
  readonly doubts: readonly Doubt[];
  /** Ways to read it, each for one press. */
  readonly choices: readonly Chosen[];
}

/** Input kept as a draft until its author says what it means, or that it is right. */
export interface Drafted extends Questions {
  readonly kind: 'draft';
  readonly draftId: bigint;
}

/**
 * Keeps input that is asked about for a while; an interaction that Discord delivers twice keeps it
 * once, and what was asked about before has its new question.
 *
 * @throws Refusal if the same interaction has stored something: a second process would ask about
 * what the first has done.
 */
export async function keepDraft(
  db: Database,
  input: DraftInput,
  questions: Questions,
  who: { readonly interactionId: bigint; readonly creatorId: bigint },
  at: Date,
): Promise<Drafted> {
  if (await isStored(db, who.interactionId)) throw new Refusal({ kind: 'stored already' });
  const expiresAt = new Date(at.getTime() + DRAFT_LIFE);
  const kept = { ...input, choices: [...questions.choices] };
  await db.writeTogether([
    { into: 'Creator', row: { id: who.creatorId, createdAt: at }, unlessThere: true },
    {
      into: 'Draft',
      row: { id: who.interactionId, creatorId: who.creatorId, input: kept, expiresAt },
      unlessThere: true,
    },
  ]);
  const isShown = input.kind !== 'correction' && input.shown !== undefined;
  const isAnew = input.chosen !== undefined || isShown;
  if (isAnew) {
    // It may be gone since, and is then told as one that has expired.
    await db.prisma.draft.updateMany({ where: { id: who.interactionId }, data: { input: kept } });
  }
  return { kind: 'draft', draftId: who.interactionId, ...questions };
}

/** Deletes a draft whose input is stored by now: one that stays expires by itself. */
export async function forgetDraft(db: Database, id: bigint): Promise<void> {
  await db.prisma.draft.deleteMany({ where: { id } }).catch(() => undefined);
}

/**
 * A draft of a member that still waits, as it is kept.
 *
 * @throws Refusal if it has gone, was stored, or is another member's.
 */
export async function waitingDraft(db: Database, id: bigint, callerId: bigint, now: Date) {
  const draft = await db.prisma.draft.findUnique({ where: { id } });
  if (draft === null) {
    throw new Refusal({ kind: (await isStored(db, id)) ? 'stored already' : 'draft gone' });
  }
  if (draft.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
  if (draft.expiresAt < now) throw new Refusal({ kind: 'draft gone' });
  return draft;
}
