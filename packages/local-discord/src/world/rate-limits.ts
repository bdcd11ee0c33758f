/** How many requests a bucket takes in a window. */
export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

/** What a request may do, with the headers that tell the bot where it stands. */
export interface Verdict {
  readonly allowed: boolean;
  readonly global: boolean;
  readonly retryAfterMs: number;
  readonly headers: Record<string, string>;
}

interface Bucket {
  used: number;
  resetAt: number;
}

const invalidWindowMs = 10 * 60_000;
/** Discord bans an address after this many refused requests (401, 403, 429) in ten minutes. */
export const invalidLimit = 10_000;
const bucketsKept = 20_000;

/**
 * Discord's limits: 50 requests a second for the whole bot, and one for each bucket (route and
 * its main parameter). Discord doesn't publish a bucket's numbers, bots have to read the headers;
 * those here are what has been seen there for the routes a bot uses most.
 */
export class RateLimits {
  /** Requests a second for the whole bot; interaction answers don't count. */
  globalPerSecond = 50;
  /** False lets every request through, headers told all the same. */
  enforced = true;
  readonly counts = { limited: 0, globallyLimited: 0 };
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #global: Bucket = { used: 0, resetAt: 0 };
  #invalid: Bucket = { used: 0, resetAt: 0 };

  /** @param now milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes a place for a request, or says how long to wait. */
  take(o: { route: string; major: string; limit: Limit; countsGlobally: boolean }): Verdict {
    const now = this.#now();
    if (o.countsGlobally) {
      if (now >= this.#global.resetAt || this.#global.resetAt - now > 1000) {
        this.#global.used = 0;
        this.#global.resetAt = now + 1000;
      }
      if (this.enforced && this.#global.used >= this.globalPerSecond) {
        this.counts.globallyLimited += 1;
        return {
          allowed: false,
          global: true,
          retryAfterMs: this.#global.resetAt - now,
          headers: {},
        };
      }
    }
    const key = `${o.route}:${o.major}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined || now >= bucket.resetAt || bucket.resetAt - now > o.limit.windowMs) {
      bucket = { used: 0, resetAt: now + o.limit.windowMs };
      this.#buckets.delete(key);
      this.#buckets.set(key, bucket);
      this.#prune();
    }
    const allowed = !this.enforced || bucket.used < o.limit.requests;
    if (allowed) {
      bucket.used += 1;
      if (o.countsGlobally) this.#global.used += 1;
    } else {
      this.counts.limited += 1;
    }
    const retryAfterMs = bucket.resetAt - now;
    return {
      allowed,
      global: false,
      retryAfterMs,
      headers: {
        'X-RateLimit-Limit': String(o.limit.requests),
        'X-RateLimit-Remaining': String(Math.max(0, o.limit.requests - bucket.used)),
        'X-RateLimit-Reset': (bucket.resetAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': (retryAfterMs / 1000).toFixed(3),
        'X-RateLimit-Bucket': bucketName(o.route),
      },
    };
  }

  /** Counts a refused request (401, 403, 429); how many there were in these ten minutes. */
  countInvalid(): number {
    const now = this.#now();
    if (now >= this.#invalid.resetAt) this.#invalid = { used: 0, resetAt: now + invalidWindowMs };
    this.#invalid.used += 1;
    return this.#invalid.used;
  }

  /** Refused requests in the present ten minutes. */
  get invalid(): number {
    return this.#invalid.used;
  }

  #prune(): void {
    if (this.#buckets.size <= bucketsKept) return;
    const oldest = this.#buckets.keys().next().value;
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

// Discord names buckets by a hash; any stable name does.
function bucketName(route: string): string {
  let hash = 0x811c9dc5;
  for (const char of route) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(4);
}
