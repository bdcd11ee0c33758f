import type { LocalDiscord } from '../../local-discord.js';
import type { FaultHandle, RestFault } from '../../world/faults.js';
import type { FaultMode, FaultName } from '../protocol.js';

/** Slower than a bot may be, and quick enough that one answer still arrives in time. */
const slowMs = 1500;
/** How long a refused bot has to wait, in seconds. */
const retryAfter = 1;

const faults: Readonly<Record<FaultName, RestFault>> = {
  slow: { kind: 'hang', ms: slowMs },
  'rate limit': { kind: 'rate limit', retryAfter },
  'server error': { kind: 'status', status: 503 },
  'lost connection': { kind: 'drop', when: 'before' },
};

/** The names of the switches, in the order in which they are offered. */
export const faultNames: readonly FaultName[] = [
  'slow',
  'rate limit',
  'server error',
  'lost connection',
];

/** Troubles of Discord as switches: off, for the bot's next request, or until switched off. */
export class FaultSwitches {
  readonly #discord: Pick<LocalDiscord, 'faults' | 'gateway'>;
  readonly #on = new Map<FaultName, { mode: FaultMode; handle: FaultHandle }>();

  constructor(discord: Pick<LocalDiscord, 'faults' | 'gateway'>) {
    this.#discord = discord;
  }

  /** Switches one trouble. */
  switch(name: FaultName, mode: FaultMode): void {
    this.#on.get(name)?.handle.stop();
    this.#on.delete(name);
    if (mode === 'off') return;
    const handle = this.#discord.faults.rest(faults[name], mode === 'next' ? { times: 1 } : {});
    this.#on.set(name, { mode, handle });
  }

  /** Cuts the gateway's connection once, as Discord does many times a day. */
  disconnect(): void {
    this.#discord.gateway.disconnect();
  }

  /** How each switch stands; one for the next request is off once that request came. */
  get modes(): Record<FaultName, FaultMode> {
    const mode = (name: FaultName): FaultMode => {
      const on = this.#on.get(name);
      if (on === undefined) return 'off';
      return on.mode === 'next' && on.handle.hits > 0 ? 'off' : on.mode;
    };
    return {
      slow: mode('slow'),
      'rate limit': mode('rate limit'),
      'server error': mode('server error'),
      'lost connection': mode('lost connection'),
    };
  }
}
