import { join } from 'node:path';
import { startPageServer } from 'local-discord';
import type { Browser, Page } from 'playwright-core';
import { openDemo } from '../playground/demo-session.js';
import { tour } from '../playground/tour.js';
import { projectRoot } from '../src/lib/paths.js';
import { lettersReady, startBrowser } from './browser.js';

/** `npm run screenshots`: plays the tour on the playground's page and takes the README's pictures. */

const pictures = [
  { file: 'playground-desktop.png', width: 1280, height: 860, colours: 'light' },
  { file: 'playground-phone.png', width: 390, height: 860, colours: 'dark' },
] as const;
type Picture = (typeof pictures)[number];

process.exitCode = await takeAll();

async function takeAll(): Promise<number> {
  const found = await startBrowser();
  if (found.browser === undefined) {
    process.stderr.write(`No pictures: ${found.why}\n`);
    return 1;
  }
  const { browser } = found;
  const session = await openDemo();
  const server = await startPageServer(session);
  try {
    const page = await open(browser, server.url, pictures[0]);
    await playTour(page);
    await page.close();
    for (const picture of pictures) await take(browser, server.url, picture);
    return session.discord.violations.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
    await session.close();
  }
}

async function open(browser: Browser, url: string, o: Picture): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: o.width, height: o.height },
    colorScheme: o.colours,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await page.goto(url);
  await page.getByRole('log').waitFor();
  return page;
}

/** Takes each step of the tour from the page's own list and sends it, as a newcomer would. */
async function playTour(page: Page): Promise<void> {
  for (const [index, { line }] of tour.entries()) {
    await page.getByRole('button', { name: line }).click();
    await page.locator('#box-text').press('Enter');
    await page.getByRole('article').nth(index).locator('discord-embed').waitFor();
  }
}

async function take(browser: Browser, url: string, o: Picture): Promise<void> {
  const page = await open(browser, url, o);
  const answers = page.getByRole('article');
  // Its last button is the last thing that is drawn.
  await answers
    .nth(tour.length - 1)
    .getByRole('button')
    .last()
    .waitFor();
  await lettersReady(page);
  // The first answer from its beginning, and of the second what there is room for.
  await page.evaluate("document.querySelector('[role=article]').scrollIntoView()");
  const path = join(projectRoot, 'docs', o.file);
  await page.screenshot({ path });
  await page.close();
  process.stdout.write(`docs/${o.file}\n`);
}
