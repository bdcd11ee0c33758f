import { ModalBuilder } from '@discordjs/builders';
import { COUNT_NAMES } from '../lib/count-names.js';
import { truthModalText } from '../text/commands.js';
import { addShortField } from './count-fields.js';

/** Asks for the real saves of a reading, and where it is old for its counts of now. */
export function truthModal(customId: string, needCounts: boolean) {
  const { title, saves, savesHint, counts, countHint } = truthModalText;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(title);
  addShortField(modal, { name: 'saves', label: saves, hint: savesHint });
  if (needCounts) {
    for (const name of COUNT_NAMES) {
      addShortField(modal, { name, label: counts[name], hint: countHint });
    }
  }
  return modal.toJSON();
}
