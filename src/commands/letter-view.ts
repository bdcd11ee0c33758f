import { letterButtons, MOST_IN_LETTER, remindersEmbed, weeklyEmbed } from '../embeds/letters.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { LetterContent, ReminderContent } from '../services/letters/content.js';
import type { ClaimedLetter } from '../services/letters/queue.js';
import type { FourCounts } from '../services/scores/count-input.js';
import { tipById } from '../services/tips/content.js';
import { wordsFor } from '../words/languages.js';
import type { MessageView } from './answer.js';
import { countsButtonId } from './counts-button.js';

/** `Later`, by which a letter is also found again: its id and its day. */
export const LETTER = { name: 'letter', version: 1 } as const;

/** What else stands under a letter. */
export const STOP_ALL = { name: 'letter-stop', version: 1 } as const;
export const STOP_WEEKLY = { name: 'weekly-stop', version: 1 } as const;
/** The note's tip (or none). */
export const WEEKLY_HOW = { name: 'weekly-how', version: 1 } as const;
export const LETTER_NUMBERS = { name: 'letter-numbers', version: 1 } as const;

/** A message to a member who asked for it. */
export async function letterView(
  { reminders, weekly }: LetterContent,
  { creatorId, locale }: Pick<ClaimedLetter, 'creatorId' | 'locale'>,
  markerId: string,
): Promise<MessageView> {
  const words = await wordsFor(locale);
  const own = reminders.slice(0, MOST_IN_LETTER).map((one) => ({
    title: one.title,
    newNumbers: countsButtonId(LETTER_NUMBERS, {
      ...{ readingId: BigInt(one.readingId), creatorId, counts: countsIn(one) },
    }),
  }));
  return {
    embeds: [
      ...(reminders.length === 0 ? [] : [remindersEmbed(reminders, words)]),
      ...(weekly === null ? [] : [weeklyEmbed(weekly, tipById(weekly.tip), words)]),
    ],
    components: letterButtons(
      own,
      {
        later: markerId,
        stopAll: encodeCustomId({ ...STOP_ALL, fields: [] }),
        weekly:
          weekly === null
            ? null
            : {
                stop: encodeCustomId({ ...STOP_WEEKLY, fields: [] }),
                how: weeklyHowId(weekly),
              },
      },
      words,
    ),
  };
}

/** What a weekly note rests on is told by this button. */
export function weeklyHowId({ tip }: NonNullable<LetterContent['weekly']>): string {
  return encodeCustomId({ ...WEEKLY_HOW, fields: [tip ?? ''] });
}

function countsIn({ counts }: ReminderContent): FourCounts {
  const count = ({ value, step }: { value: string; step: string }) => ({
    ...{ value: BigInt(value), step: BigInt(step) },
  });
  const { views, likes, comments, shares } = counts;
  return {
    ...{ views: count(views), likes: count(likes) },
    ...{ comments: count(comments), shares: count(shares) },
  };
}
