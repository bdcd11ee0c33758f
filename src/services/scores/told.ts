import type { Database } from '../../db/database.js';
import { typedCount } from '../../lib/typed-count.js';
import { Refusal } from '../refusal.js';
import { lookAt } from './estimate-anew.js';

/** What can be told of a stored reading beside its counts. */
export const DESCRIBED = [
  ...(['title', 'link', 'posted', 'trying'] as const),
  ...(['duration', 'watch_time', 'new_followers'] as const),
] as const;
export type DescribedField = (typeof DESCRIBED)[number];

/** What was told of a reading, as it would be typed; empty for what wasn't. */
export type ToldAsTyped = Readonly<Record<DescribedField, string>>;

/**
 * What a creator told of a reading of theirs, or else of its video with another one.
 *
 * @param language a BCP 47 tag: how they write numbers.
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function toldAsTyped(
  db: Database,
  readingId: bigint,
  callerId: bigint,
  language: string | undefined,
): Promise<ToldAsTyped> {
  const row = await lookAt(db, readingId);
  if (row === undefined) throw new Refusal({ kind: 'reading gone' });
  if (row.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
  const { video, newFollowers, newFollowersStep } = row;
  return {
    title: row.title ?? video.title ?? '',
    link: row.link ?? video.link ?? '',
    posted: row.posted ?? video.posted ?? '',
    trying: row.trying ?? '',
    duration: String(video.duration ?? ''),
    watch_time: String(row.watchTime ?? ''),
    new_followers:
      newFollowers === null
        ? ''
        : typedCount({ value: newFollowers, step: newFollowersStep ?? 1n }, language ?? 'en'),
  };
}
