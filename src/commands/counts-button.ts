import { encodeCustomId } from '../lib/custom-id.js';
import type { FourCounts } from '../services/scores/count-input.js';
import type { Score } from '../services/scores/score.js';
import type { Answer } from './answer.js';
import type { Button } from './components.js';
import {
  decodeCounts,
  encodeCounts,
  idAt,
  ROOM_BESIDE_TWO_IDS,
  requireOwner,
} from './history-ids.js';

/** What a custom id begins with. */
interface Named {
  readonly name: string;
  readonly version: number;
}

type ModalData = Extract<Answer, { kind: 'modal' }>['modal'];

/** The custom id of a button that opens a score's counts; they travel in it, if they fit. */
export function countsButtonId(
  button: Named,
  { readingId, creatorId, counts }: Pick<Score, 'readingId' | 'creatorId' | 'counts'>,
): string {
  const fields = [String(readingId), String(creatorId), encodeCounts(counts, ROOM_BESIDE_TWO_IDS)];
  return encodeCustomId({ ...button, fields });
}

/**
 * A button for a score's author alone that opens its counts; works without the database, as modals
 * have to.
 *
 * @param told the modal that is sent back; its one field is the reading.
 */
export function countsButton(
  button: Named,
  told: Named,
  modal: (customId: string, counts: FourCounts | null, locale: string) => ModalData,
): Button {
  return {
    ...button,
    late: () => ({ as: 'message', ephemeral: true }),
    press: async (fields, { callerId, locale }) => {
      const readingId = idAt(fields, 0);
      requireOwner(fields, callerId, 1);
      const customId = encodeCustomId({ ...told, fields: [String(readingId)] });
      return { kind: 'modal', modal: modal(customId, decodeCounts(fields[2] ?? ''), locale) };
    },
  };
}
