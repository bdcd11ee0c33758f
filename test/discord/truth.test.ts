import type { Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  customIdOf,
  ending,
  estimateIn,
  NOTHING,
  Stage,
  videoIdOf,
  words,
} from '../support/bot.js';

const DAY = 86_400_000;
const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const inputs = (shown: Shown) =>
  [...shown.text().matchAll(/^│ (\S[^*:]*) \*:/gm)].map(([, label]) => label);

/** What an estimate knew, as `How?` tells it. */
async function knownOf(person: Person, shown: Shown): Promise<string> {
  return (await person.press(shown, 'How?')).field('What I knew') ?? '';
}

describe('How?', () => {
  it('explains a score to anybody, and only to who asked', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const shown = await ana.command(`/score ${COUNTS} saves:5.1K`);
    const how = await bob.press(shown, 'How?');
    expect(how.visibleTo).toBe(bob.member.id);
    const seen = words(how);
    for (const part of [
      'views: 541,200 (rounded: true to about ± 50)',
      'comments: 1,204 ',
      'counted by you: 5,100',
      'Model ',
      '8 of 10',
      '78 means that 78 of 100 were saved less',
      'Fitted on ',
      'Vietnamese',
      '/faq saves',
    ]) {
      expect(seen).toContain(part);
    }
    // The factors multiply to the estimate.
    const formula = how.field('The formula') ?? '';
    const [start, ...factors] = [...formula.matchAll(/(?:^|× )([\d.,]+)/gm)].map(([, n]) =>
      Number(n?.replaceAll(',', '')),
    );
    const result = Number(/= ([\d.,]+)$/.exec(formula)?.[1]?.replaceAll(',', ''));
    const product = factors.reduce((all, factor) => all * factor, start ?? Number.NaN);
    expect(product / result).toBeCloseTo(1, 1);
    expect(how.field('Why, part by part')).toMatch(
      /The estimate was too (low|high) by a factor of [\d.]+: (inside|outside) its range\.$/,
    );
    const { saves } = estimateIn(/guess (.*)$/m.exec(shown.field('Estimated saves') ?? '')?.[1]);
    // The estimate is shown with fewer digits than the formula.
    expect(result / (saves + 1)).toBeCloseTo(1, 1);
  });

  it('says nothing of another member’s private score, nor in another server', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const hidden = await ana.command(`/score ${COUNTS} private:true`);
    const open = await ana.command(`/score ${COUNTS}`);
    const elsewhere = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('general');
    const [away, anaAway] = [
      stage.person('bob', { in: elsewhere, userId: bob.member.id }),
      stage.person('ana', { in: elsewhere, userId: ana.member.id }),
    ];
    const anything = await away.command('/help');
    for (const shown of [
      await bob.forge(open, customIdOf(hidden, 'How?')),
      await away.forge(anything, customIdOf(open, 'How?')),
      await anaAway.forge(await anaAway.command('/help'), customIdOf(hidden, 'How?')),
    ]) {
      expect(words(shown)).toMatch(/aren’t stored any more, or not here/);
      expect(words(shown)).not.toMatch(/541|48,100/);
      expect(shown.ephemeral).toBe(true);
    }
    expect(words(await ana.press(hidden, 'How?'))).toContain('541,200');
  });
});

