import { statusEmbed } from '../embeds/digest-status.js';
import { noticeButtons, noticeEmbed } from '../embeds/notice.js';
import type { NoticeContent } from '../services/digest/notices.js';
import { wordsFor } from '../words/languages.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, requireManager, serverOf } from './asking.js';
import type { Button } from './components.js';

/** The button under a notice, by which one is also found again: its id and what it tells of. */
export const NOTICE = { name: 'notice', version: 1 } as const;

/** A notice to a server's managers. */
export async function noticeView(content: NoticeContent, markerId: string): Promise<MessageView> {
  const words = await wordsFor(content.locale);
  return { embeds: [noticeEmbed(content, words)], components: noticeButtons(markerId, words) };
}

/** How the digest stands now, for whoever may manage the server. */
export const noticeButton: Button = {
  ...NOTICE,
  cost: 'costly',
  late: () => ({ as: 'message', ephemeral: true }),
  press: (_, asking) => {
    requireManager(asking);
    return digestStatus(asking);
  },
};

/** What `/digest status` answers. */
export async function digestStatus(asking: Asking): Promise<Answer> {
  const guildId = serverOf(asking);
  const { digests, settings } = await asking.services;
  const found = await digests.status(guildId);
  const { notices } = await settings.of(guildId);
  const embed = statusEmbed(guildId, found, asking.words, notices);
  return { kind: 'message', view: { embeds: [embed] }, ephemeral: true };
}
