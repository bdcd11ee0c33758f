import { categoryMenu, scoreButtons, scoreEmbed } from '../embeds/score.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Score } from '../services/scores/score.js';
import type { MessageView } from './answer.js';
import type { Asking } from './asking.js';
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
 */
export function scoreView(
  score: Score,
  { locale, channelLocale, at }: Asking,
  { asksForCategory } = { asksForCategory: score.category === null },
): MessageView {
  const fields = [String(score.readingId), String(score.creatorId)];
  const buttons = scoreButtons(score, {
    how: encodeCustomId({ ...HOW, fields: fields.slice(0, 1) }),
    realSaves: encodeCustomId({ ...REAL_SAVES, fields }),
    newNumbers: newNumbersId(score),
    edit: editId(score),
    whichAccount: encodeCustomId({ ...WHICH_ACCOUNT, fields }),
    remind: remindId(score, at),
  });
  return {
    embeds: [scoreEmbed(score, score.private ? locale : channelLocale)],
    components: asksForCategory
      ? [...categoryMenu(encodeCustomId({ ...CATEGORY, fields }), score), ...buttons]
      : buttons,
  };
}
