import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { ChangeKind } from '../../db/generated/sqlite/enums.js';
import type { Transaction } from '../../db/transaction.js';
import { pack } from '../../lib/packed.js';
import { type Payloads, readPayload } from './undo-payload.js';

/** Milliseconds for which a change can be undone. */
export const UNDO_LIFE = 24 * 3_600_000;

/** Who changes their history, and with which interaction. */
export interface Changer {
  readonly interactionId: bigint;
  readonly callerId: bigint;
}

/** A change that was made, and can be undone for a while. */
export interface Changed {
  readonly kind: ChangeKind;
  readonly changeId: bigint;
  readonly until: Date;
  /** The video it was made to, as far as it is known by a title. */
  readonly title: string | null;
}

/**
 * A creator's change of a kind that did already what is asked for, and wasn't undone since: of two
 * presses of one button, or of two processes at one press, the second finds it.
 *
 * @param isIt whether a change is the one.
 */
export async function doneAlready<K extends ChangeKind>(
  tx: Transaction,
  kind: K,
  { callerId: creatorId }: Changer,
  at: Date,
  isIt: (payload: Payloads[K], changeId: bigint) => boolean,
): Promise<(Changed & { readonly payload: Payloads[K] }) | null> {
  const rows = await tx.undo.findMany({
    where: { creatorId, kind, undoneAt: null, expiresAt: { gte: at } },
    orderBy: { id: 'desc' },
  });
  for (const { id: changeId, payload: packed, expiresAt: until } of rows) {
    const payload = readPayload(kind, packed);
    if (payload !== null && isIt(payload, changeId))
      return { kind, changeId, until, title: payload.title, payload };
  }
  return null;
}

/** Keeps, within the change's own step, what undoes it. */
export async function keepUndo<K extends ChangeKind>(
  tx: Transaction,
  kind: K,
  payload: Payloads[K],
  { interactionId, callerId }: Changer,
  at: Date,
): Promise<Changed> {
  const until = new Date(at.getTime() + UNDO_LIFE);
  await tx.undo.create({
    data: {
      id: interactionId,
      creatorId: callerId,
      kind,
      // Nothing but an object comes of a payload.
      payload: pack(payload) as Prisma.InputJsonObject,
      expiresAt: until,
    },
  });
  return { kind, changeId: interactionId, until, title: payload.title };
}

/** What was estimated for a reading, so that it can be written again. */
export async function estimatesOf(
  tx: Transaction,
  readingId: bigint,
): Promise<Prisma.EstimateCreateManyInput[]> {
  const rows = await tx.estimate.findMany({ where: { readingId } });
  // Parts are a list; the type of any JSON would let them be none.
  return rows.map((row) => ({ ...row, parts: row.parts ?? [] }));
}
