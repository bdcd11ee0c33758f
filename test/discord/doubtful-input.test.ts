import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/words/languages.js';
import { ending, NOTHING, Stage, videoIdOf, words } from '../support/bot.js';
import { type LocalTikTok, startLocalTikTok } from '../support/local-tiktok.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const REST = 'likes:48 comments:12 shares:3';
const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const LINK = `https://www.tiktok.com/@ana/video/${videoIdOf(new Date('2026-03-01T12:00:00Z'))}`;

describe('a count in another language', () => {
  it.each([
    ['vi', 'views:541,2 N likes:48,1 N comments:1.204 shares:3,9 N', '541.200 xem, 48.100 thích'],
    ['tr', `views:1,2 B ${REST}`, '1.200 views'],
    ['zh-CN', `views:12.3万+ ${REST}`, '123,000 views'],
    ['hi', `views:5.4 लाख ${REST}`, '5,40,000 views'],
    ['en-US', `views:541.2K views ${REST}`, '541,200 views'],
    ['cs', `views:1,2 mil. ${REST}`, '1 200 000 views'],
  ])('is read by the language of a member with %s: %s', async (locale, counts, read) => {
    const ana = stage.person('ana', { locale });
    const shown = await ana.command(`/score ${counts} private:True`);
    expect(words(shown).replace(/\u00a0|\u202f/g, ' ')).toContain(read);
  });

  it('that may mean several things is asked about, and one press stores it', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(`/score views:1,2 B ${REST}`);
    expect(asked.visibleTo).toBe(ana.member.id);
    expect(asked.buttons).toEqual(['1,200 views', '1,200,000,000 views']);
    expect(words(asked)).toContain('Nothing is stored yet');
    expect(stage.stored(ana)).toEqual({ ...NOTHING, creators: 1, drafts: 1 });
    const answer = await ending(await ana.press(asked, '1,200 views'));
    expect(answer.visibleTo).toBeUndefined();
    expect(words(answer)).toContain('1,200 views');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, drafts: 0 });
  });

  it('is asked about across a restart', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(`/score views:1,2 mil. ${REST} private:True`);
    await stage.bot.stop();
    await stage.start();
    const answer = await ending(await ana.press(asked, '1,200,000 views'));
    expect(words(answer)).toContain('1,200,000 views');
    expect(answer.visibleTo).toBe(ana.member.id);
  });

  it('a thousand times off the last videos is asked about', async () => {
    const ana = stage.person('ana', { locale: 'id' });
    await ana.command(`/score ${COUNTS}`);
    const asked = await ana.command('/score views:1,2 M likes:48.1K comments:1,204 shares:3.9K');
    const { improbable } = await wordsFor('id');
    expect(asked.buttons).toEqual([improbable.button, '1.200.000 views']);
    expect(words(asked)).toContain('541.200');
    const answer = await ending(await ana.press(asked, '1.200.000 views'));
    expect(words(answer)).toContain('1,200,000 views');
  });
});

describe('a day that may be two', () => {
  it('has a button for each', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(`/score ${COUNTS} posted:03/01/2026`);
    expect([...asked.buttons].sort()).toEqual(['January 3, 2026', 'March 1, 2026']);
    expect(stage.stored(ana)).toEqual({ ...NOTHING, creators: 1, drafts: 1 });
    const answer = await ending(await ana.press(asked, 'March 1, 2026'));
    expect(words(answer)).toContain('shares, Mar 1, 2026');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, drafts: 0 });
  });

  it('is shown as it was read', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS} posted:3d ago`);
    const day = new Date(stage.discord.now() - 3 * 86_400_000);
    const written = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
    expect(words(shown)).toContain(`shares, ${written.format(day)}`);
  });
});

describe('a title alone', () => {
  it('that a known video has is asked about, and the same video joins its history', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS} title:Three knots`);
    const asked = await ana.command(
      '/score views:600K likes:50K comments:1,300 shares:4K title:three KNOTS!',
    );
    expect(asked.visibleTo).toBe(ana.member.id);
    expect(words(asked)).toContain('I know a video with that title');
    expect(words(asked)).toContain('Nothing is stored yet');
    const day = new Date(stage.discord.now());
    const written = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    const same = `The same, last seen ${written.format(day)}`;
    expect(asked.buttons).toEqual([same, 'A new one']);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, videos: 1 });
    const shown = await ending(await ana.press(asked, same));
    expect(shown.text()).toContain('Again: ');
    expect(stage.stored(ana)).toMatchObject({ readings: 2, videos: 1 });
  });

  it('may be a new video, and then it is asked which of the two', async () => {
    const ben = stage.person('ben');
    await ben.command(`/score ${COUNTS} title:Scarf`);
    const asked = await ben.command(`/score ${COUNTS} title:Scarf`);
    await ending(await ben.press(asked, 'A new one'));
    expect(stage.stored(ben)).toMatchObject({ readings: 2, videos: 2 });
    const again = await ben.command(`/score ${COUNTS} title:Scarf`);
    expect(again.buttons).toHaveLength(3);
  });

  it('of somebody else, with a link or with a day isn’t asked about', async () => {
    const cleo = stage.person('cleo');
    const dan = stage.person('dan');
    await cleo.command(`/score ${COUNTS} title:Hat`);
    expect((await dan.command(`/score ${COUNTS} title:Hat`)).field('Save Proxy')).toBeTruthy();
    expect(
      (await cleo.command(`/score ${COUNTS} title:Hat posted:2026-11-02`)).field('Save Proxy'),
    ).toBeTruthy();
  });
});

describe('a short link', () => {
  let tiktok: LocalTikTok;
  let resolving: Stage;
  beforeAll(async () => {
    tiktok = await startLocalTikTok();
    resolving = await Stage.open({ env: { RESOLVE_LINKS: tiktok.origin } });
  });
  afterAll(async () => {
    await resolving.close();
    await tiktok.close();
  });

  it('stays one where nobody is asked, and the answer says what a full one brings', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS} link:https://vm.tiktok.com/ZMabc123/`);
    expect(words(shown)).toContain('A short link hides account and day.');
    const how = words(await ana.press(shown, 'How?'));
    expect(how).toContain('A short link doesn’t tell me the account and the day');
    expect(how).toContain('Short links');
  });

  it('leads to the video where TikTok is asked', async () => {
    const ana = resolving.person('ana');
    tiktok.answer('ZMabc123', { to: `${LINK}?_r=1` });
    const shown = await ana.command(`/score ${COUNTS} link:||https://vm.tiktok.com/ZMabc123/||`);
    expect(shown.message?.embeds[0]?.url).toBe(LINK);
    expect(words(shown)).not.toContain('A short link');
    expect(resolving.rows('SELECT "handle" FROM "Video"')).toEqual([{ handle: 'ana' }]);
    const again = await ana.command(`/score ${COUNTS} link:${LINK}`);
    expect(words(again)).toContain('Again: ');
    expect(tiktok.requests).toHaveLength(1);
  });

  it('stays one while TikTok is broken', async () => {
    const ana = resolving.person('ana');
    tiktok.answer('ZMbroken1', { status: 503 });
    const shown = await ana.command(`/score ${COUNTS} link:https://vm.tiktok.com/ZMbroken1/`);
    expect(shown.message?.embeds[0]?.url).toBe('https://vm.tiktok.com/ZMbroken1/');
    expect(words(shown)).toContain('A short link');
  });
});
