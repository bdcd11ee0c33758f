import { encodeCustomId } from '../lib/custom-id.js';
import { Refusal } from '../services/refusal.js';
import type { Score } from '../services/scores/score.js';
import { historyText } from '../text/history.js';
import type { MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { Button, Modal } from './components.js';
import { fourCountsIn } from './count-fields.js';
import { draftAnswer } from './draft-answer.js';
import { countsModal } from './history-changes.js';
import { decodeCounts, encodeCounts, idAt, ROOM_BESIDE_TWO_IDS } from './history-ids.js';

const EDIT = { name: 'score-edit', version: 1 } as const;
const EDITED = { name: 'score-edited', version: 1 } as const;

/** The custom id of the button that opens a score's counts for mending. */
export function editId({ readingId, creatorId, counts }: Score): string {
  const fields = [String(readingId), String(creatorId), encodeCounts(counts, ROOM_BESIDE_TWO_IDS)];
  return encodeCustomId({ ...EDIT, fields });
}

/** Opens the counts of a score as they were read; works without the database, as modals have to. */
export const editButton: Button = {
  ...EDIT,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { callerId, locale }) => {
    const readingId = idAt(fields, 0);
    if (idAt(fields, 1) !== callerId) throw new Refusal({ kind: 'only the author' });
    const customId = encodeCustomId({ ...EDITED, fields: [String(readingId)] });
    return { kind: 'modal', modal: countsModal(customId, decodeCounts(fields[2] ?? ''), locale) };
  },
};

/** What the modal brings: the score is shown anew where it stands. */
export function editModal(show: (score: Score, asking: Asking) => MessageView): Modal {
  return {
    ...EDITED,
    submit: async (fields, values, asking) => {
      const { interactionId, callerId, guildId, locale } = asking;
      const readingId = idAt(fields, 0);
      const { changes, scores } = await asking.services;
      const done = await changes.correct(
        { ...fourCountsIn(values), confirmed: false, language: locale },
        readingId,
        { interactionId, callerId },
      );
      if (done.kind === 'draft') return draftAnswer(done, asking, 'correction');
      if (done.kind === 'unchanged') {
        const view = { content: historyText.changed.unchanged };
        return { kind: 'message', view, ephemeral: true };
      }
      const score = await scores.find(readingId, { id: callerId, guildId });
      return { kind: 'update', view: show(score, asking) };
    },
  };
}
