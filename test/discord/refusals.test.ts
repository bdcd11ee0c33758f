import type { Person } from 'local-discord';
import { Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  customIdOf,
  ending,
  estimateIn,
  NOTHING,
  offeredCommand,
  Stage,
  videoIdOf,
  words,
} from '../support/bot.js';
import { escapesIn } from '../support/hostile.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const LINK = `https://www.tiktok.com/@ana/video/${videoIdOf(new Date('2026-03-01T12:00:00Z'))}`;
const DAY = 86_400_000;

const day = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Whether somebody was refused, with nothing of it stored and nobody else seeing it. */
function expectRefused(shown: Shown, person: Person): void {
  expect(shown.outcome).toBe('message');
  expect(shown.visibleTo).toBe(person.member.id);
  expect(words(shown)).toContain('Nothing was stored');
  expect(stage.stored(person)).toEqual(NOTHING);
}

describe('what can’t be read', () => {
  it('is named option by option with what was typed, all at once', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      '/score views:lots likes:-5 comments:1.5 shares:1.2 mil. saves:9Q link:my video title:Pasta posted:30.02.2026 new_followers:12 or so',
    );
    expectRefused(shown, ana);
    const seen = words(shown);
    for (const [option, typed] of [
      ['views', 'lots'],
      ['likes', '-5'],
      ['comments', '1.5'],
      ['shares', '1.2 mil.'],
      ['saves', '9Q'],
      ['link', 'my video'],
      ['posted', '30.02.2026'],
      ['new_followers', '12 or so'],
    ]) {
      expect(seen).toContain(`${option}: \`${typed}\``);
    }
    expect(seen).toContain('541.2K');
    expect(shown.message?.embeds[0]?.description).not.toContain('title');
  });

  const impossibleCounts = [
    '-5',
    '−5',
    '1.5',
    '1.2345K',
    'abc',
    'K',
    '1,2,3',
    '1e5',
    '99999999999999999999',
  ];
  it.each(impossibleCounts)('refuses %s as a count', async (typed) => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score views:541.2K likes:${typed} comments:1 shares:2`);
    expectRefused(shown, ana);
    expect(words(shown)).toContain(`likes: \`${typed}\``);
  });

  it('shows typed text as text, however it tries to get out of its place', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      `/score views:\`\`\`@everyone\`\`\` likes:**1** comments:<@${ana.member.id}> shares:\u202e1 link:\`[x](https://evil.example)\``,
    );
    expectRefused(shown, ana);
    expect(shown.pinged).toEqual([]);
    const { description = '' } = shown.message?.embeds[0] ?? {};
    // Whatever stands between two backticks is shown as it is.
    expect(description.split('`').length % 2).toBe(1);
    expect(description).not.toContain('```');
  });

  it('shows nothing where nothing visible was typed, and what follows it as text', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      '/score views:\u200b likes:**1** comments:\u2800 shares:<:zz:666666666666666666>',
    );
    expectRefused(shown, ana);
    const { description = '' } = shown.message?.embeds[0] ?? {};
    expect(description).toContain('**views** is empty');
    expect(description).not.toContain('``');
    expect(escapesIn({ content: '', embeds: shown.message?.embeds ?? [] })).toEqual([]);
  });

  it('stays inside Discord’s limits when everything is long and wrong', async () => {
    const ana = stage.person('ana');
    const long = 'w'.repeat(60);
    const shown = await ana.command(
      `/score views:${long} likes:${long} comments:${long} shares:${long} saves:${long} new_followers:${long} posted:${long} link:${'l'.repeat(2000)} title:${'`'.repeat(4000)} trying:${'t'.repeat(100)}`,
    );
    expectRefused(shown, ana);
  });
});

