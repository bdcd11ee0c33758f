import type { Database } from '../../db/database.js';
import { isOvertaken } from '../../db/errors.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { Transaction } from '../../db/transaction.js';
import { parseSeconds } from '../../lib/seconds.js';
import type { TikTokLink } from '../../lib/tiktok-link.js';
import type { ServiceContext } from '../context.js';
import type { Impossible, Unreadable } from '../refusal.js';
import { doubtsAsUnreadable, noFindings, readCount } from './count-input.js';
import { changeOwn, estimateAnew, type SeenReading } from './estimate-anew.js';
import { readLink, readPosted, storable } from './post-input.js';
import type { Score } from './score.js';
import type { ShortLinks } from './short-links.js';
import { linkOf, loadScore } from './stored-score.js';
import { identityOf, type Submission } from './submission.js';
import { DESCRIBED, type ToldAsTyped, toldAsTyped } from './told.js';

/** What is told of a reading otherwise than before; what is left out stays. */
export type TypedDescription = Partial<ToldAsTyped>;

/** The score as it is now, and what was typed for it that couldn't be taken. */
export interface Described {
  readonly score: Score;
  readonly left: {
    readonly unreadable: readonly Unreadable[];
    readonly impossible: readonly Impossible[];
  };
}

type Told = Partial<
  Pick<
    Submission,
    'title' | 'link' | 'posted' | 'trying' | 'duration' | 'watchTime' | 'newFollowers'
  >
>;

/** How often it is done again where another change of the creator's was faster. */
const ATTEMPTS = 3;

/**
 * Tells of a stored reading what was left out or wrong, and estimates and judges it anew, as of when
 * it was taken. A field that is typed empty is taken away; one that can't be read stays as it was.
 * With another post's link the reading goes to that post.
 *
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function describeReading(
  context: ServiceContext & { readonly shortLinks?: ShortLinks | undefined },
  typed: TypedDescription,
  readingId: bigint,
  who: { interactionId: bigint; callerId: bigint; language?: string },
): Promise<Described> {
  const { db, clock, shortLinks } = context;
  const at = clock();
  const before = await toldAsTyped(db, readingId, who.callerId, who.language);
  const changed = DESCRIBED.filter((name) => (typed[name] ?? before[name]).trim() !== before[name]);
  const otherwise = Object.fromEntries(changed.map((name) => [name, typed[name]]));
  const { told, left } = readDescription(otherwise, at, who.language);
  const full =
    told.link?.shortCode == null ? null : ((await shortLinks?.resolve(told.link)) ?? null);
  const all: Told = { ...told, ...(full !== null && { link: full }) };
  for (let attempt = 1; Object.keys(all).length > 0; attempt += 1) {
    try {
      await changeOwn(db, readingId, who.callerId, async (seen) => {
        const place = await placeOf(db, seen, all, who.interactionId);
        const { video } = place;
        const moved = { ...seen, videoId: video.id, video };
        return {
          anew: await estimateAnew(db, moved, all, video.handle),
          at,
          write: (tx) => write(tx, seen, place, all),
        };
      });
      break;
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error;
    }
  }
  return { score: await loadScore(db, readingId), left };
}

/** What was typed, as far as it can be read. */
function readDescription(
  typed: TypedDescription,
  now: Date,
  language: string | undefined,
): { told: Told; left: Described['left'] } {
  const found = { ...noFindings(), impossible: [] as Impossible[] };
  const told: { -readonly [K in keyof Told]: Told[K] } = {};
  const typing = { language };
  const { title, link, posted, trying } = typed;
  if (title !== undefined) told.title = storable(title);
  if (trying !== undefined) told.trying = storable(trying);
  if (link !== undefined) {
    const read = isEmpty(link) ? null : readLink(link, found);
    if (read !== null || isEmpty(link)) told.link = read;
  }
  if (posted !== undefined) {
    const read = isEmpty(posted) ? null : readPosted(posted, now, typing, found);
    if (read !== null || isEmpty(posted)) told.posted = read;
  }
  for (const [option, key] of [
    ['duration', 'duration'],
    ['watch_time', 'watchTime'],
  ] as const) {
    const text = typed[option];
    if (text === undefined) continue;
    const read = isEmpty(text) ? null : parseSeconds(text);
    if (read !== null || isEmpty(text)) told[key] = read;
    else found.unreadable.push({ option, typed: text, why: 'no time' });
  }
  const followers = typed.new_followers;
  if (followers !== undefined && isEmpty(followers)) told.newFollowers = null;
  else if (followers !== undefined) {
    const before = found.unreadable.length + found.doubts.length;
    const count = readCount('new_followers', followers, typing, found);
    if (found.unreadable.length + found.doubts.length === before) told.newFollowers = count;
  }
  const unreadable = [...found.unreadable, ...doubtsAsUnreadable(found.doubts)];
  return { told, left: { unreadable, impossible: found.impossible } };
}

const isEmpty = (text: string) => storable(text) === null;

type VideoRow = SeenReading['video'];

