import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Members } from '../services/context.js';
import { memberAnswer, readAnswer } from './answers.js';
import type { BotRest } from './paced.js';

/**
 * What Discord says of somebody who isn't in the server, or isn't at all. Whatever else it says, a bot
 * that isn't in the server itself included, tells nothing of the member.
 */
const NOT_A_MEMBER = new Set<number | string>([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
]);

/** Asks Discord: the bot hears neither of members who come nor of those who go. */
export function membersOf(rest: Pick<BotRest, 'get'>): Members {
  return {
    async isMember(guildId, memberId) {
      try {
        // A page of a proxy says nothing of anybody.
        readAnswer(
          memberAnswer,
          await rest.get(Routes.guildMember(String(guildId), String(memberId))),
        );
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && NOT_A_MEMBER.has(error.code)) return false;
        throw error;
      }
    },
  };
}
