import { ComponentType } from 'discord-api-types/v10';
import type { Message, Person, Shown } from 'local-discord';
import { buttonsOf, inputsOf, ofType } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ending, Stage, videoIdOf, words } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const DAY = 86_400_000;
const day = (ago: number) => new Date(stage.discord.now() - ago * DAY).toISOString().slice(0, 10);

let ids = videoIdOf(new Date('2026-03-01T12:00:00Z'));
function newLink(handle: string): string {
  ids += 1n;
  return `https://www.tiktok.com/@${handle}/video/${ids}`;
}

/** What stands in each field of a form when it opens, by its label. */
function typedIn(form: Shown): Record<string, unknown> {
  const inputs = inputsOf(form.modal?.components ?? []);
  return Object.fromEntries(
    inputs.map(({ label, component }) => [label, component['value'] ?? '']),
  );
}

/** A public score and the panel that its author opens on it. */
async function opened(who: Person, more: string) {
  const score = await who.command(`/score ${COUNTS} ${more}`);
  const panel = await ending(await who.press(score, 'Edit'));
  expect(panel.visibleTo).toBe(who.member.id);
  return { score, panel };
}

/** Waits until the answer that everybody sees says this. */
async function becomes(message: Message | undefined, text: string | RegExp): Promise<void> {
  await expect.poll(() => message?.text() ?? '', { timeout: 10_000 }).toMatch(text);
}

