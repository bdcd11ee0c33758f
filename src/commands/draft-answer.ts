import { questionButtons, questionEmbed } from '../embeds/refusal.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Drafted } from '../services/scores/drafts.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';

/** The button that stores what is hardly true, because its author says so. */
export const STORE_ANYWAY = { name: 'store-anyway', version: 1 } as const;

/** The buttons that say which of several readings is meant. */
export const READ_AS = { name: 'read-as', version: 1 } as const;

/** What a draft becomes: its custom id says so, since a late answer has to know before looking. */
const KINDS = ['public', 'private', 'truth', 'correction'] as const;
export type DraftKind = (typeof KINDS)[number];

export function isDraftKind(text: string | undefined): text is DraftKind {
  return KINDS.some((kind) => kind === text);
}

/** How a late answer to one of these buttons begins. */
export function lateDraft(kind: string | undefined) {
  return {
    as: kind === 'truth' || kind === 'correction' ? 'update' : 'message',
    ephemeral: kind !== 'public',
  } as const;
}

/** Asks what doubtful input means, or about improbable input once more. */
export function draftAnswer(drafted: Drafted, { words }: Asking, kind: DraftKind): Answer {
  const draftId = String(drafted.draftId);
  const ids = {
    choose: (place: number) =>
      encodeCustomId({ ...READ_AS, fields: [draftId, kind, String(place)] }),
    storeAnyway: encodeCustomId({ ...STORE_ANYWAY, fields: [draftId, kind] }),
  };
  return {
    kind: 'message',
    view: {
      embeds: [questionEmbed(drafted, words)],
      components: questionButtons(drafted, ids, words),
    },
    ephemeral: true,
  };
}