describe('real counts of others in a server', () => {
  it('teach everybody there once three members told some, and nobody elsewhere', async () => {
    const guild = stage.discord.addGuild({ name: 'Knots' });
    const knots = guild.addChannel('general');
    const elsewhere = stage.discord.addGuild({ name: 'Bows' }).addChannel('general');
    const away = stage.person('eve', { in: elsewhere });
    const before = await away.command(`/score ${COUNTS}`);
    expect(words(before)).not.toContain('others');
    for (const name of ['kim', 'lou', 'max']) {
      const shown = await stage.person(name, { in: knots }).command(`/score ${COUNTS} saves:9K`);
      expect(words(shown)).not.toContain('others');
    }
    const taught = await stage.person('ana', { in: knots }).command(`/score ${COUNTS}`);
    expect(await knownOf(stage.person('kay', { in: knots }), taught)).toContain(
      'Learned from the last 3 real counts that others told me in this server.',
    );
    const how = await stage.person('kay', { in: knots }).press(taught, 'How?');
    expect(how.field('Why, part by part')).toMatch(/\+\d+\s% real counts of others/);
    const estimate = (shown: Shown) => estimateIn(shown.field('Estimated saves')).saves;
    expect(estimate(taught)).toBeGreaterThan(estimate(before));
    expect(estimate(await away.command(`/score ${COUNTS}`))).toBe(estimate(before));
  });
});

describe('New numbers', () => {
  const labels = ['Views now', 'Likes now', 'Comments now', 'Shares now'];

  it('opens with the last ones, and makes a new reading of the same video', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const shown = await ana.command(`/score ${COUNTS} category:aesthetic`);
    const modal = await ana.press(shown, 'New numbers');
    expect(inputs(modal)).toEqual(labels);
    for (const last of ['541.2K', '48.1K', '1204', '3.9K']) {
      expect(modal.text()).toContain(`: ${last}\n`);
    }
    expect(words(await bob.press(shown, 'New numbers'))).toContain('Only the member who typed');
    const posted = bob.sees().length;
    const sent = await ana.submit(modal, { 'Views now': '600K' });
    expect(sent.outcome).toBe('update');
    expect(bob.sees()).toHaveLength(posted);
    expect(words(shown)).toContain('600,000 views, 48,100 likes');
    expect(words(shown)).toContain('+58,800 views');
    const how = await ana.press(shown, 'How?');
    expect(how.field('Why, part by part')).toContain('aesthetic');
    expect(words(shown)).not.toContain('counted');
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 2, estimates: 2, truths: 0 });
  });

  it('may bring the saves as well, and goes on from what it made', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    await ana.submit(await ana.press(shown, 'New numbers'), { 'Views now': '600K' });
    const again = await ana.press(shown, 'New numbers');
    expect(again.text()).toContain(': 600K\n');
    await ana.submit(again, { 'Views now': '610K', 'Saves now': '5.1K' });
    expect(words(shown)).toContain('5,100 saves, counted');
    expect(words(shown)).toContain('+10,000 views');
    expect(shown.buttons).toContain('Change real saves');
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 3, truths: 1 });
  });

  it('asks once more about what is hardly true, and refuses what can’t be', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    const open = () => ana.press(shown, 'New numbers');
    const refused = await ana.submit(await open(), { 'Views now': 'many' });
    expect(words(refused)).toContain('many');
    const asked = await ana.submit(await open(), { 'Likes now': '900K' });
    expect(stage.stored(ana)).toMatchObject({ readings: 1, drafts: 1 });
    await ana.press(asked, 'Store anyway');
    await expect.poll(() => words(shown)).toContain('900,000 likes');
    expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 2, truths: 0, drafts: 0 });
  });
});

