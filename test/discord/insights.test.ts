import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, videoIdOf, words } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Monday to Sunday of one week, and so on: each video a day later than the one before. */
const FIRST_DAY = Date.UTC(2026, 5, 1, 12);
const DAY = 24 * 3_600_000;

function linkOf(n: number, who = 'ana'): string {
  return `https://www.tiktok.com/@${who}/video/${videoIdOf(new Date(FIRST_DAY + n * DAY), n)}`;
}

/** Nothing in common with saves: the same in every run. */
const unrelated = [7, 2, 11, 5, 13, 1, 9, 4, 14, 6, 12, 3, 10, 8];

/** The n-th of fourteen videos, whose shares rise with its saves and whose likes don't. */
function videoLine(n: number, more = ''): string {
  const likes = 7_000 + 150 * (unrelated[n] ?? 0);
  const counts = `views:100000 likes:${likes} comments:300 shares:${600 + 40 * n}`;
  return `/score ${counts} saves:${700 + 60 * n} link:${linkOf(n)} ${more}`;
}

async function scoreAll(who: Person, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const shown = await who.command(line);
    expect(shown.field('Save Proxy')).toBeTruthy();
  }
}

const fourteen = (more: (n: number) => string = () => '') =>
  Array.from({ length: 14 }, (_, n) => videoLine(n, more(n)));

const exampleIn = (field: string | undefined) =>
  /```\n([\s\S]*?)\n```/.exec(field ?? '')?.[1] ?? '';

describe('/insights signals', () => {
  it('says what is missing before there is enough, with an example that works; only to the caller', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/insights signals');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('Not enough to tell yet');
    expect(words(shown)).toContain('10 more and I can begin');
    const example = exampleIn(shown.field('Add one'));
    expect((await stage.person('ben').command(example)).field('Save Proxy')).toBeTruthy();
    await scoreAll(ana, fourteen().slice(0, 3));
    await ana.command('/score views:300 likes:20 comments:2 shares:1');
    const later = words(await ana.command('/insights signals days:7'));
    expect(later).toContain('I know 3: 7 more and I can begin');
    expect(later).toContain('One more video is too small');
    expect(later).toContain('Leave out `days` to look further back');
  });

  it('tells what moves with saves from what can’t be told from chance, with n and interval', async () => {
    const ana = stage.person('ana');
    await scoreAll(
      ana,
      fourteen((n) => (n < 4 ? 'duration:20 watch_time:9' : 'private:True')),
    );
    const shown = await ana.command('/insights signals');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('14 videos whose saves you counted yourself');
    expect(shown.field('More than chance')).toMatch(
      /^• \*\*shares for its views\*\*: more of it, more saves · \+1\.00 \(\+0\.9\d to \+1\.00\), 14 videos$/,
    );
    const chance = shown.field('Can’t be told from chance') ?? '';
    expect(chance).toMatch(
      /\*\*likes for its views\*\* · [+−]0\.\d\d \(−0\.\d\d to \+0\.\d\d\), 14 videos/,
    );
    expect(shown.field('Can’t be compared yet')).toContain('**length**: known for 4 of 10 videos');
    expect(shown.field('Can’t be compared yet')).toContain(
      '4 on weekends, 10 on weekdays; 5 of each',
    );
    expect(shown.field('Can’t be compared yet')).toContain(
      '**comments for its views**: the same in all 14',
    );
    expect(words(await ana.press(shown, 'How?'))).toMatch(/None of this proves a cause/);
  });

  it('without real counts compares estimates, says so, and leaves out what they are made of', async () => {
    const ana = stage.person('ana');
    await scoreAll(
      ana,
      fourteen((n) => `duration:${10 + n}`).map((line) => line.replace(/saves:\d+/, '')),
    );
    const shown = await ana.command('/insights signals');
    expect(words(shown)).toContain(
      'this is over estimated saves of 14 videos, which is much weaker',
    );
    expect(words(shown)).toContain('10 more and I compare with the truth');
    expect(words(await ana.press(shown, 'How?'))).toContain('I leave out likes, comments, shares');
    const compared = `${shown.field('More than chance')}${shown.field('Can’t be told from chance')}`;
    expect(compared).toContain('**length**');
    expect(compared).not.toContain('likes');
  });
});

