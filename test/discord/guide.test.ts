import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideDir } from '../../src/lib/paths.js';
import { loadGuide } from '../../src/services/knowledge/guide.js';
import { Stage, words } from '../support/bot.js';

const { pages } = loadGuide(guideDir);

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  stage = await Stage.open();
  ana = stage.person('ana');
});
afterAll(() => stage.close());

describe('/guide', () => {
  it('has a page for every number a creator asks for', () => {
    expect(pages.map(({ id }) => id)).toEqual([
      'views',
      'likes',
      'comments',
      'shares',
      'saves',
      'watch-time',
      'follower-growth',
      'viewers',
      'traffic-sources',
      'studio-export',
    ]);
  });

  it.each(pages)(
    'says where $title stands in the app and on the web, what it means, its delay and rounding',
    async (page) => {
      const shown = await ana.command(`/guide topic:${page.id}`);
      expect(shown.visibleTo).toBeUndefined();
      expect(shown.message?.embeds[0]?.title).toBe(page.title);
      for (const name of ['In the app', 'On the web', 'What it means', 'Delay', 'Rounding']) {
        expect(shown.field(name), name).toBeTruthy();
      }
      expect(shown.field('Verdict')?.toLowerCase()).toContain(page.verdict);
      for (const { title } of page.sources) expect(words(shown)).toContain(title);
      expect(shown.message?.embeds[0]?.footer?.text).toMatch(/[Cc]hecked \d{4}-\d{2}-\d{2}/);
    },
  );

  it('says what the Studio export contains and lacks', async () => {
    const shown = await ana.command('/guide topic:studio-export');
    expect(shown.field('What it contains')).toContain('likes, comments, shares and views');
    expect(shown.field('Missing')).toMatch(/^Saves, watch time/);
  });

  it('lists its pages when none is named, all offered as choices', async () => {
    const shown = await ana.command('/guide');
    for (const { title } of pages) expect(words(shown)).toContain(title);
    const registered = ana.commands().find(({ name }) => name === 'guide');
    expect(JSON.stringify(registered)).toContain('"Saves (favourites)"');
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
