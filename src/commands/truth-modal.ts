import { ModalBuilder } from '@discordjs/builders';
import { COUNT_NAMES } from '../lib/count-names.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import { COUNTS_FRESH_FOR } from '../services/scores/scores.js';
import type { TypedTruth } from '../services/scores/truth.js';
import type { Words } from '../words/words.js';
import type { Button, Modal } from './components.js';
import { addPictureField, addShortField, fourCountsIn } from './count-fields.js';
import { idAt } from './history-ids.js';
import { modalButton, type Named } from './modal-button.js';
import { truthPictureAnswer } from './score-picture.js';
import type { TellTruth } from './tell-truth.js';

/**
 * Asks for the real saves of a reading, or a picture that shows them; where the reading is old for
 * its counts of now, too: a form has no room for a picture then.
 */
function truthModal(customId: string, needCounts: boolean, takesPicture: boolean, words: Words) {
  const { title, saves, savesHint, picture, pictureHint, counts, countHint } = words.truthModal;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(title);
  const required = needCounts || !takesPicture;
  addShortField(modal, { name: 'saves', label: saves, hint: savesHint, required });
  if (!required) addPictureField(modal, { name: 'picture', label: picture, hint: pictureHint });
  if (needCounts) {
    for (const name of COUNT_NAMES) {
      addShortField(modal, { name, label: counts[name], hint: countHint });
    }
  }
  return modal.toJSON();
}

/** A button that opens the modal: see `modalButton`. */
export function truthButton(button: Named, told: Named): Button {
  return modalButton(button, told, (customId, fields, { at, pictures, words }) => {
    const age = at.getTime() - timeOfSnowflake(idAt(fields, 0)).getTime();
    return truthModal(customId, age > COUNTS_FRESH_FOR, pictures.areRead, words);
  });
}

/**
 * What takes the modal back: what was typed goes to its own way, a picture is read first.
 *
 * @param told the modal's custom id; its one field is the reading.
 */
export function truthTold(told: Named, keep: TellTruth): Modal {
  return {
    ...told,
    late: ([picture]) =>
      picture === undefined
        ? null
        : { as: 'message', ephemeral: true, always: (words) => words.picture.reading },
    submit: (fields, values, asking, [picture]) => {
      const [readingId, typed] = [idAt(fields, 0), truthIn(values)];
      return picture === undefined
        ? keep(typed, readingId, asking)
        : truthPictureAnswer(picture, typed.saves, readingId, asking);
    },
  };
}

/** What the modal brings, as far as it was typed. */
function truthIn(values: ReadonlyMap<string, string>): TypedTruth {
  const counts = values.has('views') ? fourCountsIn(values) : null;
  return { saves: values.get('saves') ?? '', counts };
}
