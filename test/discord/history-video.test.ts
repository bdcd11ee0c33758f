import type { Person, Shown } from 'local-discord';
import { inputsOf } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, Stage, videoIdOf, words } from '../support/bot.js';
import { open, optionsOf, panel } from '../support/history.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterAll(() => stage.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHORT = 'https://vm.tiktok.com/ZMabcdef1/';

/** A link to a video that was posted so long ago, by the stage's own clock. */
let made = 0;
function linkPosted(ago: number): string {
  made += 1;
  return `https://www.tiktok.com/@ana/video/${videoIdOf(new Date(stage.discord.now() - ago), made)}`;
}

function score(who: Person, views: number, more: string): Promise<Shown> {
  return who.command(
    `/score views:${views} likes:${Math.round(views * 0.08)} comments:300 shares:700 ${more}`,
  );
}

/** The readings of a video's history: what stands under each day. */
function readings(shown: Shown): string[] {
  const fields = shown.message?.embeds[0]?.fields ?? [];
  return fields.map(({ value }) => value).filter((value) => value.includes(' likes · '));
}

describe('/history video', () => {
  it('shows every reading, the growth between them, and the estimate beside the truth', async () => {
    const ana = stage.person('ana');
    const link = linkPosted(3 * DAY);
    await score(ana, 100_000, `link:${link} title:Knots posted:2026-10-01`);
    await stage.letTimePass(2 * DAY);
    await score(ana, 112_300, `link:${link} saves:900`);
    const shown = await open(ana, 'kno');
    expect(shown.visibleTo).toBe(ana.member.id);
    const [newer = '', older = ''] = readings(shown);
    expect(newer).toMatch(/^112,300 views/);
    expect(newer).toMatch(
      /\*\*900\*\* saves, counted; estimated [\d,]+ \(80 % range: [\d,]+ to [\d,]+\)/,
    );
    expect(newer).toContain('+12,300 views in 2 days');
    expect(older).toMatch(
      /about [\d,]+ saves \(80 % range: [\d,]+ to [\d,]+\) · \d+ \/ 100 \(\d+ to \d+\)$/m,
    );
    expect(words(shown)).toContain('2 readings, newest first');
  });

  it('finds a video by title, date and link, and says what to do where there is none', async () => {
    const ana = stage.person('ana');
    const link = linkPosted(3 * DAY);
    await score(ana, 100_000, `link:${link} title:Three KNOTS! posted:2026-10-01`);
    await score(ana, 90_000, 'title:Other posted:2026-10-02');
    for (const typed of ['three knots', '2026-10-01', link]) {
      const choices = await ana.autocomplete('/history video', 'video', typed);
      expect(choices.map(({ name }) => name)).toEqual(['Three KNOTS! · 2026-10-01']);
      expect(words(await ana.command(`/history video video:${typed}`))).toContain('100,000 views');
    }
    expect(await ana.autocomplete('/history video', 'video', '')).toHaveLength(2);
    const nobody = stage.person('ben');
    expect(await nobody.autocomplete('/history video', 'video', 'knots')).toEqual([]);
    const [theirs] = await ana.autocomplete('/history video', 'video', 'knots');
    const others = [String(theirs?.value), 'no such', link, '9'.repeat(19), '9'.repeat(20)];
    for (const typed of others) {
      expect(words(await nobody.command(`/history video video:${typed}`))).toContain(
        'I know no such video of yours',
      );
    }
  });

  it('turns its readings page by page', async () => {
    const ana = stage.person('ana');
    const link = linkPosted(30 * DAY);
    for (let n = 1; n <= 7; n += 1) await score(ana, 100_000 + n, `link:${link} title:Paged`);
    const first = await open(ana, 'paged');
    expect(readings(first)).toHaveLength(5);
    const second = await ana.press(first, 'Older ▶');
    expect(readings(second).map((one) => one.slice(0, 7))).toEqual(['100,002', '100,001']);
    expect(readings(await ana.press(second, '◀ Newer'))).toHaveLength(5);
  });

  it('compares with the usual at the same age once there is enough, and says so before', async () => {
    const ana = stage.person('ana');
    const others = Array.from({ length: 5 }, () => linkPosted(2 * DAY));
    for (const link of others) await score(ana, 10_000, `link:${link}`);
    const mine = linkPosted(HOUR);
    await score(ana, 2_000, `link:${mine} title:New one`);
    expect(words(await open(ana, 'new one'))).toContain('I can’t tell its age');
    await stage.letTimePass(3 * DAY);
    await score(ana, 36_000, `link:${mine} title:New one`);
    expect(words(await open(ana, 'new one'))).toContain('Too few to tell');
    // At 2 days they had 10,000, and at 5 they have 40,000: a good 20,000 at day 3.
    for (const link of others) await score(ana, 40_000, `link:${link}`);
    const seen = words(await open(ana, 'new one'));
    const [, factor, usual] =
      /At day 3 this video had \*{0,2}([\d.]+) times\*{0,2} the views your videos usually have at day 3: 36,000 beside the usual ([\d,]+) \(5 videos/.exec(
        seen,
      ) ?? [];
    // ln-linear in age: 10,000 · 4^(ln(3.04/2)/ln(5/2)).
    const expected = 10_000 * 4 ** (Math.log(3.04 / 2) / Math.log(5 / 2));
    expect(Number(usual?.replace(',', ''))).toBeGreaterThan(expected * 0.9);
    expect(Number(usual?.replace(',', ''))).toBeLessThan(expected * 1.1);
    expect(Number(factor)).toBeCloseTo(36_000 / expected, 0);
    expect(seen).toContain('heuristic');
  });
});

describe('correcting a reading', () => {
  it('shows what was typed, estimates anew, and is undone', async () => {
    const ana = stage.person('ana');
    const scored = await ana.command(
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Slip posted:2026-10-01 saves:3000',
    );
    const chosen = await panel(ana, await open(ana, 'slip'));
    expect(chosen.visibleTo).toBe(ana.member.id);
    const modal = await ana.press(chosen, 'Correct');
    const inputs = inputsOf(modal.modal?.components ?? []);
    expect(inputs.map(({ component }) => component['value'])).toEqual([
      '541.2K',
      '48.1K',
      '1204',
      '3.9K',
    ]);
    const done = await ana.submit(modal, {
      Views: '54.12K',
      Likes: '4.81K',
      Comments: '1204',
      Shares: '390',
    });
    expect(words(done)).toContain('A reading of Slip has other counts now');
    expect(done.field('Now')).toMatch(/^54,120 views.*\n\*\*3,000\*\* saves, counted/);
    const how = await ana.press(scored, 'How?');
    expect(words(how)).toContain('54,120');
    const undone = await ana.press(done, 'Undo');
    expect(words(undone)).toContain('has its counts from before again');
    expect(words(await ana.press(undone, 'Show the video'))).toContain('541,200 views');
  });

  it('asks about what is hardly true, refuses what can’t be, and changes nothing meanwhile', async () => {
    const ana = stage.person('ana');
    await score(ana, 100_000, 'title:Hardly posted:2026-10-01');
    const chosen = await panel(ana, await open(ana, 'hardly'));
    const wrong = await ana.submit(await ana.press(chosen, 'Correct'), { Views: 'lots' });
    expect(words(wrong)).toContain('views: `lots`');
    const same = await ana.submit(await ana.press(chosen, 'Correct'), {});
    expect(words(same)).toContain('Nothing was changed');
    const asked = await ana.submit(await ana.press(chosen, 'Correct'), { Likes: '900K' });
    expect(words(asked)).toContain('900K is more than the 100000 views');
    expect(words(await open(ana, 'hardly'))).not.toContain('900,000 likes');
    const stored = await ana.press(asked, 'Store anyway');
    expect(stored.field('Now')).toContain('900,000 likes');
    expect(words(await ana.press(stored, 'Undo'))).toContain('counts from before');
  });
});

describe('removing a reading', () => {
  it('takes it out, says so under its old message, and is undone after a restart', async () => {
    const ana = stage.person('ana');
    const scored = await score(ana, 100_000, 'title:Away posted:2026-10-01 saves:700');
    const before = stage.stored(ana);
    const gone = await ana.press(await panel(ana, await open(ana, 'away')), 'Remove');
    expect(words(gone)).toContain('It was the last one, so the video is gone, too');
    expect(stage.stored(ana)).toMatchObject({ videos: 0, readings: 0, estimates: 0, truths: 0 });
    expect(words(await ana.press(scored, 'How?'))).toContain('aren’t stored any more');
    await stage.bot.stop();
    await stage.start();
    const list = await ana.command('/history list');
    const undone = await ana.press(list, 'Undo: removed reading');
    expect(words(undone)).toContain('The reading of Away is back');
    expect(stage.stored(ana)).toEqual(before);
    const again = await ana.press(gone, 'Undo');
    expect(words(again)).toContain('The reading of Away is back');
    expect(stage.stored(ana)).toEqual(before);
    expect(words(await ana.command('/history list'))).not.toContain('Undo:');
  });

  it('pressed twice is done once', async () => {
    const ana = stage.person('ana');
    await score(ana, 100_000, 'title:Twice posted:2026-10-01');
    const chosen = await panel(ana, await open(ana, 'twice'));
    const id = customIdOf(chosen, 'Remove');
    const both = await Promise.all([ana.forge(chosen, id), ana.forge(chosen, id)]);
    const [first, second] = both.map((one) => words(one));
    expect(first).toContain('A reading of Twice is gone');
    expect(second).toBe(first);
    expect(stage.stored(ana).readings).toBe(0);
    const rows = stage.rows('SELECT * FROM "Undo" WHERE "creatorId" = ?', BigInt(ana.member.id));
    expect(rows).toHaveLength(1);
  });

  it('can be undone for a day, and no longer', async () => {
    const ana = stage.person('ana');
    await score(ana, 100_000, 'title:Late posted:2026-10-01');
    const gone = await ana.press(await panel(ana, await open(ana, 'late')), 'Remove');
    await stage.letTimePass(DAY + HOUR);
    expect(words(await ana.press(gone, 'Undo'))).toContain('can’t be undone any more');
    expect(stage.stored(ana).readings).toBe(0);
  });
});

describe('merging two entries', () => {
  it('makes them one, finds it by either link, and parts them again', async () => {
    const ana = stage.person('ana');
    await score(ana, 100_000, `link:${SHORT} title:Knots for campers`);
    await score(ana, 50_000, 'title:Something else posted:2026-10-05');
    const link = linkPosted(5 * DAY);
    await score(ana, 120_000, `link:${link} title:Knots for camper`);
    const asked = await ana.press(await open(ana, link), 'Same as another entry …');
    expect(words(asked)).toContain('Which entry is the same video?');
    const [likeliest = ''] = optionsOf(asked);
    const done = await ana.choose(asked, [likeliest]);
    expect(words(done)).toContain('Both entries are Knots for camper now');
    await score(ana, 130_000, `link:${SHORT}`);
    const merged = await open(ana, link);
    expect(readings(merged).map((one) => one.slice(0, 7))).toEqual([
      '130,000',
      '120,000',
      '100,000',
    ]);
    expect(words(await ana.press(done, 'Undo'))).toContain('are two again');
    expect(readings(await open(ana, link))).toHaveLength(2);
    expect(readings(await open(ana, SHORT))).toHaveLength(1);
  });

  it('says that two links are two posts', async () => {
    const ana = stage.person('ana');
    const [one, two] = [linkPosted(5 * DAY), linkPosted(4 * DAY)];
    await score(ana, 100_000, `link:${one} title:One`);
    await score(ana, 100_000, `link:${two} title:Two`);
    const shown = await open(ana, 'one');
    expect(shown.buttons).not.toContain('Same as another entry …');
    const other = await open(ana, 'two');
    const id = (from: Shown) => customIdOf(from, 'Same').split(':').at(-1);
    expect(() => id(other)).toThrow('no button');
  });
});

describe('what isn’t one’s own', () => {
  it('is neither shown, changed, removed, merged nor brought back', async () => {
    const [ana, ben] = [stage.person('ana'), stage.person('ben')];
    await score(ana, 100_000, 'title:Mine posted:2026-10-01');
    await score(ana, 100_000, `link:${SHORT} title:Mine too`);
    await score(ben, 90_000, 'title:His posted:2026-10-01');
    await score(ben, 90_000, `link:${SHORT} title:His too`);
    const mine = await open(ana, 'mine');
    const his = await open(ben, 'his');
    const minePanel = await panel(ana, mine);
    const hisPanel = await panel(ben, his);
    const removeMine = customIdOf(minePanel, 'Remove');
    expect(words(await ben.forge(hisPanel, removeMine))).toContain('Only the member');
    const correctMine = customIdOf(minePanel, 'Correct');
    const modal = await ben.forge(hisPanel, correctMine);
    const corrected = await ben.submit(modal, { Views: '5000' });
    expect(words(corrected)).toContain('Only the member');
    expect(words(await ben.forge(his, customIdOf(mine, 'Same as another entry …')))).toContain(
      'Only the member',
    );
    const gone = await ana.press(minePanel, 'Remove');
    expect(words(await ben.forge(hisPanel, customIdOf(gone, 'Undo')))).toContain('Only the member');
    expect(stage.stored(ana).readings).toBe(1);
    expect(stage.stored(ben).readings).toBe(2);
  });

  it('is told apart from what was never there', async () => {
    const ana = stage.person('ana');
    await score(ana, 100_000, 'title:Mine posted:2026-10-01');
    const shown = await panel(ana, await open(ana, 'mine'));
    for (const id of ['history-remove:v1:5', 'history-remove:v1:x', 'history-remove:v1']) {
      expect(words(await ana.forge(shown, id))).toContain('aren’t stored any more');
    }
    expect(words(await ana.forge(shown, 'history-undo:v1:5'))).toContain('can’t be undone');
    for (const id of ['history-change:v1:1:2', 'history-same:v1:1', 'history-nothing:v1']) {
      expect(words(await ana.forge(shown, id))).toContain('from a version of me');
    }
    expect(words(await ana.forge(shown, 'history-remove:v9:5'))).toContain('from a version of me');
  });
});

it('stays whole with the oddest titles', async () => {
  const ana = stage.person('ana');
  for (const [n, title] of [
    `@everyone ${'**[x](https://evil.example)** '.repeat(120)}`.trim(),
    '🐈‍⬛'.repeat(900),
    `${'‮אבג '.repeat(300)}`.trim(),
    '\\`*_~|<>'.repeat(480),
  ].entries()) {
    const link = linkPosted((n + 2) * DAY);
    await ana.command(
      `/score views:100K likes:8K comments:300 shares:700 link:${link} title:${title}`,
    );
    await ana.command(
      `/score views:100K likes:8K comments:300 shares:700 title:${title} posted:2026-10-0${n + 1}`,
    );
    const shown = await ana.command(`/history video video:${link}`);
    expect(readings(shown)).toHaveLength(1);
    expect(shown.message?.embeds[0]?.title ?? '').not.toMatch(/@everyone|[^\\]\]\(/);
    const asked = await ana.press(shown, 'Same as another entry …');
    const done = await ana.choose(asked, [optionsOf(asked)[0] ?? '']);
    expect(words(done)).toContain('Now one entry');
    const gone = await ana.press(
      await panel(ana, await ana.command(`/history video video:${link}`)),
      'Remove',
    );
    expect(words(gone)).toContain('Removed');
    expect(await ana.autocomplete('/history video', 'video', '')).not.toEqual([]);
  }
});

it('broke no rule of Discord, and pinged nobody', () => {
  expect(stage.discord.violations).toEqual([]);
});
