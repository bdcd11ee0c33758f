import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { Stage, startBot } from '../support/bot.js';
import { dueAt, minuteAfter, SECOND } from '../support/digest.js';
import { saidBy, textsOf, textsOfMessage } from '../support/said.js';
import { tour } from '../support/tour.js';

/** Whoever reads in a language whose numbers and days have no Latin letters. */
const LOCALE = 'ja';

const COUNTS = 'views:541200 likes:48100 comments:1204 shares:3900';

/** What isn't said by the bot: what was typed, who is there, code, commands, marks and addresses. */
const NOT_SAID =
  /```[\s\S]*?```|`[^`]*`|<[^>\n]*>|https?:\/\/[^\s)]+|(?<![\p{L}\d])\/[a-z]+(?: [a-z]+)?|zzz\w*|UTC|Asia\/Tokyo/gu;

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  const preload = pathToFileURL(join(projectRoot, 'dist', 'playground', 'pseudo-language.js'));
  const env = { NODE_OPTIONS: `--import=${preload.href}` };
  stage = await Stage.open({ locale: LOCALE, timeMoves: true, withBot: false });
  const { discord, databaseUrl, folder: cwd } = stage;
  const { clockShift } = discord;
  stage.bot = await startBot({ discord, databaseUrl, cwd, env, clockShift, inOneFile: false });
  const member = stage.guild.addMember({
    name: 'zzzana',
    locale: LOCALE,
    permissions: ['ManageGuild'],
  });
  ana = stage.discord.person(member, stage.general);
});
afterAll(() => stage.close());

/** The words of English in a text, but for those in `allowed`. */
function englishIn(texts: readonly string[], allowed: ReadonlySet<string> = new Set()): string[] {
  return texts.flatMap((text) =>
    [...text.replaceAll(NOT_SAID, ' ').matchAll(/[A-Za-z]{3,}/g)]
      .map(([word]) => word)
      .filter((word) => !allowed.has(word.toLowerCase())),
  );
}

/** What is said beside what the bot knows of TikTok, which has words of its own in its files. */
function knownWords(): ReadonlySet<string> {
  const { knowledge, guide, tips } = loadContent();
  const known = textsOf([knowledge.entries, guide.pages, tips]);
  return new Set(known.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []));
}

it.each(tour)(
  '%s says nothing in English where everything is said in another language',
  async (line) => {
    const texts = await saidBy(await ana.command(line));
    expect(texts.join('').length).toBeGreaterThan(0);
    expect(englishIn(texts)).toEqual([]);
  },
);

it.each([
  '/faq ask question:Who can see who saved my video?',
  '/faq saves',
  '/faq topics',
  '/guide',
  '/tips category:educational',
])('%s says in English only what the bot knows', async (line) => {
  const texts = await saidBy(await ana.command(line));
  const frame = textsOf(texts).join(' ');
  expect(/[àéîöû]/.test(frame)).toBe(true);
  expect(englishIn(texts, knownWords())).toEqual([]);
});

it('every button under a score says nothing in English', async () => {
  const line = `/score ${COUNTS} title:zzzbuttons posted:2026-11-02`;
  const score = await ana.command(line);
  for (const button of score.buttons) {
    const pressed = await saidBy(await ana.press(score, button));
    expect(englishIn(pressed), button).toEqual([]);
  }
});

it('what is posted and sent by itself says nothing in English', async () => {
  const at = minuteAfter(stage.discord.now(), 5 * SECOND);
  await ana.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
  const before = stage.general.messages.size;
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await expect.poll(() => stage.general.messages.size, { timeout: 30_000 }).toBeGreaterThan(before);
  const [posted] = [...stage.general.messages.values()].slice(before);
  if (posted === undefined) throw new Error('Nothing was posted.');
  expect(englishIn(textsOfMessage(posted), knownWords())).toEqual([]);
});