describe('an experiment', () => {
  it('takes turns: each score says how far it is and whose turn comes, and ten of each conclude it', async () => {
    const ana = stage.person('ana');
    const line = (n: number) => {
      const saves = (n % 2 ? 1_500 : 700) + 10 * (unrelated[n % 14] ?? 0);
      const told = videoLine(n % 14, n % 2 ? 'trying:hook first' : '');
      return told
        .replace(/saves:\d+/, `saves:${saves}`)
        .replace(/link:\S+/, `link:${linkOf(n)}`)
        .replace(/comments:\d+/, `comments:${300 + n}`);
    };
    await ana.command(line(0));
    const first = await ana.command(line(1));
    expect(words(first)).toContain('“hook first”: 1 with, 1 without. Next: without.');
    // The same video again is the same video.
    expect(words(await ana.command(line(1)))).toContain('“hook first”: 1 with, 1 without');
    const turn = async () => (await ana.autocomplete('/score', 'trying', 'hook'))[0]?.name;
    expect(await turn()).toBe('hook first · next: without it');
    await ana.command(line(2));
    expect(await turn()).toBe('hook first · next: with it');
    const early = (await ana.command('/insights signals')).field('What you are trying');
    expect(early).toContain('1 with it, 2 without. From 5 of each on I compare: 4 more with it');
    await scoreAll(
      ana,
      Array.from({ length: 16 }, (_, n) => line(3 + n)),
    );
    const nine = (await ana.command('/insights signals')).field('What you are trying') ?? '';
    expect(nine).toMatch(
      /[12](\.\d)? times the save rate of those without it\. Between [\d.]+ and [\d.]+ times is possible \(9 with it, 10 without, all counted by you\)/,
    );
    expect(nine).toContain('I conclude at 10 of each.');
    expect(nine).not.toContain('More than chance');
    await ana.command(line(19));
    const ten = (await ana.command('/insights signals')).field('What you are trying') ?? '';
    expect(ten).toContain('More than chance, by 10 of each.');
    expect(ten).toContain('Next: one **without** it.');
  });

  it('that came after something else is described, with what is possible and what would show more', async () => {
    const ana = stage.person('ana');
    const line = (n: number, more = '') =>
      videoLine(n, more).replace(/saves:\d+/, `saves:${800 + 20 * (unrelated[n] ?? 0)}`);
    await scoreAll(
      ana,
      Array.from({ length: 14 }, (_, n) => line(n, n < 7 ? '' : 'trying:music')),
    );
    const field = (await ana.command('/insights signals')).field('What you are trying') ?? '';
    expect(field).toMatch(
      /times the save rate of before\. Between [\d.]+ and [\d.]+ times is possible \(7 with it, 7 before/,
    );
    expect(field).toContain('One after the other proves nothing');
    expect(field).toMatch(
      /\d+ of each, in turns and counted, would show a factor of 1\.5 in 8 of 10 cases\./,
    );
    expect(field).not.toMatch(/more than chance|too small/i);
  });

  it('in private counts for its creator alone, and not under a score that everybody sees', async () => {
    const ana = stage.person('ana');
    const name = 'trying:secret';
    await scoreAll(
      ana,
      [0, 1, 2].map((n) => videoLine(n, `${name} private:True`)),
    );
    expect(words(await ana.command(videoLine(3, name)))).toContain('“secret”: 1 with,');
    expect(words(await ana.command(videoLine(4, `${name} private:True`)))).toContain(
      '“secret”: 5 with,',
    );
    const field = (await ana.command('/insights signals')).field('What you are trying');
    expect(field).toContain('5 with it, 0 without');
  });

  it('in another server doesn’t count under a score that everybody sees here', async () => {
    const ana = stage.person('ana');
    const other = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('general');
    const there = stage.person('ana', { in: other, userId: ana.member.id });
    await scoreAll(
      there,
      [0, 1, 2].map((n) => videoLine(n, 'trying:far away')),
    );
    expect(words(await ana.command(videoLine(3, 'trying:far away')))).toContain(
      '“far away”: 1 with,',
    );
    const alone = await ana.command(videoLine(4, 'trying:far away private:True'));
    expect(words(alone)).toContain('“far away”: 5 with,');
  });

  it('may have any name: it pings nobody, and the longest answers fit', async () => {
    const ana = stage.person('ana');
    const names = ['@everyone ', '**[x](https://evil.example)** ', '‮rtl שלום ', '<@1> `a` '];
    const title = '@here ||[y](https://evil.example)|| '.repeat(100).trim();
    const hostile = /@everyone|@here|\]\(https:\/\/evil|<@1>|\u202e/;
    // Five videos before anything, then five of each, so that every comparison is made.
    for (let n = 0; n < 25; n += 1) {
      const name = names[Math.floor(n / 5) - 1]?.repeat(20).slice(0, 100).trim();
      const likes = 6_000 + 97 * ((n * 7) % 25);
      const shown = await ana.command(
        `/score views:100000 likes:${likes} comments:${250 + ((n * 11) % 25)} shares:${500 + 9 * n} ` +
          `${n % 9 === 0 ? '' : `saves:${700 + 10 * ((n * 3) % 25)}`} link:${linkOf(n)} title:${title} ` +
          `duration:${20 + ((n * 4) % 25)} watch_time:9 new_followers:${40 + ((n * 6) % 25)} ` +
          `category:educational ${name === undefined ? '' : `trying:${name}`}`,
      );
      expect(shown.field('Save Proxy')).toBeTruthy();
      expect(shown.message?.embeds[0]?.description).not.toMatch(hostile);
    }
    const shown = await ana.command('/insights signals');
    const comparisons = words(shown).match(/times the save rate of before/g);
    expect(comparisons).toHaveLength(4);
    expect(shown.field('Can’t be told from chance')?.split('\n').length).toBeGreaterThan(5);
    for (const one of [shown, await ana.command('/insights accuracy')]) {
      expect(JSON.stringify(one.message?.embeds)).not.toMatch(hostile);
    }
  });

  it('is told in the caller’s own numbers', async () => {
    const eva = stage.person('eva', { locale: 'tr' });
    await scoreAll(eva, fourteen());
    const shown = await eva.command('/insights signals');
    expect(shown.field('More than chance')).toContain('+1,00 (+0,98 to +1,00), 14 videos');
    const card = await eva.command('/insights accuracy');
    expect(card.message?.embeds[0]?.description).toContain('**1.480** counted');
  });
});

describe('/insights categories', () => {
  it('says what is missing before there is enough', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/insights categories');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('None of your videos that can be judged has a category');
    const example = exampleIn(shown.field('Add one'));
    expect((await stage.person('ben').command(example)).field('Save Proxy')).toBeTruthy();
    await scoreAll(ana, [videoLine(0, 'category:valuable'), videoLine(1)]);
    const later = await ana.command('/insights categories');
    expect(later.field('Too few to tell')).toBe('• **Valuable information**: 0.7 %, 1 of 6 videos');
    expect(words(later)).toContain('One more video has no `category`');
  });

  it('compares categories by their median save rates, and says which stand out', async () => {
    const ana = stage.person('ana');
    await scoreAll(
      ana,
      fourteen((n) =>
        n < 6 ? 'category:entertaining' : n < 13 ? 'category:educational' : 'category:aesthetic',
      ),
    );
    const shown = await ana.command('/insights categories');
    const said = words(shown);
    const finding = said.search(
      /Highest so far: Educational, [\d.]+ % \(.*\)\. Too few to conclude\./,
    );
    expect(finding).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('14 videos whose saves you counted yourself')).toBeGreaterThan(finding);
    // Six and seven in a row: described, and concluded from ten on.
    expect(shown.field('Too few to conclude')).toMatch(
      /• \*\*Entertaining\*\*: 0\.85 % \(0\.7 to 1\), 6 videos · 0\.\d+ times your others \(.*\); too few to conclude: 4 more and 2 more of others/,
    );
    expect(shown.field('Can’t be told from chance')).toBeUndefined();
    expect(shown.field('More than chance')).toBeUndefined();
    expect(words(await ana.press(shown, 'How?'))).toContain('10, 20 and 40');
    expect(shown.field('Too few to tell')).toContain('**Aesthetic**: 1.5 %, 1 of 6 videos');
  });

  it('says how much of it is estimated', async () => {
    const ana = stage.person('ana');
    await scoreAll(
      ana,
      fourteen((n) => (n % 2 ? 'category:entertaining' : 'category:educational')).map((line, n) =>
        n < 4 ? line : line.replace(/saves:\d+/, ''),
      ),
    );
    const shown = await ana.command('/insights categories');
    expect(words(shown)).toMatch(/Highest so far: .*, by estimates\. .*all 14 estimated alike/);
    expect(words(shown)).toContain('8 more real counts in two categories');
    expect(shown.field('By estimates')).toContain('Educational');
    expect(shown.field('More than chance')).toBeUndefined();
    expect(words(await ana.press(shown, 'How?'))).toContain('Only your own counts are concluded');
  });
});

