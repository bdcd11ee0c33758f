import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { NoticeContent } from '../services/digest/notices.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { weekWords } from './digest-status.js';
import { buttonRows, type Row } from './rows.js';

/** What a server's managers are told once: what is wrong with the digest, and how to mend it. */
export function noticeEmbed({ reason, channelId, week }: NoticeContent, words: Words): APIEmbed {
  const what = week === null ? words.notices.ahead : words.notices.waits(weekWords(week, words));
  return new EmbedBuilder()
    .setColor(colours.middling)
    .setTitle(words.notices.title)
    .setDescription(
      [what, words.digest.reason(reason, channelId), '', words.notices.once].join('\n'),
    )
    .toJSON();
}

/** The button under it. */
export function noticeButtons(customId: string, words: Words): Row[] {
  return buttonRows([{ label: words.notices.button, customId }]);
}
