import type { Category } from '../../db/generated/sqlite/enums.js';
import type { Count } from '../../lib/counts.js';
import { instantRange, isBeyondTomorrowAnywhere } from '../../lib/dates.js';
import { titleKey } from '../../lib/normalise.js';
import { postedAt, type TikTokLink } from '../../lib/tiktok-link.js';
import type { Numbers, PostedWindow } from '../estimate/estimate.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import { type Impossible, Refusal } from '../refusal.js';
import {
  doubtsAsUnreadable,
  type FourCounts,
  noFindings,
  readCount,
  readFourCounts,
  savesWithin,
  type Typing,
} from './count-input.js';
import type { Doubt } from './doubts.js';
import { readLink, readPosted, storable } from './post-input.js';
import type { TypedScore } from './typed-score.js';

/** Who submits, where, and with which interaction. */
export interface Submitter {
  readonly interactionId: bigint;
  readonly creatorId: bigint;
  readonly guildId: bigint | null;
  /** The member's language as a BCP 47 tag; without it a count may be doubtful that needn't be. */
  readonly language?: string;
}

/** What was typed into `/score`, read and found possible. */
export interface Submission {
  readonly counts: FourCounts;
  readonly saves: Count | null;
  readonly newFollowers: Count | null;
  readonly link: TikTokLink | null;
  /** The short link that was typed, where TikTok said which post that is. */
  readonly shortLink?: TikTokLink;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly posted: string | null;
  readonly category: Category | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Average seconds a view. */
  readonly watchTime: number | null;
  readonly trying: string | null;
  readonly private: boolean;
  /** Whether a picture shows its four counts. */
  readonly shown?: boolean;
}

/**
 * Reads the options of `/score`.
 *
 * @returns what may mean several things, if anything does.
 * @throws Refusal naming every option that can't be read or can't be true, with the command to
 *   send instead.
 */
export function readSubmission(
  typed: TypedScore,
  now: Date,
  typing: Typing,
): { doubts: readonly Doubt[] } | { doubts: null; submission: Submission } {
  const found = noFindings();
  const { unreadable, doubts } = found;
  const corrected: Mutable<TypedScore> = { ...typed };

  const optionalCount = (option: 'saves' | 'new_followers') => {
    const text = typed[option];
    return text === undefined ? null : readCount(option, text, typing, found);
  };
  const counts = readFourCounts(typed, typing, found);
  const typedSaves = optionalCount('saves');
  const saves =
    typedSaves && savesWithin(typedSaves, typed.saves ?? '', counts.views, typing, found);
  const newFollowers = optionalCount('new_followers');
  for (const { option, typed: text, why } of unreadable) {
    if (why === 'negative') corrected[option] = text.replace(/[-−–]/gu, '').trim();
  }

  const link = typed.link === undefined ? null : readLink(typed.link, found);
  if (link !== null) corrected.link = link.url;
  else delete corrected.link;

  const impossible: Impossible[] = [];
  const posted =
    typed.posted === undefined
      ? null
      : readPosted(typed.posted, now, typing, { ...found, impossible });
  for (const one of impossible) {
    if (one.what === 'posted in the future') corrected.posted = lastSuchDay(one.posted, now);
  }
  if (
    saves !== null &&
    isMoreThanShown(saves, counts.views) &&
    unreadable.length + doubts.length === 0
  ) {
    impossible.push({
      what: 'more saves than views',
      saves: typed.saves ?? '',
      views: typed.views,
    });
    delete corrected.saves;
  }
  if (unreadable.length + impossible.length > 0) {
    unreadable.push(...doubtsAsUnreadable(doubts));
    throw new Refusal({ kind: 'input', unreadable, impossible, corrected });
  }
  if (doubts.length > 0) return { doubts };
  const submission: Submission = {
    counts,
    saves,
    newFollowers,
    link,
    title: storable(typed.title),
    posted,
    category: typed.category ?? null,
    duration: typed.duration ?? null,
    watchTime: typed.watch_time ?? null,
    trying: storable(typed.trying),
    private: typed.private ?? false,
  };
  return { doubts: null, submission };
}

/** The numbers as the estimate takes them; exact up to 2^53. */
export function numbersOf(
  counts: FourCounts,
  more: {
    watchTime: number | null;
    duration: number | null;
    newFollowers: bigint | null;
    kind: Numbers['kind'];
    category: Category | null;
  },
): Numbers {
  const { views, likes, comments, shares } = counts;
  return {
    views: Number(views.value),
    likes: Number(likes.value),
    comments: Number(comments.value),
    shares: Number(shares.value),
    steps: {
      views: Number(views.step),
      likes: Number(likes.step),
      comments: Number(comments.step),
      shares: Number(shares.step),
    },
    kind: more.kind,
    ...(more.category !== null && { category: more.category }),
    ...(more.watchTime !== null && { watchTime: more.watchTime }),
    ...(more.duration !== null && { duration: more.duration }),
    ...(more.newFollowers !== null && { newFollowers: Number(more.newFollowers) }),
  };
}

/** When a post went public, as exactly as its id or its date tells. */
export function postedWindow(
  tiktokId: bigint | null,
  posted: string | null,
  now: Date,
): PostedWindow | undefined {
  const exact = tiktokId === null ? null : postedAt(tiktokId, now);
  if (exact !== null) return { earliest: exact, latest: exact };
  return posted === null ? undefined : instantRange(posted);
}

/** What makes two readings the same video, and the weaker sign that they may be. */
export function identityOf(
  { link, title, posted }: Pick<Submission, 'link' | 'title' | 'posted'>,
  readingId: bigint,
): { identity: string; titleKey: string | null } {
  const key = title !== null && posted !== null ? titleKey(title, posted) : null;
  if (link?.id != null) return { identity: `tiktok:${link.id}`, titleKey: key };
  if (link?.shortCode != null) return { identity: shortIdentity(link), titleKey: key };
  if (key !== null) return { identity: `title:${key}`, titleKey: key };
  return { identity: `reading:${readingId}`, titleKey: null };
}

/** What a video is known by as long as only a short link of it is known. */
export function shortIdentity({ shortCode }: TikTokLink): string {
  return `short:${shortCode}`;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The same day of the latest year in which it was not in the future. */
function lastSuchDay(date: string, now: Date): string {
  let year = Math.min(Number(date.slice(0, 4)), now.getUTCFullYear() + 1);
  let day = date;
  while (isBeyondTomorrowAnywhere(day, now)) {
    year -= 1;
    day = `${year}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`;
  }
  return day;
}
