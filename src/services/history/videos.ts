import leven from 'leven';
import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { decodeSnowflake } from '../../lib/custom-id.js';
import { titleKey } from '../../lib/normalise.js';
import { parseTikTokLink } from '../../lib/tiktok-link.js';

/** One video of a creator, to choose from. */
export interface VideoChoice {
  readonly videoId: bigint;
  readonly title: string | null;
  readonly link: string | null;
  readonly posted: string | null;
  readonly tiktokId: bigint | null;
  /** When it was first told of. */
  readonly createdAt: Date;
}

/** Videos that are looked through for a title or a date; older ones are found by their link. */
export const MOST_SEARCHED = 1_000;

/** Videos that are looked through for another entry of the same one. */
const MOST_COMPARED = 200;

/** Discord shows so many choices, in a list and in a menu. */
export const MOST_CHOICES = 25;

/** Letters that are compared: enough to tell two titles apart, and bounded work. */
const COMPARED_LETTERS = 60;

const columns = {
  id: true,
  title: true,
  link: true,
  posted: true,
  tiktokId: true,
  createdAt: true,
} satisfies Prisma.VideoSelect;

/** The creator's videos that fit what was typed, newest first; a link finds any of them. */
export async function searchVideos(
  db: Database,
  creatorId: bigint,
  typed: string,
): Promise<VideoChoice[]> {
  const byLink = await videoByLink(db, creatorId, typed);
  if (byLink !== null) return [byLink];
  const wanted = keyOf(typed);
  const rows = await db.prisma.video.findMany({
    where: { creatorId },
    orderBy: { id: 'desc' },
    take: wanted === '' ? MOST_CHOICES : MOST_SEARCHED,
    select: columns,
  });
  return rows
    .filter(
      ({ title, posted, link }) =>
        keyOf(title ?? '').includes(wanted) ||
        posted?.startsWith(typed.trim()) ||
        link?.includes(typed.trim()),
    )
    .slice(0, MOST_CHOICES)
    .map(choiceOf);
}

/** The one video meant by what stands in an option: its id as chosen from the list, a link, or words. */
export async function findOwnVideo(
  db: Database,
  creatorId: bigint,
  typed: string,
): Promise<bigint | null> {
  const text = typed.trim();
  const id = decodeSnowflake(text);
  if (id !== null) {
    const chosen = await db.prisma.video.findFirst({ where: { id, creatorId } });
    if (chosen !== null) return chosen.id;
  }
  const [found] = await searchVideos(db, creatorId, text);
  return text === '' ? null : (found?.videoId ?? null);
}

/** Other entries that may be the same video, the likeliest first. */
export async function likelySame(
  db: Database,
  creatorId: bigint,
  videoId: bigint,
): Promise<VideoChoice[]> {
  const video = await db.prisma.video.findFirst({
    where: { id: videoId, creatorId },
    select: columns,
  });
  if (video === null) return [];
  const rows = await db.prisma.video.findMany({
    where: { creatorId, id: { not: videoId } },
    orderBy: { id: 'desc' },
    take: MOST_COMPARED,
    select: columns,
  });
  const title = keyOf(video.title ?? '').slice(0, COMPARED_LETTERS);
  const likeness = (row: (typeof rows)[number]) => {
    const other = keyOf(row.title ?? '').slice(0, COMPARED_LETTERS);
    const longest = Math.max(title.length, other.length);
    const words = title === '' || other === '' ? 0 : 1 - leven(title, other) / longest;
    return words + (row.posted !== null && row.posted === video.posted ? 1 : 0);
  };
  return (
    rows
      // Different ids at TikTok are different posts.
      .filter(({ tiktokId }) => tiktokId === null || video.tiktokId === null)
      .map((row) => ({ row, likeness: likeness(row) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_CHOICES)
      .map(({ row }) => choiceOf(row))
  );
}

async function videoByLink(
  db: Database,
  creatorId: bigint,
  typed: string,
): Promise<VideoChoice | null> {
  const result = parseTikTokLink(typed);
  if (!result.ok) return null;
  const { id, shortCode } = result.link;
  const identity = id === null ? `short:${shortCode}` : `tiktok:${id}`;
  const creatorId_identity = { creatorId, identity };
  const video =
    (await db.prisma.video.findUnique({ where: { creatorId_identity }, select: columns })) ??
    (
      await db.prisma.videoAlias.findUnique({
        where: { creatorId_identity },
        select: { video: { select: columns } },
      })
    )?.video;
  return video == null ? null : choiceOf(video);
}

function choiceOf({ id, ...rest }: Prisma.VideoGetPayload<{ select: typeof columns }>) {
  return { videoId: id, ...rest };
}

/** Titles are compared as when two readings are held to be the same video. */
function keyOf(text: string): string {
  return titleKey(text, '')?.slice(0, -1) ?? '';
}
