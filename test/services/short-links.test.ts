import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTikTokLink, type TikTokLink } from '../../src/lib/tiktok-link.js';
import { createScores } from '../../src/services/scores/scores.js';
import { createShortLinks } from '../../src/services/scores/short-links.js';
import { providers } from '../support/databases.js';
import { type LocalTikTok, startLocalTikTok } from '../support/local-tiktok.js';
import {
  ada,
  here,
  idOf,
  likely,
  linkTo,
  ordinary,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

let tiktok: LocalTikTok;
beforeAll(async () => {
  tiktok = await startLocalTikTok();
});
afterAll(() => tiktok.close());

let made = 0;
/** A short link that nobody has asked for yet. */
function shortLink(host = 'vm.tiktok.com'): { code: string; url: string } {
  made += 1;
  const code = `ZMcode${made}`;
  return {
    code,
    url: host.startsWith('v') ? `https://${host}/${code}/` : `https://${host}/t/${code}/`,
  };
}

function linkIn(url: string): TikTokLink {
  const read = parseTikTokLink(url);
  if (!read.ok) throw new Error(read.problem);
  return read.link;
}

const asked = (code: string) => tiktok.requests.filter(({ path }) => path.includes(code));

describe('where a short link leads', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const shortLinks = () => createShortLinks(() => now, tiktok.origin);

  test.each(['vm.tiktok.com', 'vt.tiktok.com', 'www.tiktok.com', 'lite.tiktok.com'])(
    'is asked of %s once, without a body',
    async (host) => {
      const { code, url } = shortLink(host);
      tiktok.answer(code, { to: `${linkTo(1)}?_r=1&_t=tracking` });
      const links = shortLinks();
      const [first, second] = await Promise.all([
        links.resolve(linkIn(url)),
        links.resolve(linkIn(url)),
      ]);
      expect(first).toMatchObject({ id: idOf(1), handle: 'ada.films', url: linkTo(1) });
      expect(second).toEqual(first);
      expect(await links.resolve(linkIn(url))).toEqual(first);
      expect(asked(code)).toMatchObject([
        { method: 'GET', path: `/${host}${new URL(url).pathname}`, bytes: 0 },
      ]);
    },
  );

  test('is asked with nothing of the member: all that goes along is the bot’s name', async () => {
    const { code, url } = shortLink();
    await shortLinks().resolve(linkIn(url));
    const { host: _, ...headers } = asked(code)[0]?.headers ?? {};
    expect(headers).toEqual({
      'user-agent': 'Keepsake',
      accept: 'text/html',
      'accept-encoding': 'identity',
      connection: 'keep-alive',
    });
  });

  test.each([
    ['a 302', { to: linkTo(1), status: 302 }],
    ['a 307', { to: linkTo(1), status: 307 }],
    ['an address without its host', { to: new URL(linkTo(1)).pathname }],
    [
      'a login with the video behind it',
      { to: `https://www.tiktok.com/login?redirect_url=${encodeURIComponent(linkTo(1))}` },
    ],
  ])('is read from %s', async (_what, answer) => {
    const { code, url } = shortLink();
    tiktok.answer(code, answer);
    expect(await shortLinks().resolve(linkIn(url))).toMatchObject({ id: idOf(1) });
  });

  test.each([
    ['an unknown link', undefined],
    ['another site', { to: `https://evil.example/@ana/video/${idOf(1)}` }],
    ['a look-alike', { to: `https://www.tiktok.com.evil.example/@ana/video/${idOf(1)}` }],
    ['another scheme', { to: 'javascript:alert(1)' }],
    ['this machine', { to: 'http://127.0.0.1:1/' }],
    ['no address at all', { to: 'http://' }],
    ['a page without a video', { to: 'https://www.tiktok.com/' }],
    ['another short link', { to: 'https://www.tiktok.com/t/ZTother123/' }],
    ['a page instead of a redirect', { status: 200 }],
    ['a broken server', { status: 503 }],
    ['a redirect that isn’t one', { to: linkTo(1), status: 200 }],
  ] as const)('stays unknown behind %s, and nothing is followed', async (_what, answer) => {
    const { code, url } = shortLink();
    if (answer !== undefined) tiktok.answer(code, answer);
    const before = tiktok.requests.length;
    expect(await shortLinks().resolve(linkIn(url))).toBeNull();
    expect(tiktok.requests).toHaveLength(before + 1);
  });

  test('stays unknown in a circle', async () => {
    const { code, url } = shortLink();
    tiktok.answer(code, { to: url });
    expect(await shortLinks().resolve(linkIn(url))).toBeNull();
    expect(asked(code)).toHaveLength(1);
  });

  test('stays unknown where TikTok doesn’t answer, after three seconds, or isn’t there', async () => {
    const { code, url } = shortLink();
    tiktok.answer(code, 'never');
    expect(await shortLinks().resolve(linkIn(url))).toBeNull();
    const nowhere = createShortLinks(() => now, 'http://127.0.0.1:1');
    expect(await nowhere.resolve(linkIn(shortLink().url))).toBeNull();
  });

  test('is asked again after a day, and after a minute where there was no answer', async () => {
    let time = now.getTime();
    const links = createShortLinks(() => new Date(time), tiktok.origin);
    const { code, url } = shortLink();
    await links.resolve(linkIn(url));
    tiktok.answer(code, { to: linkTo(1) });
    expect(await links.resolve(linkIn(url))).toBeNull();
    time += 61_000;
    expect(await links.resolve(linkIn(url))).toMatchObject({ id: idOf(1) });
    time += 23 * 3_600_000;
    expect(await links.resolve(linkIn(url))).toMatchObject({ id: idOf(1) });
    expect(asked(code)).toHaveLength(2);
    time += 2 * 3_600_000;
    await links.resolve(linkIn(url));
    expect(asked(code)).toHaveLength(3);
  });

  test('is asked for eight at once; beyond them a link stays short', async () => {
    const links = shortLinks();
    const many = Array.from({ length: 12 }, () => shortLink());
    for (const { code } of many) tiktok.answer(code, { to: linkTo(1) });
    const found = await Promise.all(many.map(({ url }) => links.resolve(linkIn(url))));
    expect(found.filter((one) => one !== null)).toHaveLength(8);
  });

  test('isn’t asked of a full link', async () => {
    const before = tiktok.requests.length;
    expect(await shortLinks().resolve(linkIn(linkTo(1)))).toBeNull();
    expect(tiktok.requests).toHaveLength(before);
  });
});

