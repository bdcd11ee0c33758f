import { Locale } from 'discord-api-types/v10';
import { type PageServer, type Person, startPageServer } from 'local-discord';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, openDemo } from '../../playground/demo-session.js';
import { lettersReady, startBrowser } from '../../scripts/browser.js';
import { CHART_WIDTH, LETTERS } from '../../src/charts/spec.js';
import { otherLanguageOf } from '../../src/lib/languages.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { type EntryTexts, translationsOf } from '../../src/services/knowledge/translations.js';
import { faqText } from '../../src/words/en/faq.js';
import { wordsFor } from '../../src/words/languages.js';
import { videoIdOf } from '../support/bot.js';
import { languageTags } from '../support/language-tags.js';
import { pageLines } from '../support/page-lines.js';
import { Tab } from '../support/tab.js';

const found = await startBrowser();
if (found.browser === undefined) console.warn(`The page isn't tested: ${found.why}`);

/** A phone as narrow as many are, in Discord's pixels. */
const PHONE = 375;

/** Lines within which the verdict stands, and the whole of a score before its buttons. */
const VERDICT = 3;
const SCORE = 14;
/** A title, or a note of what was taken for granted, is one line more. */
const MORE = 1;
/** Lines of an answer before its sources. */
const ANSWER = 12;
/** Lines of `/help` with its title and its version, and of a digest without its chart. */
const HELP = 8;
const DIGEST = 25;

/** How much longer all of these may be in another language than English. */
const LONGER = 1.25;

/** Answers that may be longest on a phone, in a language. */
const LONGEST_ANSWERS = 8;

function longestIn(locale: string): string[] {
  const length = ({ question, short }: EntryTexts) => question.length + short.length;
  return [...translationsOf(otherLanguageOf(locale)).entries.values()]
    .toSorted((a, b) => length(b) - length(a))
    .slice(0, LONGEST_ANSWERS)
    .map(({ id }) => id);
}

const DAY = 86_400_000;
const COUNTS = '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const SMALL = '/score views:640 likes:61 comments:2 shares:3';

