import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Asking } from '../commands/asking.js';
import type { Cost } from '../commands/cost.js';
import { Refusal } from '../services/refusal.js';

/** So many answers in so many seconds, counted from the first one. */
interface Allowance {
  readonly points: number;
  readonly duration: number;
}

/** What is limited: answers by their cost, and suggestions while typing apart from them. */
type Limited = Cost | 'suggestions';

/**
 * What one member and one server get. `ordinary` is ten a second for a member: nobody types or
 * presses that fast, and no single account can take a noticeable part of what the bot does. A
 * server as a whole isn't held back there, for a large one may well be most of the bot's work. A
 * picture takes about a tenth of a second of one core, so `costly` leaves a server no more than half
 * of one.
 */
const ALLOWANCES: Readonly<
  Record<Exclude<Limited, 'light'>, { member: Allowance; server: Allowance | null }>
> = {
  suggestions: { member: { points: 600, duration: 60 }, server: null },
  ordinary: { member: { points: 600, duration: 60 }, server: null },
  costly: { member: { points: 30, duration: 60 }, server: { points: 300, duration: 60 } },
  rare: { member: { points: 3, duration: 600 }, server: { points: 60, duration: 600 } },
};

/**
 * How often one member, and one server, may ask for what costs the bot something. Kept in memory: a
 * server belongs to one shard, so its limit holds wherever it is served; a member of servers in
 * several processes has an allowance in each.
 */
export class Limits {
  readonly #limiters = new Map(
    Object.entries(ALLOWANCES).map(([cost, { member, server }]) => [
      cost,
      {
        member: new RateLimiterMemory(member),
        server: server === null ? null : new RateLimiterMemory(server),
      },
    ]),
  );

  /**
   * Takes one answer, or one list of suggestions, from the allowances of the caller and of the server.
   *
   * @throws Refusal with when to come back, if nothing is left of one of them.
   */
  async take(cost: Limited, { callerId, guildId, at }: Asking): Promise<void> {
    const limiters = this.#limiters.get(cost);
    if (limiters === undefined) return;
    try {
      await limiters.member.consume(String(callerId));
      if (guildId !== null) await limiters.server?.consume(String(guildId));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Refusal({
        kind: 'too often',
        comeBackAt: new Date(Math.ceil((at.getTime() + error.msBeforeNext) / 1000) * 1000),
      });
    }
  }
}
