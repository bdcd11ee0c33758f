// Takes the pictures of docs/answers.md and writes the page: each answer in each of its states, on a
// phone, by the real bot in the demo. `npm run answers`
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type PageServer, type Person, startPageServer } from 'local-discord';
import type { Browser, Locator, Page } from 'playwright-core';
import { openDemo } from '../playground/demo-session.js';
import { sampleMs } from '../playground/sample-plan.js';
import { projectRoot } from '../src/lib/paths.js';
import { loadContent } from '../src/services/knowledge/content.js';
import { answersPage, PHONE, type Pictured, wordsOf } from './answer-page.js';
import type { Scene } from './answer-scene.js';
import { answerActs } from './answer-scenes.js';
import { AnswerStage, type Sight } from './answer-stage.js';
import { lettersReady, startBrowser } from './browser.js';

/** A Monday morning, when the sample community is there. */
const PRESENT = Date.UTC(2026, 10, 23, 9);

/** Pixels for each of Discord's, and how good the pictures are: readable, and small. */
const RATIO = 1.5;
const QUALITY = 38;

const folder = join(projectRoot, 'docs', 'answers');

process.exitCode = await takeAll();

async function takeAll(): Promise<number> {
  const found = await startBrowser();
  if (found.browser === undefined) {
    process.stderr.write(`No pictures: ${found.why}\n`);
    return 1;
  }
  const session = await openDemo({ beginsAt: PRESENT - sampleMs });
  const server = await startPageServer(session);
  try {
    await session.fillSample?.(() => undefined);
    const stage = new AnswerStage(session);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const acts: { title: string; scenes: Pictured[] }[] = [];
    for (const { title, scenes } of answerActs(loadContent().knowledge.entries)) {
      const pictured: Pictured[] = [];
      for (const scene of scenes) {
        pictured.push(await picture(scene, { stage, browser: found.browser, server }));
        process.stdout.write(`${scene.id}\n`);
      }
      acts.push({ title, scenes: pictured });
    }
    writeFileSync(join(projectRoot, 'docs', 'answers.md'), answersPage(acts));
    const { violations } = session.discord;
    for (const { rule, detail } of violations) process.stderr.write(`${rule}: ${detail}\n`);
    return violations.length === 0 ? 0 : 1;
  } finally {
    await found.browser.close();
    await server.close();
    await session.close();
  }
}

interface Studio {
  readonly stage: AnswerStage;
  readonly browser: Browser;
  readonly server: PageServer;
}

async function picture(scene: Scene, { stage, browser, server }: Studio): Promise<Pictured> {
  const sight = await scene.play(stage);
  const pictures: string[] = [];
  let words: string[] = [];
  for (const colours of scene.light ? (['dark', 'light'] as const) : (['dark'] as const)) {
    const page = await openAs(browser, server.url, sight.by, colours);
    try {
      const shown = await look(page, sight);
      const file = `${scene.id}${colours === 'light' ? '-light' : ''}.webp`;
      writeFileSync(join(folder, file), await small(await shown.screenshot()));
      pictures.push(file);
      words =
        sight.kind === 'message' ? wordsOf(sight.message.text()) : wordsOf(await shown.innerText());
    } finally {
      await page.context().close();
    }
  }
  const { id, title, after } = scene;
  const isPrivate = sight.kind === 'form' || sight.message.visibleTo !== undefined;
  return { ...{ id, title, after, pictures, words, isPrivate } };
}

/** The page as one person sees their channel. */
async function openAs(
  browser: Browser,
  url: string,
  { member, channel }: Person,
  colours: 'dark' | 'light',
): Promise<Page> {
  const context = await browser.newContext({
    // As high as the longest answer: whatever is out of sight isn't drawn.
    viewport: { width: PHONE, height: 3_000 },
    deviceScaleFactor: RATIO,
    colorScheme: colours,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const place = new URLSearchParams({ member: member.id, channel: channel.id });
  await page.route(/\/events\?/, (route) => route.continue({ url: `${url}events?${place}` }));
  await page.goto(url);
  await page.getByRole('log').waitFor();
  return page;
}

/** What is to be pictured, once it is drawn whole. */
async function look(page: Page, sight: Sight): Promise<Locator> {
  const messageOn = (id: string) => page.locator(`[data-message="${id}"]`);
  let shown: Locator;
  if (sight.kind === 'message') shown = messageOn(sight.message.id);
  else {
    const { opens } = sight;
    if ('line' in opens) {
      await page.locator('#box-text').click();
      await page.keyboard.insertText(`${opens.line} `);
      await page.locator('.box-command').waitFor();
      await page.locator('#box-text').press('Enter');
    } else {
      await messageOn(opens.message.id).getByRole('button', { name: opens.button }).click();
    }
    shown = page.getByRole('dialog');
  }
  await shown.waitFor();
  await page.evaluate(
    'Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))',
  );
  await lettersReady(page);
  return shown;
}

/** The same picture in a fifth of the bytes. */
async function small(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toBuffer('image/webp', QUALITY);
}
