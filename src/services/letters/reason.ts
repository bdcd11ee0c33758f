import * as z from 'zod';

const reason = z.discriminatedUnion('kind', [
  /** The member takes no direct messages of the bot, or is in no server with it any more. */
  z.object({ kind: z.literal('closed') }),
  /** Discord failed so often that it is tried only now and then. */
  z.object({ kind: z.literal('discord failing') }),
  /** Discord doesn't take the message as it is. */
  z.object({ kind: z.literal('refused'), code: z.number() }),
  /** It may have been sent, and too much was written since to find out. */
  z.object({ kind: z.literal('in doubt') }),
  /** The bot itself failed, or can't read what it noted. */
  z.object({ kind: z.literal('fault') }),
  /** Nobody was there to send it for too long after it was due. */
  z.object({ kind: z.literal('too late') }),
  /** Everything in it was done or called off before it went. */
  z.object({ kind: z.literal('nothing left') }),
]);

/** Why a letter waits, or wasn't sent. */
export type LetterReason = z.infer<typeof reason>;

/** What stands in for a reason that can't be read. */
export const UNREADABLE_LETTER: LetterReason = { kind: 'fault' };

/** A reason out of the database; null where there is none. One that can't be read is a fault. */
export function readLetterReason(stored: unknown): LetterReason | null {
  if (stored === null || stored === undefined) return null;
  const read = reason.safeParse(stored);
  return read.success ? read.data : UNREADABLE_LETTER;
}
