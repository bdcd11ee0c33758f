import { stripInvisible } from './characters.js';

/** What stands behind a TikTok link. */
export type PostKind = 'video' | 'photo';

/** One TikTok post. Exactly one of `id` and `shortCode` is known. */
export interface TikTokLink {
  /** `unknown` where the link doesn't say: short links, embeds, bare ids. */
  readonly kind: PostKind | 'unknown';
  /** A positive signed 64-bit number. */
  readonly id: bigint | null;
  /** The case-sensitive code of a short link, which only TikTok can resolve. */
  readonly shortCode: string | null;
  /** Lower-case, without `@`; null where the link names none or none that TikTok allows. */
  readonly handle: string | null;
  /** Rebuilt from the above, so that no query, tracking or foreign text survives. */
  readonly url: string;
}

/**
 * - `not a link`: no web address and no bare id.
 * - `not tiktok`: an address of another site, look-alikes included.
 * - the others are TikTok's, but lead to something else: to a profile, a live stream, a sound, a
 *   list of videos, a shop, TikTok Studio or its login without a post in it, or to nothing known.
 * - `cut off`: a post whose id isn't there in full.
 */
export type LinkProblem =
  | 'not a link'
  | 'not tiktok'
  | 'no video in it'
  | 'profile'
  | 'live'
  | 'sound'
  | 'list'
  | 'shop'
  | 'cut off'
  | 'studio'
  | 'login';

export type LinkResult =
  | { readonly ok: true; readonly link: TikTokLink }
  | { readonly ok: false; readonly problem: LinkProblem };

const LARGEST_ID = 2n ** 63n - 1n;

/** Longer than any link TikTok shares with all its tracking; keeps hostile input cheap. */
const LONGEST_LINK = 2048;

/** TikTok's domains with everything below; the second is in the links of "Download your data". */
const DOMAINS = /(?:^|\.)(?:tiktok\.com|tiktokv\.com)$/;

/** Where a code stands alone; everywhere else it stands behind `/t/`. */
const SHORT_HOSTS: ReadonlySet<string> = new Set(['vm.tiktok.com', 'vt.tiktok.com']);

/** Whose short links are kept as they are: a code of TikTok Lite isn't known elsewhere. */
const LITE = 'lite.tiktok.com';

/** An address inside an address inside an address is none that TikTok hands out. */
const MOST_NESTED = 2;

/** Schemes that run or hold something, and never stand before a link by accident. */
const OTHER_SCHEMES = /^(?:javascript|vbscript|data|blob|file|about|view-source|ftp|intent):/i;

