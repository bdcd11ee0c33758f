import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { DirectMessages } from '../services/context.js';
import { wordsFor } from '../words/languages.js';
import { messageAnswer, readAnswer, userAnswer } from './answers.js';
import type { CommandLinks } from './command-links.js';
import { failureOf } from './failure.js';
import { messageBody } from './message-body.js';
import type { PacedRest } from './paced.js';

/** Somebody who shares no server with the bot any more: not yet among the known codes. */
const NO_MUTUAL_SERVER = 50_278;

/** Discord's answers where somebody takes no messages of the bot. */
const CLOSED = new Set<number>([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.UnknownUser,
  NO_MUTUAL_SERVER,
]);

/** Whether Discord says by this code that somebody takes no messages of the bot. */
export function isClosed(code: number | string): boolean {
  return CLOSED.has(Number(code));
}

/** A press is answered at once or told to be pressed again: there is nothing to break off for. */
const now = { isStillOurs: () => Promise.resolve(true), isInTime: () => true };

/** The bot's conversations with single people, in their turns among all requests. */
export function directMessagesOf(rest: PacedRest, links: CommandLinks): DirectMessages {
  return {
    async greet(memberId, locale) {
      try {
        // What a channel and a user have in common is an id.
        const { id } = readAnswer(
          userAnswer,
          await rest.postIf(now, Routes.userChannels(), {
            body: { recipient_id: String(memberId) },
          }),
        );
        const { letters } = await wordsFor(locale);
        const body = {
          ...messageBody(links.in({ content: letters.hello })),
          // Pressed twice it is one hello.
          ...{ nonce: `hello-${memberId.toString(36)}`, enforce_nonce: true },
        };
        readAnswer(messageAnswer, await rest.postIf(now, Routes.channelMessages(id), { body }));
        return BigInt(id);
      } catch (error) {
        if (error instanceof DiscordAPIError && isClosed(error.code)) return 'closed';
        if (failureOf(error) === null) throw error;
        return 'unreachable';
      }
    },
  };
}