describe('Which account?', () => {
  it('is asked once two accounts are known and a video names none, and the score is worked out anew', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const score = (more: string) => ana.command(`/score ${COUNTS} ${more}`);
    const link = (handle: string, n: number) =>
      `https://www.tiktok.com/@${handle}/video/${videoIdOf(new Date('2026-02-01T12:00:00Z'), n)}`;
    const first = await score('title:Rope posted:2026-02-01');
    const { saves } = estimateIn(first.field('Estimated saves'));
    await ana.submit(await ana.press(first, 'Add real saves'), { 'Saves now': String(saves * 2) });
    const only = await score(`link:${link('ana.films', 1)}`);
    // A count told without a link taught the only account.
    expect(await knownOf(ana, only)).toContain('Learned from the 1 real count you told me');
    await score(`link:${link('ana.cooks', 2)} saves:${saves * 3}`);
    const unknown = await score('title:Knots posted:2026-02-02');
    expect(unknown.buttons).toEqual([
      'How?',
      'Add real saves',
      'New numbers',
      'Edit',
      'Which account?',
    ]);
    const before = await knownOf(ana, unknown);
    expect(before).toContain('I can’t tell which account this video is of');
    expect(before).not.toContain('Learned from');
    expect(before).not.toContain('your next estimates learn');
    expect(words(await bob.press(unknown, 'Which account?'))).not.toContain('ana.films');
    const asked = await ana.press(unknown, 'Which account?');
    expect(asked.visibleTo).toBe(ana.member.id);
    expect(optionsIn(asked)).toEqual(['ana.cooks', 'ana.films']);
    const kept = await ana.choose(asked, ['ana.cooks']);
    expect(words(kept)).toContain('Kept: it is of @ana.cooks');
    await expect
      .poll(() => unknown.buttons)
      .toEqual(['How?', 'Add real saves', 'New numbers', 'Edit']);
    expect(await knownOf(ana, unknown)).toContain('Learned from the 1 real count you told me');
    const again = await score('title:Knots posted:2026-02-02');
    expect(await knownOf(ana, again)).not.toContain('which account');
  });

  it('says so where none is known any more', async () => {
    const ana = stage.person('ana');
    for (const [n, handle] of ['ana.films', 'ana.cooks'].entries()) {
      const id = videoIdOf(new Date('2026-02-03T12:00:00Z'), n);
      await ana.command(`/score ${COUNTS} link:https://www.tiktok.com/@${handle}/video/${id}`);
    }
    const unknown = await ana.command(`/score ${COUNTS}`);
    await ending(await ana.press(await ana.command('/data delete'), 'Delete everything'));
    await ana.command(`/score ${COUNTS}`);
    const pressed = await ana.press(unknown, 'Which account?');
    expect(words(pressed)).toContain('I know no account of yours any more');
    expect(stage.discord.violations).toEqual([]);
  });
});

