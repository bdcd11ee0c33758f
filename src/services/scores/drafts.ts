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
  await forgetDrafts(db, { expiresAt: { lt: at } });
  return { kind: 'draft', draftId: who.interactionId, improbable };
}

/** Tidies up. What was asked for is done already: a draft that stays expires by itself. */
export async function forgetDrafts(
  db: Database,
  which: { id: bigint } | { expiresAt: { lt: Date } },
): Promise<void> {
  await db.prisma.draft.deleteMany({ where: which }).catch(() => undefined);
}
