import type { Channel, Message } from 'local-discord';
import type { Stage } from './bot.js';

/** The notices in a channel, oldest first. */
export function noticesIn(channel: Channel): Message[] {
  return [...channel.messages.values()].filter((message) =>
    JSON.stringify(message.components).includes('"notice:v1:'),
  );
}

/** A notice as it stands in the database. */
export interface NoticeRow {
  readonly id: bigint;
  readonly about: string | null;
  readonly state: string;
  readonly claim: string | null;
  readonly messageId: bigint | null;
}

/** The notices of the stage's database, oldest first. */
export function noticeRows(stage: Stage): NoticeRow[] {
  return stage.rows<NoticeRow>(
    'SELECT "id", "about", "state", "claim", "messageId" FROM "Notice" ORDER BY "id"',
  );
}
