import { scoreButtons, scoreEmbed } from '../embeds/score.js';
import { decodeSnowflake, encodeCustomId } from '../lib/custom-id.js';
import { Refusal } from '../services/refusal.js';
import type { Score } from '../services/scores/score.js';
import type { Asking, MessageView } from './define.js';

/** The buttons under a score, each with the reading; the last two with its author. */
export const HOW = { name: 'how', version: 1 } as const;
export const REAL_SAVES = { name: 'real-saves', version: 1 } as const;
export const WHICH_ACCOUNT = { name: 'which-account', version: 1 } as const;

/** A score with its buttons. */
export function scoreView(score: Score, { locale, channelLocale }: Asking): MessageView {
  const fields = [String(score.readingId), String(score.creatorId)];
  return {
    embeds: [scoreEmbed(score, score.private ? locale : channelLocale)],
    components: [
      scoreButtons(score, {
        how: encodeCustomId({ ...HOW, fields: fields.slice(0, 1) }),
        realSaves: encodeCustomId({ ...REAL_SAVES, fields }),
        whichAccount: encodeCustomId({ ...WHICH_ACCOUNT, fields }),
      }),
    ],
  };
}

/** The id at a place of a custom id; what isn't one was never made by this bot. */
export function idIn(fields: readonly string[], place: number): bigint {
  const id = decodeSnowflake(fields[place] ?? '');
  if (id === null) throw new Refusal({ kind: 'reading gone' });
  return id;
}
