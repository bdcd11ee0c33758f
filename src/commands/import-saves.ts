import { ButtonStyle } from 'discord-api-types/v10';
import { taughtEmbed } from '../embeds/imports.js';
import { buttonRows } from '../embeds/rows.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Teaching } from '../services/import/teachers.js';
import type { Words } from '../words/words.js';
import type { MessageView } from './answer.js';
import type { Button, Modal } from './components.js';
import { draftAnswer } from './draft-answer.js';
import { truthButton, truthTold } from './truth-modal.js';

/** Reading, and its creator. */
const TEACH = { name: 'import-saves', version: 1 } as const;
/** Reading. */
const TAUGHT = { name: 'import-saves-told', version: 1 } as const;

/** A button for each video whose real saves would teach most. */
export function teachButtons(
  { teachers }: Teaching,
  callerId: bigint,
  words: Words,
  others: Parameters<typeof buttonRows>[0] = [],
): NonNullable<MessageView['components']> {
  return buttonRows([
    ...teachers.map(({ readingId }, place) => ({
      label: words.imports.teach.button(place + 1),
      customId: encodeCustomId({ ...TEACH, fields: [String(readingId), String(callerId)] }),
      style: ButtonStyle.Primary as const,
    })),
    ...others,
  ]);
}

/** Asks for the real saves of one of them. */
export const teachButton: Button = truthButton(TEACH, TAUGHT);

/** Says in place of the list how much narrower the other ranges are, and what would help next. */
export const taughtModal: Modal = truthTold(TAUGHT, async (typed, readingId, asking) => {
  const {
    services,
    interactionId,
    callerId,
    words: { locale },
  } = asking;
  const { scores, imports } = await services;
  const who = { interactionId, callerId, message: null, language: locale };
  const outcome = await scores.addTruth(typed, readingId, who);
  if (outcome.kind === 'draft') return draftAnswer(outcome, asking, 'private');
  const { teaching, ...taught } = await imports.taught(callerId, outcome.score.readingId);
  return {
    kind: 'update',
    view: {
      embeds: [taughtEmbed(taught, teaching, asking.words)],
      components: teachButtons(teaching, callerId, asking.words),
    },
  };
});
