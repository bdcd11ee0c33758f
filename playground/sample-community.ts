import type { BotProcess, Channel, LocalDiscord, Person } from 'local-discord';
import { letTimePass } from 'local-discord';
import {
  type SampleSubmission,
  sampleCreators,
  sampleJoiners,
  sampleMs,
  samplePlan,
  sampleWeek,
  weekMs,
} from './sample-plan.js';

/** What a sample community needs of the world. */
interface World {
  readonly discord: LocalDiscord;
  readonly bot: Pick<BotProcess, 'passTime'>;
  readonly channel: Channel;
}

/** Invented creators in a server, who go on while time passes. */
export class SampleCommunity {
  readonly people: readonly Person[];
  /** Readings stored until all were here, those in private included. */
  readonly readings: number;
  /** How many of them only their author saw. */
  readonly inPrivate: number;
  readonly #discord: LocalDiscord;
  /** What comes next, each with its moment on the local Discord's clock. */
  readonly #ahead: { readonly at: number; readonly one: SampleSubmission }[] = [];
  #weeks = 0;
  #plannedUntil: number;

  constructor({ discord }: World, people: readonly Person[], sent: readonly SampleSubmission[]) {
    this.people = people;
    this.readings = sent.length;
    this.inPrivate = sent.filter((one) => one.private).length;
    this.#discord = discord;
    this.#plannedUntil = discord.now();
  }

  /** When somebody of them types next, on the local Discord's clock. */
  get nextAt(): number {
    while (this.#ahead.length === 0) {
      const from = this.#plannedUntil;
      const week = sampleWeek(this.#weeks, from);
      this.#ahead.push(...week.map((one) => ({ at: from + one.at, one })));
      this.#weeks += 1;
      this.#plannedUntil += weekMs;
    }
    return this.#ahead[0]?.at ?? this.#plannedUntil;
  }

  /** Everything that is due by now is typed. */
  async goOn(): Promise<void> {
    while (this.nextAt <= this.#discord.now()) {
      const next = this.#ahead.shift();
      if (next !== undefined) await submit(this.people, next.one);
    }
  }
}

/**
 * Invented creators join a server and its boards, and submit six weeks of invented videos, each by a
 * real `/score` of the real bot. The clocks of Discord and bot move on by `sampleMs`: begun so far in
 * the past (`clockShift: -sampleMs`), both end at the present. Resolves when the last answer is
 * there; rejects if anything but a score is answered.
 *
 * @param o.onProgress called after each answer.
 */
export async function bringSampleCommunity(
  o: World & { readonly onProgress?: (done: number, of: number) => void },
): Promise<SampleCommunity> {
  const { discord, bot, channel } = o;
  const people = sampleCreators.map((name) =>
    discord.person(channel.guild.addMember({ name }), channel),
  );
  for (const person of people) {
    if (sampleJoiners.includes(person.member.name)) {
      await (await person.command('/leaderboard join')).settled();
    }
  }
  const began = discord.clockShift;
  const waitUntil = (ms: number) => letTimePass(discord, bot, began + ms - discord.clockShift);
  const plan = samplePlan(discord.now());
  for (const [index, one] of plan.entries()) {
    await waitUntil(one.at);
    await submit(people, one);
    o.onProgress?.(index + 1, plan.length);
  }
  await waitUntil(sampleMs);
  return new SampleCommunity(o, people, plan);
}

async function submit(people: readonly Person[], { by, line }: SampleSubmission): Promise<void> {
  const person = people.find(({ member }) => member.name === by);
  const shown = await (await person?.command(line))?.settled();
  if (shown?.field('Save Proxy') === undefined) {
    throw new Error(`${by} got no score for ${line}\n${shown?.text() ?? 'nothing'}`);
  }
}
