import { type PageServer, startPageServer } from 'local-discord';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, openDemo } from '../../playground/demo-session.js';
import { startBrowser } from '../../scripts/browser.js';
import { Tab } from '../support/tab.js';

const found = await startBrowser();
if (found.browser === undefined) console.warn(`The page isn't tested: ${found.why}`);

const SCORE = '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K';

describe.skipIf(found.browser === undefined)('the playground in a browser', () => {
  let browser: Browser;
  let session: DemoSession;
  let server: PageServer;
  let tabs: Tab[] = [];

  beforeAll(async () => {
    if (found.browser === undefined) throw new Error(found.why);
    browser = found.browser;
    session = await openDemo();
    server = await startPageServer(session);
  });

  afterEach(async () => {
    const open = tabs;
    tabs = [];
    for (const tab of open) await tab.close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await session?.close();
    // Whatever people did here, the bot kept Discord's rules.
    expect(session?.discord.violations).toEqual([]);
  });

  async function open(o: Parameters<typeof Tab.open>[2] = {}): Promise<Tab> {
    const tab = await Tab.open(browser, server.url, o);
    tabs.push(tab);
    return tab;
  }

  it('offers /score, takes its options from the keyboard and shows the score', async () => {
    const tab = await open();
    const { page } = tab;
    await tab.box.focus();
    await page.keyboard.type('/sc');
    await expect.poll(() => tab.list.allInnerTexts()).toEqual([expect.stringContaining('/score')]);
    await page.keyboard.press('Enter');
    await expect.poll(() => tab.box.getAttribute('placeholder')).toMatch(/^\+\d+ optional$/);
    await page.keyboard.type('vie');
    await page.keyboard.press('Enter');
    await expect.poll(() => tab.focused()).toBe('box-option-views');
    // An option's name and a colon goes on to it, as at Discord.
    await page.keyboard.type('541.2K likes:48.1K comments:1,204 shares:3.9K');
    await page.keyboard.press('Tab');
    await expect.poll(() => tab.box.getAttribute('placeholder')).toMatch(/^\+\d+ optional$/);
    await page.keyboard.type('cat');
    await page.keyboard.press('Enter');
    await page.keyboard.type('edu');
    await expect.poll(() => tab.list.count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await tab.option('category').inputValue()).toMatch(/educational/i);
    await page.keyboard.press('Enter');
    const score = tab.message('Estimated saves');
    await score.waitFor();
    expect(await score.innerText()).toMatch(/80 % range/);
    await score.getByText('Mia', { exact: true }).waitFor();
    expect(await tab.box.inputValue()).toBe('');
  });

  it('shows the bot’s suggestions and sends the one that was chosen', async () => {
    const tab = await open();
    await tab.box.focus();
    await tab.page.keyboard.type('/faq saves question:who saved my video');
    await expect.poll(() => tab.list.first().innerText(), { timeout: 10_000 }).toMatch(/\?|who/i);
    const chosen = (await tab.list.first().innerText()).trim();
    await tab.page.keyboard.press('Enter');
    expect(await tab.option('question').inputValue()).toBe(chosen);
    await tab.page.keyboard.press('Enter');
    await tab.message(chosen).waitFor();
  });

  it('lets both buttons be pressed and the form be filled in', async () => {
    const tab = await open();
    const { page } = tab;
    await tab.command(`${SCORE} title:Both buttons`);
    const score = tab.message('Both buttons');
    await score.getByRole('button', { name: 'How?' }).click();
    const how = tab.message('How this was worked out');
    await how.waitFor();
    expect(await how.innerText()).toContain('Only you can see this');

    await score.getByRole('button', { name: 'Add real saves' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Add real saves' });
    await form.waitFor();
    await page.keyboard.type('5100');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'hidden' });
    await score.getByText('5,100').first().waitFor();

    await how.getByRole('button', { name: 'Dismiss message' }).click();
    await how.waitFor({ state: 'detached' });
  });

  it('shows a note for one person to nobody else, and nothing to another server', async () => {
    const tab = await open();
    await tab.command(`${SCORE} title:For Mia alone private:True`);
    await tab.message('For Mia alone').waitFor();
    await tab.command(`${SCORE} title:For everybody`);
    await tab.message('For everybody').waitFor();

    await tab.goTo('Leo');
    await tab.message('For everybody').waitFor();
    expect(await tab.page.getByText('For Mia alone').count()).toBe(0);

    await tab.goTo('Elsewhere');
    await tab.page.getByRole('heading', { name: 'general' }).waitFor();
    expect(await tab.page.getByRole('article').count()).toBe(0);
    expect(await tab.page.getByRole('navigation').innerText()).not.toContain('Mia');
  });

  it('shows what others do at once, and the team’s channel to the team alone', async () => {
    const mia = await open();
    const ada = await open();
    expect(await mia.page.getByRole('button', { name: 'team' }).count()).toBe(0);
    await ada.goTo('Ada');
    await ada.page.getByRole('button', { name: 'team' }).waitFor();
    await ada.command(`${SCORE} title:From Ada`);
    await mia.message('From Ada').getByText('Ada', { exact: true }).waitFor();
  });

  it('shows as text whatever a title holds, and pings nobody', async () => {
    const tab = await open();
    // Each within what a title has room for.
    for (const title of [
      '<img src=x onerror=alert(1)>',
      '@everyone **b** _i_',
      '[free](javascript:alert(1))',
    ]) {
      await tab.command(`${SCORE} title:${title}`);
      const message = tab.message(title.replace('@', '＠'));
      await message.waitFor();
      expect(await message.locator('img[src="x"]').count()).toBe(0);
      expect(await message.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await message.getAttribute('highlight')).toBeNull();
    }
    expect(await tab.page.title()).toContain('Keepsake');
  });

  it('answers in spite of one refused request, and says so where none gets through', async () => {
    const tab = await open();
    const trouble = tab.page.getByLabel('503');
    await trouble.selectOption('next request');
    await tab.command(`${SCORE} title:Once refused`);
    await tab.message('Once refused').waitFor();
    const line = tab.page.getByRole('button', { name: /POST \/interactions.*503/ }).first();
    await line.waitFor();
    await expect.poll(() => trouble.inputValue()).toBe('off');

    await trouble.selectOption('every request');
    await tab.command(`${SCORE} title:Never answered`);
    await tab.page.getByText('Sending command…').waitFor();
    const failed = tab.message('The application did not respond');
    await failed.waitFor();
    await trouble.selectOption('off');
    await failed.getByRole('button', { name: 'Dismiss message' }).click();
    await failed.waitFor({ state: 'detached' });

    await tab.page.getByRole('button', { name: 'Cut the gateway' }).click();
    await tab.page.getByText('The bot is connected.').waitFor();
    await expect
      .poll(async () => session.discord.gateway.sessions().some(({ connected }) => connected), {
        timeout: 20_000,
      })
      .toBe(true);
    await tab.command(`${SCORE} title:Back again`);
    await tab.message('Back again').waitFor();
  });

  it.each([
    ['Slow', 'next request'],
    ['429', 'next request'],
    ['503', 'next request'],
    ['Cut', 'next request'],
    ['Slow', 'every request'],
  ])('answers in time in spite of %s for %s', async (label, mode) => {
    const tab = await open();
    const trouble = tab.page.getByLabel(label, { exact: true });
    await trouble.selectOption(mode);
    await tab.command(`${SCORE} title:In spite of ${label} ${mode}`);
    await tab.message(`In spite of ${label} ${mode}`).waitFor();
    await trouble.selectOption('off');
    await expect.poll(() => Object.values(session.faults.modes)).not.toContain('always');
    expect(await tab.message('did not respond').count()).toBe(0);
  });

  it('offers everybody the commands of the bot that they may use, and no others', async () => {
    const tab = await open();
    const leaves = (may: (permissions: string | null | undefined) => boolean): string[] =>
      session.discord
        .commands()
        .filter(({ type = 1 }) => type === 1)
        .filter(({ default_member_permissions: needed }) => may(needed))
        .flatMap(({ name, options = [] }) => {
          const below = options.filter(({ type }) => type === 1);
          return below.length === 0 ? [`/${name}`] : below.map((one) => `/${name} ${one.name}`);
        })
        .sort();
    const offered = async (): Promise<string[]> => {
      await tab.box.fill('/');
      await tab.list.first().waitFor();
      const names = await tab.list.locator('.line-words').allInnerTexts();
      await tab.box.fill('');
      return names.sort();
    };
    expect(await offered()).toEqual(leaves((needed) => needed === null || needed === undefined));
    await tab.goTo('Sam');
    expect(await offered()).toEqual(leaves(() => true));
  });

  it('offers the empty channel a tour, and puts what is taken into the box to be sent', async () => {
    const tab = await open();
    await tab.goTo('Elsewhere');
    await tab.page.getByRole('button', { name: /^\/score views:541.2K/ }).click();
    await expect
      .poll(() => tab.option('title').inputValue())
      .toBe('Three knots every camper needs');
    await expect.poll(() => tab.focused()).toBe('box-text');
    await tab.page.keyboard.press('Enter');
    await tab.message('Three knots every camper needs').waitFor();
  });

  it('stays at the end of the list, unless its reader went up', async () => {
    const tab = await open();
    const left = async (): Promise<unknown> =>
      tab.page.evaluate(
        "(m => Math.round(m.scrollHeight - m.scrollTop - m.clientHeight))(document.getElementById('messages'))",
      );
    for (const title of ['First of many', 'Second of many', 'Third of many']) {
      await tab.command(`${SCORE} title:${title}`);
      await tab.message(title).waitFor();
    }
    await tab.message('Third of many').getByRole('button', { name: 'How?' }).click();
    await tab.message('How this was worked out').waitFor();
    await expect.poll(left).toBeLessThanOrEqual(1);

    await tab.page.getByRole('log').hover();
    await tab.page.mouse.wheel(0, -900);
    await expect.poll(left).toBeGreaterThan(500);
    const other = await open();
    await other.goTo('Leo');
    await other.command(`${SCORE} title:By somebody else`);
    await tab.message('By somebody else').waitFor();
    await expect.poll(left).toBeGreaterThan(500);
    // What the reader sends is what the reader wants to see.
    await tab.command(`${SCORE} title:By the reader`);
    await tab.message('By the reader').waitFor();
    await expect.poll(left).toBeLessThanOrEqual(1);
  });

  it('shows behind the scenes what was asked, how long it took and the raw payloads', async () => {
    const tab = await open();
    await tab.command('/help');
    const line = tab.page.getByRole('button', { name: /^\/help by Mia · answered · [\d.]+ ms/ });
    await line.first().waitFor();
    await line.first().click();
    const raw = tab.page.getByLabel('Interaction', { exact: true });
    await raw.waitFor();
    expect(JSON.parse(await raw.innerText())).toMatchObject({ data: { name: 'help' } });
    expect(JSON.parse(await tab.page.getByLabel('The bot’s reply').innerText())).toHaveProperty(
      'type',
    );
    expect(await tab.page.getByRole('complementary').innerText()).toMatch(/kept every rule|broke/);
  });

  it('says what is missing and what is wrong, and keeps what was typed', async () => {
    const tab = await open();
    const { page } = tab;
    await tab.goTo('Sam');
    await tab.command('/digest setup day:Monday');
    await page.getByText('channel is required.').waitFor();
    expect(await tab.option('day').inputValue()).toBe('Monday');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => tab.option('day').count()).toBe(0);

    await tab.command(`${SCORE} category:nonsense`);
    await page.getByText(/^category is one of/).waitFor();
    expect(await tab.option('category').getAttribute('aria-invalid')).toBe('true');
    await tab.option('category').fill('');
    await page.keyboard.press('Backspace');
    await expect.poll(() => tab.option('category').count()).toBe(0);

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await tab.box.fill('hello');
    await page.keyboard.press('Enter');
    await page.getByText('Only commands are sent from here. Type / to see them.').waitFor();
    await tab.box.fill('/nothing');
    await page.keyboard.press('Enter');
    await page.getByText('There is no command /nothing that Sam may use here.').waitFor();
  });

  it('goes back over an empty option with Backspace, down to the command', async () => {
    const tab = await open();
    const { page } = tab;
    await tab.box.focus();
    await page.keyboard.type('/faq ask 5');
    await expect.poll(() => tab.option('question').inputValue()).toBe('5');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect.poll(() => tab.box.inputValue()).toBe('/faq ask');
    expect(await tab.option('question').count()).toBe(0);
  });

  it.each([
    ['light', 1300],
    ['dark', 1300],
    ['dark', 390],
  ] as const)('has no barriers in %s colours at %i pixels', async (colours, width) => {
    const tab = await open({ colours, width });
    const { page } = tab;
    if (width < 800) {
      await page.getByRole('button', { name: 'Behind the scenes' }).click();
      expect(await tab.barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Close the side panel' }).click();
      await page.getByRole('button', { name: 'Servers, channels and people' }).click();
      expect(await tab.barriers()).toEqual([]);
      await tab.goTo('Leo');
    }
    await tab.command(`${SCORE} title:Barriers in ${colours} at ${width}`);
    const score = tab.message(`Barriers in ${colours} at ${width}`);
    await score.waitFor();
    await tab.box.focus();
    await page.keyboard.type('/');
    await tab.list.first().waitFor();
    expect(await tab.barriers()).toEqual([]);
    await tab.box.fill('');
    await score.getByRole('button', { name: 'How?' }).click();
    await page.getByText('Only you can see this').last().waitFor();
    await score.getByRole('button', { name: 'Add real saves' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await tab.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // Nothing is wider than the screen.
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(
      await page.evaluate(
        "(m => m.scrollWidth - m.clientWidth)(document.getElementById('messages'))",
      ),
    ).toBe(0);
  });

  it('turns light and dark by a switch, and remembers it', async () => {
    const tab = await open({ colours: 'dark' });
    const theme = () => tab.page.evaluate('document.documentElement.dataset.theme');
    expect(await theme()).toBe('dark');
    await tab.page.getByLabel('Colours').selectOption('light');
    await expect.poll(theme).toBe('light');
    await tab.page.reload();
    await tab.page.getByRole('log').waitFor();
    expect(await theme()).toBe('light');
  });

  it('opens a side over the channel with the focus in it, and Escape closes it again', async () => {
    const tab = await open({ width: 390 });
    const { page } = tab;
    for (const [toggle, side] of [
      ['Behind the scenes', '#panel'],
      ['Servers, channels and people', '.has-sidebar #sidebar'],
    ] as const) {
      await page.getByRole('button', { name: toggle }).focus();
      await page.keyboard.press('Enter');
      await page.locator(`${side} :focus`).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator(side).count()).toBe(0);
      await expect.poll(() => tab.focused()).toMatch(/-toggle$/);
    }
  });

  it('reaches everything by the keyboard alone', async () => {
    const tab = await open({ width: 1000 });
    const { page } = tab;
    await tab.goTo('Elsewhere');
    await tab.command(`${SCORE} title:By keyboard`);
    await tab.message('By keyboard').waitFor();
    // The words of what has the focus; a message's buttons are inside of components.
    const words = `(e => e.getAttribute('aria-label') || e.textContent.trim() || e.id)(document.activeElement)`;
    const walk = async (): Promise<string> => {
      const reached: string[] = [];
      for (let steps = 0; steps < 30; steps += 1) {
        await page.keyboard.press('Tab');
        reached.push(String(await page.evaluate(words)));
      }
      return reached.join('\n');
    };
    const all = await walk();
    for (const wanted of [/Creators/, /general/, /Kit/, /Behind the scenes/, /Messages in/]) {
      expect(all).toMatch(wanted);
    }
    for (const wanted of [/How\?/, /Add real saves/, /Message #general/]) {
      expect(all).toMatch(wanted);
    }
    await page.getByRole('button', { name: 'Behind the scenes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await tab.box.focus();
    expect(await walk()).toMatch(/Close the side panel[\s\S]*Cut the gateway[\s\S]*callback/);
  });
});
