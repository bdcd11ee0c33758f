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
 * - `no video in it`: TikTok's, but a profile, a live stream, a page, or an id that can't be one.
 */
export type LinkProblem = 'not a link' | 'not tiktok' | 'no video in it';

export type LinkResult =
  | { readonly ok: true; readonly link: TikTokLink }
  | { readonly ok: false; readonly problem: LinkProblem };

const LARGEST_ID = 2n ** 63n - 1n;

/** Longer than any link TikTok shares with all its tracking; keeps hostile input cheap. */
const LONGEST_LINK = 2048;

const SITE_HOSTS: ReadonlySet<string> = new Set([
  'tiktok.com',
  'www.tiktok.com',
  'm.tiktok.com',
  // TikTok's own, in the links of "Download your data".
  'www.tiktokv.com',
]);
const SHORT_HOSTS: ReadonlySet<string> = new Set(['vm.tiktok.com', 'vt.tiktok.com']);

/** TikTok's own rule for user names, without the ban on a full stop at the end. */
const HANDLE = /^[a-z0-9_.]{2,24}$/;

/** Worst first: of several words the most telling problem is reported. */
const PROBLEMS: readonly LinkProblem[] = ['not a link', 'not tiktok', 'no video in it'];

/**
 * Reads a TikTok post from what was pasted: `tiktok.com/@handle/video/ID` and `/photo/ID` (with
 * `www.`, `m.`, or neither), `/v/ID.html`, `/embed/v2/ID`, `/player/v1/ID`,
 * `www.tiktokv.com/share/video/ID`, the short links
 * `vm.tiktok.com/CODE`, `vt.tiktok.com/CODE` and `tiktok.com/t/CODE`, or a bare id of 17 to 20
 * digits. The scheme may be missing; queries, fragments, wrapping brackets and quotes are ignored.
 * TikTok's share sheet puts words around the link and sometimes a second link to its app: the
 * first post found counts. Never throws.
 */
export function parseTikTokLink(text: string): LinkResult {
  let worst: LinkProblem = 'not a link';
  for (const word of stripInvisible(text).split(/\s+/)) {
    if (word.length > LONGEST_LINK) continue;
    const result = parseWord(word.replace(/^[<("'[]+/, '').replace(/[>)"'\].,;!]+$/, ''));
    if (result.ok) return result;
    if (PROBLEMS.indexOf(result.problem) > PROBLEMS.indexOf(worst)) worst = result.problem;
  }
  return refuse(worst);
}

function parseWord(word: string): LinkResult {
  if (/^\d{17,20}$/.test(word)) return post('unknown', word, '');
  const url = readUrl(word);
  if (url === null) return refuse('not a link');
  const isShortHost = SHORT_HOSTS.has(url.hostname);
  const isTikTok = isShortHost || SITE_HOSTS.has(url.hostname);
  // A name before the host or a port never belongs to a real link, only to tricks.
  if (!isTikTok || url.username !== '' || url.password !== '' || url.port !== '') {
    return refuse('not tiktok');
  }
  const path = url.pathname;
  const named = /^\/(?:@|%40)([^/]*)\/(video|photo)\/(\d+)\/?$/i.exec(path);
  if (named !== null) {
    const [, handle = '', kind = '', id = ''] = named;
    return post(kind.toLowerCase() === 'photo' ? 'photo' : 'video', id, handle);
  }
  const mobile = /^\/(?:v|share\/video)\/(\d+)(?:\.html)?\/?$/i.exec(path)?.[1];
  if (mobile !== undefined) return post('video', mobile, '');
  const embedded = /^\/(?:embed(?:\/v\d+)?|player\/v\d+)\/(\d+)\/?$/i.exec(path)?.[1];
  if (embedded !== undefined) return post('unknown', embedded, '');
  const code = (isShortHost ? /^\/([\w-]{4,32})\/?$/ : /^\/t\/([\w-]{4,32})\/?$/i).exec(path)?.[1];
  if (code === undefined) return refuse('no video in it');
  const base = isShortHost ? `https://${url.hostname}` : 'https://www.tiktok.com/t';
  const link = {
    kind: 'unknown',
    id: null,
    shortCode: code,
    handle: null,
    url: `${base}/${code}/`,
  } as const;
  return { ok: true, link };
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
