import type { DigestContent } from '../services/digest/content-port.js';
import type { ClaimedDigest } from '../services/digest/queue.js';
import type { DigestReason } from '../services/digest/reason.js';
import { DigestAhead } from './digest-ahead.js';
import { type DigestContext, digestKind } from './digest-kind.js';
import { PostRunner } from './post-runner.js';

/** Posts the digests that are due, and does ahead of the hour what can be done before. */
export function createDigestRunner<C extends DigestContent>(
  context: DigestContext<C>,
): PostRunner<ClaimedDigest, DigestReason> {
  const { queue, log } = context;
  const onUnreadable = ({ guildId }: { readonly guildId: bigint }, error: unknown) => {
    const mend = 'A row of this server’s digest holds what can’t be. /digest setup writes it anew.';
    log.error(
      { err: error, guild: String(guildId), mend },
      'digest put off, since what is stored of it can’t be read',
    );
  };
  return new PostRunner(context, digestKind(context), (runner) => {
    const ahead = new DigestAhead({ ...context, ...runner });
    return {
      takeDue: (most) => queue.takeDue(most, onUnreadable),
      claim: (most) => queue.claim(most, onUnreadable),
      idle: () => ahead.goOn(),
      ended: () => ahead.ended(),
    };
  });
}
