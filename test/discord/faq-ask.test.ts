import type { Message, Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faqDir } from '../../src/lib/paths.js';
import { type Entry, loadKnowledge } from '../../src/services/knowledge/knowledge.js';
import { customIdOf, Stage, words } from '../support/bot.js';

const { entries, topics } = loadKnowledge(faqDir);

let stage: Stage;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  stage = await Stage.open();
  ana = stage.person('ana');
  ben = stage.person('ben');
});
afterAll(() => stage.close());

const titleOf = (shown: Shown) => shown.message?.embeds[0]?.title;

/** The verdict: before the answer where it qualifies it, else beside the day of the check. */
function verdictOf(shown: Shown): string | undefined {
  const { description = '', footer } = shown.message?.embeds[0] ?? {};
  const first = /^\*\*(Disputed|Unproven|Changed)\.\*\* /.exec(description)?.[1];
  return first?.toLowerCase() ?? /^Verdict[^:]*: ([a-z ]+) · /.exec(footer?.text ?? '')?.[1];
}

/** What every answer shows: verdict, source and the day it was checked. */
function expectAnswer(shown: Shown, { question, answer, verdict, sources, checked }: Entry): void {
  expect(titleOf(shown)).toBe(question);
  expect(verdictOf(shown)).toBe(verdict);
  if (answer) expect(shown.message?.embeds[0]?.description).toContain(`**${answer}.** `);
  expect(shown.field('Sources')).toContain(sources[0]?.title.slice(0, 40));
  expect(shown.message?.embeds[0]?.footer?.text).toContain(checked);
}

describe('/faq ask', () => {
  it.each(entries.map((entry) => [entry.question, entry] as const))(
    'answers “%s” by its question, and when it is chosen while typing',
    async (question, entry) => {
      const asked = await ana.command(`/faq ask question:${question}`);
      expectAnswer(asked, entry);
      expect(asked.ephemeral).toBe(false);
      const offered = await ana.autocomplete('/faq ask', 'question', question);
      expect(offered[0]).toMatchObject({ name: question, value: entry.id });
      expectAnswer(await ana.command(`/faq ask question:${entry.id}`), entry);
    },
  );

  it('offers the answers to read next, each to whoever presses, and leaves the message as it is', async () => {
    const asked = await ana.command('/faq ask question:see-who-saved');
    const before = words(asked);
    const [, next = ''] = asked.buttons;
    const opened = await ben.press(asked, next);
    expect(opened.visibleTo).toBe(ben.member.id);
    expect(titleOf(opened)).toBe(next);
    expect(verdictOf(opened)).toBeTruthy();
    expect(words(asked)).toBe(before);
    // And on from there.
    const [, further = ''] = opened.buttons;
    expect(titleOf(await ben.press(opened, further))).toBe(further);
  });

  it('keeps the detail behind More, for whoever presses', async () => {
    const asked = await ana.command('/faq ask question:see-who-saved');
    const before = words(asked);
    const [more = ''] = asked.buttons;
    expect(more).toBe('More');
    const opened = await ben.press(asked, more);
    expect(opened.visibleTo).toBe(ben.member.id);
    expect(opened.field('Verdict')).toContain('sources disagree');
    expect(opened.field('What changed')).toBeTruthy();
    expect(opened.field('Sources')).toContain('](https://');
    expect(words(asked)).toBe(before);
    expect(titleOf(await ben.press(opened, opened.buttons[0] ?? ''))).toBe(opened.buttons[0]);
  });

  it('leads from an answer about saves to what the word can mean, once', async () => {
    for (const { id, topics: of } of entries.filter((entry) => entry.topics.includes('saves'))) {
      const { buttons } = await ana.command(`/faq ask question:${id}`);
      const links = buttons.filter((label) => /favourite or (a )?download\?$/i.test(label));
      expect(links, `${id} ${of}`).toHaveLength(id === 'save-or-download' ? 0 : 1);
    }
  });

  it('asks back when it isn’t sure, privately, and whoever asked gets the answer in its place', async () => {
    const unsure = await ana.command('/faq ask question:saves');
    expect(words(unsure)).toContain('Not sure');
    expect(unsure.visibleTo).toBe(ana.member.id);
    expect(unsure.buttons).toHaveLength(3);
    const [first = ''] = unsure.buttons;
    const instead = await ana.press(unsure, first);
    expect(instead.message).toBe(unsure.message);
    expect(titleOf(unsure)).toBe(first);
    expect(verdictOf(unsure)).toBeTruthy();
  });

  it('answers beside a public question back of an earlier version, to all but whoever asked', async () => {
    const asked = await ana.command('/faq ask question:see-who-saved');
    const pressed = await ben.forge(asked, `faq-choose:v1:save-limit:${ana.member.id}`);
    expect(pressed.visibleTo).toBe(ben.member.id);
    expect(titleOf(asked)).toBe('Can I see who saved my TikTok video?');
  });

  it.each([
    '@everyone <@1> <#2> **what** `now`',
    '# big\n> quote\n```js\nx```',
    '[click](https://evil.example) ||boo||',
    '😂😂😂 👩‍👩‍👧 🔖?',
    '\u202eשלום كيف أحفظ',
    'z'.repeat(200),
    '... ??? !!!',
  ])('takes %j and does no harm', async (typed) => {
    const answered = await askRaw(typed);
    expect(answered.outcome).toBe('message');
    const said = answered.message?.embeds[0]?.description ?? '';
    expect(said).not.toMatch(/@everyone|<@1>|\]\(https:\/\/evil/);
    expect(answered.message?.pings.everyone).toBe(false);
    expect(answered.message?.embeds[0]?.title).toContain('Not sure');
  });

  it('takes 5,000 characters that no client would send', async () => {
    const answered = await askRaw('who saved my video '.repeat(270));
    expect(answered.outcome).toBe('message');
    expect(await ana.autocomplete('/faq ask', 'question', 'ab '.repeat(1_900))).toBeDefined();
  });
});