describe('the corrected command', () => {
  it('can be sent as it is when something was impossible', async () => {
    const ana = stage.person('ana');
    const future = day(Date.now() + 40 * DAY);
    const shown = await ana.command(
      `/score views:541.2K likes:-48.1K comments:1,204 shares:3.9K link:https://evil.example/@ana/video/1 title:Pasta, “best” posted:${future} category:valuable duration:21.5 watch_time:9 new_followers:12 trying:Hook private:true`,
    );
    expectRefused(shown, ana);
    const again = await ana.command(offeredCommand(shown));
    expect(again.field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(again.visibleTo).toBe(ana.member.id);
    expect(
      stage.rows(
        `SELECT v."title", v."category", v."duration", r."watchTime", r."newFollowers", r."trying", r."likes"
         FROM "Reading" r JOIN "Video" v ON v."id" = r."videoId" WHERE r."creatorId" = ?`,
        BigInt(ana.member.id),
      ),
    ).toEqual([
      {
        title: 'Pasta, “best”',
        category: 'valuable',
        duration: 21.5,
        watchTime: 9,
        newFollowers: 12n,
        trying: 'Hook',
        likes: 48_100n,
      },
    ]);
  });

  it('keeps what was right, to be mended by hand where it can’t be known', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      `/score views:lots likes:48.1K comments:1,204 shares:3.9K link:${LINK} title:Pasta`,
    );
    expectRefused(shown, ana);
    const mended = offeredCommand(shown).replace('lots', '541.2K');
    expect(mended).toBe(
      `/score views:541.2K likes:48.1K comments:1,204 shares:3.9K link:${LINK} title:Pasta`,
    );
    expect((await ana.command(mended)).field('Save Proxy')).toMatch(/\/ 100$/m);
  });

  it('never forgets that it was private, however long everything else is', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      `/score views:${'1'.repeat(59)}x likes:${'2'.repeat(59)}x comments:${'3'.repeat(59)}x shares:${'4'.repeat(59)}x link:${LINK}?${'q'.repeat(1500)} title:${'long '.repeat(700)} trying:${'t'.repeat(100)} private:true`,
    );
    expectRefused(shown, ana);
    expect(offeredCommand(shown)).toMatch(/ private:true/i);
  });

  it('means the same title again, whatever was in it', async () => {
    const ana = stage.person('ana');
    const title = 'Pasta `al dente` **today** @here';
    const shown = await ana.command(`/score views:500 likes:-1 comments:1 shares:1 title:${title}`);
    expectRefused(shown, ana);
    const again = await ana.command(offeredCommand(shown));
    expect(again.field('Save Proxy')).toContain('too small');
    const [video] = stage.rows<{ title: string }>(
      'SELECT "title" FROM "Video" WHERE "creatorId" = ?',
      BigInt(ana.member.id),
    );
    expect(video?.title.replaceAll('ˋ', '`')).toBe(title);
  });
});

