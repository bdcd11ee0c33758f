import type { RawFile } from 'discord.js';
import { type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord-api-types/v10';
import type { MessageView } from '../commands/answer.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import {
  type MessageAnswer,
  messageAnswer,
  messagesAnswer,
  readAnswer,
  userAnswer,
} from './answers.js';
import { filesOf, messageBody } from './message-body.js';
import type { Going, PacedRest } from './paced.js';

/** By what a post is known: to Discord while it is sent, and in its channel for ever. */
export interface PostName {
  /** The same post has the same one, also in another row after a backup was restored. */
  readonly nonce: string;
  /**
   * Whether a message with these components is the post.
   *
   * @param isOfItsTime whether it was posted when the post may have been.
   */
  isIt(components: unknown, isOfItsTime: boolean): boolean;
}

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

/** Sends what the bot posts by itself, and finds it again. */
export class PostSender {
  readonly #rest: PacedRest;
  #ownId: string | undefined;

  constructor(rest: PacedRest) {
    this.#rest = rest;
  }

  /**
   * Posts. The same one within a few minutes gives the message that is there already.
   *
   * @param patience milliseconds after which it is broken off, wherever it is.
   * @throws what `failureOf` understands, and what asking whether it may still go throws.
   */
  async send(
    channelId: bigint,
    post: PostName,
    view: MessageView,
    { patience, ...going }: Going & { readonly patience: number },
  ): Promise<Found> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...messageBody(view),
      nonce: post.nonce,
      enforce_nonce: true,
    };
    const files: RawFile[] = filesOf(view);
    const message = await this.#rest.postIf(going, Routes.channelMessages(String(channelId)), {
      body,
      files,
      signal: AbortSignal.timeout(patience),
    });
    return asFound(readAnswer(messageAnswer, message));
  }

  /**
   * Asks Discord something, for the time that its answer tells.
   *
   * @throws what `failureOf` understands.
   */
  async ask(): Promise<void> {
    await this.#rest.get(Routes.user());
  }

  /**
   * Looks for a post by its marker among the newest messages of its channel, back to the moment
   * it can have been posted at first. The bot needs to be able to read the channel's history, or
   * Discord says that there is nothing.
   *
   * @returns null if it isn't there; `unknown` if so much was written since that it can't be told.
   * @throws what `failureOf` understands.
   */
  async find(channelId: bigint, post: PostName, since: Date): Promise<Found | 'unknown' | null> {
    this.#ownId ??= readAnswer(userAnswer, await this.#rest.get(Routes.user())).id;
    const earliest = since.getTime() - CLOCKS_APART;
    let before: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
      const messages = readAnswer(
        messagesAnswer,
        await this.#rest.get(Routes.channelMessages(String(channelId)), { query }),
      );
      for (const message of messages) {
        const isOfItsTime = timeOf(message.id) >= earliest;
        if (!post.isIt(message['components'], isOfItsTime)) continue;
        const found = readAnswer(messageAnswer, message);
        if (found.author.id === this.#ownId) return asFound(found);
      }
      before = messages.at(-1)?.id;
      const isEnd = messages.length < PAGE || before === undefined;
      if (isEnd || timeOf(before ?? '0') < earliest) return null;
    }
    return 'unknown';
  }
}

function asFound({ id, timestamp }: MessageAnswer): Found {
  return { messageId: BigInt(id), at: new Date(timestamp) };
}

/** Unix milliseconds. */
function timeOf(id: string): number {
  return timeOfSnowflake(BigInt(id)).getTime();
}
