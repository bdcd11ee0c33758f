import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, ending, NOTHING, Stage, videoIdOf, words } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const linkOf = (handle: string) =>
  `https://www.tiktok.com/@${handle}/video/${videoIdOf(new Date('2026-03-01T12:00:00Z'))}`;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterAll(() => stage.close());

/** Every value of every column of every table, as one text. */
function everything(): string {
  const tables = stage.rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  );
  return tables
    .map(({ name }) =>
      JSON.stringify(stage.rows(`SELECT * FROM "${name}"`), (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    )
    .join('\n');
}

describe('/data export', () => {
  it('gives everything from all servers and direct messages, only to who asks', async () => {
    const ana = stage.person('ana');
    const other = stage.discord.addGuild({ name: 'Other' });
    const there = stage.person('ana', {
      in: other.addChannel('talk'),
      userId: ana.member.id,
    });
    const dm = stage.discord.directMessage(ana.member);
    await ana.command(`/score ${COUNTS} link:${linkOf('ana')} title:Three knots saves:4K`);
    await there.command(`/score ${COUNTS} title:Another server`);
    await dm.command(`/score ${COUNTS} title:Nobody sees private:true`);
    await stage.person('bob').command(`/score ${COUNTS} title:Bob’s own`);
    for (const place of [ana, there, dm]) {
      const shown = await (await place.command('/data export')).settled();
      expect(shown.visibleTo).toBe(ana.member.id);
      expect(words(shown)).toContain('3 videos, 3 readings, 3 estimates, 1 real count');
      const [file, ...more] = shown.files;
      expect(more).toEqual([]);
      expect(file).toMatchObject({
        filename: 'keepsake-data.zip',
        description: 'Everything stored about you, as JSON and CSV in a ZIP archive',
      });
      const files = unzipSync(file?.bytes ?? Buffer.alloc(0));
      const json = strFromU8(files['keepsake.json'] ?? new Uint8Array());
      for (const title of ['Three knots', 'Another server', 'Nobody sees']) {
        expect(json).toContain(title);
      }
      expect(json).not.toContain('Bob’s own');
      expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('csv/readings.csv');
    }
  });

  it('hands over ten thousand readings, and meanwhile serves others', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    await ana.command(`/score ${COUNTS} title:One of many saves:4K`);
    const copies = { Reading: 'id', Estimate: 'readingId', TrueSave: 'readingId' };
    for (const [table, key] of Object.entries(copies)) {
      const columns = stage
        .rows<{ name: string }>(`SELECT "name" FROM pragma_table_info('${table}')`)
        .map(({ name }) => name);
      const copied = columns.map((name) => {
        if (name === key) return `"${name}" + i`;
        if (name === 'tipTurn') return 'NULL';
        return name === 'title' ? 'hex(randomblob(20))' : `"${name}"`;
      });
      stage.change(
        `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
         WITH RECURSIVE more(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < 10000)
         SELECT ${copied.join(', ')} FROM "${table}", more
         WHERE "${key}" IN (SELECT "id" FROM "Reading" WHERE "creatorId" = ? AND "title" = 'One of many')`,
        BigInt(ana.member.id),
      );
    }
    const asked = ana.command('/data export');
    expect((await bob.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
    const shown = await (await asked).settled(30_000);
    expect(words(shown)).toContain('10,001 readings, 10,001 estimates, 10,001 real counts');
    const [file] = shown.files;
    expect(file?.size).toBeLessThan(10 * 1024 * 1024);
    const csv = unzipSync(file?.bytes ?? Buffer.alloc(0))['csv/readings.csv'];
    expect(
      strFromU8(csv ?? new Uint8Array())
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(10_002);
    const deleted = await ana.press(await ana.command('/data delete'), 'Delete everything');
    await ending(deleted);
    await expect.poll(() => stage.stored(ana)).toEqual(NOTHING);
    expect(stage.discord.violations).toEqual([]);
  });

  it('says so where nothing is stored, and stores nothing by saying so', async () => {
    const ana = stage.person('ana');
    for (const line of ['/data export', '/data delete']) {
      const shown = await (await ana.command(line)).settled();
      expect(words(shown)).toContain('nothing stored about you');
      expect(shown.visibleTo).toBe(ana.member.id);
      expect(shown.buttons).toEqual([]);
    }
    expect(stage.stored(ana)).toEqual(NOTHING);
  });

  it('is limited, with when to come back', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS}`);
    for (let time = 0; time < 3; time += 1) {
      expect((await (await ana.command('/data export')).settled()).files).toHaveLength(1);
    }
    const shown = await (await ana.command('/data export')).settled();
    expect(shown.files).toHaveLength(0);
    expect(shown.visibleTo).toBe(ana.member.id);
    expect(words(shown)).toMatch(/send that again in (9|10) minutes/);
    // Nobody else is held back, nor the same member in anything else.
    expect((await (await stage.person('bob').command('/data export')).settled()).outcome).toBe(
      'deferred',
    );
    expect((await ana.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
    await stage.letTimePass(11 * MINUTE);
    expect((await (await ana.command('/data export')).settled()).files).toHaveLength(1);
  });
});

describe('/data delete', () => {
  it('asks once, then leaves nothing anywhere in the database', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const other = stage.discord.addGuild({ name: 'Other' });
    const there = stage.person('ana', { in: other.addChannel('talk'), userId: ana.member.id });
    for (const place of [ana, there, stage.discord.directMessage(ana.member)]) {
      await place.command(
        `/score ${COUNTS} link:${linkOf('anamarkhandle')} title:Anamarktitle trying:anamarktrial saves:4K`,
      );
    }
    await ana.command('/score views:1000 likes:2000 comments:1 shares:3 title:Anamarktitle');
    await bob.command(`/score ${COUNTS} title:Bob’s boat`);
    const kept = stage.stored(bob);
    const marks = [ana.member.id, 'anamarkhandle', 'Anamarktitle', 'anamarktrial'];
    for (const mark of marks) expect(everything()).toContain(mark);

    const asked = await ana.command('/data delete');
    expect(asked.visibleTo).toBe(ana.member.id);
    expect(words(asked)).toContain('3 readings, 3 estimates, 3 real counts, 1 draft');
    expect(words(asked)).toContain('messages in channels stay in Discord');
    expect(stage.stored(ana)).toMatchObject({ readings: 3 });
    const done = await ana.press(asked, 'Delete everything');
    expect(words(done)).toContain('Nothing of it is kept');
    expect((await ending(done)).buttons).toEqual([]);
    for (const mark of marks) expect(everything()).not.toContain(mark);
    expect(stage.stored(ana)).toEqual(NOTHING);
    expect(stage.stored(bob)).toEqual(kept);
  });

  it('keeps its word to old messages: their buttons find nothing, and one starts anew', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    const scored = await ana.command(`/score ${COUNTS} title:Knots saves:4K`);
    const draft = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    const asked = await ana.command('/data delete');
    const button = customIdOf(asked, 'Delete everything');
    await ana.press(asked, 'Delete everything');
    expect(words(await bob.press(scored, 'How?'))).toContain('aren’t stored any more');
    const modal = await ana.press(scored, 'Change real saves');
    expect(words(await ana.submit(modal, { 'Saves now': '5K' }))).toContain(
      'aren’t stored any more',
    );
    expect(words(await ana.press(draft, 'Store anyway'))).toContain('that time is over');
    expect(stage.stored(ana)).toEqual(NOTHING);
    expect(words(await ana.forge(asked, button))).toContain('nothing stored about you any more');
    const anew = await ana.command(`/score ${COUNTS} title:Knots`);
    expect(words(anew)).not.toContain('views since');
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 0 });
  });

  it('is only for the member who was asked', async () => {
    const [ana, bob] = [stage.person('ana'), stage.person('bob')];
    for (const person of [ana, bob]) await person.command(`/score ${COUNTS}`);
    const asked = await ana.command('/data delete');
    const forged = await bob.forge(asked, customIdOf(asked, 'Delete everything'));
    expect(forged.visibleTo).toBe(bob.member.id);
    expect(words(forged)).toContain('Only the member');
    for (const customId of [
      `data-delete:v1:${bob.member.id}`,
      `data-delete:v1:${bob.member.id}:0`,
      `data-delete:v1:${bob.member.id}:9223372036854775807`,
      `data-delete:v2:${bob.member.id}:1`,
    ]) {
      await bob.forge(asked, customId);
    }
    for (const person of [ana, bob]) expect(stage.stored(person)).toMatchObject({ readings: 1 });
  });

  it('does nothing after fifteen minutes', async () => {
    const ana = stage.person('ana');
    await ana.command(`/score ${COUNTS}`);
    const asked = await ana.command('/data delete');
    await stage.letTimePass(15 * MINUTE + 1000);
    expect(words(await ana.press(asked, 'Delete everything'))).toContain('Nothing was deleted');
    expect(stage.stored(ana)).toMatchObject({ readings: 1 });
  });
});

describe('who only looks on', () => {
  it('isn’t stored, nor who sets a digest up', async () => {
    const scored = await stage.person('ana').command(`/score ${COUNTS} title:Looked at`);
    const member = stage.guild.addMember({ name: 'lou', permissions: ['ManageGuild'] });
    const lou = stage.discord.person(member, stage.general);
    expect(words(await lou.press(scored, 'How?'))).toContain('541,200');
    for (const line of [
      '/faq ask question:How many people saved my video?',
      '/guide',
      '/help',
      '/tips',
      '/history list',
      '/insights signals',
      '/leaderboard show',
      '/leaderboard leave',
      '/digest setup channel:#general day:Monday time:9:00 timezone:Europe/Berlin',
      '/digest preview',
      '/digest off',
      '/data export',
      '/score views:-1 likes:1 comments:1 shares:1',
    ]) {
      await (await lou.command(line)).settled();
    }
    expect(stage.rows('SELECT * FROM "DigestSchedule"')).toHaveLength(1);
    expect(everything()).toContain(stage.guild.id);
    expect(everything()).not.toContain(lou.member.id);
    expect(stage.discord.violations).toEqual([]);
  });
});

describe('a server that removed the bot', () => {
  it('is forgotten after thirty days; its members keep their readings', async () => {
    const server = stage.discord.addGuild({ name: 'Leaving' });
    const ana = stage.person('ana', { in: server.addChannel('talk') });
    await ana.command(`/score ${COUNTS}`);
    const known = () =>
      stage.rows('SELECT "leftAt" FROM "Guild" WHERE "id" = ?', BigInt(server.id)).length;
    server.remove();
    const left = () =>
      stage.rows<{ leftAt: string | null }>(
        'SELECT "leftAt" FROM "Guild" WHERE "id" = ?',
        BigInt(server.id),
      )[0]?.leftAt ?? null;
    await expect.poll(left).not.toBeNull();
    await stage.letTimePass(31 * DAY);
    await expect.poll(known, { timeout: 25_000 }).toBe(0);
    expect(stage.stored(ana)).toMatchObject({ readings: 1 });
    expect(everything()).not.toContain(server.id);
  });
});
