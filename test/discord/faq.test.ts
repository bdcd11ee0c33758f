import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import { manager } from '../support/digest.js';

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  stage = await Stage.open();
  ana = stage.person('ana');
});
afterAll(() => stage.close());

describe('/faq saves', () => {
  it('tells what saves are, who sees them and how the save proxy works, each with verdict, source and date', async () => {
    const shown = await ana.command('/faq saves');
    expect(shown.outcome).toBe('message');
    expect(shown.visibleTo).toBeUndefined();
    for (const name of ['What saves are', 'Who sees them', 'How the save proxy works']) {
      const field = shown.field(name) ?? '';
      expect(field).toMatch(/^\*\*(Disputed|Unproven|Changed)\.\*\* |^Verdict[^:]*: [a-z ]+ · /m);
      expect(field).toMatch(/ · (\d{4}|undated)/);
      expect(field).toMatch(/[Cc]hecked \d{4}-\d{2}-\d{2}/);
    }
    expect(shown.field('Ask more')).toContain('/faq saves');
  });

  it('offers questions while typing, and gives the one chosen in full', async () => {
    const all = await ana.autocomplete('/faq saves', 'question', '');
    expect(all.length).toBeGreaterThan(10);
    const offered = await ana.autocomplete('/faq saves', 'question', 'who saved');
    expect(offered[0]?.name).toBe('Can I see who saved my TikTok video?');
    const shown = await ana.command(`/faq saves question:${offered[0]?.value}`);
    expect(shown.message?.embeds[0]?.title).toBe(offered[0]?.name);
    expect(shown.message?.embeds[0]?.description).toMatch(/^\*\*Perhaps some\.\*\* /);
    expect(shown.field('Sources')).toContain('](https://');
    expect(shown.message?.embeds[0]?.footer?.text).toMatch(
      /^Verdict: disputed · [CL].*hecked \d{4}-\d{2}-\d{2}/,
    );
  });

  it('answers every question it offers', async () => {
    const offered = await ana.autocomplete('/faq saves', 'question', '');
    for (const { name, value } of offered) {
      const shown = await ana.command(`/faq saves question:${value}`);
      expect(shown.message?.embeds[0]?.title, name).toBe(name);
      const { description = '', footer } = shown.message?.embeds[0] ?? {};
      expect(`${description}\n${footer?.text}`).toMatch(
        /^\*\*(Disputed|Unproven|Changed)\.\*\* |^Verdict[^:]*: [a-z ]+ · /m,
      );
    }
  });

  it('understands a question in one’s own words', async () => {
    const shown = await ana.command('/faq saves question:who saved my tiktok video?');
    expect(shown.message?.embeds[0]?.description).toMatch(/^\*\*Perhaps some\.\*\* /);
  });

  it('says that it isn’t sure, and names the nearest', async () => {
    const shown = await ana.command('/faq saves question:@everyone what about the **algorithm**');
    expect(words(shown)).toContain('Not sure');
    expect(words(shown)).toContain('ask again with /faq saves');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(shown.pinged).toEqual([]);
    expect(shown.message?.embeds[0]?.description).not.toContain('@everyone');
    const nothing = await ana.command('/faq saves question:zzz qqq xxx');
    expect(words(nothing)).toContain('Not sure');
    expect(words(nothing)).toMatch(/asked most: .*\?/);
  });
});

describe('/help', () => {
  it('is five lines for whoever asks, each with a command that can be tapped', async () => {
    const mia = manager(stage);
    const alone = stage.discord.directMessage(ana.member);
    for (const [who, last] of [
      [ana, 'leaderboard join'],
      [mia, 'digest setup'],
      [alone, 'data export'],
    ] as const) {
      const shown = await who.command('/help');
      expect(shown.visibleTo ?? who.member.id).toBe(who.member.id);
      const lines = (shown.message?.embeds[0]?.description ?? '').split('\n');
      expect(lines).toHaveLength(5);
      for (const line of lines) expect(line).toMatch(/^<\/[a-z]+( [a-z]+)?:\d+> /);
      expect(lines[0]).toMatch(/^<\/score:\d+>/);
      expect(lines[4]).toContain(`</${last}:`);
    }
  });

  it('has everything else behind a button, with a command that can be copied', async () => {
    const shown = await ana.press(await ana.command('/help'), 'More');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(shown.field('/score')).toMatch(/<\/score:\d+>/);
    expect(shown.field('/faq')).toMatch(/<\/faq saves:\d+>/);
    const example = /```\n([\s\S]*?)\n```/.exec(shown.field('First') ?? '')?.[1] ?? '';
    expect((await ana.command(example)).field('Save Proxy')).toMatch(/\/ 100$/m);
  });
});

