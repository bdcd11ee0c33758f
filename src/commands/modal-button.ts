import { encodeCustomId } from '../lib/custom-id.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { Button } from './components.js';
import { idAt, requireOwner } from './history-ids.js';

/** What a custom id begins with. */
export type Named = Pick<Button, 'name' | 'version'>;

/** A form as Discord takes it. */
export type ModalData = Extract<Answer, { kind: 'modal' }>['modal'];

/**
 * A button for a reading's author alone that opens a form; works without the database, since a form
 * can't be shown late. Its first fields are the reading and its author.
 *
 * @param told the form that is sent back; its one field is the reading.
 * @param modal makes the form, of its custom id and what the button says.
 */
export function modalButton(
  button: Named,
  told: Named,
  modal: (customId: string, fields: readonly string[], asking: Asking) => ModalData,
): Button {
  return {
    ...button,
    late: () => ({ as: 'message', ephemeral: true }),
    press: async (fields, asking) => {
      const readingId = idAt(fields, 0);
      requireOwner(fields, asking.callerId, 1);
      const customId = encodeCustomId({ ...told, fields: [String(readingId)] });
      return { kind: 'modal', modal: modal(customId, fields, asking) };
    },
  };
}