/** Sends `/faq ask` with any text, also one that no client would send. */
function askRaw(question: string) {
  return stage.discord.dispatch(ana.member, stage.general, {
    name: 'faq',
    options: [{ type: 1, name: 'ask', options: [{ type: 3, name: 'question', value: question }] }],
  });
}

describe('/faq topics', () => {
  it('lists every topic, only to the caller, with a button each', async () => {
    const shown = await ana.command('/faq topics');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(shown.buttons).toHaveLength(topics.length);
    for (const { entries: own } of topics) {
      expect(words(shown)).toMatch(new RegExp(`\\b${own.length} answers?\\.`));
    }
  });

  it('leads to every answer there is, page by page', async () => {
    const shown = await ana.command('/faq topics');
    let page: Shown = await ana.press(shown, shown.buttons[0] ?? '');
    const read = new Set<string>();
    for (;;) {
      expect(page.message).toBe(shown.message);
      const numbers = page.buttons.filter((label) => /^\d+$/.test(label));
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) {
        const answer = await ana.press(page, number);
        expect(answer.visibleTo).toBe(ana.member.id);
        expect(verdictOf(answer)).toBeTruthy();
        read.add(titleOf(answer) ?? '');
      }
      if (!page.buttons.includes('▶')) break;
      page = await ana.press(page, '▶');
    }
    expect([...read].sort()).toEqual(entries.map(({ question }) => question).sort());
    await ana.press(page, '◀');
    await ana.press(page, 'All topics');
    expect(titleOf(shown)).toBe('What I know');
  });
});

describe('buttons of these messages', () => {
  it('work after the bot was started again', async () => {
    const asked = await ana.command('/faq ask question:see-who-saved');
    const unsure = await ana.command('/faq ask question:saves');
    const contents = await ana.command('/faq topics');
    await stage.bot.stop();
    await stage.start();
    for (const message of [asked, unsure, contents]) {
      const pressed = await ana.press(message, message.buttons[0] ?? '');
      expect(pressed.outcome).toMatch(/message|update/);
      expect(pressed.message?.embeds[0]?.title).toBeTruthy();
    }
  });

  it.each([
    'faq-open:v1:no-such-answer',
    'faq-open:v1',
    'faq-open:v1:__proto__',
    'faq-choose:v1:no-such-answer:1',
    'faq-choose:v1',
  ])('say so when the answer behind %j is gone', async (customId) => {
    const asked = await ana.command('/faq ask question:see-who-saved');
    const pressed = await ana.forge(asked, customId);
    expect(words(pressed)).toContain('isn’t there any more');
    expect(pressed.visibleTo).toBe(ana.member.id);
    expect(titleOf(asked)).toBe('Can I see who saved my TikTok video?');
  });

  it.each([
    'faq-topics:v1:cats:1',
    'faq-topics:v1:saves:99',
    'faq-topics:v1:saves:x',
    'faq-topics:v1:saves',
    'faq-topics:v1:::::',
  ])('lead to the list of topics from a page that isn’t there: %j', async (customId) => {
    const pressed = await ana.forge(await ana.command('/faq topics'), customId);
    expect(titleOf(pressed)).toBe('What I know');
  });

  it('carry who asked, so that nobody else can change the message', async () => {
    const unsure: Shown = await ana.command('/faq ask question:saves');
    const message: Message | undefined = unsure.message;
    if (message === undefined) throw new Error('no answer');
    expect(customIdOf(message, unsure.buttons[0] ?? '')).toContain(ana.member.id);
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
