import type { Database } from '../../db/database.js';
import type { Improbable } from '../refusal.js';
import { DRAFT_LIFE, type DraftInput } from './draft-input.js';

/** Improbable input, kept as a draft until its author says that it is right. */
export interface Drafted {
  readonly kind: 'draft';
  readonly draftId: bigint;
  readonly improbable: readonly Improbable[];
}

/** Keeps improbable input for a while; an interaction that Discord delivers twice keeps it once. */
export async function keepDraft(
  db: Database,
  input: DraftInput,
  improbable: readonly Improbable[],
  who: { readonly interactionId: bigint; readonly creatorId: bigint },
  at: Date,
): Promise<Drafted> {
  const expiresAt = new Date(at.getTime() + DRAFT_LIFE);
  await db.writeTogether([
    { into: 'Creator', row: { id: who.creatorId, createdAt: at }, unlessThere: true },
    {
      into: 'Draft',
      row: { id: who.interactionId, creatorId: who.creatorId, input, expiresAt },
      unlessThere: true,
    },
  ]);
  return { kind: 'draft', draftId: who.interactionId, improbable };
}

/** Deletes a draft whose input is stored by now: one that stays expires by itself. */
export async function forgetDraft(db: Database, id: bigint): Promise<void> {
  await db.prisma.draft.deleteMany({ where: { id } }).catch(() => undefined);
}