describe.each(providers)('a video told of by a short link, on %s', (provider) => {
  const at = useScoring(provider);
  const scores = (origin: string | null) =>
    createScores({
      db: at.db,
      clock: () => at.now,
      ...(origin !== null && { shortLinks: createShortLinks(() => at.now, origin) }),
    });
  const submit = (origin: string | null, link: string, saves?: string) =>
    scoreOf(
      scores(origin).submit(
        { ...ordinary, link, ...(saves !== undefined && { saves }) },
        { interactionId: at.nextId(), creatorId: ada, guildId: here },
      ),
    );

  test('has its handle and its day, and is the same as by its full link', async () => {
    const { code, url } = shortLink();
    tiktok.answer(code, { to: linkTo(1) });
    const first = await submit(tiktok.origin, url);
    expect(first).toMatchObject({ url: linkTo(1), posted: { earliest: expect.any(Date) } });
    expect(await at.prisma.video.findMany()).toMatchObject([
      { identity: `tiktok:${idOf(1)}`, handle: 'ada.films', tiktokId: idOf(1) },
    ]);
    await submit(null, linkTo(1));
    await submit(tiktok.origin, url, likely(first));
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 3, truths: 1 });
  });

  test('is found by the short link, too, when TikTok can’t be asked', async () => {
    const { code, url } = shortLink();
    tiktok.answer(code, { to: linkTo(1) });
    await submit(tiktok.origin, url);
    const again = await submit(null, url);
    expect(again.previous).not.toBeNull();
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
  });

  test('known by its short link alone becomes known by its id', async () => {
    const { code, url } = shortLink();
    await submit(null, url);
    tiktok.answer(code, { to: linkTo(1) });
    await submit(tiktok.origin, url);
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
    expect(await at.prisma.video.findMany()).toMatchObject([
      { identity: `tiktok:${idOf(1)}`, handle: 'ada.films' },
    ]);
    await submit(null, url);
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 3 });
  });

  test('is stored as ever where nobody is asked', async () => {
    const { url } = shortLink();
    expect(await submit(null, url)).toMatchObject({ url });
    expect(await at.prisma.video.findMany()).toMatchObject([{ handle: null, tiktokId: null }]);
  });
});
