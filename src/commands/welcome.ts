import type { MessageView } from './answer.js';
import type { Asking } from './asking.js';

/**
 * What a newcomer is told beside the answer to their first command in a server that wants it; null for
 * everybody else.
 */
export async function welcomeOf({
  guildId,
  managesServer,
  callerId: memberId,
  interactionId,
  at,
  services,
  words,
}: Asking): Promise<MessageView | null> {
  // Whoever manages a server knows it.
  if (guildId === null || managesServer) return null;
  const { newcomers } = await services;
  const isNew = await newcomers.claim({ guildId, memberId, interactionId, at });
  return isNew ? { content: words.settings.welcome } : null;
}
