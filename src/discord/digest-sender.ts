import type { RawFile } from 'discord.js';
import {
  type APIMessage,
  type APIUser,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { MessageView } from '../commands/define.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import { filesOf, messageBody } from './message-body.js';
import type { BotRest } from './paced.js';

/** A message that is in its channel. */
export interface Found {
  readonly messageId: bigint;
  readonly at: Date;
}

/** So many of the newest messages are looked through for a post, a hundred at a time. */
const MOST_PAGES = 20;
const PAGE = 100;

/** How far this machine's clock may be ahead of Discord's, in milliseconds. */
const CLOCKS_APART = 3_600_000;

/** Sends digests and finds them again. */
export class DigestSender {
  readonly #rest: BotRest;
  #ownId: string | undefined;

  constructor(rest: BotRest) {
    this.#rest = rest;
  }

  /**
   * Posts a digest. The same id within a few minutes gives the message that is there already.
   *
   * @param patience milliseconds after which it is broken off, wherever it is.
   * @throws what `failureOf` understands.
   */
  async send(channelId: bigint, id: bigint, view: MessageView, patience: number): Promise<Found> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...messageBody(view),
      nonce: String(id),
      enforce_nonce: true,
    };
    const files: RawFile[] = filesOf(view);
    // What Discord answers here is described by its own type.
    const message = (await this.#rest.post(Routes.channelMessages(String(channelId)), {
      body,
      files,
      signal: AbortSignal.timeout(patience),
    })) as APIMessage;
    return asFound(message);
  }

  /**
   * Looks for a digest by its marker among the newest messages of its channel, back to the moment
   * it can have been posted at first. The bot needs to be able to read the channel's history, or
   * Discord says that there is nothing.
   *
   * @returns null if it isn't there; `unknown` if so much was written since that it can't be told.
   */
  async find(channelId: bigint, markerId: string, since: Date): Promise<Found | 'unknown' | null> {
    this.#ownId ??= ((await this.#rest.get(Routes.user())) as APIUser).id;
    const earliest = since.getTime() - CLOCKS_APART;
    let before: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
      const messages = (await this.#rest.get(Routes.channelMessages(String(channelId)), {
        query,
      })) as APIMessage[]; // as Discord describes this route
      const post = messages.find(
        ({ author, components }) =>
          author.id === this.#ownId && JSON.stringify(components ?? []).includes(`"${markerId}"`),
      );
      if (post !== undefined) return asFound(post);
      before = messages.at(-1)?.id;
      const isEnd = messages.length < PAGE || before === undefined;
      if (isEnd || timeOfSnowflake(BigInt(before ?? 0)).getTime() < earliest) return null;
    }
    return 'unknown';
  }
}

function asFound({ id, timestamp }: APIMessage): Found {
  return { messageId: BigInt(id), at: new Date(timestamp) };
}