describe.skipIf(found.browser === undefined)(
  'answers on a phone, as the page lays them out',
  () => {
    let browser: Browser;
    let session: DemoSession;
    let server: PageServer;
    let tab: Tab;
    /** Whoever looks at the page. */
    let reader: Person;
    const day = (ago: number) => new Date(session.now() - ago * DAY).toISOString().slice(0, 10);
    const photo = () => videoIdOf(new Date(session.now() - 4 * DAY));

    beforeAll(async () => {
      if (found.browser === undefined) throw new Error(found.why);
      browser = found.browser;
      session = await openDemo();
      server = await startPageServer(session);
      tab = await Tab.open(browser, server.url, { width: PHONE });
      reader = session.somebody();
    });

    afterAll(async () => {
      await tab?.close();
      await browser?.close();
      await server?.close();
      await session?.close();
      expect(session?.discord.violations).toEqual([]);
    });

    /** What the reader sees of a command's answer, line by line. */
    async function linesOf(line: string, by: Person = reader): Promise<string[]> {
      const { message } = await (await by.command(line)).settled();
      if (message === undefined) throw new Error(`No message answered ${line}`);
      return pageLines(tab.page, message.id);
    }

    it('lays a message out as Discord’s app does: 12, avatar 40, 12; embeds to the end', async () => {
      const { message } = await reader.command(COUNTS);
      const article = tab.page.locator(`[data-message="${message?.id}"]`);
      const embed = await article.locator('discord-embed').boundingBox();
      const text = await article.locator('.md-text').first().boundingBox();
      expect(embed).toMatchObject({ x: 64, width: PHONE - 64 - 12 });
      expect(text).toMatchObject({ x: 64 + 16, width: PHONE - 64 - 12 - 2 * 16 });
      const styled = (selector: string, name: string) =>
        tab.page.evaluate(
          `getComputedStyle(document.querySelector('[data-message="${message?.id}"] ${selector}')).${name}`,
        );
      expect(await styled('.md-text', 'fontSize')).toBe('14px');
      expect(await styled('.field-name', 'fontSize')).toBe('14px');
      expect(await styled('discord-embed-footer', 'fontSize')).toBe('12px');
    });

    const ofDay = (ago: number): string => `${COUNTS} posted:${day(ago)}`;
    const ofPhoto = (): string => `${COUNTS} link:https://www.tiktok.com/@mia/photo/${photo()}`;
    const caption = `${COUNTS} title:POV: you finally learn the three knots that every camper needs category:valuable`;
    const titled = `${COUNTS} title:Three knots every camper needs category:educational`;
    const large = '/score views:9.4M likes:1.2M comments:8K shares:45K';
    const huge = '/score views:120M likes:11.2M comments:45K shares:910K';
    const few = '/score views:541.2K likes:300 comments:2 shares:1';

    it.each<[string, string | (() => string), RegExp, number]>([
      ['estimated', COUNTS, /About [\d,]+ saves/, SCORE],
      ['counted', `${COUNTS} saves:5.1K`, /5,100 saves, counted/, SCORE],
      ['too early', () => ofDay(0), /too early to judge/, SCORE + MORE],
      ['too small', SMALL, /too few views to judge/, SCORE],
      ['too small and counted', `${SMALL} saves:12`, /12 saves, counted/, SCORE],
      ['without a view', '/score views:0 likes:0 comments:0 shares:0', /Nobody has/, SCORE],
      ['a photo post', ofPhoto, /saves/, SCORE + MORE],
      ['of long ago', () => ofDay(20), /About [\d,]+ saves/, SCORE],
      ['with hardly a save', few, /below \d+ % of videos this size/, SCORE],
      ['of millions', large, /About [\dKM,.]+ saves/, SCORE],
      ['of millions and counted', `${large} saves:212,345`, /212,345 saves, counted/, SCORE],
      ['of a hundred million', huge, /About [\dKM,.]+ saves/, SCORE],
      ['with a title and a category', titled, /About [\d,]+ saves/, SCORE + MORE],
      ['with a caption and a category', caption, /of its kind and size/, SCORE + MORE],
    ])('a score, %s: the verdict first, and a bounded whole', async (_, line, verdict, most) => {
      const lines = await linesOf(typeof line === 'string' ? line : line());
      expect(lines.slice(0, VERDICT).join(' ')).toMatch(verdict);
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(most);
    });

    it('an answer of /faq has at most 12 lines before its sources, whichever it is', async () => {
      const long: string[] = [];
      for (const { id, question } of loadContent().knowledge.entries) {
        const lines = await linesOf(`/faq ask question:${id}`);
        const before = lines.indexOf(faqText.fields.sources);
        expect(before, `${question}\n${lines.join('\n')}`).toBeGreaterThan(0);
        if (before > ANSWER) long.push(`${question}: ${before}`);
      }
      expect(long).toEqual([]);
    }, 240_000);

    describe.each(languageTags)('in %s', (locale) => {
      beforeAll(async () => {
        speak(locale);
        await lettersReady(tab.page);
      });
      afterAll(() => {
        speak(Locale.EnglishUS);
      });

      it.each<[string, string | (() => string), number]>([
        ['estimated', COUNTS, SCORE + MORE],
        ['counted', `${COUNTS} saves:5.1K`, SCORE + MORE],
        ['too early', () => ofDay(0), SCORE + MORE],
        ['too small', SMALL, SCORE + MORE],
        ['a photo post', ofPhoto, SCORE + 2 * MORE],
        ['of millions', large, SCORE + MORE],
        ['with a caption and a category', caption, SCORE + MORE],
      ])('a score, %s, is hardly longer', async (_, line, most) => {
        const lines = await linesOf(typeof line === 'string' ? line : line());
        expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(LONGER * most);
      });

      it('the longest answers of /faq are hardly longer', async () => {
        const { fields } = (await wordsFor(locale)).faq;
        const long: string[] = [];
        for (const id of longestIn(locale)) {
          const lines = await linesOf(`/faq ask question:${id}`);
          const before = lines.indexOf(fields.sources);
          expect(before, `${id}\n${lines.join('\n')}`).toBeGreaterThan(0);
          if (before > LONGER * ANSWER) long.push(`${id}: ${before}`);
        }
        expect(long).toEqual([]);
      }, 120_000);
    });

    /** From now on the reader speaks this language, and so does their server. */
    function speak(locale: Locale): void {
      reader.member.locale = locale;
      reader.member.guild.preferredLocale = locale;
    }

    it('/help is short', async () => {
      const lines = await linesOf('/help');
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(HELP);
    });

    describe('with a community', () => {
      beforeAll(async () => {
        await session.fillSample?.(() => undefined);
        await tab.page.reload();
        await tab.page.getByRole('log').waitFor();
      }, 240_000);

      /** Somebody of the first server, whose eyes the page now sees with. */
      async function become(name: string): Promise<Person> {
        await tab.page.getByRole('button', { name: 'Servers, channels and people' }).click();
        const people = tab.page.getByRole('list', { name: 'You are' });
        const button = people.getByRole('button', { name: new RegExp(`^${name} \\w+$`) });
        await button.click();
        await expect.poll(() => tab.page.locator('.has-sidebar').count()).toBe(0);
        const [guild] = session.guilds;
        const member = [...(guild?.members.values() ?? [])].find((one) => one.name === name);
        return session.person(member?.id ?? '', reader.channel.id);
      }

      /** How high the smallest letters of a message's picture are shown, in pixels. */
      async function letters(messageId: string): Promise<number> {
        const selector = `[data-message="${messageId}"] .embed-picture img`;
        const picture = tab.page.locator(selector);
        await picture.scrollIntoViewIfNeeded();
        await expect
          .poll(async () =>
            tab.page.evaluate(
              `(image => image.complete && image.naturalWidth)(document.querySelector('${selector}'))`,
            ),
          )
          .toBe(3 * CHART_WIDTH);
        const { width = 0 } = (await picture.boundingBox()) ?? {};
        return (LETTERS.small * width) / CHART_WIDTH;
      }

      it('shows charts whose letters are at least 11 pixels high', async () => {
        for (const [name, line] of [
          ['Sample: Ida', '/history trend'],
          ['Sam', '/digest preview'],
        ] as const) {
          const { message } = await (await (await become(name)).command(line)).settled();
          expect(await letters(message?.id ?? '')).toBeGreaterThanOrEqual(11);
        }
      });

      it('a digest names what was saved most, and has a bounded whole', async () => {
        const lines = await linesOf('/digest preview', await become('Sam'));
        expect(lines.join(' ')).toContain('Sample: ');
        expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(DIGEST);
      });
    });
  },
);
