import { type PageServer, startPageServer } from 'local-discord';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, openDemo } from '../../playground/demo-session.js';
import { startBrowser } from '../../scripts/browser.js';
import { Tab } from '../support/tab.js';

const found = await startBrowser();
if (found.browser === undefined) console.warn(`The page isn't tested: ${found.why}`);

// A demo of its own: here the clock is turned, which every page of a demo would see.
describe.skipIf(found.browser === undefined)('the community on the page', () => {
  let browser: Browser;
  let session: DemoSession;
  let server: PageServer;
  let tab: Tab;

  beforeAll(async () => {
    if (found.browser === undefined) throw new Error(found.why);
    browser = found.browser;
    session = await openDemo();
    server = await startPageServer(session);
    tab = await Tab.open(browser, server.url);
  });

  afterAll(async () => {
    await tab?.close();
    await browser?.close();
    await server?.close();
    await session?.close();
    expect(session?.discord.violations).toEqual([]);
  });

  const press = (words: string) => tab.page.getByRole('button', { name: words }).click();

  it('lets a week pass: what was sent today was sent a week ago, and the bot goes on', async () => {
    await tab.command('/score views:5000 likes:400 comments:12 shares:9 title:Before the week');
    const before = tab.message('Before the week');
    await before.waitFor();
    // Above the message, beside who wrote it.
    const sentToday = (message: Locator) => message.getByText(/Today at/).count();
    expect(await sentToday(before)).toBe(1);
    await press('Let a week pass');
    await tab.panel.getByText('The clock here is 7 days ahead of yours.').waitFor();
    await expect.poll(() => sentToday(before)).toBe(0);
    await tab.command('/score views:5000 likes:400 comments:12 shares:9 title:After the week');
    const after = tab.message('After the week');
    await after.waitFor();
    expect(await sentToday(after)).toBe(1);
    // The bot's clock moved, too: the truth of an older reading asks for the counts of now.
    await before.getByRole('button', { name: 'Add real saves' }).click();
    await tab.page
      .getByRole('dialog')
      .getByLabel(/Views now/)
      .waitFor();
    await tab.page.keyboard.press('Escape');
  });

  it('is filled with invented creators once, and never while troubles are switched on', async () => {
    await tab.page.getByLabel('503').selectOption('every request');
    await press('Fill with a sample community');
    await tab.panel.getByText(/^Switch the troubles off first/).waitFor();
    await tab.page.getByLabel('503').selectOption('off');
    await expect.poll(() => session.faults.modes['server error']).toBe('off');

    await press('Fill with a sample community');
    await tab.panel.getByText(/Sample community: \d+ of \d+ scores typed/).waitFor();
    await tab.panel.getByText(/The sample community is here: \d+ invented scores/).waitFor({
      timeout: 120_000,
    });
    const people = tab.page.getByRole('navigation').getByRole('button', { name: /^Sample: / });
    await expect.poll(() => people.count()).toBe(8);
    const titles = await tab.page.locator('.embed-title').allInnerTexts();
    expect(titles.filter((title) => title.startsWith('Sample: ')).length).toBeGreaterThan(50);
    await press('Fill with a sample community');
    await tab.panel.getByText('The sample community is here already.').waitFor();
    // They are people like all others: one of them can be the reader.
    await people.first().click();
    await tab.command('/tips');
    await tab.message(/median|Try/).waitFor();
  }, 180_000);
});
