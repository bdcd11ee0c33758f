import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ending, NOTHING, Stage, words } from '../support/bot.js';
import { OWN_VIDEO, screenshot, whatWasRead } from '../support/screenshots.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

describe('a screenshot of one’s own video', () => {
  it('is shown to its author alone, and stored after one press with its true saves', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/score', { screenshot: screenshot() });
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(shown.text()).toContain('I’m reading your picture');
    const check = await whatWasRead(shown);
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
    for (const line of [
      'Views 541.2K',
      'Likes 48.1K',
      'Comments 1204',
      'Saves 6.8K',
      'Shares 3921',
    ]) {
      expect(words(check)).toContain(line);
    }
    expect(words(check)).toContain('Nothing is stored yet');
    expect(check.attachments.map(({ filename }) => filename)).toEqual(['what-i-read.png']);
    expect(stage.stored(ana)).toEqual({ ...NOTHING, creators: 1, drafts: 1 });
    const answer = await ending(await ana.press(check, 'Looks right'));
    expect(answer.visibleTo).toBeUndefined();
    expect(words(answer)).toContain('6,800 saves, counted');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
    expect(shownOf(ana.member.id)).toEqual([1n]);
  });

  it('teaches the next estimate', async () => {
    const ana = stage.person('ana');
    const typed = 'views:300K likes:21.4K comments:412 shares:980';
    const before = await ana.command(`/score ${typed} title:Before`);
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    await ending(await ana.press(check, 'Looks right'));
    const after = await ana.command(`/score ${typed} title:After`);
    expect(after.field('Estimated saves')).not.toBe(before.field('Estimated saves'));
    expect((await ana.press(after, 'How?')).field('What I knew')).toContain('1 ');
  });

  it('stays private where that was asked for', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(
      await ana.command('/score private:True', { screenshot: screenshot() }),
    );
    const answer = await ending(await ana.press(check, 'Looks right'));
    expect(answer.visibleTo).toBe(ana.member.id);
  });

  it('takes what was typed beside it, and shows where that differs', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(
      await ana.command('/score likes:48,900 title:Knots category:educational', {
        screenshot: screenshot(),
      }),
    );
    expect(words(check)).toContain('Likes `48,900` · as you typed it; the picture shows `48.1K`');
    const answer = await ending(await ana.press(check, 'Looks right'));
    expect(words(answer)).toContain('48,900 likes');
    expect(words(answer)).toContain('Knots');
    expect(shownOf(ana.member.id)).toEqual([0n]);
  });

  it('is corrected in a form that holds what was read', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    const form = await ana.press(check, 'Fix a number');
    expect(form.text()).toContain('541.2K');
    // As they stand on the screen, from top to bottom.
    const places = ['48.1K', '1204', '6.8K', '3921'].map((one) => form.text().indexOf(one));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const answer = await ending(await ana.submit(form, { Shares: '3,912' }));
    expect(words(answer)).toContain('3,912 shares');
    expect(answer.visibleTo).toBeUndefined();
    expect(shownOf(ana.member.id)).toEqual([0n]);
  });

  it('is stored once, however often it is pressed', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    await ending(await ana.press(check, 'Looks right'));
    const again = await ending(await ana.press(check, 'Looks right'));
    expect(words(again)).toContain('That is stored already');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1 });
  });

  it('waits across a restart', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    await stage.bot.stop();
    await stage.start();
    const answer = await ending(await ana.press(check, 'Looks right'));
    expect(words(answer)).toContain('6,800 saves, counted');
  });
});

describe('a screenshot of somebody’s video', () => {
  const { views: _, ...counts } = OWN_VIDEO.counts;
  const theirs = () => screenshot({ kind: 'another’s video', counts });

  it('asks for the views by name, and takes them in the form', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(await ana.command('/score', { screenshot: theirs() }));
    expect(words(check)).toContain('Views is missing: your picture doesn’t show it');
    expect(words(check)).toContain('fill in views');
    expect(check.buttons).toEqual(['Fix a number']);
    const form = await ana.press(check, 'Fix a number');
    const answer = await ending(await ana.submit(form, { Views: '541.2K' }));
    expect(words(answer)).toContain('6,800 saves, counted');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
  });

  it('takes them from a second picture', async () => {
    const ana = stage.person('ana');
    const second = screenshot({ kind: 'analytics list' });
    const files = { screenshot: theirs(), screenshot2: second };
    const check = await whatWasRead(await ana.command('/score', files));
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
    expect(words(check)).toContain('Views 541.2K');
  });

  it('takes them as they are typed', async () => {
    const ana = stage.person('ana');
    const check = await whatWasRead(
      await ana.command('/score views:541.2K', { screenshot: theirs() }),
    );
    expect(words(check)).toContain('Views `541.2K` · as you typed it');
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
  });
});

describe('a picture that isn’t read', () => {
  it.each([
    ['a profile', { kind: 'profile' }, 'I don’t know that screen'],
    ['comments', { kind: 'comments' }, 'I don’t know that screen'],
    ['another network', { kind: 'shorts' }, ''],
    ['a photograph', { kind: 'photograph' }, 'I don’t know that screen'],
    ['a preview', { width: 300 }, 'at least 480 dots wide'],
  ] as const)('says why: %s', async (_, shot, why) => {
    const ana = stage.person('ana');
    const answer = await whatWasRead(await ana.command('/score', { screenshot: screenshot(shot) }));
    expect(words(answer)).toContain('I can’t read that picture');
    expect(words(answer)).toContain(why);
    expect(words(answer)).toContain('Nothing was stored');
    // And where the right screen is, if it was another one.
    expect(answer.attachments.map(({ filename }) => filename)).toEqual(
      'kind' in shot ? ['where-they-stand.webp'] : [],
    );
    expect(stage.stored(ana)).toEqual(NOTHING);
  });
});

function shownOf(creatorId: string): bigint[] {
  const rows = stage.rows<{ shown: bigint }>(
    'SELECT "shown" FROM "Reading" WHERE "creatorId" = ? ORDER BY "id"',
    BigInt(creatorId),
  );
  return rows.map(({ shown }) => shown);
}
