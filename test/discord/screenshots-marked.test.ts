import { afterAll, beforeAll, expect, it } from 'vitest';
import { ending, Stage, videoIdOf, words } from '../support/bot.js';
import { DAY, manager } from '../support/digest.js';
import { screenshot, whatWasRead } from '../support/screenshots.js';

/** Read sooner than a large one. */
const SMALL = { phone: [720, 1600], width: 720 } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it('boards and digest mark videos whose numbers a screenshot showed, and those alone', async () => {
  const [mia, ana, ben] = [manager(stage), stage.person('ana'), stage.person('ben')];
  for (const who of [ana, ben]) await who.command('/leaderboard join');
  const first = videoIdOf(new Date(stage.discord.now() - 2 * DAY));
  const link = (n: bigint) => `link:https://www.tiktok.com/@maker/video/${first + n}`;
  const check = await whatWasRead(
    await ana.command(`/score title:Shown ${link(1n)}`, { screenshot: screenshot(SMALL) }),
  );
  await ending(await ana.press(check, 'Looks right'));
  const typed = 'views:541.2K likes:48.1K comments:1204 saves:6.8K shares:3921';
  await (await ben.command(`/score ${typed} title:Typed ${link(2n)}`)).settled();
  // One that was typed over is no longer what the picture shows.
  const over = await whatWasRead(
    await ben.command(`/score title:Over likes:47.9K ${link(3n)}`, {
      screenshot: screenshot(SMALL),
    }),
  );
  await ending(await ben.press(over, 'Looks right'));

  const board = await ana.command('/leaderboard show');
  const digest = await (await mia.command('/digest preview')).settled();
  for (const [shown, field, between] of [
    [board, 'Videos saved most for their size, counted', '\n'],
    // Here a video has three lines.
    [digest, 'Saved most for their size', /\n(?=\*\*\d+\. )/],
  ] as const) {
    const videos = (shown.field(field) ?? '').split(between);
    expect(videos).toHaveLength(3);
    for (const video of videos)
      expect([video, video.includes('▣')]).toEqual([video, /Shown/.test(video)]);
  }
  expect(words(await ana.press(board, 'How?'))).toContain('▣: a screenshot showed');
  expect(words(await mia.press(digest, 'How?'))).toContain('▣: a screenshot showed');
}, 300_000);
