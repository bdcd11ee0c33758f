import type { Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ending, NOTHING, Stage, words } from '../support/bot.js';
import { OWN_VIDEO, screenshot, whatWasRead } from '../support/screenshots.js';

const SAME = 'views:541.2K likes:48.1K comments:1204 shares:3921 category:educational';
const BEFORE = 'views:300K likes:21.4K comments:412 shares:980 category:educational';
const PICTURE = 'Or a screenshot that shows them';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** The form behind a score's button, sent with a picture. */
async function send(
  person: Person,
  score: Shown,
  shot: Parameters<typeof screenshot>[0] = {},
  typed: Record<string, string> = {},
) {
  const form = await person.press(score, 'Add real saves');
  const files = { [PICTURE]: screenshot(shot) };
  return whatWasRead(await person.submit(form, typed, files));
}

/** Waits until a score that stands says this: it changes beside the answer. */
async function becomes(score: Shown, text: string): Promise<void> {
  await score.message?.until(() => words(score).includes(text), 15_000);
  expect(words(score)).toContain(text);
}

describe('a screenshot in the form of real saves', () => {
  it('is shown to its author alone, and its saves stand beside the reading after one press', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const form = await ana.press(score, 'Add real saves');
    expect(form.text()).toContain('Saves now: ');
    expect(form.text()).toContain(`${PICTURE}: (file)`);
    const shown = await ana.submit(form, {}, { [PICTURE]: screenshot() });
    expect(shown.visibleTo).toBe(ana.member.id);
    const check = await whatWasRead(shown);
    expect(words(check)).toContain('Saves 6.8K');
    expect(words(check)).not.toContain('Likes 48.1K ·');
    expect(words(check)).toContain('beside the numbers you told before');
    expect(check.attachments.map(({ filename }) => filename)).toEqual(['what-i-read.png']);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 0, drafts: 1 });
    const pressed = await ana.press(check, 'Looks right');
    expect(pressed.outcome).toBe('update');
    expect(words(pressed)).toContain('Stored.');
    await becomes(score, '6,800 saves, counted');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
  });

  it('with other counts becomes a new reading of the same video, which remembers the picture', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${BEFORE}`);
    const check = await send(ana, score);
    expect(words(check)).toContain('a new reading of the same video');
    expect(words(check)).toContain('Views 541.2K');
    await ana.press(check, 'Looks right');
    await becomes(score, '6,800 saves, counted');
    expect(words(score)).toContain('541,200 views');
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 2, truths: 1 });
    const rows = stage.rows<{ shown: bigint }>(
      'SELECT "shown" FROM "Reading" WHERE "creatorId" = ? ORDER BY "id"',
      BigInt(ana.member.id),
    );
    expect(rows.map(({ shown }) => shown)).toEqual([0n, 1n]);
  });

  it('gives way to what was typed beside it, and says where it differs', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const check = await send(ana, score, {}, { 'Saves now': '7,012' });
    expect(words(check)).toContain('Saves `7,012` · as you typed it; the picture shows `6.8K`');
    await ana.press(check, 'Looks right');
    await becomes(score, '7,012 saves, counted');
  });

  it('is corrected in a form that asks for what it is about', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const form = await ana.press(await send(ana, score), 'Fix a number');
    expect(form.text()).toContain('Saves *: 6.8K');
    expect(form.text()).not.toContain('Likes');
    await ana.submit(form, { Saves: '6,755' });
    await becomes(score, '6,755 saves, counted');
  });

  it('that can’t be read stores nothing, and loses nothing that was typed', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const refused = await send(ana, score, { kind: 'profile' });
    expect(words(refused)).toContain('I can’t read that picture');
    expect(stage.stored(ana)).toMatchObject({ truths: 0, drafts: 0 });
    const check = await send(ana, score, { kind: 'profile' }, { 'Saves now': '6.8K' });
    expect(words(check)).toContain('Saves `6.8K` · as you typed it');
    expect(words(check)).toContain('I don’t know that screen');
    await ana.press(check, 'Looks right');
    await becomes(score, '6,800 saves, counted');
  });

  it('of which the saves can’t be read asks for them', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const { saves: _, ...counts } = OWN_VIDEO.counts;
    const check = await send(ana, score, { kind: 'analytics list', counts });
    expect(words(check)).toContain('Saves is missing');
    expect(check.buttons).toEqual(['Fix a number']);
    const form = await ana.press(check, 'Fix a number');
    await ana.submit(form, { Saves: '6.8K' });
    await becomes(score, '6,800 saves, counted');
  });

  it('is nothing that others can send', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const score = await ana.command(`/score ${SAME}`);
    const form = await ana.press(score, 'Add real saves');
    const forged = await bob.submit(form, {}, { [PICTURE]: screenshot() });
    const answer = await whatWasRead(forged);
    expect(words(answer)).toContain('Only the member who typed these numbers');
    expect(stage.stored(bob)).toEqual(NOTHING);
    expect(stage.stored(ana)).toMatchObject({ truths: 0 });
  });

  it('and nothing typed is asked about', async () => {
    const ana = stage.person('ana');
    const score = await ana.command(`/score ${SAME}`);
    const sent = await ana.submit(await ana.press(score, 'Add real saves'), {});
    expect(words(sent)).toContain('saves');
    expect(sent.visibleTo).toBe(ana.member.id);
    expect(stage.stored(ana)).toMatchObject({ truths: 0 });
  });
});

describe('Score this picture, in the menu of a message', () => {
  it('reads the picture of one’s own message, and scores it after one press', async () => {
    const ana = stage.person('ana');
    expect(ana.messageCommands().map(({ name }) => name)).toContain('Score this picture');
    const message = ana.say('my new video', [screenshot()]);
    const shown = await ana.use('Score this picture', message);
    expect(shown.visibleTo).toBe(ana.member.id);
    const check = await whatWasRead(shown);
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
    const answer = await ending(await ana.press(check, 'Looks right'));
    expect(answer.visibleTo).toBeUndefined();
    expect(words(answer)).toContain('6,800 saves, counted');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
  });

  it('takes two pictures, of which the second fills in what the first doesn’t show', async () => {
    const ana = stage.person('ana');
    const { views: _, ...counts } = OWN_VIDEO.counts;
    const pictures = [
      screenshot({ kind: 'another’s video', counts }),
      screenshot({ kind: 'analytics list' }),
    ];
    const check = await whatWasRead(await ana.use('Score this picture', ana.say('', pictures)));
    expect(words(check)).toContain('Views 541.2K');
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
  });

  it('reads no picture of others, and none where there is none', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const theirs = await bob.use('Score this picture', ana.say('mine', [screenshot()]));
    expect(words(await whatWasRead(theirs))).toContain('I only read pictures of whoever asks');
    expect(stage.stored(bob)).toEqual(NOTHING);
    const none = await ana.use('Score this picture', ana.say('no picture'));
    expect(words(await whatWasRead(none))).toContain('There is no picture in that message');
    expect(stage.discord.violations).toEqual([]);
  });
});
