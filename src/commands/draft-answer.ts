import { improbableButton, improbableEmbed } from '../embeds/refusal.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Drafted } from '../services/scores/drafts.js';
import type { Answer, Asking } from './define.js';

/** The button that stores what is hardly true, because its author says so. */
export const STORE_ANYWAY = { name: 'store-anyway', version: 1 } as const;

/** What a draft becomes: its custom id says so, since a late answer has to know before looking. */
export type DraftKind = 'public' | 'private' | 'truth' | 'correction';

/** Asks about improbable input once more. */
export function draftAnswer(
  { draftId, improbable: found }: Drafted,
  { locale }: Asking,
  kind: DraftKind,
): Answer {
  const customId = encodeCustomId({ ...STORE_ANYWAY, fields: [String(draftId), kind] });
  return {
    kind: 'message',
    view: { embeds: [improbableEmbed(found, locale)], components: [improbableButton(customId)] },
    ephemeral: true,
  };
}