describe('/insights accuracy', () => {
  it('asks for the first real count, with an example that works', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/insights accuracy');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('You haven’t told me any real saves yet');
    await ana.command(exampleIn(shown.message?.embeds[0]?.description));
    expect(words(await ana.command('/insights accuracy'))).toContain('the one video whose');
  });

  it('shows truths beside estimates, the share inside the range, and before and since', async () => {
    const ana = stage.person('ana');
    await scoreAll(
      ana,
      fourteen((n) => `title:Knot ${n} private:True`),
    );
    const shown = await ana.command('/insights accuracy');
    expect(shown.visibleTo).toBe(ana.member.id);
    const description = shown.message?.embeds[0]?.description ?? '';
    expect(description.match(/^[✓✗] /gm)).toHaveLength(10);
    expect(description).toMatch(
      /^[✓✗] Knot 13: \*\*1,480\*\* counted, [\d,]+ estimated \([\d,]+ to [\d,]+\)$/m,
    );
    const marks = stage.rows<{ inside: bigint }>(
      'SELECT "inside" FROM "TrueSave" WHERE "creatorId" = ?',
      BigInt(ana.member.id),
    );
    const hits = marks.filter(({ inside }) => inside === 1n).length;
    expect(description).toMatch(new RegExp(`^\\*\\*${hits} of 14\\*\\* inside the 80 % range`));
    expect(description).toMatch(/within a factor of \*\*[\d.]+\*\* \([\d.]+ to [\d.]+\)/);
    expect(shown.field('Before and since')).toMatch(/it proves no change\.$/);
  });

  it('tells nobody of another member’s, and is the same in another server of theirs', async () => {
    const ana = stage.person('ana');
    await scoreAll(ana, fourteen().slice(0, 2));
    expect(words(await stage.person('ben').command('/insights accuracy'))).toContain(
      'Nothing to check against yet',
    );
    const other = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('general');
    const there = stage.person('ana', { in: other, userId: ana.member.id });
    const shown = await there.command('/insights accuracy');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('2 videos');
  });
});

it('broke no rule of Discord, and pinged nobody', () => {
  expect(stage.discord.violations).toEqual([]);
});