describe('Add real saves', () => {
  it('is for the author alone', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const shown = await ana.command(`/score ${COUNTS}`);
    const pressed = await bob.press(shown, 'Add real saves');
    expect(pressed.outcome).toBe('message');
    expect(pressed.visibleTo).toBe(bob.member.id);
    expect(words(pressed)).toContain('Only the member who typed these numbers');
    // A forged client puts its own id into the button, or sends the modal without one.
    const [name, version, reading] = customIdOf(shown, 'Add real saves').split(':');
    const forged = await bob.forge(shown, [name, version, reading, bob.member.id].join(':'));
    const modal = forged.modal === undefined ? undefined : forged;
    const sent = modal === undefined ? forged : await bob.submit(modal, { 'Saves now': '5.1K' });
    expect(words(sent)).toContain('Only the member who typed these numbers');
    expect(stage.stored(ana).truths).toBe(0);
    expect(stage.stored(bob)).toEqual(NOTHING);
  });

  it('asks for the saves, and shows the truth beside the estimate in the same message', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const shown = await ana.command(`/score ${COUNTS}`);
    const before = estimateIn(shown.field('Estimated saves'));
    const posted = bob.sees().length;
    const modal = await ana.press(shown, 'Add real saves');
    expect(modal.outcome).toBe('modal');
    expect(modal.text()).toContain('Saves now: ');
    expect(modal.text()).not.toContain('Views now');
    const sent = await ana.submit(modal, { 'Saves now': '5.1K' });
    expect(sent.outcome).toBe('update');
    expect(bob.sees()).toHaveLength(posted);
    const field = shown.field('Estimated saves') ?? '';
    expect(field).toContain('5,100');
    const guess = estimateIn(/guess (.*)$/m.exec(field)?.[1]);
    expect([guess.saves, guess.low]).toEqual([before.saves, before.low]);
    expect(field).toContain('80 %');
    expect(shown.field('Save rate')).toBe('0.94 % of views, by your count');
    expect(shown.buttons).toEqual(['How?', 'Change real saves', 'New numbers', 'Edit']);
    expect(words(shown)).toMatch(/^│? ?5,100 saves, counted: (good|great), /);
    const how = await ana.press(shown, 'How?');
    expect(how.field('What I knew')).toContain('Your next estimates learn from this count.');
    expect(words(how)).not.toContain('Can you see the number beside the bookmark?');
    // What the estimate is made of adds up to it, and one line more to what was counted.
    expect(words(shown)).toContain('I guessed low.');
    expect(shown.field('Why')).toMatch(/^Shares \+\d+\s%, .*counted \d+\s% more$/);
    const why = how.field('Why, part by part') ?? '';
    expect(why).toContain(`That made an estimate of ${before.saves.toLocaleString('en-US')}.`);
    expect(why).toMatch(/^\+\d+\s% what you counted: 5,100$/m);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, estimates: 1, truths: 1 });
  });

  it('can be told again, and the last one counts', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    const told = [
      ['Add real saves', '5.1K'],
      ['Change real saves', '5,234'],
    ] as const;
    for (const [button, saves] of told) {
      await ana.submit(await ana.press(shown, button), { 'Saves now': saves });
    }
    expect(shown.field('Estimated saves')).toContain('5,234');
    expect(
      stage.rows(
        'SELECT "saves", "savesStep" FROM "TrueSave" WHERE "creatorId" = ?',
        BigInt(ana.member.id),
      ),
    ).toEqual([{ saves: 5234n, savesStep: 1n }]);
  });

  it('is stored once when it is told twice in one moment', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(shown, 'Add real saves');
    await Promise.all([1, 2, 3].map(() => ana.submit(modal, { 'Saves now': '5.1K' })));
    expect(shown.field('Estimated saves')).toContain('5,100');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1 });
  });

  it('teaches the next estimate for the same handle, and only that', async () => {
    // A server in which nobody else has told anything.
    const quiet = { in: stage.discord.addGuild({ name: 'Quiet' }).addChannel('general') };
    const ana = stage.person('ana', quiet);
    const told = await ana.command(
      `/score ${COUNTS} link:https://www.tiktok.com/@ana/video/7298765432109876543`,
    );
    const before = estimateIn(told.field('Estimated saves')).saves;
    await ana.submit(await ana.press(told, 'Add real saves'), { 'Saves now': String(before * 2) });
    const next = await ana.command(
      `/score ${COUNTS} link:https://www.tiktok.com/@ana/video/7298765432109876544`,
    );
    expect(await knownOf(ana, next)).toContain('Learned from the 1 real count you told me');
    expect(estimateIn(next.field('Estimated saves')).saves).toBeGreaterThan(before * 1.1);
    const other = await ana.command(
      `/score ${COUNTS} link:https://www.tiktok.com/@other/video/7298765432109876545`,
    );
    expect(await knownOf(ana, other)).not.toContain('Learned from');
    expect(estimateIn(other.field('Estimated saves')).saves).toBe(before);
    const bob = stage.person('bob', quiet);
    const his = await bob.command(
      `/score ${COUNTS} link:https://www.tiktok.com/@ana/video/7298765432109876546`,
    );
    expect(await knownOf(bob, his)).not.toContain('Learned from');
  });

  it('refuses what can’t be read or can’t be true, and stores nothing', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    for (const [saves, why] of [
      ['lots', 'isn’t a number'],
      ['-3', 'below zero'],
      ['600K', 'can’t be'],
    ] as const) {
      const modal = await ana.press(shown, 'Add real saves');
      const sent = await ana.submit(modal, { 'Saves now': saves });
      expect(sent.visibleTo).toBe(ana.member.id);
      expect(words(sent)).toContain(why);
      expect(words(sent)).toContain('Nothing was stored');
    }
    expect(stage.stored(ana).truths).toBe(0);
    expect(shown.field('Estimated saves')).toContain('80 % range');
  });

  it('asks once more about a truth far from the range, and then edits the public message', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(shown, 'Add real saves');
    const asked = await ana.submit(modal, { 'Saves now': '120K' });
    expect(asked.visibleTo).toBe(ana.member.id);
    expect(words(asked)).toMatch(/saves: 120,000 is far from/);
    expect(stage.stored(ana)).toMatchObject({ truths: 0, drafts: 1 });
    expect(shown.field('Estimated saves')).toContain('80 % range');
    const pressed = await ana.press(asked, 'Store anyway');
    expect(words(pressed)).toContain('Stored');
    await expect.poll(() => shown.field('Estimated saves')).toContain('120,000');
    expect(shown.buttons).toEqual(['How?', 'Change real saves', 'New numbers', 'Edit']);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1 });
  });

  it('shows a private truth to its author alone, also after Store anyway', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const posted = bob.sees().length;
    const shown = await ana.command(`/score ${COUNTS} private:true`);
    await ana.submit(await ana.press(shown, 'Add real saves'), { 'Saves now': '5.1K' });
    expect(shown.field('Estimated saves')).toContain('5,100');
    const asked = await ana.submit(await ana.press(shown, 'Change real saves'), {
      'Saves now': '120K',
    });
    const pressed = await ana.press(asked, 'Store anyway');
    // The bot can't edit a private message by its id: the truth comes as a message of its own.
    await expect.poll(() => pressed.followUps.length).toBe(1);
    expect(pressed.followUps[0]?.visibleTo).toBe(ana.member.id);
    expect(pressed.followUps[0]?.field('Estimated saves')).toContain('120,000');
    expect(bob.sees()).toHaveLength(posted);
  });
});