/** The video that a reading is of from now on, as it is to be. */
interface Place {
  readonly video: VideoRow;
  /** Whether it is the one it was of, another one that is known, or one that is new. */
  readonly is: 'the same' | 'another' | 'new';
  /** Whether the one it was of has other readings. */
  readonly hasOthers: boolean;
}

async function placeOf(db: Database, seen: SeenReading, told: Told, newId: bigint): Promise<Place> {
  const { video } = seen;
  const hasOthers =
    (await db.prisma.reading.count({ where: { videoId: video.id, id: { not: seen.id } } })) > 0;
  const { link } = told;
  // Its other readings were of the post that it is known as.
  const isAway =
    hasOthers && link?.id != null && video.tiktokId !== null && link.id !== video.tiktokId;
  const base: VideoRow = isAway
    ? { ...video, ...NOTHING_KNOWN, id: newId, createdAt: seen.takenAt }
    : video;
  const described = describedAs(base, told, seen.private);
  const known = described.identity.startsWith('reading:')
    ? null
    : await otherOf(db, described.identity, seen);
  if (known !== null) {
    return { video: describedAs(known, told, seen.private), is: 'another', hasOthers };
  }
  return { video: described, is: isAway ? 'new' : 'the same', hasOthers };
}

/** What is known of a video of which nothing was told. */
const NOTHING_KNOWN = {
  ...{ identity: '', titleKey: null, tiktokId: null, handle: null, kind: 'video' as const },
  ...{ link: null, title: null, posted: null, category: null, duration: null },
  toldInPrivate: false,
};

/** A video with what is told of it. */
function describedAs(video: VideoRow, told: Told, inPrivate: boolean): VideoRow {
  const { title = video.title, posted = video.posted, duration = video.duration, link } = told;
  const is = { ...video, title, posted, duration };
  is.toldInPrivate ||= inPrivate;
  if (link !== undefined) Object.assign(is, linkColumns(link, video));
  const isByPost = /^(?:tiktok|short):/.test(video.identity) && link === undefined;
  const by = identityOf({ link: linkOf(is.link), title, posted }, video.id);
  return { ...is, identity: isByPost ? video.identity : by.identity, titleKey: by.titleKey };
}

/** What a link says of a post; of one that is taken away nothing stays. */
function linkColumns(link: TikTokLink | null, { kind }: VideoRow) {
  return {
    link: link?.url ?? null,
    tiktokId: link?.id ?? null,
    handle: link?.handle ?? null,
    kind: link === null || link.kind === 'unknown' ? kind : link.kind,
  };
}

/** Another video of the same creator that is known by an identity. */
async function otherOf(
  db: Database,
  identity: string,
  { creatorId, videoId }: SeenReading,
): Promise<VideoRow | null> {
  const byIdentity = { creatorId_identity: { creatorId, identity } };
  const found =
    (await db.prisma.video.findUnique({ where: byIdentity })) ??
    (await db.prisma.videoAlias.findUnique({ where: byIdentity, include: { video: true } }))?.video;
  return found == null || found.id === videoId ? null : found;
}

/** Puts the reading where it belongs, and keeps what was told of it. */
async function write(
  tx: Transaction,
  seen: SeenReading,
  { video, is, hasOthers }: Place,
  told: Told,
): Promise<void> {
  const { id, ...columns } = video;
  // One after the other: a transaction has one connection.
  if (is === 'new') await tx.video.create({ data: video });
  else await tx.video.update({ where: { id }, data: columns });
  await tx.reading.update({ where: { id: seen.id }, data: { videoId: id, ...columnsOf(told) } });
  if (is === 'the same' && hasOthers) await describeOthers(tx, seen, told);
  if (is !== 'the same' && !hasOthers) {
    await tx.videoAlias.updateMany({ where: { videoId: seen.videoId }, data: { videoId: id } });
    await tx.video.delete({ where: { id: seen.videoId } });
  }
}

/** What other readings of the video told in the same words was wrong there, too. */
async function describeOthers(tx: Transaction, seen: SeenReading, told: Told): Promise<void> {
  const { videoId, title, link, posted } = seen;
  const columns = columnsOf(told);
  for (const [column, before] of Object.entries({ title, link, posted })) {
    const name = column as 'title' | 'link' | 'posted'; // of the keys above
    if (before === null || columns[name] === undefined) continue;
    await tx.reading.updateMany({
      where: { videoId, [name]: before },
      data: { [name]: columns[name] },
    });
  }
}

/** The columns of a reading that hold what was told of it. */
function columnsOf({ title, link, posted, trying, watchTime, newFollowers }: Told) {
  return {
    ...(title !== undefined && { title }),
    ...(link !== undefined && { link: link?.url ?? null }),
    ...(link != null && link.kind !== 'unknown' && { kind: link.kind }),
    ...(posted !== undefined && { posted }),
    ...(trying !== undefined && { trying }),
    ...(watchTime !== undefined && { watchTime }),
    ...(newFollowers !== undefined && {
      newFollowers: newFollowers?.value ?? null,
      newFollowersStep: newFollowers?.step ?? null,
    }),
  } satisfies Prisma.ReadingUpdateInput;
}
