import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIEmbed } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { colours } from '../../src/embeds/colours.js';
import {
  didYouMeanEmbed,
  faqAnswerEmbed,
  faqMoreEmbed,
  savesOverviewEmbed,
} from '../../src/embeds/faq.js';
import { faqDir, projectRoot } from '../../src/lib/paths.js';
import { VERDICTS } from '../../src/services/content/content-file.js';
import { LONGEST } from '../../src/services/knowledge/entries.js';
import {
  ContentError,
  createKnowledge,
  type Entry,
  loadKnowledge,
  savesOverview,
} from '../../src/services/knowledge/knowledge.js';
import { wordsOf } from '../../src/words/languages.js';

const knowledge = loadKnowledge(faqDir);
const { entries } = knowledge;
const aboutSaves = knowledge.about('saves');
const checkedDay = new Date('2026-11-23T12:00:00Z');

it('the index is built while others have their turn, and a question in between is answered', async () => {
  const fresh = loadKnowledge(faqDir);
  let turns = 0;
  let isReady = false;
  const takeTurns = () => {
    turns += 1;
    if (!isReady) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const prepared = fresh.prepare().then(() => {
    isReady = true;
  });
  await prepared;
  expect(turns).toBeGreaterThan(fresh.entries.length);
  const begun = loadKnowledge(faqDir);
  const preparing = begun.prepare();
  const question = 'who can see that i saved it';
  expect(begun.answer(question)).toEqual(knowledge.answer(question));
  await preparing;
  expect(begun.answer(question)).toEqual(knowledge.answer(question));
});

describe('the entries about saves', () => {
  it('answer all twelve questions of the article', () => {
    const answered = entries.flatMap((entry) => entry.article);
    expect([...answered].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each(aboutSaves.map((entry) => [entry.id, entry] as const))(
    '%s says in its first sentence which save it means',
    (_, entry) => {
      const [first = ''] = entry.short.split(/(?<=[a-z)”][.:;]) /);
      expect(first).toMatch(/favourite|bookmark|download/i);
      expect(first.length).toBeLessThan(LONGEST.short);
    },
  );

  const whoLearns = aboutSaves.filter(({ topics }) => topics.includes('privacy'));
  it.each(whoLearns.map((entry) => [entry.id, entry] as const))(
    '%s speaks to the creator and to the viewer, since who learns what differs',
    (_, entry) => {
      const all = `${entry.short} ${entry.body}`;
      expect(all).toMatch(/creator|if you posted/i);
      expect(all).toMatch(
        /viewer|will they know|will anybody know|private by default|if you saved?/i,
      );
    },
  );

  it('turn to the viewer only where there is something to say', () => {
    for (const { id, body } of entries) {
      const [, told] = /\*\*If you are (?:a|the) viewer\b([\s\S]*?)(?:\n\n|$)/.exec(body) ?? [];
      expect(told ?? '', id).not.toMatch(
        /made of totals|(says|shows) nothing about you|without names/i,
      );
      if (told !== undefined) expect(told.length, id).toBeGreaterThan(40);
    }
  });

  const everyWord = (entry: Entry) =>
    [entry.short, entry.body, entry.changed ?? '', ...entry.sources.map(({ title }) => title)].join(
      '\n',
    );

  const falseSentences: readonly RegExp[] = [
    /\b(can ?not|can['’]t|no way to) (turn|switch) (it |them |downloads? |saving )?off/i,
    /(need|requires?|switch to|with) an? (TikTok )?Pro account/i,
    /does(n['’]t| not) (directly )?(notify|tell|alert)/i,
    /(no|never any) notification (when|if) (someone|somebody|anyone) saves/i,
    /saves (are|is) (a |an |the )?((very |most |widely )?(important|strong|significant|key) )?ranking (factor|signal)/i,
    /not publicly (display|show)/i,
    /stronger (signal|indicator)(?! of)/i,
    /saves? (count|weigh|matter)s? more than (a )?likes?/i,
    /(increase[sd]?|boosts?) (the |your )?(visibility|reach)/i,
    /there is no limit/i,
    /TikTok says (that )?(a )?(save|favou?rite|download)/i,
    /never (know|see|learn) who/i,
    /(no|none) (app|interface)s? (of TikTok's )?(has|have|gets?|contains?) (any )?(saves|favourites)/i,
    /interface for apps (contains?|has) no (saves|favourites)/i,
    /replays (usually )?count (again|as views)/i,
    /541\.2K.? can be up to 50 more or less/i,
    /stories have a view list/i,
  ];

  it('say nothing that is known to be false, nor flatly what is disputed', () => {
    // “Older guides …” tells what used to be said in order to correct it.
    for (const entry of entries) {
      const said = everyWord(entry)
        .split(/(?<=[.!?])\s+|\n/)
        .filter((sentence) => !/^(Older guides|That )/.test(sentence));
      for (const sentence of said)
        for (const wrong of falseSentences) expect(sentence, entry.id).not.toMatch(wrong);
    }
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s names a source with a date',
    (_, { sources }) => {
      expect(sources.filter(({ date }) => date !== undefined)).not.toEqual([]);
    },
  );

  it('that check can fail', () => {
    const planted = [
      "You can't turn off downloads.",
      'You need a TikTok Pro account.',
      'TikTok does not notify you.',
      'Saves are a significant ranking factor.',
      'TikTok does not publicly display it.',
      'TikTok says a download stays unseen.',
      "TikTok's interface for apps contains no saves.",
      'Replays usually count again.',
      '“541.2K” can be up to 50 more or less.',
      'Stories have a view list of their own.',
    ];
    for (const sentence of planted)
      expect(
        falseSentences.some((wrong) => wrong.test(sentence)),
        sentence,
      ).toBe(true);
  });

  it('say where the estimate comes from and what it has never seen', () => {
    const said = knowledge.byId('save-proxy')?.body ?? '';
    expect(said).toContain('86 %');
    expect(said).toContain('Vietnamese');
    expect(said).toContain('Photo posts');
    expect(knowledge.byId('save-proxy')?.short).toContain('80 % range');
  });

  it('stand in the table of claims with every source and a verdict', () => {
    const rows = readFileSync(join(projectRoot, 'docs', 'claims.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    for (const entry of entries) {
      const own = rows.filter((row) => row[1] === `\`${entry.id}\``);
      const verdicts = own.map((row) => row[5]);
      expect(verdicts, entry.id).toContain(entry.verdict);
      for (const verdict of verdicts) expect(VERDICTS).toContain(verdict);
      const restsOn = own.map((row) => row[4]).join('\n');
      for (const { title } of entry.sources) expect(restsOn, entry.id).toContain(title);
    }
    const known = new Set(entries.map((entry) => `\`${entry.id}\``));
    for (const row of rows) expect(known).toContain(row[1]);
  });
});

describe('asking', () => {
  it.each([
    ['will the creator find out that i saved there tiktok', 'notify-on-save'],
    ['does it send them a notificaton if I favourite it', 'notify-on-save'],
    ['WHO bookmarked my clip???', 'see-who-saved'],
    ['how many ppl have saved my video', 'see-total-saves'],
    ['cant find the saves in my analytics', 'where-save-count'],
    ['favourite or dowload whats the diffrence', 'save-or-download'],
    ['how\u3000is   the\nestimate calculated', 'save-proxy'],
    ['good save percentage', 'good-save-rate'],
    ['can they tell i downloaded it', 'notify-on-download'],
    ['stop downlods', 'turn-off-downloads'],
    ['do sávès help with the algorithm', 'saves-and-for-you'],
    ['is there a max of favorites', 'save-limit'],
    ['download my own vid', 'save-own-video'],
    ['no saves in the csv', 'saves-missing-from-export'],
    ['can a private account be downloaded', 'private-account-saves'],
    ['did someone duet me notification', 'duet-stitch-notice'],
  ])('“%s” finds its answer', (typed, id) => {
    expect(knowledge.answer(typed, { topic: 'saves' })).toMatchObject({
      kind: 'answer',
      entry: { id },
    });
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    'every wording of %s is answered by it',
    (id, { question, aliases }) => {
      for (const typed of [question, ...aliases]) {
        const answer = knowledge.answer(` ${typed.toUpperCase()}?! `);
        expect(answer, typed).toMatchObject({ kind: 'answer', entry: { id } });
      }
    },
  );

  it('an id chosen from the list is answered by its entry', () => {
    for (const { id } of aboutSaves)
      expect(knowledge.answer(id, { topic: 'saves' })).toMatchObject({
        kind: 'answer',
        entry: { id },
      });
  });

  it.each([
    'save',
    'how do i save money',
    'what is the best time to post',
    'how do i get more followers',
    'can i turn off comments',
    'does snapchat notify screenshots',
    'why am i stuck at 200 views',
    'pizza',
    '',
    '   ',
    '???',
    '@everyone <@123> `x`',
    '保存',
    'constructor __proto__',
    'x'.repeat(6000),
  ])('“%s” is not answered with confidence', (typed) => {
    const answer = knowledge.answer(typed, { topic: 'saves' });
    expect(answer.kind).toBe('unsure');
    if (answer.kind === 'unsure') expect(answer.nearest.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['bot dead??', 'bot-not-responding'],
    ['how unsave', 'remove-favorite'],
    ['turn of downlod button', 'turn-off-downloads'],
    ['is 15 sec too short', 'video-length'],
    ['posting at 11pm', 'best-time-to-post'],
    ['typed teh wrong likes', 'correct-a-reading'],
    ['stats from 2021', 'analytics-history'],
    ['my 2nd acc', 'several-accounts'],
    ['digest didnt show up', 'digest-not-posting'],
  ])('“%s”, short as it is, has its answer first', (typed, id) => {
    expect(knowledge.search(typed, { limit: 1 }).map(({ entry }) => entry.id)).toEqual([id]);
  });

  it.each([
    'does she like me',
    'thanks bot',
    'how do i make a second account',
    'delete my message',
    'who viewed my instagram story',
    'save passwords in chrome',
    'how do i get paid',
    'does discord notify screenshots',
    'best recipe for pancakes',
  ])('“%s”, in our words but about something else, is not answered outright', (typed) => {
    expect(knowledge.answer(typed).kind).toBe('unsure');
  });

  it('a half-clear question gets the nearest ones, the meant one among them', () => {
    const answer = knowledge.answer('is it better to like or to save', { topic: 'saves' });
    const offered = answer.kind === 'answer' ? [answer.entry] : answer.nearest;
    expect(offered.map((entry) => entry.id)).toContain('saves-or-likes');
  });

  it('only the best hit is ever sure, and hits come best first', () => {
    for (const { question } of entries) {
      const found = knowledge.search(question);
      expect(found.slice(1).some((hit) => hit.sure)).toBe(false);
      const scores = found.map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});

describe('suggesting', () => {
  it('offers the most asked first when nothing is typed', () => {
    const ids = knowledge.suggest('', { topic: 'saves' }).map((row) => row.id);
    expect(ids.slice(0, 3)).toEqual(['notify-on-save', 'see-who-saved', 'see-total-saves']);
    expect(ids).toEqual(aboutSaves.slice(0, 25).map((entry) => entry.id));
  });

  it('ranks as the search does while a word is still being typed', () => {
    const typed = 'turn off downl';
    expect(knowledge.suggest(typed).map((row) => row.id)).toEqual(
      knowledge.search(typed, { limit: 25 }).map((hit) => hit.entry.id),
    );
    expect(knowledge.suggest(typed)[0]?.id).toBe('turn-off-downloads');
  });

  it('stays inside what Discord takes, also with many entries', () => {
    const [first] = entries;
    if (!first) throw new Error('no entries');
    const many = createKnowledge(
      Array.from({ length: 60 }, (_, n) => ({
        ...first,
        id: `e-${n}`,
        question: `${'save '.repeat(15)}${n}`,
        rank: n + 1,
      })),
    );
    for (const typed of ['', 'save']) {
      const rows = many.suggest(typed);
      expect(rows).toHaveLength(25);
      for (const { question, id } of rows) {
        expect(question.length).toBeLessThanOrEqual(100);
        expect(id.length).toBeLessThanOrEqual(100);
      }
    }
  });
});

/** A text as a phone shows it: markdown gone, lines of 42 characters. */
function onPhone(markdown: string): string[] {
  const lines: string[] = [];
  const plain = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|`/g, '');
  for (const paragraph of plain.split('\n')) {
    let line: string | undefined;
    for (const word of paragraph.split(' ')) {
      if (line !== undefined && line.length + 1 + word.length > 42) {
        lines.push(line);
        line = undefined;
      }
      line = line === undefined ? word : `${line} ${word}`;
    }
    lines.push(line ?? '');
  }
  return lines;
}

const wordOf = (description: string) => /^\*\*([^*]+)\.\*\* \S/.exec(description)?.[1];

/** What stands bold before an answer: its own word, or a verdict that qualifies what follows. */
function expectedWord({ answer, verdict, topics }: Entry): string | undefined {
  if (answer !== undefined) return answer;
  if (topics.includes('keepsake')) return undefined;
  const words = { disputed: 'Disputed', unproven: 'Unproven', changed: 'Changed' };
  return verdict === 'true' || verdict === 'false now' ? undefined : words[verdict];
}

describe('the word before an answer', () => {
  const yesOrNo = entries.filter(({ question }) =>
    /^(Can|Could|Do|Does|Did|Is|Are|Was|Were|Will|Would|Should|Has|Have|Must|May) /.test(question),
  );

  it('answers every question that asks for yes or no, and no other', () => {
    expect(yesOrNo.length).toBeGreaterThan(25);
    for (const { id, answer } of yesOrNo) expect(answer, id).toBeTruthy();
    const answered = entries.filter(({ answer }) => answer !== undefined);
    expect(answered.map(({ id }) => id)).toEqual(yesOrNo.map(({ id }) => id));
  });

  it('is never a verdict that would be read as the answer, and is said once', () => {
    for (const entry of entries) {
      const { description = '' } = faqAnswerEmbed(entry, checkedDay, wordsOf('en-US'));
      expect(description, entry.id).not.toMatch(/^\*\*(True|False now)\b/);
      expect(entry.short, entry.id).not.toMatch(
        /^(Yes|No|Partly|Perhaps|Probably|True|False)[,.:]/,
      );
    }
  });

  it('leaves the verdict visible, once, and the colour neutral where it answers', () => {
    for (const entry of entries) {
      const { footer, color } = faqAnswerEmbed(entry, checkedDay, wordsOf('en-US'));
      const isFirst = entry.answer === undefined && expectedWord(entry) !== undefined;
      const beside = new RegExp(`^Verdict( on what is often said)?: ${entry.verdict} · `);
      if (isFirst) expect(footer?.text, entry.id).toMatch(/^Checked/);
      else expect(footer?.text, entry.id).toMatch(beside);
      if (entry.answer !== undefined) {
        expect(color, entry.id).toBe(colours.neutral);
        expect(faqMoreEmbed(entry, checkedDay, wordsOf('en-US')).color, entry.id).toBe(
          colours.neutral,
        );
      }
    }
  });

  it.each([
    ['see-total-saves', 'Yes'],
    ['shares-and-saves', 'No'],
    ['screenshots-and-files', 'Yes'],
    ['saves-in-apis', 'Mostly not'],
    ['turn-off-saving', 'Partly'],
    ['bot-not-responding', undefined],
    ['counts-differ', 'Unproven'],
    ['best-time-to-post', 'Disputed'],
  ])('of %s is %s', (id, word) => {
    const entry = knowledge.byId(id);
    if (!entry) throw new Error(`no entry ${id}`);
    expect(wordOf(faqAnswerEmbed(entry, checkedDay, wordsOf('en-US')).description ?? '')).toBe(
      word,
    );
  });
});

describe('what is shown', () => {
  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s is at most twelve lines on a phone before its sources, the word that answers first, and these are two',
    (_, entry) => {
      const {
        title = '',
        description = '',
        ...embed
      } = faqAnswerEmbed(entry, checkedDay, wordsOf('en-US'));
      expect(title).toBe(entry.question);
      expect(onPhone(title).length + onPhone(description).length).toBeLessThanOrEqual(12);
      expect(wordOf(description)).toBe(expectedWord(entry));
      const said = description.replace(/^\*\*[^*]+\.\*\* /, '').replaceAll('\n', ' ');
      expect(said).toBe(entry.short);
      const folded = field({ description, ...embed }, 'Sources');
      expect(onPhone(folded).length).toBeLessThanOrEqual(2);
      expect(folded).toContain(entry.sources[0]?.title.slice(0, 40));
      expect(folded).toContain(entry.sources[0]?.url ?? '');
      const others = entry.sources.length - 1;
      if (others > 0) expect(folded).toContain(`${others} more under More`);
      expect(embed.footer?.text).toContain(entry.checked);
    },
  );

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s keeps its detail, what the verdict means and every source behind More, inside the limits',
    (_, entry) => {
      for (const now of [checkedDay, new Date('2030-01-01T00:00:00Z')]) {
        expectInsideLimits(faqAnswerEmbed(entry, now, wordsOf('en-US')));
        const embed = faqMoreEmbed(entry, now, wordsOf('en-US'));
        expectInsideLimits(embed);
        expect(embed.title).toBe(entry.question);
        expect(embed.description).toBe(entry.body);
        expect(embed.footer?.text).toContain(entry.checked);
        expect(field(embed, 'Verdict').toLowerCase()).toContain(entry.verdict);
        const sources = field(embed, 'Sources') + (fieldOrNone(embed, 'More sources') ?? '');
        for (const { title, url, date } of entry.sources) {
          expect(sources).toContain(url ? `[${title}](${url})` : title);
          if (date) expect(sources).toContain(date);
        }
        expect(fieldOrNone(embed, 'What changed')).toBe(entry.changed);
      }
    },
  );

  it('an entry as long as entries may be still fits', () => {
    const [first] = entries;
    if (!first) throw new Error('no entries');
    const longest: Entry = {
      ...first,
      question: 'q'.repeat(LONGEST.question),
      answer: 'a'.repeat(LONGEST.answer),
      short: 's'.repeat(LONGEST.short),
      body: 'b'.repeat(LONGEST.body),
      changed: 'c'.repeat(LONGEST.changed),
      sources: Array.from({ length: LONGEST.sources }, () => ({
        title: 't'.repeat(LONGEST.sourceTitle),
        url: `https://${'u'.repeat(LONGEST.sourceUrl - 8)}`,
        date: '2026-01-15',
      })),
    };
    for (const verdict of VERDICTS) {
      const entry = { ...longest, verdict };
      const late = new Date('2030-01-01T00:00:00Z');
      expectInsideLimits(faqAnswerEmbed(entry, late, wordsOf('en-US')));
      expectInsideLimits(faqMoreEmbed(entry, late, wordsOf('en-US')));
      expectInsideLimits(
        savesOverviewEmbed(
          { what: entry, who: entry, proxy: entry, mostAsked: [entry, entry, entry, entry, entry] },
          late,
          wordsOf('en-US'),
        ),
      );
      expectInsideLimits(
        didYouMeanEmbed(
          '*'.repeat(6000),
          [entry, entry, entry],
          [],
          '/faq saves',
          wordsOf('en-US'),
        ),
      );
    }
  });

  it('an answer past its review date says so', () => {
    const entry = entries.find((one) => one.answer !== undefined);
    if (!entry) throw new Error('no entries');
    const onTheDay = new Date(`${entry.review}T23:59:59Z`);
    expect(faqAnswerEmbed(entry, onTheDay, wordsOf('en-US')).footer?.text).toMatch(
      new RegExp(`^Verdict: .* · Checked ${entry.checked}$`),
    );
    const nextDay = new Date(onTheDay.getTime() + 1000);
    expect(faqAnswerEmbed(entry, nextDay, wordsOf('en-US')).footer?.text).toContain(
      ` · Last checked ${entry.checked} · due for review since ${entry.review}`,
    );
  });

  it('the overview tells what saves are, who sees them and how the proxy works, each with its proof', () => {
    const overview = savesOverview(knowledge);
    const embed = savesOverviewEmbed(overview, checkedDay, wordsOf('en-US'));
    expectInsideLimits(embed);
    const parts = [
      ['What saves are', overview.what],
      ['Who sees them', overview.who],
      ['How the save proxy works', overview.proxy],
    ] as const;
    for (const [name, entry] of parts) {
      const value = field(embed, name);
      const isFirst = ['disputed', 'unproven', 'changed'].includes(entry.verdict);
      expect(value.toLowerCase()).toMatch(
        new RegExp(
          isFirst ? `^\\*\\*${entry.verdict}\\.\\*\\* ` : `\nverdict: ${entry.verdict} · `,
        ),
      );
      const first = value.split('\n')[0]?.replace(/^\*\*[^*]+\.\*\* /, '') ?? '';
      expect(first.length).toBeGreaterThan(20);
      expect(entry.short.startsWith(first)).toBe(true);
      expect(value).toContain(entry.sources[0]?.title.slice(0, 40));
      expect(value).toContain(`Checked ${entry.checked}`);
    }
    expect(field(embed, 'Ask more')).toContain('/faq saves');
  });

  it('what somebody typed is shown back without doing anything', () => {
    const embed = didYouMeanEmbed(
      '@everyone [x](https://evil.example) **loud**',
      entries.slice(0, 3),
      [],
      '/faq ask',
      wordsOf('en-US'),
    );
    expect(embed.description).not.toContain('@everyone');
    expect(embed.description).not.toContain('[x](https');
    expect(embed.description).not.toContain('**loud**');
    for (const entry of entries.slice(0, 3)) expect(embed.description).toContain(entry.question);
  });

  it('where nothing is near, the most asked are offered', () => {
    const embed = didYouMeanEmbed('', [], entries.slice(0, 3), '/faq ask', wordsOf('en-US'));
    expect(embed.description).toContain(entries[0]?.question);
    expectInsideLimits(embed);
  });
});

describe('files that are not right', () => {
  const root = mkdtempSync(join(tmpdir(), 'keepsake-content-'));
  afterAll(() => rmSync(root, { recursive: true }));
  let folders = 0;

  const good = {
    id: 'one',
    question: 'How do I save?',
    aliases: '[a way, another way, a third way]',
    short: 'The favourite (bookmark).',
    verdict: 'true',
    sources: '[{ title: A page, url: "https://example.org/a", date: 2026-01 }]',
    checked: '2026-11-23',
    review: '2027-02-23',
    related: '[]',
    topics: '[saves]',
    rank: '1',
  };

  /** Writes the files and returns what is wrong with them, by the loader. */
  function problemsOf(files: Record<string, string>): readonly string[] {
    const dir = join(root, String(folders++));
    mkdirSync(dir);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    try {
      loadKnowledge(dir);
    } catch (error) {
      if (error instanceof ContentError) return error.problems;
      throw error;
    }
    return [];
  }

  const file = (changes: Record<string, string | undefined> = {}, body = 'The longer answer.') =>
    `---\n${Object.entries({ ...good, ...changes })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n---\n${body}\n`;

  it('a right file passes, with Windows line ends and a byte order mark too', () => {
    expect(problemsOf({ 'one.md': file() })).toEqual([]);
    expect(problemsOf({ 'one.md': `\uFEFF${file().replaceAll('\n', '\r\n')}` })).toEqual([]);
  });

  it.each([
    [{ id: 'One' }, 'id: must be small letters'],
    [{ id: 'two' }, 'id: "two" is not the file\'s name'],
    [{ question: undefined }, 'question: is missing'],
    [{ question: 'q'.repeat(101) }, 'question: has 101 characters: shorten it to 100 or fewer'],
    [{ aliases: '[a, b]' }, 'aliases: has fewer than three'],
    [{ question: 'Can I save?' }, 'answer: is missing: the question asks for yes or no'],
    [{ answer: 'True' }, 'answer: must begin with Yes, No, Partly or the like'],
    [{ answer: 'Yes.' }, 'answer: must begin with Yes, No, Partly or the like, and end without'],
    [{ answer: `Yes ${'y'.repeat(27)}` }, 'answer: has 31 characters: shorten it to 30 or fewer'],
    [{ short: 's'.repeat(301) }, 'short: has 301 characters: shorten it to 300 or fewer'],
    [{ verdict: 'maybe' }, 'verdict: must be one of: true, false now, disputed, unproven, changed'],
    [{ checked: '2026-02-30' }, 'checked: "2026-02-30" is not a date'],
    [{ review: '2026-11-23' }, 'review: 2026-11-23 is not after checked (2026-11-23)'],
    [{ sources: '[]' }, 'sources: is empty'],
    [{ sources: '[{ title: "A [page]" }]' }, 'sources.1.title: holds square brackets'],
    [
      { sources: '[{ title: A, url: "http://example.org" }]' },
      'sources.1.url: must be one https://',
    ],
    [{ sources: '[{ title: A, date: spring }]' }, 'sources.1.date: "spring" is not a date'],
    [{ sources: '[{ title: A, link: b }]' }, 'sources.1.link: is not a key'],
    [{ related: '[nowhere]' }, 'related: no entry "nowhere"'],
    [{ related: '[one]' }, 'related: names the entry itself'],
    [{ topics: '[cats]' }, 'topics.1: must be one of: saves'],
    [{ rank: 'first' }, 'rank: must be a whole number'],
    [{ colour: 'red' }, 'colour: is not a key of an entry'],
    [{ aliases: '[a, "how do i save?", c]' }, '"how do i save?" stands in one.md too'],
    [{ aliases: '[a, b' }, 'front matter is not YAML'],
  ])('%o is named with its mend', (changes, problem) => {
    const problems = problemsOf({ 'one.md': file(changes) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).toContain('one.md');
  });

  it('a missing body, a missing front matter and a missing folder are named', () => {
    expect(problemsOf({ 'one.md': file({}, ' ') })).toEqual([
      'one.md: body: is missing: write the longer answer below the front matter',
    ]);
    expect(problemsOf({ 'one.md': 'Just text.' })[0]).toContain('has no front matter');
    expect(problemsOf({})[0]).toContain('holds no .md file');
    expect(() => loadKnowledge(join(root, 'nowhere'))).toThrow(ContentError);
  });

  it('every problem of every file comes at once', () => {
    const problems = problemsOf({
      'one.md': file({ verdict: 'maybe', rank: '0', extra: 'x' }),
      'two.md': file({ id: 'one', question: 'Else?', aliases: '[d, e, f]', related: '[gone]' }),
      'three.md': file({ id: 'one', question: 'More?', aliases: '[g, h, i]' }),
    });
    for (const problem of [
      'one.md: verdict',
      'one.md: rank',
      'one.md: extra',
      'two.md: id: "one" is not the file\'s name',
      'related: no entry "gone"',
      'one: id is used by two files',
    ])
      expect(
        problems.some((found) => found.includes(problem)),
        problem,
      ).toBe(true);
  });
});

function field(embed: APIEmbed, name: string): string {
  const value = fieldOrNone(embed, name);
  if (value === undefined) throw new Error(`no field ${name}`);
  return value;
}

function fieldOrNone(embed: APIEmbed, name: string): string | undefined {
  return embed.fields?.find((one) => one.name === name)?.value;
}

/** Discord's limits for one embed; it counts the texts of all parts together to 6000. */
function expectInsideLimits(embed: APIEmbed): void {
  const fields = embed.fields ?? [];
  const texts = [
    embed.title ?? '',
    embed.description ?? '',
    embed.footer?.text ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  expect(embed.title?.length ?? 0).toBeLessThanOrEqual(256);
  expect(embed.description?.length ?? 0).toBeLessThanOrEqual(4096);
  expect(embed.footer?.text.length ?? 0).toBeLessThanOrEqual(2048);
  expect(fields.length).toBeLessThanOrEqual(25);
  for (const { name, value } of fields) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeGreaterThan(0);
    expect(value.length).toBeLessThanOrEqual(1024);
  }
  expect(texts.join('').length).toBeLessThanOrEqual(6000);
}