describe('what no current version of the bot offers', () => {
  const outdated = /from a version of me that is gone.*\/help/;

  it.each([
    'how:v2:1',
    'how:v0:1',
    'how:1',
    'nobody:v1:1',
    'truth:v1:1',
    '',
    '💥',
    'x'.repeat(100),
    '__proto__:v1:1',
    'constructor:v1',
  ])('tells of a button with the custom id %j', async (customId) => {
    const shown = await ana.forge(await ana.command('/help'), customId);
    expect(shown.outcome).toBe('message');
    expect(words(shown)).toMatch(outdated);
    expect(shown.visibleTo).toBe(ana.member.id);
  });

  it.each([
    'how:v1',
    'how:v1:',
    'how:v1:abc',
    'how:v1:99999999999999999999',
    'how:v1:-1',
    'how:v1:1',
    'real-saves:v1:1',
    'real-saves:v1::',
    'store-anyway:v1:x',
    'store-anyway:v1:1:2:3',
  ])('tells of numbers it doesn’t have behind %j', async (customId) => {
    const shown = await ana.forge(await ana.command('/help'), customId);
    expect(shown.outcome).toBe('message');
    expect(words(shown)).toMatch(/aren’t stored any more|15 minutes/);
    expect(shown.visibleTo).toBe(ana.member.id);
  });

  it('tells of modals it doesn’t know or that come without their fields', async () => {
    const score = await ana.command('/score views:541K likes:48K comments:1204 shares:3900');
    const modal = await ana.press(score, 'Add real saves');
    for (const id of ['truth:v2:1', 'nobody:v1:1', 'score']) {
      expect(words(await ana.forgeModal(modal, id, { saves: '5' }))).toMatch(outdated);
    }
    const id = modal.modal?.custom_id ?? '';
    expect(words(await ana.forgeModal(modal, id, { other: '5' }))).toContain('Nothing was stored');
    expect(words(await ana.forgeModal(modal, 'truth:v1:x', { saves: '5' }))).toMatch(
      /aren’t stored any more/,
    );
    expect(stage.stored(ana).truths).toBe(0);
  });

  it('tells of a command that is gone, and of one that has changed', async () => {
    const route = `${stage.discord.apiUrl}/v10/applications/${stage.discord.applicationId}/commands`;
    const register = (body: unknown) =>
      fetch(route, {
        method: 'POST',
        headers: {
          authorization: `Bot ${stage.discord.token}`,
          'user-agent': 'DiscordBot (https://keepsake.example, 1)',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
    await register({ name: 'gone', description: 'Of an earlier version' });
    const gone = await ana.command('/gone');
    expect(words(gone)).toMatch(outdated);
    expect(gone.ephemeral).toBe(true);
    // Discord still knows an older /faq, with another subcommand, and an older /score.
    const number = { type: 4, description: 'A number', required: true };
    await register({
      name: 'score',
      description: 'Of an earlier version',
      options: [
        { ...number, name: 'views' },
        { ...number, name: 'likes' },
      ],
    });
    const changed = await ana.command('/score views:541200 likes:48100');
    expect(words(changed)).toMatch(/changed since your Discord last looked.*Nothing was stored/);
    expect(changed.ephemeral).toBe(true);
    await register({
      name: 'faq',
      description: 'Of an earlier version',
      options: [{ type: 1, name: 'other', description: 'Of an earlier version' }],
    });
    expect(words(await ana.command('/faq other'))).toMatch(outdated);
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
