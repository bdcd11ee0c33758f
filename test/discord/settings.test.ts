import type { Message, Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage, videoIdOf, words } from '../support/bot.js';
import { DAY, dueAt, manager, minuteAfter } from '../support/digest.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

/** What stands there, with commands as one reads them. */
const plainWords = (shown: Parameters<typeof words>[0]) =>
  words(shown).replace(/<(\/[a-z ]+):\d+>/g, '$1');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

it('answers go to everybody until a manager says otherwise, here alone', async () => {
  const [mia, ana] = [manager(stage), stage.person('ana')];
  expect(words(await mia.command('/settings show'))).toContain('everybody in the channel');
  expect((await ana.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
  const changed = await mia.command('/settings change answers:Only who asked');
  // What was changed comes first, and alone.
  expect(changed.message?.embeds[0]?.description).toMatch(/^• [^•]*their author alone[^•]*$/);
  expect(changed.field('As before')?.match(/•/g)).toHaveLength(4);
  const shown = await ana.command(`/score ${COUNTS}`);
  expect(shown.visibleTo).toBe(ana.member.id);
  // What is asked about first, too.
  const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
  expect((await ana.press(asked, 'Store anyway')).visibleTo).toBe(ana.member.id);
  // It is where the answer goes, not whether the reading is private.
  expect(stage.rows('SELECT DISTINCT "private" FROM "Reading"')).toEqual([{ private: 0n }]);
  const elsewhere = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('talk');
  const there = stage.person('ana', { in: elsewhere, userId: ana.member.id });
  expect((await there.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
  await mia.command('/settings change answers:Everybody in the channel');
  expect((await ana.command(`/score ${COUNTS}`)).visibleTo).toBeUndefined();
});

it('short answers end with the estimate and its range, and stay short when the message changes', async () => {
  const [mia, ana] = [manager(stage), stage.person('ana')];
  await mia.command('/settings change answers:Everybody in the channel, in short');
  expect(words(await mia.command('/settings show'))).toContain('in short');
  const shown = await ana.command(`/score ${COUNTS} title:Three knots`);
  expect(shown.visibleTo).toBeUndefined();
  const text = () => words(shown.message ?? shown);
  /** Waits until it says this, and sees what it leaves out. */
  const isShort = async (says: RegExp) => {
    await expect.poll(text, { timeout: 10_000 }).toMatch(says);
    expect(text()).toMatch(/Three knots .* Save Proxy .* \/ 100 Estimated saves .* to /);
    for (const name of ['Save rate', 'Why', 'Try next']) expect(text()).not.toContain(name);
    expect(shown.message?.buttons).toContain('How?');
  };
  await isShort(/Estimated saves [\d,]+ \(80 % range: [\d,]+ to [\d,]+\)/);
  const how = words(await stage.person('bob').press(shown, 'How?'));
  for (const name of ['Save rate', 'Try next', 'Why, part by part']) expect(how).toContain(name);
  // Whatever changes the message later.
  const before = text();
  await ana.choose(shown, ['educational']);
  await expect.poll(text, { timeout: 10_000 }).not.toBe(before);
  await isShort(/Estimated saves/);
  await ana.submit(await ana.press(shown, 'Add real saves'), { 'Saves now': '5.1K' });
  await isShort(/5,100 saves, counted/);
  const panel = await ana.press(shown, 'Edit');
  await ana.submit(await ana.press(panel, 'Numbers'), { Likes: '49.1K' });
  await isShort(/49,100 likes/);
  // In private its author has all of it.
  expect(words(await ana.command(`/score ${COUNTS} private:True`))).toContain('Try next');
  await mia.command('/settings change answers:Everybody in the channel');
  await ana.submit(await ana.press(shown, 'New numbers'), { 'Views now': '600K' });
  await expect.poll(text, { timeout: 10_000 }).toContain('Try next');
});

it('a good score invites its author to the boards: once in each server, and nobody where it is off', async () => {
  const [mia, zoe] = [manager(stage), stage.person('zoe')];
  const INVITED = 'One for the boards: /leaderboard join';
  const score = async (who = zoe, more = '') => {
    const shown = await who.command(`/score ${COUNTS} saves:9K ${more}`);
    return plainWords(shown);
  };
  // Neither in private, nor after a score that isn't good, nor for what the score can't grade.
  expect(await score(zoe, 'private:True')).not.toContain(INVITED);
  const low = await zoe.command('/score views:541.2K likes:300 comments:2 shares:1 saves:12');
  expect(plainWords(low)).not.toContain('/leaderboard join');
  const photo = `link:https://www.tiktok.com/@zoe/photo/${videoIdOf(new Date('2026-03-01'))}`;
  expect(await score(zoe, photo)).not.toContain('/leaderboard join');
  expect(await score()).toContain(INVITED);
  expect(await score()).not.toContain('/leaderboard join');
  const there = stage.discord.addGuild({ name: 'Another' }).addChannel('talk');
  const zoeThere = stage.person('zoe', { in: there, userId: zoe.member.id });
  expect(await score(zoeThere)).toContain(INVITED);
  const joins = stage.person('kim');
  await joins.command('/leaderboard join');
  expect(await score(joins)).not.toContain('/leaderboard join');
  expect(words(await mia.command('/settings change invitations:False'))).toContain('nobody');
  const lou = stage.person('lou');
  expect(await score(lou)).not.toContain('/leaderboard join');
  await mia.command('/settings change invitations:True');
  expect(await score(lou)).toContain(INVITED);
});

it('public posts follow the language that was chosen, and else the server’s', async () => {
  const [mia, ana] = [manager(stage), stage.person('ana', { locale: 'en-US' })];
  const views = async () => words(await ana.command(`/score ${COUNTS}`));
  expect(await views()).toContain('541,200 views');
  const locale = () => stage.rows('SELECT "locale" FROM "DigestSchedule"');
  const due = dueAt(minuteAfter(stage.discord.now(), 2 * DAY));
  await mia.command(`/digest setup channel:#general ${due}`);
  expect(locale()).toEqual([{ locale: 'en-US' }]);
  const changed = words(await mia.command('/settings change language:Deutsch'));
  expect(changed).toContain('What everybody sees I write in Deutsch');
  expect(await views()).toContain('541.200 Aufrufe');
  expect(words(await ana.command('/tips category:Educational'))).toMatch(/Faustregel/);
  expect(locale()).toEqual([{ locale: 'de' }]);
  // A later setup keeps to it, and what is private speaks its reader's language.
  await mia.command(`/digest setup channel:#general ${due}`);
  expect(locale()).toEqual([{ locale: 'de' }]);
  expect(words(await ana.command(`/score ${COUNTS} private:True`))).toContain('541,200 views');
  await mia.command('/settings change language:As the server’s own');
  expect(await views()).toContain('541,200 views');
  expect(locale()).toEqual([{ locale: 'en-US' }]);
});

it('a newcomer is greeted beside their first command: once, alone, and only where that is on', async () => {
  const mia = manager(stage);
  /** Uses a command, and waits until the bot has done with it, whatever comes beside its answer. */
  const use = async (who: Person, line: string) => {
    const [name = ''] = line.slice(1).split(/ \w+:/);
    const from = stage.bot.log.length;
    await who.command(line);
    const isDone = () =>
      stage.bot.log.slice(from).some((one) => one.msg === 'interaction' && one['name'] === name);
    await expect.poll(isDone, { timeout: 10_000 }).toBe(true);
  };
  const isWelcome = (message: Message) => words(message).includes('Two things to begin with');
  const old = stage.person('old');
  await use(old, `/score ${COUNTS}`);
  expect(words(await mia.command('/settings change greeting:True'))).toContain('privately');
  const una = stage.person('una');
  await use(una, '/faq topics');
  expect(una.sees().filter(isWelcome)).toHaveLength(1);
  const welcome = una.sees().find(isWelcome);
  expect(welcome?.visibleTo).toBe(una.member.id);
  await use(una, `/score ${COUNTS}`);
  await use(una, '/help');
  await use(old, '/help');
  const there = stage.discord.addGuild({ name: 'Third' }).addChannel('talk');
  const unaThere = stage.person('una', { in: there, userId: una.member.id });
  await use(unaThere, '/help');
  expect(una.sees().filter(isWelcome)).toHaveLength(1);
  expect(old.sees().filter(isWelcome)).toEqual([]);
  expect(unaThere.sees().filter(isWelcome)).toEqual([]);
  await mia.command('/settings change greeting:False');
  const vic = stage.person('vic');
  await use(vic, '/help');
  expect(vic.sees().filter(isWelcome)).toEqual([]);
});

it('is for managers, and changes nothing where nothing is named', async () => {
  const mia = manager(stage);
  expect(words(await mia.command('/settings change'))).toContain('Nothing is changed');
  const names = stage
    .person('bob')
    .commands()
    .map(({ name }) => name);
  expect(names).not.toContain('settings');
});
