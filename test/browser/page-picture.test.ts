import { type PageServer, startPageServer } from 'local-discord';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, openDemo } from '../../playground/demo-session.js';
import { startBrowser } from '../../scripts/browser.js';
import { Tab } from '../support/tab.js';

const found = await startBrowser();
if (found.browser === undefined) console.warn(`The page isn't tested: ${found.why}`);

const SCORE = '/score views:541.2K likes:48.1K comments:1,204 shares:3921';

describe.skipIf(found.browser === undefined)('a picture on the page', () => {
  let browser: Browser;
  let session: DemoSession;
  let server: PageServer;

  beforeAll(async () => {
    if (found.browser === undefined) throw new Error(found.why);
    browser = found.browser;
    session = await openDemo();
    server = await startPageServer(session);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await session?.close();
    expect(session?.discord.violations).toEqual([]);
  });

  it('goes into the form of real saves, and becomes the truth after one press', async () => {
    const tab = await Tab.open(browser, server.url);
    const { page } = tab;
    await tab.command(SCORE);
    const score = tab.message('Save Proxy');
    await score.getByRole('button', { name: 'Add real saves' }).click();
    const form = page.getByRole('dialog', { name: 'Add real saves' });
    await form.getByRole('button', { name: 'drawn-own-video.jpg' }).click();
    const held = () =>
      form.locator('input[type="file"]').evaluate((input) => Reflect.get(input, 'files').length);
    await expect.poll(held).toBe(1);
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'hidden' });
    const check = tab.message('Is this what your picture shows?');
    await check.getByRole('button', { name: 'Looks right' }).click({ timeout: 60_000 });
    await score.getByText('6,800').first().waitFor();
    await tab.close();
  }, 120_000);
});