/** What a page of TikTok's is that is no post. */
const PAGES: readonly (readonly [path: RegExp, problem: LinkProblem])[] = [
  [/^\/(?:view\/product|shop|product)\b/i, 'shop'],
  [/^\/@[^/]*\/live\b|^\/live\b/i, 'live'],
  [/^\/(?:@|%40)[^/]+\/?$/i, 'profile'],
  [/^\/(?:music|sound|original-sound)\//i, 'sound'],
  [
    /^\/(?:tag|hashtag|challenge|discover|search|explore|topics|effect|sticker|place|poi|foryou|following|friends|channel|@[^/]*\/(?:playlist|collection))\b/i,
    'list',
  ],
  [/^\/(?:tiktokstudio|creator|creator-center|analytics)\b/i, 'studio'],
  [/^\/(?:login|signup|logout)\b/i, 'login'],
];

/** Pages that have ids of their own. */
const OWN_NUMBERS: ReadonlySet<LinkProblem> = new Set(['live', 'sound', 'list', 'shop']);

/** TikTok's own rule for user names, without the ban on a full stop at the end. */
const HANDLE = /^[a-z0-9_.]{2,24}$/;

/**
 * Reads a TikTok post from what was pasted: every address of TikTok's that names a post, whichever
 * page it leads to (`tiktok.com/@handle/video/ID` and `/photo/ID`, `/v/ID.html`, `/embed/v2/ID`,
 * `/player/v1/ID`, `/share/video/ID`, `/tiktokstudio/analytics/ID/overview`, a login or share
 * address with another one inside, …), the short links `vm.tiktok.com/CODE`, `vt.tiktok.com/CODE`
 * and `tiktok.com/t/CODE`, or a bare id of 17 to 20 digits. The scheme may be missing; queries,
 * fragments, brackets, quotes, Discord's markdown and words glued to it are ignored. TikTok's share
 * sheet puts words around the link and sometimes a second link to its app: the first post found
 * counts. Never throws.
 */
export function parseTikTokLink(text: string): LinkResult {
  let worst: LinkProblem = 'not a link';
  for (const word of stripInvisible(text).split(/\s+/)) {
    if (word.length > LONGEST_LINK) continue;
    const result = parseWord(addressIn(word));
    if (result.ok) return result;
    if (weightOf(result.problem) > weightOf(worst)) worst = result.problem;
  }
  return refuse(worst);
}

/** Of several words the most telling problem is reported. */
function weightOf(problem: LinkProblem): number {
  const place = ['not a link', 'not tiktok', 'no video in it'].indexOf(problem);
  return place < 0 ? 3 : place;
}

/** What TikTok's addresses begin with, where nothing before them makes them part of another name. */
const BARE_ADDRESS = /(?<![\w.@/%\\-])(?:[a-z0-9-]{1,8}\.)?(?:tiktok|tiktokv)\.com\//i;

/** The address in a word, without the brackets, the markdown and the text around it. */
function addressIn(typed: string): string {
  // A colon that was lost in copying: https//vm.tiktok.com/…
  const word = typed.replace(/(https?)(?:\/\/|:\/(?!\/))/gi, '$1://');
  const withScheme = word.search(/https?:\/\//i);
  const at = withScheme >= 0 ? withScheme : word.search(BARE_ADDRESS);
  const before = word.slice(0, Math.max(at, 0));
  // What looks like an address itself isn't text before one.
  const isGlued = at > 0 && !/[/?#\\]/.test(before) && !OTHER_SCHEMES.test(before);
  const emphasis = /_*$/.exec(before)?.[0] ?? '';
  const address = isGlued ? word.slice(at) : word.replace(/^[<("'[|*~`_]+/, '');
  const bare = address.replace(/[<>"'|()[\]{}`*~].*$/, '').replace(/[,;:!?]+$|(?<![.…])\.$/, '');
  // Discord's _italics_; a code may end in `_` too, but never with one before the address.
  return emphasis !== '' && bare.endsWith(emphasis) ? bare.slice(0, -emphasis.length) : bare;
}

/** The fewest digits an id has; what is shorter was cut off. */
const SHORTEST_ID = 17;

/** An address that ends in the dots with which programs shorten it. */
const SHORTENED = /(?:…|\.\.\.|%e2%80%a6)\/?$/i;

function parseWord(word: string, depth = 0): LinkResult {
  if (/^\d{17,20}$/.test(word)) return post('unknown', word, '');
  const url = readUrl(word);
  if (url === null) return refuse('not a link');
  const isTikTok = DOMAINS.test(url.hostname);
  // A name before the host or a port never belongs to a real link, only to tricks.
  if (!isTikTok || url.username !== '' || url.password !== '' || url.port !== '') {
    return refuse('not tiktok');
  }
  const path = url.pathname;
  if (SHORTENED.test(path)) return refuse('cut off');
  const named = /^\/(?:@|%40)([^/]*)\/(video|photo)\/(\d{17,20}(?=\D)|\d+\/?$)/i.exec(path);
  if (named !== null) {
    const [, handle = '', kind = '', id = ''] = named;
    return post(kindOf(kind), id.replace('/', ''), handle);
  }
  const nested = depth < MOST_NESTED ? insideOf(url, depth) : null;
  if (nested !== null) return nested;
  const mobile = /^\/(?:v|(?:i18n\/)?share\/video)\/(\d+)(?:\.html)?\/?$/i.exec(path)?.[1];
  if (mobile !== undefined) return post('video', mobile, '');
  const embedded = /^\/(?:embed(?:\/v\d+)?|player\/v\d+)\/(\d+)\/?$/i.exec(path)?.[1];
  if (embedded !== undefined) return post('unknown', embedded, '');
  const code = codeIn(url);
  if (code !== null) return code;
  const page = PAGES.find(([pattern]) => pattern.test(path))?.[1];
  // A number in the path of these is the page's own: a sound's, a tag's, a product's.
  const hasOwn = page !== undefined && OWN_NUMBERS.has(page);
  // On any other page, as of TikTok Studio, a number that long is the post it is about.
  const [, kind = '', id] =
    /\/(?:(video|photo)\/)?(\d{17,20})(?!\d)/i.exec(hasOwn ? '' : path) ??
    /[?&#](?:item_?id|video_?id|share_?item_?id|share_?id|aweme_?id|modal_?id|group_?id|()id)=(\d{17,20})(?!\d)/i.exec(
      `${url.search}${url.hash}`,
    ) ??
    [];
  if (id !== undefined) return post(kindOf(kind), id, '');
  return refuse(page ?? 'no video in it');
}

/** A short link's code; null for an address that holds none. */
function codeIn({ hostname, pathname }: URL): LinkResult | null {
  const isShortHost = SHORT_HOSTS.has(hostname);
  const pattern = isShortHost
    ? /^\/(?:t\/)?([\w-]{4,32})(?![\w-])/
    : /^\/t\/([\w-]{4,32})(?![\w-])/i;
  const code = pattern.exec(pathname)?.[1];
  if (code === undefined) return null;
  const host = hostname === LITE ? LITE : 'www.tiktok.com';
  const base = isShortHost ? `https://${hostname}` : `https://${host}/t`;
  const url = `${base}/${code}/`;
  return { ok: true, link: { kind: 'unknown', id: null, shortCode: code, handle: null, url } };
}

/** The post in an address that stands inside one of TikTok's own, as behind a login. */
function insideOf(url: URL, depth: number): LinkResult | null {
  for (const value of [
    ...url.searchParams.values(),
    ...new URLSearchParams(url.hash.slice(1)).values(),
  ]) {
    if (!/tiktok|^\/(?:@|%40)/i.test(value)) continue;
    const address = value.startsWith('/') ? `https://www.tiktok.com${value}` : value;
    const result = parseWord(address, depth + 1);
    if (result.ok) return result;
  }
  return null;
}

function kindOf(word: string): TikTokLink['kind'] {
  const lower = word.toLowerCase();
  return lower === 'photo' || lower === 'video' ? lower : 'unknown';
}

/** The address a word stands for, with or without its scheme; null where it is none of the web's. */
function readUrl(word: string): URL | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(word);
  if (hasScheme && !/^https?:/i.test(word)) return null;
  const address = hasScheme ? word : `https://${word.replace(/^\/\//, '')}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /\.[a-z][a-z0-9-]*$/.test(url.hostname) ? url : null;
}

function post(kind: TikTokLink['kind'], digits: string, name: string): LinkResult {
  const id = BigInt(digits);
  if (id < 1n || id > LARGEST_ID) return refuse('no video in it');
  if (digits.length < SHORTEST_ID) return refuse('cut off');
  const lower = name.toLowerCase();
  const handle = HANDLE.test(lower) ? lower : null;
  // TikTok finds a post by its id and ignores the name before it; `_` can't be anybody's.
  const url = `https://www.tiktok.com/@${handle ?? '_'}/${kind === 'photo' ? 'photo' : 'video'}/${id}`;
  return { ok: true, link: { kind, id, shortCode: null, handle, url } };
}

function refuse(problem: LinkProblem): LinkResult {
  return { ok: false, problem };
}

/** TikTok and what became it (musical.ly, August 2014) took no posts before; UTC. */
const FIRST_POSSIBLE = Date.UTC(2014, 0, 1);

/** An id is made by TikTok's clock, which need not agree with ours. */
const CLOCK_SLACK = 24 * 60 * 60 * 1000;

/**
 * When a post was uploaded: the upper 32 bits of its id are Unix seconds (held against 16 dated
 * rows of TikTok Studio exports; publishing may come up to a day or more after the upload). Null
 * where that gives a time before 2014 or over a day after `now`: then the id follows no such rule.
 */
export function postedAt(id: bigint, now: Date): Date | null {
  const time = Number(id >> 32n) * 1000;
  return time >= FIRST_POSSIBLE && time <= now.getTime() + CLOCK_SLACK ? new Date(time) : null;
}
