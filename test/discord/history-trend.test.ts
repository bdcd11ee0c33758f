import { loadImage } from '@napi-rs/canvas';
import type { Person, Shown } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage, videoIdOf, words } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterAll(() => stage.close());

const DAY = 86_400_000;

let made = 0;
function score(who: Person, n: number, more = '', handle = 'ana'): Promise<Shown> {
  made += 1;
  const id = videoIdOf(new Date(stage.discord.now() - 5 * DAY), made);
  const link = `https://www.tiktok.com/@${handle}/video/${id}`;
  return who.command(
    `/score views:${100_000 + 1_000 * n} likes:8000 comments:300 shares:${700 + 50 * n} title:Video ${n} link:${link} ${more}`,
  );
}

it('says what is missing, and what to do, with an example', async () => {
  const ana = stage.person('ana');
  const none = await ana.command('/history trend');
  expect(none.visibleTo).toBe(ana.member.id);
  expect(words(none)).toContain('3 more and there is a chart');
  expect(none.field('First')).toContain('/score views:');
  await score(ana, 1);
  await ana.command('/score views:400 likes:20 comments:2 shares:1');
  const one = words(await ana.command('/history trend'));
  expect(one).toContain('2 more and there is a chart');
  expect(one).toContain('One more is too early or too small');
});

it('draws a chart with alt text, and says the same in words; only to the caller', async () => {
  const ana = stage.person('ana');
  for (let n = 1; n <= 6; n += 1) {
    await score(ana, n, n === 3 ? 'saves:1500' : n === 5 ? 'private:True' : '');
    await stage.letTimePass(DAY);
  }
  await score(ana, 99, '', 'somebody.else');
  await score(ana, 7);
  const shown = await ana.command('/history trend');
  expect(shown.visibleTo).toBe(ana.member.id);
  const facts = shown.message?.embeds[0]?.description ?? '';
  expect(facts).toMatch(
    /^\*\*Saved in the newer half: [\d.]+ % \([\d.]+ to [\d.]+ %\)\.\*\* In the older half: [\d.]+ % \(/,
  );
  expect(facts).toMatch(
    /Newest: \*\*Video 7\*\*, about [\d.]+ % of views \(80 % range: [\d.]+ to [\d.]+ %\)/,
  );
  expect(facts).toMatch(/Highest: \*\*Video \d\*\*, [\d.]+ % \([\d.]+ to [\d.]+ %\) of views\./);
  expect(facts).toContain('Usual over all 7, estimated alike');
  expect(facts).toContain('proves no change');
  expect(facts).toContain('One more is of another TikTok account');
  expect(facts).toContain('*(heuristic; each with its range in the chart)*');
  const [file] = shown.files;
  expect(file?.filename).toBe('trend.png');
  expect(file?.description).toMatch(
    /^Saved in the newer half of the videos: [\d.]+ % \([\d.]+ to [\d.]+ %\) of views, in the older half/,
  );
  expect(file?.description).toContain('Line chart of 7 videos, the last 90 days: save rate above');
  expect(file?.description).toContain('Counted: 1, on a line of their own, with diamonds');

  const { width, height } = await loadImage(file?.bytes ?? Buffer.alloc(0));
  expect([width, height]).toEqual([1200, 1320]);
  expect(shown.message?.embeds[0]?.image?.url).toContain('trend.png');
});

it('shows a video once, as it was last read, and keeps to the days asked for', async () => {
  const ana = stage.person('ana');
  for (let n = 1; n <= 3; n += 1) await score(ana, n);
  await stage.letTimePass(10 * DAY);
  const link = `https://www.tiktok.com/@ana/video/${videoIdOf(new Date(stage.discord.now() - 9 * DAY), 1)}`;
  for (const views of [100, 200, 300]) {
    await ana.command(`/score views:${views}K likes:8K comments:300 shares:700 link:${link}`);
  }
  expect(words(await ana.command('/history trend'))).toContain('Usual over all 4, estimated alike');
  expect(words(await ana.command('/history trend days:5'))).toContain(
    '2 more and there is a chart',
  );
});

it('is one answer each, however many ask at once', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const who = stage.person(`p${n}`);
      for (let one = 1; one <= 3; one += 1) await score(who, one);
      return who;
    }),
  );
  const all = await Promise.all(people.map((who) => who.command('/history trend')));
  for (const shown of all) {
    await expect
      .poll(() => words(shown), { timeout: 15_000 })
      .toContain('Usual over all 3, estimated alike');
  }
});

it('goes on to other work while it draws, and stops in order', async () => {
  const ana = stage.person('ana');
  for (let n = 1; n <= 3; n += 1) await score(ana, n);
  expect(words(await ana.command('/history trend'))).toContain('In the older half');
  expect(await stage.bot.stop()).toBe(0);
  await stage.start();
  expect(words(await ana.command('/history trend'))).toContain('In the older half');
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
