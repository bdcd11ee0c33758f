import { ModalBuilder } from '@discordjs/builders';
import { COUNT_NAMES } from '../lib/count-names.js';
import { typedCount } from '../lib/typed-count.js';
import type { FourCounts } from '../services/scores/count-input.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
import type { Button, Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { countsButton, countsButtonId } from './counts-button.js';
import { idAt } from './history-ids.js';
import type { TellTruth } from './tell-truth.js';

const NEW = { name: 'new-numbers', version: 1 } as const;
const TOLD = { name: 'new-numbers-told', version: 1 } as const;

/** The custom id of the button that takes the numbers of the same video as they are now. */
export const newNumbersId = (score: Score): string => countsButtonId(NEW, score);

/** Opens the counts as they were last. */
export const newNumbersButton: Button = countsButton(NEW, TOLD, newNumbersForm);

/** What the modal brings becomes a new reading of the same video, shown where the last one stood. */
export function newNumbersModal(tell: TellTruth): Modal {
  return {
    ...TOLD,
    submit: (fields, values, asking) => {
      const typed = { saves: values.get('saves') ?? '', counts: fourCountsIn(values) };
      return tell(typed, idAt(fields, 0), asking);
    },
  };
}

/** The form for the numbers of the same video as they are now, with the last ones in it. */
export function newNumbersForm(customId: string, counts: FourCounts | null, words: Words) {
  const phrases = words.newNumbersModal;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(phrases.title);
  for (const name of COUNT_NAMES) {
    const value = counts === null ? undefined : typedCount(counts[name], words.locale);
    addShortField(modal, { name, label: phrases.counts[name], hint: phrases.hint, value });
  }
  const { saves: label, savesHint: hint } = phrases;
  addShortField(modal, { name: 'saves', label, hint, required: false });
  return modal.toJSON();
}
