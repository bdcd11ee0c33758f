import { ButtonStyle } from 'discord-api-types/v10';
import { taughtEmbed } from '../embeds/imports.js';
import { buttonRows } from '../embeds/rows.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import type { Teaching } from '../services/import/teachers.js';
import { COUNTS_FRESH_FOR } from '../services/scores/scores.js';
import { importText } from '../text/imports.js';
import type { MessageView } from './answer.js';
import type { Button, Modal } from './components.js';
import { fourCountsIn } from './count-fields.js';
import { draftAnswer } from './draft-answer.js';
import { idAt, requireOwner } from './history-ids.js';
import { truthModal } from './truth-modal.js';

/** Reading, and its creator. */
const TEACH = { name: 'import-saves', version: 1 } as const;
/** Reading. */
const TAUGHT = { name: 'import-saves-told', version: 1 } as const;

/** A button for each video whose real saves would teach most. */
export function teachButtons(
  { teachers }: Teaching,
  callerId: bigint,
  others: Parameters<typeof buttonRows>[0] = [],
): NonNullable<MessageView['components']> {
  return buttonRows([
    ...teachers.map(({ readingId }, place) => ({
      label: importText.teach.button(place + 1),
      customId: encodeCustomId({ ...TEACH, fields: [String(readingId), String(callerId)] }),
      style: ButtonStyle.Primary as const,
    })),
    ...others,
  ]);
}

/** Opens the modal; works without the database, since a modal can't be shown late. */
export const teachButton: Button = {
  ...TEACH,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { callerId, at }) => {
    const readingId = idAt(fields, 0);
    requireOwner(fields, callerId, 1);
    const age = at.getTime() - timeOfSnowflake(readingId).getTime();
    const customId = encodeCustomId({ ...TAUGHT, fields: [String(readingId)] });
    return { kind: 'modal', modal: truthModal(customId, age > COUNTS_FRESH_FOR) };
  },
};

/** Says in place of the list how much narrower the other ranges are, and what would help next. */
export const taughtModal: Modal = {
  ...TAUGHT,
  submit: async (fields, values, asking) => {
    const { services, interactionId, callerId, locale } = asking;
    const { scores, imports } = await services;
    const counts = values.has('views') ? fourCountsIn(values) : null;
    const outcome = await scores.addTruth(
      { saves: values.get('saves') ?? '', counts },
      idAt(fields, 0),
      { interactionId, callerId, message: null, language: locale },
    );
    if (outcome.kind === 'draft') return draftAnswer(outcome, asking, 'private');
    const { teaching, ...taught } = await imports.taught(callerId, outcome.score.readingId);
    return {
      kind: 'update',
      view: {
        embeds: [taughtEmbed(taught, teaching, locale)],
        components: teachButtons(teaching, callerId),
      },
    };
  },
};
