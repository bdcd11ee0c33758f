import type { Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, Stage, videoIdOf, words } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterAll(() => stage.close());

const DAY = 86_400_000;
let lastId = videoIdOf(new Date('2026-03-01T12:00:00Z'));

function newLink(): string {
  lastId += 1n;
  return `https://www.tiktok.com/@ana/video/${lastId}`;
}

async function score(who: Person, n: number, more = ''): Promise<Shown> {
  return who.command(
    `/score views:${100_000 + n} likes:8000 comments:300 shares:700 title:Video ${n} link:${newLink()} ${more}`,
  );
}

/** Agrees, for a member, to be shown in the server of the stage. */
function agree(who: Person): void {
  const now = new Date(stage.discord.now()).toISOString().replace('Z', '+00:00');
  stage.change(
    'INSERT INTO "Consent" ("guildId", "creatorId", "since", "memberAt") VALUES (?, ?, ?, ?)',
    BigInt(stage.guild.id),
    BigInt(who.member.id),
    now,
    now,
  );
}

/** The numbers of the videos on a page, in their order. */
function numbers(shown: { text(): string }): number[] {
  return [...shown.text().matchAll(/Video (\d+)/g)].map(([, n]) => Number(n));
}

/** The columns of a table, in the order in which they stand in it. */
function columnsOf(table: string): string[] {
  return stage
    .rows<{ name: string }>('SELECT "name" FROM pragma_table_info(?)', table)
    .map(({ name }) => name);
}

/** Copies a creator's one row of a table so many times; `n` counts the copies. */
function copyRows(
  table: string,
  times: number,
  creatorId: bigint,
  changed: Readonly<Record<string, string>>,
): void {
  const columns = columnsOf(table).map((name) => changed[name] ?? `"${name}"`);
  stage.change(
    `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${times})
     INSERT INTO "${table}" SELECT ${columns.join(', ')} FROM "${table}", c WHERE "creatorId" = ?`,
    creatorId,
  );
}