describe('Edit', () => {
  it('corrects the counts, in the panel and in the answer that everybody sees', async () => {
    const ana = stage.person('ana');
    const { score, panel } = await opened(ana, 'title:Knots');
    const form = await ana.press(panel, 'Numbers');
    expect(typedIn(form)).toEqual({
      Views: '541.2K',
      Likes: '48.1K',
      Comments: '1204',
      Shares: '3.9K',
    });
    const counts = { Views: '54.1K', Likes: '4.8K', Comments: '1204', Shares: '390' };
    const changed = await ending(await ana.submit(form, counts));
    expect(changed.field('Numbers')).toBe('54,100 views, 4,800 likes, 1,204 comments, 390 shares');
    await becomes(score.message, /54,100 views, 4,800 likes, 1,204 comments, 390 shares/);
    expect(score.buttons).toEqual(['How?', 'Add real saves', 'New numbers', 'Edit']);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, estimates: 1 });
    expect((await ana.command('/history list')).buttons).toContain('Undo: corrected reading');
  });

  it('changes the answer also when it had to ask twice: what was meant, and whether it is true', async () => {
    const lea = stage.person('lea');
    const { score, panel } = await opened(lea, 'title:Asked twice');
    const form = await lea.press(panel, 'Numbers');
    // Thousands to some and millions to others, and either way more likes than views.
    const counts = { Views: '1,2 mil.', Likes: '9M', Comments: '12', Shares: '3' };
    const which = await ending(await lea.submit(form, counts));
    expect(words(which)).toContain('Which one do you mean?');
    const sure = await ending(await lea.press(which, which.buttons[0] ?? ''));
    expect(words(sure)).toContain('Please look once more');
    await ending(await lea.press(sure, 'Store anyway'));
    await becomes(score.message, /9,000,000 likes, 12 comments, 3 shares/);
  });

  it('tells of title, link and day, each shown as it was told', async () => {
    const ben = stage.person('ben');
    const link = newLink('ben');
    const { score, panel } = await opened(ben, 'title:Knots');
    expect(panel.field('About it')).toBe('Title: Knots');
    const form = await ben.press(panel, 'Title, link, date');
    expect(typedIn(form)).toMatchObject({ Title: 'Knots', Link: '', Posted: '' });
    const about = { Title: 'Three knots', Link: link, Posted: day(9), Trying: 'close-ups' };
    const changed = await ending(await ben.submit(form, about));
    expect(changed.field('About it')?.split('\n')).toEqual([
      'Title: Three knots',
      `Link: ${link}`,
      `Posted: ${day(9)}`,
      'Trying: close-ups',
    ]);
    await becomes(score.message, 'Three knots');
    expect(score.message?.embeds[0]?.url).toBe(link);
    // Told again, it is this video.
    await ben.command(`/score ${COUNTS} link:${link}`);
    expect((await ben.command('/history list')).text().match(/Three knots/g)).toHaveLength(2);
    const again = await ben.press(changed, 'Title, link, date');
    const emptied = await ending(
      await ben.submit(again, { Title: 'Three knots', Link: link, Posted: '', Trying: '' }),
    );
    expect(emptied.field('About it')).not.toMatch(/Posted|Trying/);
  });

  it('keeps what can be read, and says what can’t', async () => {
    const cleo = stage.person('cleo');
    const { panel } = await opened(cleo, 'title:Scarf');
    const form = await cleo.press(panel, 'Title, link, date');
    const about = { Title: 'Red scarf', Link: 'www.tiktok.com/@cleo', Posted: '31.2.2026' };
    const changed = await ending(await cleo.submit(form, { ...about, Trying: '' }));
    expect(changed.field('Not changed')).toMatch(/link.*www\.tiktok\.com\/@cleo.*profile/);
    expect(changed.field('Not changed')).toMatch(/posted.*31\.2\.2026.*no day of the calendar/);
    expect(changed.field('About it')).toBe('Title: Red scarf');
    const analytics = await cleo.press(changed, 'Analytics');
    const numbers = {
      'Length of the video': '0:34',
      'Average watch time': 'twelve',
      'New followers': '1.2K',
    };
    const more = await ending(await cleo.submit(analytics, numbers));
    expect(more.field('Not changed')).toMatch(/watch_time.*twelve.*0:34/);
    expect(more.field('Analytics')?.split('\n')).toEqual(['Length: 34 s', 'New followers: 1.2K']);
  });

  it('makes a score private, for boards too, and public again', async () => {
    const [dan, eve] = [stage.person('dan'), stage.person('eve')];
    const { score, panel } = await opened(dan, `title:Secret link:${newLink('dan')}`);
    const hidden = await ending(await dan.press(panel, 'Make private'));
    expect(hidden.field('Who sees it')).toBe('Only you');
    await becomes(score.message, /^This score is private now\.$/);
    expect(
      eve
        .sees()
        .map((message) => message.text())
        .join('\n'),
    ).not.toContain('Secret');
    expect(score.buttons).toEqual([]);
    const shown = await ending(await dan.press(hidden, 'Make public'));
    expect(shown.field('Who sees it')).toBe('Everybody in this server');
    await becomes(score.message, 'Secret');
  });

  it('of a private score stays private until it is made public, and is then sent', async () => {
    const [fay, gus] = [stage.person('fay'), stage.person('gus')];
    const { panel } = await opened(fay, 'title:Quiet private:True');
    const form = await fay.press(panel, 'Title, link, date');
    await ending(await fay.submit(form, { Title: 'Very quiet', Link: '', Posted: '', Trying: '' }));
    expect(
      gus
        .sees()
        .map((message) => message.text())
        .join('\n'),
    ).not.toMatch(/quiet/i);
    const sent = await ending(await fay.press(panel, 'Make public'));
    expect(sent.ephemeral).toBe(false);
    expect(sent.text()).toContain('Very quiet');
    expect(gus.sees().at(-1)?.text()).toContain('Very quiet');
  });

  it('changes the category in one choice', async () => {
    const hal = stage.person('hal');
    const { score, panel } = await opened(hal, 'title:Lesson');
    await ending(await hal.choose(panel, ['valuable']));
    await becomes(score.message, /of its kind/);
    expect(words(await hal.press(score, 'How?'))).toContain('valuable');
  });

  it('removes a score for everybody, and it can be undone', async () => {
    const ida = stage.person('ida');
    const { score, panel } = await opened(ida, 'title:Wrong one');
    const removed = await ending(await ida.press(panel, 'Remove'));
    expect(words(removed)).toContain('Wrong one');
    await becomes(score.message, 'This score was removed by whoever sent it.');
    expect(stage.stored(ida)).toMatchObject({ readings: 0 });
    await ending(await ida.press(removed, 'Undo'));
    expect(stage.stored(ida)).toMatchObject({ readings: 1 });
  });

  it('answers a form that no message has opened with a message of its own', async () => {
    const lea = stage.person('lea');
    const { panel } = await opened(lea, 'title:From nowhere');
    const about = await lea.press(panel, 'Title, link, date');
    const form = await lea.command('/score');
    const id = about.modal?.custom_id ?? '';
    const sent = await ending(await lea.forgeModal(form, id, { title: 'Somewhere' }));
    expect(words(sent)).toContain('Somewhere');
    expect(sent.visibleTo).toBe(lea.member.id);
    expect(stage.discord.violations).toEqual([]);
  });

  it('is the author’s alone, whatever is pressed', async () => {
    const [jo, kim] = [stage.person('jo'), stage.person('kim')];
    const { score, panel } = await opened(jo, 'title:Mine');
    expect(words(await kim.press(score, 'Edit'))).toContain('Only the member who typed');
    const parts = panel.components;
    const menus = [...ofType(parts, ComponentType.StringSelect)].map((menu) => menu['custom_id']);
    const buttons = buttonsOf(parts).map(({ customId }) => customId);
    const all = [...menus, ...buttons].map(String);
    expect(all).toHaveLength(6);
    for (const customId of all) {
      const forged = customId.startsWith('edit-category')
        ? await kim.forgeChoice(score, customId, ['valuable'])
        : await kim.forge(score, customId);
      expect(forged.modal).toBeUndefined();
      expect(words(await ending(forged))).toContain('Only the member who typed');
    }
    expect(score.text()).toContain('Mine');
    expect(stage.stored(jo)).toMatchObject({ readings: 1 });
  });
});
