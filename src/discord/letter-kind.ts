import { setImmediate } from 'node:timers/promises';
import type { MessageView } from '../commands/answer.js';
import { LETTER } from '../commands/letter-view.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { nextWithin } from '../lib/daily-hours.js';
import type { LetterComposer } from '../services/letters/composer.js';
import type { LetterContent } from '../services/letters/content.js';
import type { ClaimedLetter, LetterQueue } from '../services/letters/queue.js';
import type { LetterReason } from '../services/letters/reason.js';
import { createComposing } from './composing.js';
import { isClosed } from './direct-messages.js';
import { markersIn } from './markers.js';
import { PostRunner } from './post-runner.js';
import { type PostContext, type PostKind, USUAL_REASONS } from './post-work.js';

/** For how long after it was due a letter still goes: the next day has one of its own. */
const CATCH_UP = 24 * 3_600_000;

/** What becomes of letters is decided with these. */
export interface LetterContext extends PostContext {
  readonly queue: LetterQueue;
  readonly composer: LetterComposer;
  readonly view: (
    content: LetterContent,
    letter: ClaimedLetter,
    markerId: string,
  ) => MessageView | Promise<MessageView>;
}

/** Sends the letters that are due. */
export function createLetterRunner(
  context: LetterContext,
): PostRunner<ClaimedLetter, LetterReason> {
  const { queue, log } = context;
  // The log names no members.
  const onUnreadable = (_: unknown, error: unknown) =>
    log.error({ err: error }, 'letter put off, since what is stored of it can’t be read');
  return new PostRunner(context, letterKind(context), () => ({
    takeDue: (most) => queue.takeDue(most, onUnreadable),
    claim: (most) => queue.claim(most, onUnreadable),
  }));
}

/** What letters are among posts. */
function letterKind({
  queue,
  composer,
  view,
  clock,
}: LetterContext): PostKind<ClaimedLetter, LetterReason> {
  const compose = createComposing();
  return {
    word: 'letter',
    catchUp: CATCH_UP,
    queue,
    reasons: USUAL_REASONS,
    named: ({ id, day }) => ({ letter: String(id), day }),
    nameOf: ({ creatorId, day }) => ({
      nonce: `${creatorId.toString(36)}-${day.replaceAll('-', '')}`,
      isIt: (components) => markersIn(components, LETTER.name).some(([, one]) => one === day),
    }),
    channelOf: ({ channelId }) => channelId,
    dueAt: ({ dueAt }) => dueAt,
    reasonOf: ({ reason }) => reason,
    mayBeThereSince: ({ mayBeThere, dueAt }) => (mayBeThere ? dueAt : null),
    // What was called off is taken out of its letter, and an empty one doesn't go.
    turnedOff: () => null,
    read: composer.read,
    standing: ({ hours, doubtSince, weeklyTo }) => {
      // What may be there already is settled first; a weekly note has an hour of its own.
      if (doubtSince !== null || weeklyTo !== null) return null;
      const now = clock();
      const next = nextWithin(now, hours, null);
      return next > now ? { waitUntil: next } : null;
    },
    // Whether somebody takes messages shows when one is sent, and not before.
    obstacle: () => Promise.resolve(null),
    barred: ({ code }) => (isClosed(code) ? { kind: 'closed' } : null),
    refused: (code) => ({ kind: 'refused', code }),
    isGone: () => false,
    gone: async (letter, trouble) => {
      await queue.park(letter, { kind: 'closed' }, null, trouble);
      return false;
    },
    make: (letter, rest) =>
      compose(rest, async () => {
        // What may be with Discord stays as it is; everything else is made of what is true now.
        const content =
          letter.doubtSince === null
            ? await composer.compose(letter)
            : composer.read(letter.content);
        if (content === null) return { skip: { kind: 'nothing left' } };
        await setImmediate(); // whoever came meanwhile has their turn
        const fields = [String(letter.id), letter.day];
        return {
          view: await view(content, letter, encodeCustomId({ ...LETTER, fields })),
          begin: () => queue.beginSending(letter, content),
        };
      }),
  };
}
