import * as z from 'zod';

/** What the bot needs in the channel of the digest, by Discord's names. */
export const DIGEST_PERMISSIONS = [
  'View Channel',
  'Read Message History',
  'Send Messages',
  'Embed Links',
  'Attach Files',
] as const;

export type DigestPermission = (typeof DIGEST_PERMISSIONS)[number];

/** What keeps the bot from posting in a channel. */
const obstacle = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('missing permissions'),
    permissions: z.array(z.enum(DIGEST_PERMISSIONS)),
  }),
  /** The channel was deleted, or is of a kind that takes no posts. */
  z.object({ kind: z.literal('no such channel') }),
  z.object({ kind: z.literal('not in the server') }),
  /** Somebody has put the bot into a time-out. */
  z.object({ kind: z.literal('timed out') }),
]);

export type Obstacle = z.infer<typeof obstacle>;

/** Why nobody can tell: Discord can't be asked, or doesn't take the bot's token. */
export type Unasked = 'unknown' | 'locked out';

/** Why a digest waits, or was left out, as it is kept. */
export const digestReason = z.discriminatedUnion('kind', [
  ...obstacle.options,
  /** Discord failed so often that it is tried only now and then. */
  z.object({ kind: z.literal('discord failing') }),
  /** Discord doesn't take the post as it is. */
  z.object({ kind: z.literal('refused'), code: z.number() }),
  /** It may have been posted, and too much was written since to find out. */
  z.object({ kind: z.literal('in doubt') }),
  /**
   * The bot itself failed while composing it; or it can't read what it is to go by: the time zone,
   * which it doesn't know, or what stands of the digest.
   */
  z.object({ kind: z.literal('fault'), of: z.enum(['time zone', 'row']).optional() }),
  /** Nobody was there to send it for too long after it was due. */
  z.object({ kind: z.literal('too late') }),
  z.object({ kind: z.literal('quiet') }),
  z.object({ kind: z.literal('turned off') }),
]);

export type DigestReason = z.infer<typeof digestReason>;

/** What stands in for whatever can't be read of a digest. */
export const UNREADABLE: DigestReason = { kind: 'fault', of: 'row' };

/** A reason out of the database; null where there is none. One that can't be read is a fault. */
export function readReason(stored: unknown): DigestReason | null {
  if (stored === null) return null;
  const read = digestReason.safeParse(stored);
  return read.success ? read.data : UNREADABLE;
}