describe('what can’t be true', () => {
  it.each([
    ['https://evil.example/@ana/video/7298765432109876543', 'isn’t a TikTok link'],
    ['https://tiktok.com.evil.example/@ana/video/7298765432109876543', 'isn’t a TikTok link'],
    ['https://www.tiktok.com@evil.example/@ana/video/7298765432109876543', 'isn’t a TikTok link'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'isn’t a TikTok link'],
    ['https://www.tiktok.com/@ana', 'is a TikTok profile'],
    ['javascript:alert(1)', 'isn’t a link'],
  ])('refuses the link %s', async (link, why) => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS} link:${link}`);
    expectRefused(shown, ana);
    expect(words(shown)).toContain(why);
    const corrected = offeredCommand(shown);
    expect(corrected).toBe(`/score ${COUNTS}`);
    expect((await ana.command(corrected)).field('Save Proxy')).toMatch(/\/ 100$/m);
  });

  it('refuses a day beyond tomorrow anywhere on earth, and takes tomorrow', async () => {
    const ana = stage.person('ana');
    const beyond = await ana.command(`/score ${COUNTS} posted:${day(Date.now() + 4 * DAY)}`);
    expectRefused(beyond, ana);
    expect(words(beyond)).toContain('still to come');
    const corrected = await ana.command(offeredCommand(beyond));
    expect(corrected.field('Save Proxy')).toMatch(/\/ 100$/m);
    const tomorrow = await ana.command(`/score ${COUNTS} posted:${day(Date.now() + DAY)}`);
    expect(tomorrow.field('Save Proxy')).toContain('too early');
  });

  it('keeps what was typed in the command to copy, a day that never was, too', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS} posted:30.02.2026`);
    expectRefused(shown, ana);
    expect(offeredCommand(shown)).toContain('posted:30.02.2026');
  });

  it('refuses more saves than views', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/score views:5,000 likes:400 comments:9 shares:20 saves:7K');
    expectRefused(shown, ana);
    expect(words(shown)).toMatch(/saves.*7K.*5,000/);
    const again = await ana.command(offeredCommand(shown));
    expect(again.field('Save Proxy')).toMatch(/\/ 100$/m);
    // As far as rounding goes, 5.1K may be no more than 5,000.
    const bob = stage.person('bob');
    const near = await bob.command('/score views:5K likes:4K comments:9 shares:20 saves:5.1K');
    expect(words(near)).not.toContain('can’t be');
  });

  it('names every impossibility of one command', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(
      `/score views:5,000 likes:400 comments:9 shares:20 saves:7K posted:${day(Date.now() + 9 * DAY)}`,
    );
    expectRefused(shown, ana);
    expect(words(shown)).toMatch(/saves/);
    expect(words(shown)).toMatch(/posted/);
    expect((await ana.command(offeredCommand(shown))).field('Save Proxy')).toMatch(/\/ 100$/m);
  });
});

