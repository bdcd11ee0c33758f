import type { LocalDiscord } from '../local-discord.js';
import type { BotProcess } from './bot-process.js';

/**
 * Lets time pass for the local Discord and the bot together, as if both had slept so long. What
 * people do meanwhile reaches the bot once its clock has moved, so nothing ever comes from its
 * past or future. Rejects if the bot has ended or was started without a movable clock.
 *
 * @param ms whole milliseconds, not below zero.
 */
export async function letTimePass(
  discord: Pick<LocalDiscord, 'passTime' | 'gateway'>,
  bot: Pick<BotProcess, 'passTime'>,
  ms: number,
): Promise<void> {
  const release = discord.gateway.hold();
  try {
    await discord.passTime(ms);
    // The bot goes on at once, and has to find Discord there.
    await bot.passTime(ms);
  } finally {
    release();
  }
}
