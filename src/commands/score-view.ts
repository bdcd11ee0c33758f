import { categoryMenu, scoreButtons, scoreEmbed } from '../embeds/score.js';
import { isGood } from '../embeds/verdict.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Score } from '../services/scores/score.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, wordsWanted } from './asking.js';
import { editId } from './score-edit.js';
import { newNumbersId } from './score-new.js';
import { remindId } from './score-remind.js';

/** What stands under a score, each with the reading; all but the first with its author. */
export const HOW = { name: 'how', version: 1 } as const;
export const REAL_SAVES = { name: 'real-saves', version: 1 } as const;
export const WHICH_ACCOUNT = { name: 'which-account', version: 1 } as const;
export const CATEGORY = { name: 'score-category', version: 1 } as const;

/**
 * A score with its buttons.
 *
 * @param asksForCategory whether the menu stands under it although a category was told.
 * @param invites whether its author is invited to the boards.
 * @param isShared whether others see it, too, as far as the score isn't private.
 */
export async function scoreView(
  score: Score,
  asking: Asking,
  { asksForCategory = score.category === null, invites = false, isShared = true } = {},
): Promise<MessageView> {
  const { guildId, at } = asking;
  const words = score.private || !isShared ? asking.words : await wordsWanted(score.wanted, asking);
  const fields = [String(score.readingId), String(score.creatorId)];
  const buttons = scoreButtons(
    score,
    {
      how: encodeCustomId({ ...HOW, fields: fields.slice(0, 1) }),
      realSaves: encodeCustomId({ ...REAL_SAVES, fields }),
      newNumbers: newNumbersId(score),
      edit: editId(score),
      whichAccount: encodeCustomId({ ...WHICH_ACCOUNT, fields }),
      remind: remindId(score, at),
    },
    words,
  );
  // In a conversation with the bot there is nobody to be short for.
  const isShort = score.wanted.answers === 'short' && guildId !== null;
  return {
    embeds: [scoreEmbed(score, words, { isShort, invites })],
    components: asksForCategory
      ? [...categoryMenu(encodeCustomId({ ...CATEGORY, fields }), score, words), ...buttons]
      : buttons,
  };
}

/** Whether only its author sees a score, as they said or as the server wants it. */
export function isForAuthorAlone(score: Score): boolean {
  return score.private || score.wanted.answers === 'private';
}

/** A new message with a score, for everybody or its author alone: as they said, and as the server wants it. */
export async function newScore(score: Score, asking: Asking): Promise<Answer> {
  const ephemeral = isForAuthorAlone(score);
  const invites = await isInvited(score, asking);
  return {
    kind: 'message',
    view: await scoreView(score, asking, { invites, isShared: !ephemeral }),
    ephemeral,
  };
}

/** Whether its author is invited to the boards now: after a good score, and once in each server. */
async function isInvited(score: Score, { guildId, services }: Asking): Promise<boolean> {
  if (guildId === null || score.private || !isGood(score)) return false;
  const { invitations } = await services;
  // The score is stored: nothing that fails here should keep it from being shown.
  return invitations.claim(guildId, score.creatorId).catch(() => false);
}
