import type { MessageView } from '../commands/answer.js';
import { NOTICE } from '../commands/notice.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Channels } from '../services/context.js';
import {
  type ClaimedNotice,
  type NoticeQueue,
  type NoticeReason,
  readNotice,
} from '../services/digest/notice-queue.js';
import { NOTICE_PERMISSIONS, type NoticeContent } from '../services/digest/notices.js';
import { markersIn } from './markers.js';
import { PostRunner } from './post-runner.js';
import { type PostContext, type PostKind, USUAL_REASONS } from './post-work.js';

/** For how long after something went wrong it is still told, in milliseconds: it stands till mended. */
const CATCH_UP = 14 * 24 * 3_600_000;

/** What becomes of notices is decided with these. */
export interface NoticeContext extends PostContext {
  readonly queue: NoticeQueue;
  readonly channels: Channels;
  readonly view: (content: NoticeContent, markerId: string) => MessageView | Promise<MessageView>;
}

/** Sends the notices that are due. */
export function createNoticeRunner(
  context: NoticeContext,
): PostRunner<ClaimedNotice, NoticeReason> {
  const { queue, log } = context;
  const onUnreadable = ({ guildId }: { readonly guildId: bigint }, error: unknown) =>
    log.error({ err: error, guild: String(guildId) }, 'notice put off, since it can’t be read');
  return new PostRunner(context, noticeKind(context), () => ({
    // They are made where something goes wrong.
    takeDue: () => Promise.resolve(),
    claim: (most) => queue.claim(most, onUnreadable),
  }));
}

/** What notices are among posts. */
function noticeKind({
  queue,
  channels,
  view,
}: NoticeContext): PostKind<ClaimedNotice, NoticeReason> {
  return {
    word: 'notice',
    catchUp: CATCH_UP,
    queue,
    reasons: USUAL_REASONS,
    named: ({ id, guildId, about }) => ({
      ...{ notice: String(id), guild: String(guildId), about: about ?? 'mended' },
    }),
    nameOf: (notice) => ({
      nonce: `n-${notice.id.toString(36)}`,
      isIt: (components, isOfItsTime) =>
        markersIn(components, NOTICE.name).some(
          ([id, about]) =>
            id !== undefined &&
            about !== undefined &&
            (id === String(notice.id) ||
              // Another id since a backup was restored, unless that is another one's.
              (isOfItsTime && about === notice.about && !notice.others.has(id))),
        ),
    }),
    channelOf: ({ channelId }) => channelId,
    dueAt: ({ dueAt }) => dueAt,
    reasonOf: ({ reason }) => reason,
    mayBeThereSince: ({ mayBeThere, dueAt }) => (mayBeThere ? dueAt : null),
    turnedOff: ({ about }) => (about === null ? { kind: 'mended' } : null),
    read: readNotice,
    standing: () => null,
    obstacle: ({ guildId, channelId }) => channels.obstacle(guildId, channelId, NOTICE_PERMISSIONS),
    barred: () => null,
    refused: (code) => ({ kind: 'refused', code }),
    isGone: ({ kind }) => kind === 'no such channel',
    // It waits for another channel.
    gone: async (notice, trouble) => {
      await queue.park(notice, { kind: 'no such channel' }, null, trouble);
      return false;
    },
    make: async (notice) => {
      const content = readNotice(notice.content);
      const fields = [String(notice.id), notice.about ?? ''];
      return {
        view: await view(content, encodeCustomId({ ...NOTICE, fields })),
        begin: () => queue.beginSending(notice, content),
      };
    },
  };
}
