import { ModalBuilder } from '@discordjs/builders';
import { COUNT_NAMES } from '../lib/count-names.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { typedCount } from '../lib/typed-count.js';
import type { FourCounts } from '../services/scores/count-input.js';
import type { Score } from '../services/scores/score.js';
import { newNumbersModalText } from '../text/commands.js';
import type { MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { Button, Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { draftAnswer } from './draft-answer.js';
import {
  decodeCounts,
  encodeCounts,
  idAt,
  ROOM_BESIDE_TWO_IDS,
  requireOwner,
} from './history-ids.js';

const NEW = { name: 'new-numbers', version: 1 } as const;
const TOLD = { name: 'new-numbers-told', version: 1 } as const;

/**
 * The custom id of the button that takes the numbers of the same video as they are now; the last ones
 * travel in it, if they fit.
 */
export function newNumbersId({ readingId, creatorId, counts }: Score): string {
  const fields = [String(readingId), String(creatorId), encodeCounts(counts, ROOM_BESIDE_TWO_IDS)];
  return encodeCustomId({ ...NEW, fields });
}

/** Opens the counts as they were last; works without the database, as modals have to. */
export const newNumbersButton: Button = {
  ...NEW,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { callerId, locale }) => {
    const readingId = idAt(fields, 0);
    requireOwner(fields, callerId, 1);
    const customId = encodeCustomId({ ...TOLD, fields: [String(readingId)] });
    return { kind: 'modal', modal: modalOf(customId, decodeCounts(fields[2] ?? ''), locale) };
  },
};

/** What the modal brings becomes a new reading of the same video, shown where the last one stood. */
export function newNumbersModal(show: (score: Score, asking: Asking) => MessageView): Modal {
  return {
    ...TOLD,
    submit: async (fields, values, asking) => {
      const { interactionId, callerId, source: message, locale: language } = asking;
      const { scores } = await asking.services;
      const typed = { saves: values.get('saves') ?? '', counts: fourCountsIn(values) };
      const who = { interactionId, callerId, message, language };
      const outcome = await scores.addTruth(typed, idAt(fields, 0), who);
      if (outcome.kind === 'draft') return draftAnswer(outcome, asking, 'truth');
      return { kind: 'update', view: show(outcome.score, asking) };
    },
  };
}

function modalOf(customId: string, counts: FourCounts | null, language: string) {
  const words = newNumbersModalText;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(words.title);
  for (const name of COUNT_NAMES) {
    const value = counts === null ? undefined : typedCount(counts[name], language);
    addShortField(modal, { name, label: words.counts[name], hint: words.hint, value });
  }
  const { saves: label, savesHint: hint } = words;
  addShortField(modal, { name: 'saves', label, hint, required: false });
  return modal.toJSON();
}