describe('what is hardly true', () => {
  const improbable = [
    [
      'more likes than views',
      '/score views:1000 likes:2000 comments:1 shares:3',
      /likes.*2000.*1000/,
    ],
    [
      'more comments than views',
      '/score views:1000 likes:20 comments:1,500 shares:3',
      /comments.*1,500/,
    ],
    ['more shares than views', '/score views:1000 likes:20 comments:1 shares:3K', /shares.*3K/],
    [
      'a watch time over four times the length',
      `/score ${COUNTS} duration:10 watch_time:41`,
      /watch_time.*41.*10/,
    ],
    ['a truth far above the range', `/score ${COUNTS} saves:400K`, /saves.*400,000/],
    ['a truth far below the range', `/score ${COUNTS} saves:3`, /saves.*3/],
    [
      'more views than any video had',
      '/score views:541B likes:48.1K comments:1 shares:3',
      /views.*541,000,000,000/,
    ],
  ] as const;
  it.each(improbable)(
    'asks once more about %s, and stores it when told to',
    async (_, line, why) => {
      const ana = stage.person('ana');
      const asked = await ana.command(line);
      expect(asked.visibleTo).toBe(ana.member.id);
      expect(words(asked)).toMatch(why);
      expect(asked.buttons[0]).toBe('Store anyway');
      expect(stage.stored(ana)).toEqual({ ...NOTHING, creators: 1, drafts: 1 });
      const pressed = await ana.press(asked, 'Store anyway');
      const answer = await ending(pressed);
      expect(answer.visibleTo).toBeUndefined();
      expect(answer.field('Save Proxy')).toMatch(/\/ 100$/m);
      const saves = line.includes('saves:') ? 'Change real saves' : 'Add real saves';
      expect(answer.buttons).toEqual(['How?', saves, 'New numbers', 'Edit']);
      expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 1, estimates: 1 });
    },
  );

  it('takes the edges as they are', async () => {
    const ana = stage.person('ana');
    for (const line of [
      '/score views:1000 likes:1000 comments:1 shares:3',
      '/score views:1K likes:1,050 comments:1 shares:3',
      `/score ${COUNTS} duration:10 watch_time:40`,
    ]) {
      expect((await ana.command(line)).field('Save Proxy')).toMatch(/\/ 100$/m);
    }
  });

  it('names every doubt of one command', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(
      '/score views:1000 likes:2000 comments:3000 shares:3 duration:2 watch_time:60 saves:900',
    );
    for (const option of ['likes', 'comments', 'watch_time']) {
      expect(words(asked)).toContain(`${option}:`);
    }
  });

  it('is stored as of when it was typed', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    // Ten of its fifteen minutes pass.
    const [draft] = stage.rows<{ id: bigint; expiresAt: string }>(
      'SELECT "id", "expiresAt" FROM "Draft" WHERE "creatorId" = ?',
      BigInt(ana.member.id),
    );
    const typedAt = Date.parse(draft?.expiresAt ?? '') - 25 * 60_000;
    stage.change(
      'UPDATE "Draft" SET "expiresAt" = ? WHERE "id" = ?',
      new Date(typedAt + 15 * 60_000).toISOString().replace('Z', '+00:00'),
      draft?.id,
    );
    await ending(await ana.press(asked, 'Store anyway'));
    const [reading] = stage.rows<{ takenAt: string }>(
      'SELECT "takenAt" FROM "Reading" WHERE "creatorId" = ?',
      BigInt(ana.member.id),
    );
    expect(Date.parse(reading?.takenAt ?? '')).toBe(typedAt);
  });

  it('stays private when it was private', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const before = bob.sees().length;
    const asked = await ana.command(
      '/score views:1000 likes:2000 comments:1 shares:3 private:true',
    );
    const pressed = await ana.press(asked, 'Store anyway');
    const answer = await ending(pressed);
    expect(answer.field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(answer.visibleTo).toBe(ana.member.id);
    expect(bob.sees()).toHaveLength(before);
  });

  it('is stored once when the button is pressed twice', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    const id = customIdOf(asked, 'Store anyway');
    const [one, two] = await Promise.all([ana.forge(asked, id), ana.forge(asked, id)]);
    const later = await ana.forge(asked, id);
    const told = [one, two, later].filter((shown) => /stored already/i.test(words(shown)));
    expect(told).toHaveLength(2);
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 1 });
    const posted = () =>
      ana
        .sees()
        .filter(
          (message) =>
            message.interaction?.user.id === ana.member.id &&
            words(message).includes('1,000 views, 2,000 likes'),
        );
    await expect.poll(posted).toHaveLength(1);
  });

  it('is gone after fifteen minutes', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    stage.change(
      'UPDATE "Draft" SET "expiresAt" = ? WHERE "creatorId" = ?',
      new Date(Date.now() - 1000).toISOString().replace('Z', '+00:00'),
      BigInt(ana.member.id),
    );
    const pressed = await ana.press(asked, 'Store anyway');
    expect(words(pressed)).toMatch(/15 minutes.*Nothing was stored/);
    expect(pressed.visibleTo).toBe(ana.member.id);
    expect(stage.stored(ana)).toMatchObject({ videos: 0, readings: 0 });
  });

  it('can be stored by its author alone', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    const pressed = await bob.forge(asked, customIdOf(asked, 'Store anyway'));
    expect(words(pressed)).toContain('Only the member who typed these numbers');
    expect(pressed.visibleTo).toBe(bob.member.id);
    expect(stage.stored(ana)).toMatchObject({ readings: 0, drafts: 1 });
    expect(stage.stored(bob)).toEqual(NOTHING);
    expect(asked.buttons).toEqual(['Store anyway']);
  });

  it('isn’t forgotten with the next try: the corrected numbers just come in', async () => {
    const ana = stage.person('ana');
    await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    const shown = await ana.command('/score views:10000 likes:2000 comments:1 shares:3');
    expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(stage.stored(ana).readings).toBe(1);
  });

  it('is estimated without going wrong at no length at all', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(`/score ${COUNTS} duration:0 watch_time:5`);
    const pressed = await ana.press(asked, 'Store anyway');
    const answer = await ending(pressed);
    const { saves, low, high } = estimateIn(answer.field('Estimated saves'));
    expect(low).toBeLessThan(saves);
    expect(saves).toBeLessThan(high);
  });
});

