import { ModalBuilder } from '@discordjs/builders';
import { COUNT_NAMES } from '../lib/count-names.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import { COUNTS_FRESH_FOR } from '../services/scores/scores.js';
import type { TypedTruth } from '../services/scores/truth.js';
import { truthModalText } from '../text/commands.js';
import type { Button } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { idAt, requireOwner } from './history-ids.js';

/** What a custom id begins with. */
interface Named {
  readonly name: string;
  readonly version: number;
}

/** Asks for the real saves of a reading, and where it is old for its counts of now. */
function truthModal(customId: string, needCounts: boolean) {
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

/**
 * A button for a reading's author alone that opens the modal; works without the database, since a
 * modal can't be shown late. Its fields are the reading and its author.
 *
 * @param told the modal that is sent back; its one field is the reading.
 */
export function truthButton(button: Named, told: Named): Button {
  return {
    ...button,
    late: () => ({ as: 'message', ephemeral: true }),
    press: async (fields, { callerId, at }) => {
      const readingId = idAt(fields, 0);
      requireOwner(fields, callerId, 1);
      const age = at.getTime() - timeOfSnowflake(readingId).getTime();
      const customId = encodeCustomId({ ...told, fields: [String(readingId)] });
      return { kind: 'modal', modal: truthModal(customId, age > COUNTS_FRESH_FOR) };
    },
  };
}

/** What the modal brings. */
export function truthIn(values: ReadonlyMap<string, string>): TypedTruth {
  const counts = values.has('views') ? fourCountsIn(values) : null;
  return { saves: values.get('saves') ?? '', counts };
}
