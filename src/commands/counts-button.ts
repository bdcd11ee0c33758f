import { encodeCustomId } from '../lib/custom-id.js';
import type { FourCounts } from '../services/scores/count-input.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
import type { Button } from './components.js';
import { decodeCounts, encodeCounts, ROOM_BESIDE_TWO_IDS } from './history-ids.js';
import { type ModalData, modalButton, type Named } from './modal-button.js';

/** The custom id of a button that opens a score's counts; they travel in it, if they fit. */
export function countsButtonId(
  button: Named,
  { readingId, creatorId, counts }: Pick<Score, 'readingId' | 'creatorId' | 'counts'>,
): string {
  const fields = [String(readingId), String(creatorId), encodeCounts(counts, ROOM_BESIDE_TWO_IDS)];
  return encodeCustomId({ ...button, fields });
}

/** A button that opens a score's counts: see `modalButton`. */
export function countsButton(
  button: Named,
  told: Named,
  modal: (customId: string, counts: FourCounts | null, words: Words) => ModalData,
): Button {
  return modalButton(button, told, (customId, fields, { words }) =>
    modal(customId, decodeCounts(fields[2] ?? ''), words),
  );
}
