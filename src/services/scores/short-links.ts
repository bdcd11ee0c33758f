import { fetchWithin } from '../../lib/fetch-within.js';
import { parseTikTokLink, type TikTokLink } from '../../lib/tiktok-link.js';

/** Learns where a short link leads. */
export interface ShortLinks {
  /** The post behind a short link with its handle; null where TikTok doesn't say. Never rejects. */
  resolve(link: TikTokLink): Promise<TikTokLink | null>;
}

/** Milliseconds for which TikTok is waited for. */
const PATIENCE = 3_000;

/** Milliseconds for which an answer is kept: of where a link leads, and that it leads nowhere. */
const KEPT = { found: 24 * 3_600_000, nothing: 60_000 };

/** Links whose answers are kept at once; the oldest goes first. */
const MOST_KEPT = 5_000;

/** Questions to TikTok at once; beyond them a short link stays one. */
const MOST_AT_ONCE = 8;

/**
 * Asks TikTok where short links lead: one request to the host of the link, without a body and
 * without anything of the member; the address it names is read and never followed.
 *
 * @param standIn the origin of a local server that is asked in TikTok's place, for tests.
 */
export function createShortLinks(clock: () => Date, standIn?: string): ShortLinks {
  const kept = new Map<string, { readonly until: number; readonly link: TikTokLink | null }>();
  const asking = new Map<string, Promise<TikTokLink | null>>();

  async function resolve(link: TikTokLink): Promise<TikTokLink | null> {
    if (link.shortCode === null) return null;
    const known = kept.get(link.url);
    if (known !== undefined && known.until > clock().getTime()) return known.link;
    const underWay = asking.get(link.url);
    if (underWay !== undefined) return underWay;
    if (asking.size >= MOST_AT_ONCE) return null;
    const question = askTikTok(addressOf(link.url), link.url).then((found) => {
      keep(link.url, found);
      return found;
    });
    asking.set(link.url, question);
    return question.finally(() => asking.delete(link.url));
  }

  return { resolve };

  function addressOf(url: string): string {
    if (standIn === undefined) return url;
    const { hostname, pathname } = new URL(url);
    return `${standIn}/${hostname}${pathname}`;
  }

  function keep(url: string, link: TikTokLink | null): void {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.delete(url);
    kept.set(url, { until: clock().getTime() + (link === null ? KEPT.nothing : KEPT.found), link });
  }
}

/** The post that TikTok's answer leads to; null where it leads to none, or none comes in time. */
async function askTikTok(address: string, url: string): Promise<TikTokLink | null> {
  try {
    // Whatever page comes with it is of no interest.
    const { status, leadsTo } = await fetchWithin(
      PATIENCE,
      address,
      { accept: 'text/html' },
      async (fetched) => ({ status: fetched.status, leadsTo: fetched.headers.location }),
    );
    const isRedirect = status >= 300 && status < 400;
    if (!isRedirect || leadsTo === undefined || !URL.canParse(leadsTo, url)) return null;
    const read = parseTikTokLink(new URL(leadsTo, url).href);
    return read.ok && read.link.id !== null ? read.link : null;
  } catch {
    return null;
  }
}
