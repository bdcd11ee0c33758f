import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { NoticeContent } from '../services/digest/notices.js';
import { digestText } from '../text/digest.js';
import { noticesText } from '../text/notices.js';
import { colours } from './colours.js';
import { weekWords } from './digest-status.js';
import { buttonRows, type Row } from './rows.js';

/** What a server's managers are told once: what is wrong with the digest, and how to mend it. */
export function noticeEmbed({ reason, channelId, week, locale }: NoticeContent): APIEmbed {
  const what = week === null ? noticesText.ahead : noticesText.waits(weekWords(week, locale));
  return new EmbedBuilder()
    .setColor(colours.middling)
    .setTitle(noticesText.title)
    .setDescription([what, digestText.reason(reason, channelId), '', noticesText.once].join('\n'))
    .toJSON();
}

/** The button under it. */
export function noticeButtons(customId: string): Row[] {
  return buttonRows([{ label: noticesText.button, customId }]);
}
