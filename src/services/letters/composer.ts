import type { ServiceContext } from '../context.js';
import { countsOf } from '../scores/videos.js';
import { type LetterContent, type ReminderContent, readLetter } from './content.js';
import type { ReadLetter } from './queue.js';
import { weeklyNote } from './weekly.js';

const HOUR = 3_600_000;

/** A reading so near its age, as a share of it, is the one that the reminder asks for. */
const NEAR = 0.1;

export type LetterComposer = ReturnType<typeof createLetterComposer>;

/** Makes letters of what is true now. */
export function createLetterComposer(context: ServiceContext) {
  const { prisma } = context.db;

  /** Everything a letter says; null where nothing is left to say. */
  async function compose(
    letter: Pick<ReadLetter, 'id' | 'creatorId' | 'weeklyTo'>,
  ): Promise<LetterContent | null> {
    const { id, creatorId, weeklyTo } = letter;
    const reminders = await remindersOf(id);
    const weekly = weeklyTo === null ? null : await weeklyNote(context, creatorId, weeklyTo);
    if (reminders.length === 0 && weekly === null) return null;
    return { version: 1, reminders, weekly };
  }

  return { compose, read: readLetter };

  /** Those of a letter whose numbers weren't sent meanwhile, of each video one. */
  async function remindersOf(letterId: bigint): Promise<ReminderContent[]> {
    const rows = await prisma.reminder.findMany({
      where: { letterId },
      orderBy: { dueAt: 'asc' },
      include: {
        video: {
          select: {
            title: true,
            link: true,
            readings: { orderBy: { takenAt: 'desc' }, take: 1 },
          },
        },
      },
    });
    const ofVideo = new Map<bigint, ReminderContent>();
    for (const { id, videoId, age, dueAt, video } of rows) {
      const [reading] = video?.readings ?? [];
      if (reading === undefined) continue;
      const nearEnough = dueAt.getTime() - NEAR * age * HOUR;
      if (reading.takenAt.getTime() >= nearEnough) continue;
      ofVideo.set(videoId, {
        ...{ id: String(id), readingId: String(reading.id), title: video.title, url: video.link },
        ...{ age, takenAt: reading.takenAt.toISOString(), counts: asText(countsOf(reading)) },
      });
    }
    return [...ofVideo.values()];
  }
}

function asText(counts: ReturnType<typeof countsOf>): ReminderContent['counts'] {
  const text = ({ value, step }: { value: bigint; step: bigint }) => ({
    ...{ value: String(value), step: String(step) },
  });
  const { views, likes, comments, shares } = counts;
  return {
    ...{ views: text(views), likes: text(likes) },
    ...{ comments: text(comments), shares: text(shares) },
  };
}
