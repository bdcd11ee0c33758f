import type { BotProcess, Channel, LocalDiscord, Person } from 'local-discord';
import { letTimePass } from 'local-discord';
import { sampleCreators, sampleMs, samplePlan } from './sample-plan.js';

/** Who came, and what they sent. */
export interface SampleCommunity {
  readonly people: readonly Person[];
  /** Readings stored, those in private included. */
  readonly readings: number;
  /** How many of them only their author saw. */
  readonly inPrivate: number;
}

/**
 * Invented creators join a server and submit six weeks of invented videos, each by a real `/score`
 * of the real bot. The clocks of Discord and bot move on by `sampleMs`: begun so far in the past
 * (`clockShift: -sampleMs`), both end at the present. Resolves when the last answer is there;
 * rejects if anything but a score is answered.
 *
 * @param onProgress called after each answer.
 */
export async function bringSampleCommunity(o: {
  readonly discord: LocalDiscord;
  readonly bot: Pick<BotProcess, 'passTime'>;
  readonly channel: Channel;
  readonly onProgress?: (done: number, of: number) => void;
}): Promise<SampleCommunity> {
  const { discord, bot, channel } = o;
  const people = new Map<string, Person>();
  for (const name of sampleCreators) {
    people.set(name, discord.person(channel.guild.addMember({ name }), channel));
  }
  const began = discord.clockShift;
  const waitUntil = (ms: number) => letTimePass(discord, bot, began + ms - discord.clockShift);
  const plan = samplePlan(discord.now());
  for (const [index, { by, at, line }] of plan.entries()) {
    await waitUntil(at);
    const shown = await (await people.get(by)?.command(line))?.settled();
    if (shown?.field('Save Proxy') === undefined) {
      throw new Error(`${by} got no score for ${line}\n${shown?.text() ?? 'nothing'}`);
    }
    o.onProgress?.(index + 1, plan.length);
  }
  await waitUntil(sampleMs);
  return {
    people: [...people.values()],
    readings: plan.length,
    inPrivate: plan.filter((one) => one.private).length,
  };
}
