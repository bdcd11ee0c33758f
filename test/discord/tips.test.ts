import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandText } from '../../src/words/en/commands.js';
import { Stage, videoIdOf, words } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const LABELS =
  /\*\((heuristic|(documented by TikTok|a signal TikTok names|large study): .+ · Checked \d{4}-\d{2}-\d{2})\)\*/;
let lastId = videoIdOf(new Date('2026-03-01T12:00:00Z'));

function newLink(): string {
  lastId += 1n;
  return `https://www.tiktok.com/@ana/video/${lastId}`;
}

/** Scores videos of ordinary numbers, the last one as given. */
async function scoreVideos(who: Person, count: number, last = '', options = ''): Promise<void> {
  for (let n = 1; n < count; n += 1) {
    const counts = `views:${100_000 + n} likes:${8_000 + n} comments:300 shares:700`;
    await who.command(`/score ${counts} link:${newLink()} ${options}`);
  }
  const ordinary = 'views:100000 likes:8000 comments:300 shares:700';
  await who.command(`/score ${last === '' ? ordinary : last} link:${newLink()} ${options}`);
}

describe('/tips from one’s own numbers', () => {
  it('says that there is too little, what is missing, and how to add it; only to the caller', async () => {
    const ana = stage.person('ana');
    for (const [count, more] of [
      [0, 5],
      [2, 3],
    ] as const) {
      if (count > 0) await scoreVideos(ana, count);
      const shown = await ana.command('/tips');
      expect(shown.visibleTo).toBe(ana.member.id);
      expect(words(shown)).toContain('Not enough to tell yet');
      expect(words(shown)).toContain(`${more} more and I can tell`);
      const example = /```\n([\s\S]*?)\n```/.exec(shown.field('Add one') ?? '')?.[1] ?? '';
      expect((await stage.person('ben').command(example)).field('Save Proxy')).toBeTruthy();
    }
  });

  it('counts videos that are too small to judge apart', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score views:400 likes:20 comments:2 shares:1 link:${newLink()}`);
    expect(words(await ana.command('/tips'))).toContain('One more is too small, or was too early');
  });

  it('names the pattern a heuristic, shows the numbers it saw it in, and one thing to try', async () => {
    const ana = stage.person('ana');
    await scoreVideos(
      ana,
      6,
      'views:100000 likes:8000 comments:300 shares:90 title:Knots category:educational',
    );
    const shown = await ana.command('/tips');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('Knots, 100,000 views, beside your 5 other videos');
    expect(words(shown)).toContain('Liked, but not shared');
    expect(words(shown)).toContain('*(heuristic)*');
    const numbers = shown.field('The numbers') ?? '';
    expect(numbers).toMatch(/\*\*8\*\* % of the views: likes \(your usual 8, 5 videos, comparable/);
    expect(numbers).toMatch(/\*\*1\.1\*\* % of the likes: shares \(your usual 8\.7, 5 videos/);
    expect(numbers).toContain('estimated');
    expect(shown.field('Try next')).toMatch(LABELS);
    expect(shown.field('Try next')).toMatch(/somebody/i);
    expect(shown.field('A way to ask for a save')).toMatch(/“.+”/);
    expect(shown.field('What would tell more')).toContain('**Add real saves**');
    expect(words(await ana.press(shown, 'How?'))).toMatch(/no proof of a cause/);
  });

  it('uses private readings too, and tells nobody else of them', async () => {
    const ana = stage.person('ana');
    await scoreVideos(ana, 6, '', 'private:True');
    expect((await ana.command('/tips')).field('The numbers')).toBeTruthy();
    const ben = stage.person('ben');
    expect(words(await ben.command('/tips'))).toContain('Not enough to tell yet');
  });

  it('stays inside Discord’s limits with the longest title, full of markdown', async () => {
    const ana = stage.person('ana');
    const title = '@everyone **[x](https://evil.example)** '.repeat(60).trim();
    const long = 'views:100000 likes:900 comments:300 shares:700 watch_time:9 duration:20';
    await scoreVideos(ana, 6, `${long} new_followers:3 title:${title} category:valuable`);
    const shown = await ana.command('/tips');
    expect(words(shown)).toContain('Seen, but not liked');
    const description = shown.message?.embeds[0]?.description ?? '';
    expect(description).not.toMatch(/@everyone|\]\(https:\/\/evil/);
  });
});

describe('/tips for a kind of video', () => {
  it.each(Object.entries(commandText.score.categories))(
    'has tips and wordings for %s, each with how sure it is',
    async (category, title) => {
      const shown = await stage.person('ana').command(`/tips category:${category}`);
      expect(shown.visibleTo).toBeUndefined();
      expect(shown.message?.embeds[0]?.title).toContain(title);
      const lines = (shown.message?.embeds[0]?.description ?? '')
        .split('\n')
        .filter((line) => line.startsWith('• '));
      expect(lines.length).toBeGreaterThanOrEqual(4);
      for (const line of lines) expect(line).toMatch(LABELS);
      const calls = shown.field('Ways to ask for a save') ?? '';
      expect(calls.match(/^• “.+”$/gm)?.length).toBeGreaterThanOrEqual(3);
      expect(calls).toContain('*unproven* (checked 2026-');
      expect(calls).not.toMatch(/please|beg|don.t forget|smash|hit (the|that)/i);
    },
  );
});

describe('Try next', () => {
  const tipOf = (shown: { field(name: string): string | undefined }) => {
    const tip = shown.field('Try next') ?? '';
    expect(tip).toMatch(/ \*\((heuristic|TikTok docs|TikTok signal|large study)\)\*$/);
    expect(tip.match(/^• /gm)).toHaveLength(1);
    return tip;
  };

  it('is never the same twice in a row, whatever is scored', async () => {
    const ana = stage.person('ana');
    const kinds = [
      'views:541.2K likes:48.1K comments:1,204 shares:3.9K',
      'views:541.2K likes:48.1K comments:1,204 shares:3.9K category:educational',
      'views:541.2K likes:9K comments:204 shares:100',
      'views:900 likes:60 comments:2 shares:4',
      'views:0 likes:0 comments:0 shares:0',
      'views:100K likes:8K comments:300 shares:700 saves:600 private:True',
      `views:100K likes:8K comments:300 shares:700 link:${newLink()} category:aesthetic`,
    ];
    let before = '';
    for (let n = 0; n < 35; n += 1) {
      const tip = tipOf(await ana.command(`/score ${kinds[n % kinds.length]}`));
      expect(tip).not.toBe(before);
      before = tip;
    }
  });

  it('is told in full, with its source, behind How?', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    const short = tipOf(shown);
    const full = (await ana.press(shown, 'How?')).field('Try next, in full') ?? '';
    expect(full).toMatch(LABELS);
    expect(full.length).toBeGreaterThan(short.length);
  });

  it('stays the same for a score when its truth is told', async () => {
    const ana = stage.person('ana');
    const scored = await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    const tip = tipOf(scored);
    const modal = await ana.press(scored, 'Add real saves');
    const told = await ana.submit(modal, { 'Saves now': '3000' });
    expect(tipOf(told)).toBe(tip);
  });

  it('isn’t repeated by two scores at the same moment, nor after a new start', async () => {
    const ana = stage.person('ana');
    const line = () =>
      `/score views:541.2K likes:48.1K comments:1,204 shares:3.9K link:${newLink()}`;
    for (let time = 0; time < 5; time += 1) {
      await Promise.all([ana.command(line()), ana.command(line())]);
    }
    const before = tipOf(await ana.command(line()));
    await stage.bot.stop();
    await stage.start();
    expect(tipOf(await ana.command(line()))).not.toBe(before);
    const tips = stage.rows<{ tip: string; tipTurn: bigint }>(
      'SELECT "tip", "tipTurn" FROM "Reading" WHERE "creatorId" = ? ORDER BY "tipTurn"',
      BigInt(ana.member.id),
    );
    expect(tips.map(({ tipTurn }) => Number(tipTurn))).toEqual(tips.map((_, n) => n + 1));
    for (const [n, { tip }] of tips.entries()) expect(tip).not.toBe(tips[n - 1]?.tip);
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