describe('what no Discord of today would send', () => {
  const option = (name: string, value: unknown, type = 3) => ({ name, value, type });
  const required = [
    option('views', '541.2K'),
    option('likes', '48.1K'),
    option('comments', '1,204'),
    option('shares', '3.9K'),
  ];
  const oddities: [what: string, options: readonly unknown[]][] = [
    ['no options', []],
    ['a required option less', required.slice(1)],
    ['a number for a text', [...required.slice(1), option('views', 541_200, 10)]],
    ['a text for a number', [...required, option('duration', 'long')]],
    ['a text for a choice', [...required, option('category', 'constructor')]],
    ['a text for true or false', [...required, option('private', 'yes')]],
    ['no value', [...required.slice(1), { name: 'views', type: 3 }]],
    ['empty texts', required.map(({ name }) => option(name, ''))],
    ['blanks', required.map(({ name }) => option(name, ' \u200b\u00a0 '))],
    ['half a surrogate', [...required, option('title', 'a\ud83d b')]],
    ['control characters', [...required, option('title', 'a\u0000b\u001b[31m\r\n')]],
    ['six thousand digits', [...required.slice(1), option('views', '9'.repeat(6000))]],
    ['six thousand marks', [...required.slice(1), option('views', '1,'.repeat(3000))]],
    ['six thousand backticks', [...required, option('link', '`'.repeat(6000))]],
    ['an endless title', [...required, option('title', 'x '.repeat(3000))]],
    ['an option nobody knows', [...required, option('__proto__', 'x')]],
    ['an option twice', [...required, option('views', '1')]],
    ['a number that is none', [...required, option('duration', null, 10)]],
    [
      'a huge number',
      [...required, option('duration', 1e300, 10), option('watch_time', 1e300, 10)],
    ],
    ['a negative length', [...required, option('duration', -5, 10), option('watch_time', 3, 10)]],
  ];
  // Without all four counts the form asks for them.
  const incomplete = ['no options', 'a required option less', 'no value'];
  it.each(oddities)('is answered once all the same: %s', async (what, options) => {
    const ana = stage.person('ana');
    const posted = ana.sees().length;
    const shown = new Shown(
      // Typed as what Discord sends; that it may be anything is the point.
      await stage.discord.dispatch(ana.member, ana.channel, {
        name: 'score',
        options: options as readonly never[],
      }),
    );
    expect(shown.outcome === 'modal').toBe(incomplete.includes(what));
    if (shown.outcome === 'modal') {
      expect(words(shown)).toContain('Score a video');
      expect(ana.sees()).toHaveLength(posted);
      expect(stage.stored(ana)).toEqual(NOTHING);
      return;
    }
    const told = await ending(shown);
    expect(words(told)).toMatch(/\/ 100|Nothing (was|is) stored/);
    expect(words(told)).not.toMatch(/NaN|Infinity|∞/);
    expect(ana.sees()).toHaveLength(posted + 1);
    const { readings, estimates } = stage.stored(ana);
    expect([readings, estimates]).toEqual(/\/ 100/.test(words(told)) ? [1, 1] : [0, 0]);
  });

  it('is the largest number there is', async () => {
    const ana = stage.person('ana');
    const asked = await ana.command(
      '/score views:9007199254740991 likes:9007199254740991 comments:0 shares:9007199254740991',
    );
    const stored = await ending(await ana.press(asked, 'Store anyway'));
    expect(words(stored)).toContain('9,007,199,254,740,991 views');
    expect(
      stage.rows('SELECT "views" FROM "Reading" WHERE "creatorId" = ?', BigInt(ana.member.id)),
    ).toEqual([{ views: 9_007_199_254_740_991n }]);
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
