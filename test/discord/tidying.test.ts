import { afterEach, beforeEach, expect, it } from 'vitest';
import { weekOf } from '../../src/lib/weeks.js';
import { Stage } from '../support/bot.js';
import { HOUR } from '../support/digest.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterEach(() => stage.close());

it('closes the week that is over while what is due to be forgotten can’t be', async () => {
  const member = BigInt(stage.person('Ada').member.id);
  const server = BigInt(stage.guild.id);
  const now = new Date(stage.discord.now()).toISOString();
  stage.change('INSERT INTO "Guild" ("id", "createdAt") VALUES (?, ?)', server, now);
  stage.change('INSERT INTO "Creator" ("id", "createdAt") VALUES (?, ?)', member, now);
  stage.change(
    'INSERT INTO "Consent" ("guildId", "creatorId", "since", "memberAt") VALUES (?, ?, ?, ?)',
    ...[server, member, now, now],
  );
  stage.change(
    'INSERT INTO "Draft" ("id", "creatorId", "input", "expiresAt") VALUES (?, ?, ?, ?)',
    ...[1n, member, '{}', now],
  );
  stage.change(
    `CREATE TRIGGER "bad" BEFORE DELETE ON "Draft" BEGIN SELECT RAISE(ABORT, 'bad row'); END`,
  );
  const week = weekOf(new Date(stage.discord.now()));
  await stage.letTimePass(week.to.getTime() - stage.discord.now() + HOUR);
  await stage.bot.waitForLog('could not tidy up');
  const kept = () => stage.rows<{ week: string }>('SELECT "week" FROM "BoardWeek"');
  await expect.poll(kept, { timeout: 30_000 }).toEqual([{ week: week.name }]);
});

it('forgets no server that came back while the bot was down, even where that can’t be written', async () => {
  await stage.bot.stop();
  const server = BigInt(stage.guild.id);
  const longAgo = new Date(stage.discord.now() - 100 * 24 * HOUR).toISOString();
  stage.change('DELETE FROM "Guild"');
  stage.change(
    'INSERT INTO "Guild" ("id", "createdAt", "leftAt") VALUES (?, ?, ?)',
    ...[server, longAgo, longAgo],
  );
  const member = BigInt(stage.person('Ada').member.id);
  stage.change('INSERT INTO "Creator" ("id", "createdAt") VALUES (?, ?)', member, longAgo);
  stage.change(
    'INSERT INTO "Draft" ("id", "creatorId", "input", "expiresAt") VALUES (?, ?, ?, ?)',
    ...[1n, member, '{}', longAgo],
  );
  stage.change(
    `CREATE TRIGGER "bad" BEFORE UPDATE ON "Guild" WHEN NEW."leftAt" IS NULL
     BEGIN SELECT RAISE(ABORT, 'not now'); END`,
  );
  await stage.start();
  await stage.bot.waitForLog('could not be noted');
  // Another one is noted all the same, and asks to tidy up as it goes.
  const other = stage.discord.addGuild({ name: 'Others' });
  const servers = () =>
    stage.rows<{ id: bigint; leftAt: string | null }>('SELECT "id", "leftAt" FROM "Guild"');
  await expect.poll(() => servers().length).toBe(2);
  other.remove();
  await expect.poll(() => stage.rows('SELECT 1 FROM "Draft"'), { timeout: 30_000 }).toEqual([]);
  await stage.looked();
  expect(servers().find(({ id }) => id === server)).toEqual({ id: server, leftAt: longAgo });
});