describe('/history list', () => {
  it('says what to do first, with an example that works', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/history list');
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toContain('I know no readings of yours');
    const example = /```\n([\s\S]*?)\n```/.exec(shown.field('First') ?? '')?.[1] ?? '';
    expect((await ana.command(example)).field('Save Proxy')).toBeTruthy();
    expect(words(await ana.command('/history list'))).toContain('Three knots');
  });

  it('shows estimates with their range, counts as such, links, and what is private; to oneself', async () => {
    const ana = stage.person('ana');
    await score(ana, 1, 'saves:900');
    await score(ana, 2, 'private:True');
    const shown = await ana.command('/history list');
    expect(shown.visibleTo).toBe(ana.member.id);
    const seen = words(shown);
    expect(seen).toContain('2 in all, newest first. Only you see this');
    expect(numbers(shown)).toEqual([2, 1]);
    expect(seen).toMatch(
      /Video 2.*private.*open.*100,002 views · about [\d,]+ saves \(80 % range: [\d,]+ to [\d,]+\) · \d+ \/ 100 \(\d+ to \d+\)/,
    );
    expect(seen).toMatch(/Video 1.*100,001 views · 900 saves, counted · \d+ \/ 100/);
  });

  it('is turned page by page, after a restart too, and skips nothing that comes or goes meanwhile', async () => {
    const ana = stage.person('ana');
    for (let n = 1; n <= 20; n += 1) await score(ana, n);
    const first = await ana.command('/history list');
    expect(numbers(first)).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
    await stage.bot.stop();
    await stage.start();
    await score(ana, 21);
    const second = await ana.press(first, 'Older ▶');
    expect(numbers(second)).toEqual([12, 11, 10, 9, 8, 7, 6, 5]);
    const third = await ana.press(second, 'Older ▶');
    expect(numbers(third)).toEqual([4, 3, 2, 1]);
    expect(third.text()).not.toContain('Older');
    const back = await ana.press(third, '◀ Newer');
    expect(numbers(back)).toEqual([12, 11, 10, 9, 8, 7, 6, 5]);
    const front = await ana.press(back, '◀ Newer');
    expect(numbers(front)).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
    const newest = await ana.press(front, '◀ Newer');
    expect(numbers(newest)).toEqual([21, 20, 19, 18, 17, 16, 15, 14]);
    expect(newest.text()).not.toContain('Newer');
  });

  it('shows the nearest page where the one asked for has gone', async () => {
    const ana = stage.person('ana');
    for (let n = 1; n <= 9; n += 1) await score(ana, n);
    const first = await ana.command('/history list');
    const older = customIdOf(first, 'Older ▶');
    stage.change(
      'DELETE FROM "Reading" WHERE "creatorId" = ? AND "views" < 100003',
      BigInt(ana.member.id),
    );
    const last = await ana.press(first, 'Older ▶');
    expect(numbers(last)).toEqual([9, 8, 7, 6, 5, 4, 3]);
    stage.change('DELETE FROM "Reading" WHERE "creatorId" = ?', BigInt(ana.member.id));
    expect(words(await ana.forge(first, older))).toContain('Nothing here yet');
  });

  it('keeps to the last days, and says what is before them', async () => {
    const ana = stage.person('ana');
    await score(ana, 1);
    await stage.letTimePass(3 * DAY);
    expect(words(await ana.command('/history list days:2'))).toContain(
      'There is something before that',
    );
    await score(ana, 2);
    expect(numbers(await ana.command('/history list days:2'))).toEqual([2]);
    expect(numbers(await ana.command('/history list days:4'))).toEqual([2, 1]);
  });

  it('of another member needs their agreement, and keeps to what was said here in public', async () => {
    const ana = stage.person('ana');
    const ben = stage.person('ben');
    const elsewhere = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('general');
    const anaElsewhere = stage.person('ana', { in: elsewhere, userId: ana.member.id });
    await score(ana, 1);
    await score(ana, 2, 'private:True');
    await score(anaElsewhere, 3);
    const refused = await ben.command(`/history list member:<@${ana.member.id}>`);
    expect(words(refused)).toContain('has not agreed to be shown in this server');
    agree(ana);
    const shown = await ben.command(`/history list member:<@${ana.member.id}>`);
    expect(shown.visibleTo).toBe(ben.member.id);
    expect(numbers(shown)).toEqual([1]);
    expect(words(shown)).toContain('1 of');
    const there = stage.person('ben', { in: elsewhere, userId: ben.member.id });
    expect(words(await there.command(`/history list member:<@${ana.member.id}>`))).toContain(
      'has not agreed',
    );
    expect(numbers(await ana.command(`/history list member:<@${ana.member.id}>`))).toEqual([
      3, 2, 1,
    ]);
  });

  it('of another member ends at once with their agreement, on the next page too', async () => {
    const ana = stage.person('ana');
    const ben = stage.person('ben');
    for (let n = 1; n <= 9; n += 1) await score(ana, n);
    agree(ana);
    const shown = await ben.command(`/history list member:<@${ana.member.id}>`);
    stage.change('DELETE FROM "Consent" WHERE "creatorId" = ?', BigInt(ana.member.id));
    const refused = await ben.press(shown, 'Older ▶');
    expect(words(refused)).toContain('has not agreed to be shown');
    expect(numbers(refused)).toEqual([]);
  });

  it('of a member who has left the server is shown no more, once Discord has been asked', async () => {
    const ana = stage.person('ana');
    const ben = stage.person('ben');
    for (let n = 1; n <= 9; n += 1) await score(ana, n);
    agree(ana);
    const shown = await ben.command(`/history list member:<@${ana.member.id}>`);
    const older = customIdOf(shown, 'Older ▶');
    ana.member.leave();
    await stage.letTimePass(DAY + 1);
    expect(words(await ben.forge(shown, older))).toContain('has not agreed to be shown');
  });

  it('gives nobody else a page that was made for somebody, nor one of an invented id', async () => {
    const ana = stage.person('ana');
    const ben = stage.person('ben');
    for (let n = 1; n <= 9; n += 1) await score(ana, n);
    const pages = await ana.command('/history list');
    const bens = await ben.command('/history list');
    const forged = await ben.forge(bens, customIdOf(pages, 'Older ▶'));
    expect(words(forged)).toContain('Only the member');
    const own = `history-page:v1:${ben.member.id}:${ana.member.id}::`;
    expect(words(await ben.forge(bens, own))).toContain('has not agreed');
    for (const odd of ['x', 'o.', 'ozzzzzzzzz.zzzzzzzzzzzzz', 'n0.0']) {
      const id = `history-page:v1:${ana.member.id}:${ana.member.id}:9999:${odd}`;
      expect(numbers(await ana.forge(pages, id)).length).toBeGreaterThan(0);
    }
  });

  it('answers in a direct message for oneself, and for nobody else', async () => {
    const ana = stage.person('ana');
    await score(ana, 1);
    agree(ana);
    const alone = stage.discord.directMessage(ana.member);
    expect(numbers(await alone.command('/history list'))).toEqual([1]);
  });

  it('stays whole with the oddest titles, and pings nobody', async () => {
    const ana = stage.person('ana');
    const titles = [
      '@everyone **[x](https://evil.example)** '.repeat(99).trim(),
      '🐈‍⬛'.repeat(900),
      '‮אבג‬ مرحبا '.repeat(300).trim(),
      '`'.repeat(3_999),
      '<@1> <#2> <t:1:R>',
      '\\'.repeat(3_999),
      '#'.repeat(500),
      'w'.repeat(4_000),
    ];
    for (const title of titles) {
      await ana.command(`/score views:100K likes:8000 comments:300 shares:700 title:${title}`);
    }
    const shown = await ana.command('/history list');
    const description = shown.message?.embeds[0]?.description ?? '';
    expect(description.length).toBeGreaterThan(500);
    expect(description).not.toMatch(/@everyone|\]\(https:\/\/evil|<@1>/);
    expect(shown.message?.content ?? '').toBe('');
  });

  it('stays quick and short with 10,000 videos', async () => {
    const ana = stage.person('ana');
    await score(ana, 1);
    const id = BigInt(ana.member.id);
    copyRows('Video', 9_999, id, {
      id: '"id" - n',
      identity: '"identity" || n',
      title: '"title" || n',
      tiktokId: 'NULL',
    });
    const newest = { id: '"id" - n', videoId: '"videoId" - n', title: '"title" || n' };
    copyRows('Reading', 9_999, id, { ...newest, tipTurn: 'NULL' });
    const columns = columnsOf('Estimate').map((name) =>
      name === 'readingId' ? 'r."id"' : `e."${name}"`,
    );
    stage.change(
      `INSERT INTO "Estimate" SELECT ${columns.join(', ')} FROM "Reading" r, "Estimate" e
       WHERE r."creatorId" = ? AND r."id" <> e."readingId"
         AND e."readingId" = (SELECT MAX("id") FROM "Reading" WHERE "creatorId" = ?)`,
      id,
      id,
    );
    const shown = await ana.command('/history list');
    expect(words(shown)).toContain('10,000 in all');
    expect(numbers(await ana.press(shown, 'Older ▶'))).toHaveLength(8);
    const choices = await ana.autocomplete('/history video', 'video', 'Video 1');
    expect(choices).toHaveLength(25);
    const trend = await ana.command('/history trend');
    expect(words(trend)).toMatch(/[Oo]ver all 60.*only the newest 60 are shown/s);
  });
});

it('broke no rule of Discord, and pinged nobody', () => {
  expect(stage.discord.violations).toEqual([]);
});
