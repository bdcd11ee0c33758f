import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTikTokLink, postedAt } from '../../src/lib/tiktok-link.js';

const ID = '7300000000000000001';

/** What a text is taken for: kind, id or code, handle and the rebuilt link, or the problem. */
function read(text: string): string {
  const result = parseTikTokLink(text);
  if (!result.ok) return result.problem;
  const { kind, id, shortCode, handle, url } = result.link;
  expect((id === null) !== (shortCode === null)).toBe(true);
  return `${kind} ${id ?? shortCode} ${handle ?? '-'} ${url}`;
}

const video = `video ${ID} ana.lima https://www.tiktok.com/@ana.lima/video/${ID}`;
const nameless = `https://www.tiktok.com/@_/video/${ID}`;

describe('a link to a post', () => {
  test.each([
    [`https://www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`http://tiktok.com/@ana.lima/video/${ID}/`, video],
    [`https://m.tiktok.com/@ana.lima/video/${ID}`, video],
    [`www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`//www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`tiktok.com/@ana.lima/video/${ID}`, video],
    [`HTTPS://WWW.TikTok.COM/@Ana.Lima/video/${ID}`, video],
    [`https://www.tiktok.com/%40ana.lima/video/${ID}`, video],
    [`https://www.tiktok.com/@ana.lima/video/${ID}?is_from_webapp=1&sender_device=pc`, video],
    [`https://www.tiktok.com/@ana.lima/video/${ID}?q=https://evil.example/#top`, video],
    [`<https://www.tiktok.com/@ana.lima/video/${ID}>`, video],
    [`  \u200bhttps://www.tiktok.com/@ana.lima/video/${ID}\u00a0\n`, video],
    [`"https://www.tiktok.com/@ana.lima/video/${ID}".`, video],
    [
      `https://www.tiktok.com/@ana.lima/photo/${ID}`,
      `photo ${ID} ana.lima https://www.tiktok.com/@ana.lima/photo/${ID}`,
    ],
    [`https://www.tiktok.com/@/video/${ID}`, `video ${ID} - ${nameless}`],
    [`https://www.tiktok.com/@${'a'.repeat(25)}/video/${ID}`, `video ${ID} - ${nameless}`],
    [`https://www.tiktok.com/@%F0%9F%94%A5x/video/${ID}`, `video ${ID} - ${nameless}`],
    [`https://m.tiktok.com/v/${ID}.html?u_code=1`, `video ${ID} - ${nameless}`],
    [`https://www.tiktokv.com/share/video/${ID}/`, `video ${ID} - ${nameless}`],
    [`https://www.tiktok.com/v/${ID}`, `video ${ID} - ${nameless}`],
    [`https://www.tiktok.com/embed/v2/${ID}`, `unknown ${ID} - ${nameless}`],
    [`https://www.tiktok.com/embed/${ID}`, `unknown ${ID} - ${nameless}`],
    [`https://www.tiktok.com/player/v1/${ID}`, `unknown ${ID} - ${nameless}`],
    [` ${ID} `, `unknown ${ID} - ${nameless}`],
    ['https://vm.tiktok.com/ZMabc123/', 'unknown ZMabc123 - https://vm.tiktok.com/ZMabc123/'],
    ['vt.tiktok.com/ZSHnFD-7kU?k=1', 'unknown ZSHnFD-7kU - https://vt.tiktok.com/ZSHnFD-7kU/'],
    ['https://www.tiktok.com/t/ZTabc123/', 'unknown ZTabc123 - https://www.tiktok.com/t/ZTabc123/'],
    ['tiktok.com/t/ZTabc123', 'unknown ZTabc123 - https://www.tiktok.com/t/ZTabc123/'],
    [
      'Mira este video https://vt.tiktok.com/ZSabc123/ de TikTok Lite: https://www.tiktok.com/tiktoklite',
      'unknown ZSabc123 - https://vt.tiktok.com/ZSabc123/',
    ],
    [
      'https://lite.tiktok.com/t/ZSabc123/',
      'unknown ZSabc123 - https://lite.tiktok.com/t/ZSabc123/',
    ],
    [
      'https://vm.tiktok.com/ZMabc123/，复制此链接',
      'unknown ZMabc123 - https://vm.tiktok.com/ZMabc123/',
    ],
    [`https://www.tiktok.com/tiktokstudio/analytics/${ID}/overview`, `unknown ${ID} - ${nameless}`],
    [
      `https://www.tiktok.com/tiktokstudio/analytics/${ID}/engagement?from=content`,
      `unknown ${ID} - ${nameless}`,
    ],
    [`https://t.tiktok.com/i18n/share/video/${ID}/?_d=x`, `video ${ID} - ${nameless}`],
    [`https://us.tiktok.com/@ana.lima/video/${ID}`, video],
    [`https://www.tiktok.com/foryou?item_id=${ID}`, `unknown ${ID} - ${nameless}`],
    [
      `https://www.tiktok.com/login?redirect_url=https%3A%2F%2Fwww.tiktok.com%2F%40ana.lima%2Fvideo%2F${ID}&lang=en`,
      video,
    ],
    [`https://www.tiktok.com/login?redirect_url=%2F%40ana.lima%2Fvideo%2F${ID}`, video],
    [
      `https://www.tiktok.com/link/v2?aid=1988&target=https%3A%2F%2Fwww.tiktok.com%2Flogin%3Fredirect_url%3Dhttps%253A%252F%252Fwww.tiktok.com%252F%2540ana.lima%252Fvideo%252F${ID}`,
      video,
    ],
    [`[my video](https://www.tiktok.com/@ana.lima/video/${ID})`, video],
    [`||https://www.tiktok.com/@ana.lima/video/${ID}||`, video],
    [`**https://www.tiktok.com/@ana.lima/video/${ID}**`, video],
    [`[my video](<https://www.tiktok.com/@ana.lima/video/${ID}>) please`, video],
    [`newhttps://www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`看看：https://www.tiktok.com/@ana.lima/video/${ID}！`, video],
    [`link:https://www.tiktok.com/@ana.lima/video/${ID}great`, video],
    [`(www.tiktok.com/@ana.lima/video/${ID})`, video],
    [`[x](www.tiktok.com/@ana.lima/video/${ID})`, video],
    [`look:www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`https//m.tiktok.com/@ana.lima/video/${ID}`, video],
    [`https:/www.tiktok.com/@ana.lima/video/${ID}`, video],
    [`_https://www.tiktok.com/@ana.lima/video/${ID}_`, video],
    ['_https://vt.tiktok.com/ZSfabCdEf_', 'unknown ZSfabCdEf - https://vt.tiktok.com/ZSfabCdEf/'],
    ['https://vt.tiktok.com/ZSfabCdE_', 'unknown ZSfabCdE_ - https://vt.tiktok.com/ZSfabCdE_/'],
    ['clip:vm.tiktok.com/ZMabc123/', 'unknown ZMabc123 - https://vm.tiktok.com/ZMabc123/'],
    [`https://shop.tiktok.com/view/product/${ID}`, 'shop'],
    [`https://www.tiktok.com/shop/pdp/${ID}`, 'shop'],
    [`https://www.tiktok.com/music/${ID}`, 'sound'],
    [`https://www.tiktok.com/music/original-sound-${ID}`, 'sound'],
    [`https://www.tiktok.com/tag/${ID}`, 'list'],
    [`https://www.tiktok.com/@ana.lima/playlist/x-${ID}`, 'list'],
    [`https://www.tiktok.com/live/event/${ID}`, 'live'],
    ['https://www.tiktok.com/@ana.lima/video/74123456...', 'cut off'],
    ['https://www.tiktok.com/@ana.lima/video/741234567890123456…', 'cut off'],
    ['https://www.tiktok.com/@ana.lima/video/7412345678', 'cut off'],
    ['https://www.tiktok.com/embed/v2/7412345', 'cut off'],
    [`look:eviltiktok.com/@ana.lima/video/${ID}`, 'not a link'],
    [`https://evil.example/www.tiktok.com/@ana.lima/video/${ID}`, 'not tiktok'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('is found in whatever it is pasted with', () => {
    const around = fc.constantFrom(
      ...([
        ['', ''],
        ['<', '>'],
        ['||', '||'],
        ['**', '**'],
        ['`', '`'],
        ['[my video](', ')'],
        ['[x](<', '>)'],
        ['"', '"'],
        ['look: ', ' 🔥'],
        ['neu:', '!'],
        ['你看', '。'],
        ['(', ').'],
        ['\u2068', '\u2069'],
      ] as const),
    );
    const tail = fc.constantFrom('', '?is_from_webapp=1', '/', '#x', '?lang=vi-VN&q=%2F');
    const address = fc.constantFrom(
      `https://www.tiktok.com/@ana.lima/video/${ID}`,
      `https://m.tiktok.com/@ana.lima/video/${ID}`,
    );
    fc.assert(
      fc.property(around, address, tail, ([before, behind], link, query) => {
        expect(read(before + link + query + behind)).toBe(video);
      }),
    );
  });

  test('the largest id is the largest signed 64-bit number', () => {
    expect(read('9223372036854775807')).toMatch(/^unknown 9223372036854775807 /);
    expect(read('9223372036854775808')).toBe('no video in it');
    expect(read('99999999999999999999')).toBe('no video in it');
    expect(read(`https://www.tiktok.com/@ana/video/${'9'.repeat(300)}`)).toBe('no video in it');
    expect(read('https://www.tiktok.com/@ana/video/0')).toBe('no video in it');
  });
});

describe('a link to something else', () => {
  test.each([
    ['', 'not a link'],
    ['hello', 'not a link'],
    ['my new video', 'not a link'],
    ['1234567890', 'not a link'],
    ['12.5', 'not a link'],
    ['@ana.lima', 'not tiktok'],
    ['@ana', 'not a link'],
    ['http://', 'not a link'],
    ['http://[::1]/', 'not a link'],
    ['http://127.0.0.1/@ana/video/1', 'not a link'],
    [`javascript:alert(1)//www.tiktok.com/@ana/video/${ID}`, 'not a link'],
    [`ftp://www.tiktok.com/@ana/video/${ID}`, 'not a link'],
    [`data:text/html,https://www.tiktok.com/@ana/video/${ID}`, 'not a link'],
    ['https://www.youtube.com/watch?v=1', 'not tiktok'],
    [`https://tiktok.com.evil.example/@ana/video/${ID}`, 'not tiktok'],
    [`https://evil-tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://www.tiktok.com.evil.example/@ana/video/${ID}`, 'not tiktok'],
    [`https://tiktok.co/@ana/video/${ID}`, 'not tiktok'],
    [`https://www.tiktok.com.evil.example?x=https://www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`evil.example/?u=https://www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://www.tiktok.com@evil.example/@ana/video/${ID}`, 'not tiktok'],
    [`www.tiktok.com@evil.example/@ana/video/${ID}`, 'not tiktok'],
    [`https://evil@www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://a:b@www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://www.tiktok.com:8443/@ana/video/${ID}`, 'not tiktok'],
    [`https://evil.example\\@www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://evil.example/?u=https://www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://evil.example#www.tiktok.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://xn--tktok-4va.com/@ana/video/${ID}`, 'not tiktok'],
    [`https://www.t\u0456ktok.com/@ana/video/${ID}`, 'not tiktok'],
    ['https://www.tiktok.com/', 'no video in it'],
    ['https://www.tiktok.com/@ana.lima', 'profile'],
    ['https://www.tiktok.com/@ana.lima/live', 'live'],
    ['https://www.tiktok.com/@ana.lima/video/', 'no video in it'],
    ['https://www.tiktok.com/@ana.lima/video/abc', 'no video in it'],
    ['https://www.tiktok.com/@ana.lima/video/12x', 'no video in it'],
    ['https://www.tiktok.com/@ana.lima/video/-1', 'no video in it'],
    ['https://www.tiktok.com/tag/fyp', 'list'],
    ['https://www.tiktok.com/music/original-sound-7300000000000000001', 'sound'],
    ['https://www.tiktok.com/tiktokstudio/content', 'studio'],
    ['https://www.tiktok.com/login', 'login'],
    ['https://ads.tiktok.com/i18n/home', 'no video in it'],
    ['https://www.tiktok.com/login?redirect_url=https%3A%2F%2Fevil.example%2F', 'login'],
    ['https://www.tiktok.com/@a/video/%E0%A4%A', 'no video in it'],
    ['https://vm.tiktok.com/', 'no video in it'],
    ['look https://www.tiktok.com/@ana.lima and https://evil.example', 'profile'],
    [`https://www.tiktok.com/@ana/video/${ID}?${'x'.repeat(3000)}`, 'not a link'],
  ])('%s is refused', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('whatever is pasted', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'https://',
      'http:',
      'www.',
      'vm.',
      'tiktok.com',
      'TIKTOK.COM',
      'evil.example',
      '/',
      '@',
      ':',
      '\\',
      '?',
      '#',
      '.',
      '%',
      '%2F',
      ' ',
      '\t',
      'video',
      'photo/',
      't/',
      'ana',
      '_',
      'ｔｉｋｔｏｋ',
      'é',
      ID,
      '1',
    ),
    { maxLength: 14 },
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    pieces.map((parts) => parts.join('')),
    pieces.map((parts) => `https://www.tiktok.com/@${parts.join('')}/video/${ID}`),
  );

  test('never throws; what is shown is always TikTok’s and reads back as the same post', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const first = parseTikTokLink(pasted);
        if (!first.ok) return;
        const { link } = first;
        expect(link.url).toMatch(
          /^https:\/\/(?:www\.tiktok\.com\/(?:@[a-z0-9_.]+\/(?:video|photo)\/\d+|t\/[\w-]+\/)|lite\.tiktok\.com\/t\/[\w-]+\/|v[mt]\.tiktok\.com\/[\w-]+\/)$/,
        );
        const again = parseTikTokLink(link.url);
        if (!again.ok) throw new Error(again.problem);
        const { url, id, shortCode, handle } = again.link;
        expect({ url, id, shortCode, handle }).toEqual({
          url: link.url,
          id: link.id,
          shortCode: link.shortCode,
          handle: link.handle,
        });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the time in an id', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  test('is the seconds in its upper half', () => {
    // A public video whose page gives 1584907616 (22 March 2020, 20:06:56) as its time.
    const at = postedAt(6807126376001441030n, now)?.getTime() ?? 0;
    expect(Math.abs(at / 1000 - 1584907616)).toBeLessThan(60);
    expect(postedAt(7300000000000000001n, now)?.toISOString()).toBe('2023-11-11T00:48:18.000Z');
  });

  test('reads back whatever stands in the lower half', () => {
    const from = Date.UTC(2014, 0, 1) / 1000;
    const to = now.getTime() / 1000;
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: to }),
        fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
        (seconds, low) => {
          const at = postedAt((BigInt(seconds) << 32n) | low, now);
          expect(at?.getTime()).toBe(seconds * 1000);
        },
      ),
    );
  });

  test('is not believed before 2014 or in the future', () => {
    const idAt = (iso: string) => BigInt(Date.parse(iso) / 1000) << 32n;
    expect(postedAt(idAt('2013-12-31T23:59:59Z'), now)).toBeNull();
    expect(postedAt(idAt('2026-11-24T12:00:00Z'), now)).not.toBeNull();
    expect(postedAt(idAt('2026-11-24T12:00:01Z'), now)).toBeNull();
    expect(postedAt(1n, now)).toBeNull();
    expect(postedAt(2n ** 63n - 1n, now)).toBeNull();
  });
});