describe('a truth that comes after more than a day', () => {
  const labels = ['Saves now', 'Views now', 'Likes now', 'Comments now', 'Shares now'];
  const now = {
    'Saves now': '6.2K',
    'Views now': '600K',
    'Likes now': '52K',
    'Comments now': '1,300',
    'Shares now': '4.2K',
  };

  const then = Date.now() - 30 * 3_600_000;
  const old: { person: Person; shown: Shown }[] = [];
  let later: Stage;
  beforeAll(async () => {
    // Discord's ids tell when they were made; it makes the old ones first.
    let shift = then - Date.now();
    later = await Stage.open({ discord: { now: () => Date.now() + shift } });
    for (let i = 0; i < 4; i += 1) {
      const person = later.person('ana');
      old.push({ person, shown: await person.command(`/score ${COUNTS}`) });
    }
    shift = 0;
    later.change(
      'UPDATE "Reading" SET "takenAt" = ?',
      new Date(then).toISOString().replace('Z', '+00:00'),
    );
  });
  afterAll(() => later.close());

  /** A member with a score of thirty hours ago. */
  function next(): { person: Person; shown: Shown } {
    const one = old.pop();
    if (one === undefined) throw new Error('Make one more old score.');
    return one;
  }

  it('comes with the counts of now, which become a new reading', async () => {
    const { person: ana, shown } = next();
    const modal = await ana.press(shown, 'Add real saves');
    expect(inputs(modal)).toEqual(labels);
    await ana.submit(modal, now);
    expect(shown.field('Estimated saves')).toContain('6,200');
    expect(words(shown)).toContain('600,000 views, 52,000 likes, 1,300 comments, 4,200 shares');
    expect(words(shown)).toContain('+58,800 views');
    expect(later.stored(ana)).toMatchObject({ videos: 1, readings: 2, estimates: 2, truths: 1 });
    const [truth] = later.rows<{ views: bigint }>(
      'SELECT r."views" FROM "TrueSave" t JOIN "Reading" r ON r."id" = t."readingId" WHERE t."creatorId" = ?',
      BigInt(ana.member.id),
    );
    expect(truth).toEqual({ views: 600_000n });
    // The buttons now speak of the new reading, which is fresh.
    const again = await ana.press(shown, 'Change real saves');
    expect(again.text()).toContain('Saves now: ');
    expect(again.text()).not.toContain('Views now');
    expect(words(await ana.press(shown, 'How?'))).toContain('600,000');
  });

  it('names every count that can’t be read', async () => {
    const { person: ana, shown } = next();
    const modal = await ana.press(shown, 'Add real saves');
    const sent = await ana.submit(modal, { ...now, 'Views now': 'many', 'Shares now': '-1' });
    expect(words(sent)).toMatch(/views: `many`.*shares: `-1`.*Nothing was stored/);
    expect(later.stored(ana)).toMatchObject({ readings: 1, truths: 0 });
  });

  it('asks once more about counts that are hardly true', async () => {
    const { person: ana, shown } = next();
    const modal = await ana.press(shown, 'Add real saves');
    const asked = await ana.submit(modal, { ...now, 'Likes now': '5.2M' });
    expect(words(asked)).toMatch(/likes: 5.2M is more than the 600K views/);
    expect(later.stored(ana)).toMatchObject({ readings: 1, truths: 0, drafts: 1 });
    await ana.press(asked, 'Store anyway');
    await expect.poll(() => shown.field('Estimated saves')).toContain('6,200');
    expect(later.stored(ana)).toMatchObject({ readings: 2, truths: 1 });
  });

  it('keeps the whole new reading as a draft when the truth is far off', async () => {
    const { person: ana, shown } = next();
    const modal = await ana.press(shown, 'Add real saves');
    const asked = await ana.submit(modal, { ...now, 'Saves now': '200K' });
    expect(asked.buttons).toEqual(['Store anyway']);
    expect(later.stored(ana)).toMatchObject({ readings: 1, truths: 0 });
    await ana.press(asked, 'Store anyway');
    await expect.poll(() => shown.field('Estimated saves')).toContain('200,000');
    expect(words(shown)).toContain('600,000 views');
    expect(later.stored(ana)).toMatchObject({ readings: 2, truths: 1 });
  });

  it('broke no rule of Discord', () => {
    expect(later.discord.violations).toEqual([]);
  });

  it('never meets old counts, even when the modal was opened in time', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(shown, 'Add real saves');
    stage.change(
      'UPDATE "Reading" SET "takenAt" = ? WHERE "creatorId" = ?',
      new Date(Date.now() - 1.1 * DAY).toISOString().replace('Z', '+00:00'),
      BigInt(ana.member.id),
    );
    const sent = await ana.submit(modal, { 'Saves now': '5.1K' });
    expect(words(sent)).toContain('Nothing was stored');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 0 });
  });
});

it('tells who presses on numbers that are gone', async () => {
  const ana = stage.person('ana');
  const shown = await ana.command(`/score ${COUNTS}`);
  const modal = await ana.press(shown, 'Add real saves');
  stage.change(
    'DELETE FROM "Estimate"  WHERE "readingId" = ?',
    BigInt(customIdOf(shown, 'How?').split(':')[2] ?? 0),
  );
  stage.change('DELETE FROM "Reading" WHERE "creatorId" = ?', BigInt(ana.member.id));
  const gone = /aren’t stored any more/;
  expect(words(await ana.press(shown, 'How?'))).toMatch(gone);
  expect(words(await ana.submit(modal, { 'Saves now': '5.1K' }))).toMatch(gone);
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});

/** The values that a menu offers. */
function optionsIn(shown: Shown): string[] {
  const json = JSON.stringify(shown.message?.components);
  return [...json.matchAll(/"value":"([^"]+)"/g)].map(([, value]) => value ?? '');
}
