import { setImmediate } from 'node:timers/promises';
import type { MessageView } from '../commands/answer.js';
import { isKnownZone } from '../lib/time-zones.js';
import type { Channels } from '../services/context.js';
import type { DigestComposer, DigestContent } from '../services/digest/content-port.js';
import type { ClaimedDigest, DigestQueue } from '../services/digest/queue.js';
import type { DigestReason } from '../services/digest/reason.js';
import { DIGEST_TIMING } from '../services/digest/timing.js';
import { createComposing } from './composing.js';
import { type DigestName, isDigest, markerOf, nonceOf } from './digest-marker.js';
import { type PostContext, type PostKind, USUAL_REASONS } from './post-work.js';

/** At its third try, whatever became of the others, a digest goes without a chart that can't be drawn. */
const CHART_TRIES = 3;

/** What becomes of digests is decided with these. */
export interface DigestContext<C extends DigestContent> extends PostContext {
  readonly queue: DigestQueue;
  readonly composer: DigestComposer<C>;
  /** The post. */
  readonly view: (
    content: C,
    frame: { markerId: string; chart: Uint8Array | null },
  ) => MessageView | Promise<MessageView>;
  readonly channels: Channels;
}

/** What digests are among posts. */
export function digestKind<C extends DigestContent>({
  queue,
  composer,
  view,
  channels,
  log,
}: DigestContext<C>): PostKind<ClaimedDigest, DigestReason> {
  const compose = createComposing();
  return {
    word: 'digest',
    catchUp: DIGEST_TIMING.catchUp,
    queue,
    reasons: USUAL_REASONS,
    named: ({ id, request }) => ({
      ...{ digest: String(id), guild: String(request.guildId), week: request.week.label },
    }),
    nameOf: (digest) => {
      const name = digestName(digest);
      return {
        nonce: nonceOf(name),
        isIt: (components, isOfItsTime) => isDigest(components, name, isOfItsTime),
      };
    },
    channelOf: ({ channelId }) => channelId,
    dueAt: ({ request }) => request.week.to,
    reasonOf: ({ reason }) => reason,
    mayBeThereSince: ({ mayBeThere, isTurnedOff, reason, request }) => {
      // A channel that Discord didn't know, and knows again, may have the post it had then.
      const isBack = reason?.kind === 'no such channel';
      return (mayBeThere || isBack) && !isTurnedOff ? request.week.to : null;
    },
    turnedOff: ({ isTurnedOff }) => (isTurnedOff ? { kind: 'turned off' } : null),
    read: composer.read,
    standing: ({ isAway, request: { timezone } }) => {
      if (isAway) return { park: { kind: 'not in the server' } };
      if (isKnownZone(timezone)) return null;
      const trouble = `unknown time zone ${timezone}: /digest setup takes another, a newer Node may know it`;
      return { park: { kind: 'fault', of: 'time zone' }, trouble };
    },
    obstacle: ({ request, channelId }) => channels.obstacle(request.guildId, channelId),
    barred: () => null,
    refused: (code) => ({ kind: 'refused', code }),
    isGone: ({ kind }) => kind === 'no such channel',
    gone: (digest, trouble) => queue.channelGone(digest, trouble),
    make: (digest, rest) =>
      compose(rest, async () => {
        const content = await contentOf(digest);
        if (content.quiet && digest.quietWeeks === 'skip') return { skip: { kind: 'quiet' } };
        await setImmediate(); // whoever came meanwhile has their turn
        return {
          view: await viewOf(digest, content),
          begin: () => queue.beginSending(digest, content, composer.shown(content)),
        };
      }),
  };

  /** What may be with Discord stays as it is; everything else is composed of what is true now. */
  async function contentOf({ doubtSince, request, content }: ClaimedDigest): Promise<C> {
    return doubtSince === null ? composer.compose(request) : composer.read(content);
  }

  async function viewOf(digest: ClaimedDigest, content: C): Promise<MessageView> {
    const key = composer.chartKey(content);
    const chart =
      key === null
        ? null
        : ((await queue.chartAhead(digest.request.guildId, key)) ?? (await drawn(digest, content)));
    return view(content, { markerId: markerOf(digestName(digest)), chart });
  }

  /** The chart; null where it fails time and again: the week is told in words, too. */
  async function drawn({ id, attempts }: ClaimedDigest, content: C): Promise<Uint8Array | null> {
    try {
      return await composer.drawChart(content);
    } catch (error) {
      if (attempts + 1 < CHART_TRIES) throw error;
      log.warn({ err: error, digest: String(id) }, 'digest goes without its chart');
      return null;
    }
  }
}

function digestName({ id, request }: ClaimedDigest): DigestName {
  return { id, guildId: request.guildId, week: request.week.label };
}
