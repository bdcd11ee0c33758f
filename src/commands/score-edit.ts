import type { Score } from '../services/scores/score.js';
import { historyText } from '../text/history.js';
import type { MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { Button, Modal } from './components.js';
import { fourCountsIn } from './count-fields.js';
import { countsButton, countsButtonId } from './counts-button.js';
import { draftAnswer } from './draft-answer.js';
import { countsModal } from './history-changes.js';
import { idAt } from './history-ids.js';

const EDIT = { name: 'score-edit', version: 1 } as const;
const EDITED = { name: 'score-edited', version: 1 } as const;

/** The custom id of the button that opens a score's counts for mending. */
export const editId = (score: Score): string => countsButtonId(EDIT, score);

/** Opens the counts of a score as they were read. */
export const editButton: Button = countsButton(EDIT, EDITED, countsModal);

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
