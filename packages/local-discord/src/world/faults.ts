import { setTimeout as sleep } from 'node:timers/promises';

/** Which requests a fault hits: a part of `METHOD /path`, a pattern on it, or all. */
export type Match = string | RegExp;

/** A trouble Discord can make for a request. */
export type RestFault =
  /** 429: of the route's bucket, of a bucket shared with others, or for the whole bot. */
  | {
      readonly kind: 'rate limit';
      readonly retryAfter: number;
      readonly scope?: 'user' | 'shared' | 'global';
    }
  /** A server error. */
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /**
   * What comes back isn't what Discord answers: a page of a proxy, an error without a code, half of
   * something. Before the work it wasn't done; after it, it was.
   */
  | {
      readonly kind: 'answer';
      readonly when: 'before' | 'after';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The work is done, the answer begins, and never ends. */
  | { readonly kind: 'stall' }
  /** The answer takes this many milliseconds, then all goes well. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** The work is done and its answer is held back this long, in milliseconds. */
  | { readonly kind: 'hang after'; readonly ms: number }
  /** The connection breaks, before or after Discord has done the work; then after so many milliseconds. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after'; readonly ms?: number };

/** A fault that is switched on. */
export interface FaultHandle {
  /** How many requests it has hit. */
  readonly hits: number;
  /** Switches it off. */
  stop(): void;
}

interface Active {
  readonly fault: RestFault;
  readonly match: Match | undefined;
  left: number;
  hits: number;
}

/** Troubles that can be switched on and off while everything runs. */
export class Faults {
  /** Every answer is held back this long, in milliseconds. */
  latencyMs = 0;
  /** Called when the token has been revoked. */
  onRevoke: () => void = () => undefined;
  readonly #active = new Set<Active>();
  #revoked = false;

  /** Lets requests fail: the next `times` (all, if not given) that match. */
  rest(fault: RestFault, o: { match?: Match; times?: number } = {}): FaultHandle {
    const active: Active = {
      fault,
      match: o.match,
      left: o.times ?? Number.POSITIVE_INFINITY,
      hits: 0,
    };
    this.#active.add(active);
    return {
      get hits() {
        return active.hits;
      },
      stop: () => this.#active.delete(active),
    };
  }

  /** The token stops working: 401 everywhere, gateway closes with 4004. */
  revokeToken(): void {
    this.#revoked = true;
    this.onRevoke();
  }

  /** The token works again. */
  restoreToken(): void {
    this.#revoked = false;
  }

  /** Whether the token has been revoked. */
  get tokenRevoked(): boolean {
    return this.#revoked;
  }

  /** Switches every fault off. */
  clear(): void {
    this.#active.clear();
    this.latencyMs = 0;
    this.#revoked = false;
  }

  /** The fault that hits this request, if any; it is counted as used. */
  hit(request: string): RestFault | undefined {
    for (const active of this.#active) {
      const { match } = active;
      const matches =
        match === undefined ||
        (typeof match === 'string' ? request.includes(match) : match.test(request));
      if (!matches) continue;
      active.hits += 1;
      active.left -= 1;
      if (active.left <= 0) this.#active.delete(active);
      return active.fault;
    }
    return undefined;
  }

  /** Waits as long as Discord is slow. */
  async slow(): Promise<void> {
    if (this.latencyMs > 0) await sleep(this.latencyMs);
  }
}
