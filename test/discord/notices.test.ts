import type { Channel, Message, Person } from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ending, Stage, words } from '../support/bot.js';
import {
  digestsIn,
  dueAt,
  HOUR,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  setUpAndDue,
  untilState,
} from '../support/digest.js';
import { noticeRows, noticesIn } from '../support/notices.js';

let stage: Stage;
let mia: Person;
let managers: Channel;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true, env: { LOG_LEVEL: 'debug' } });
  managers = stage.guild.addChannel('managers');
  mia = manager(stage);
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

/** Waits until there are so many, and sees that no more come while time passes. */
async function notices(count: number): Promise<Message[]> {
  await expect.poll(() => noticesIn(managers).length, { timeout: 15_000 }).toBe(count);
  await expect
    .poll(() => noticeRows(stage).filter(({ claim }) => claim !== null).length, { timeout: 15_000 })
    .toBe(0);
  return noticesIn(managers);
}

/** Sets the digest up for so much later. */
async function setUpIn(ahead: number): Promise<number> {
  const at = minuteAfter(stage.discord.now(), ahead);
  const shown = await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
  expect(words(shown)).toContain('is on');
  return at;
}

const chooseChannel = () => mia.command('/settings change notices:#managers');
const isOpen = () => noticeRows(stage).some(({ about }) => about !== null);

it('a permission that is lost is told at once, once until it is back, and pings nobody', async () => {
  expect(words(await chooseChannel())).toContain('#managers');
  const at = await setUpIn(3 * HOUR);
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  const [notice] = await notices(1);
  const text = words(notice as Message);
  expect(text).toContain(
    'The weekly digest needs a hand Like this, the next digest can’t be posted.',
  );
  expect(text).toContain('I lack the permission Send Messages');
  expect(text).toContain('Open the channel’s settings → Permissions');
  const sent = stage.discord.requests.filter(
    ({ method, path }) => method === 'POST' && path.includes(`/${managers.id}/messages`),
  );
  expect(sent).toHaveLength(1);
  expect(JSON.stringify(sent[0])).toContain('"allowed_mentions":{"parse":[]}');
  // Something else that changes there isn't told again; nor is the digest that waits for the same.
  stage.general.deny(stage.guild.botRole, 'EmbedLinks');
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await untilState(stage, 'parked');
  await stage.letTimePass(5 * HOUR);
  await untilState(stage, 'parked');
  await notices(1);
  stage.general.reset(stage.guild.botRole);
  await untilState(stage, 'posted');
  expect(digestsIn(stage.general)).toHaveLength(1);
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false);
  stage.general.deny(stage.guild.botRole, 'ViewChannel');
  const [, again] = await notices(2);
  expect(words(again as Message)).toContain('View Channel');
});

it('a digest that waits is told with its week, its reason and what to do; a press says how it stands', async () => {
  await chooseChannel();
  const at = await setUpIn(MINUTE);
  // As an update of Node may leave it.
  stage.change('UPDATE "DigestSchedule" SET "timezone" = ?', 'Mars/Olympus');
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await untilState(stage, 'parked');
  const [notice] = await notices(1);
  if (notice === undefined) throw new Error('no notice');
  expect(words(notice)).toMatch(
    /Week of .*: the digest is waiting\. I don’t know the time zone .* Do \/digest setup again/,
  );
  const pressed = await ending(await mia.press(notice, 'How it stands'));
  expect(pressed.visibleTo).toBe(mia.member.id);
  expect(words(pressed)).toContain('Weekly digest');
  const ben = stage.person('ben', { in: managers });
  expect(words(await ben.press(notice, 'How it stands'))).toContain('Manage Server');
  await setUpIn(MINUTE);
  await expect.poll(isOpen).toBe(false);
});

it('without a channel nobody is told, and setup and status say so; who chooses one is told then', async () => {
  const at = minuteAfter(stage.discord.now(), 5 * SECOND);
  const shown = await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
  expect(words(shown)).toContain('only /digest status says so');
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await untilState(stage, 'parked');
  expect(words(await mia.command('/digest status'))).toContain('only /digest status says so');
  expect(noticeRows(stage)).toEqual([]);
  await chooseChannel();
  await notices(1);
  expect(words(await mia.command('/digest status'))).toContain('I say so in #managers');
  expect(words(await mia.command('/settings show'))).toContain('I say in #managers');
});

it('a channel the bot can’t write in is refused by name, and everything stays as it was', async () => {
  managers.deny(stage.guild.botRole, 'SendMessages', 'ReadMessageHistory');
  const refused = words(
    await mia.command('/settings change notices:#managers answers:Only who asked'),
  );
  expect(refused).toContain('I can’t write notices there yet');
  expect(refused).toContain('I lack the permissions Read Message History, Send Messages');
  expect(stage.rows('SELECT * FROM "Setting" WHERE "key" <> \'greeted\'')).toEqual([]);
  // Files aren't needed for it.
  managers.reset(stage.guild.botRole);
  managers.deny(stage.guild.botRole, 'AttachFiles');
  expect(words(await chooseChannel())).toContain('#managers');
});

it('what can’t be written waits, goes to the channel chosen next, and not at all once it is mended', async () => {
  await chooseChannel();
  const others = stage.guild.addChannel('others');
  await setUpIn(3 * HOUR);
  managers.deny(stage.guild.botRole, 'SendMessages');
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  const states = () => noticeRows(stage).map(({ state }) => state);
  await expect.poll(states, { timeout: 15_000 }).toEqual(['parked']);
  await mia.command('/settings change notices:#others');
  await expect.poll(() => noticesIn(others).length, { timeout: 15_000 }).toBe(1);
  stage.general.reset(stage.guild.botRole);
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false);
  others.deny(stage.guild.botRole, 'SendMessages');
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  await expect.poll(states, { timeout: 15_000 }).toEqual(['posted', 'parked']);
  stage.general.reset(stage.guild.botRole);
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false);
  others.reset(stage.guild.botRole);
  await stage.letTimePass(HOUR + MINUTE);
  await expect.poll(states, { timeout: 15_000 }).toEqual(['posted', 'skipped']);
  expect(noticesIn(others)).toHaveLength(1);
  expect(noticesIn(managers)).toHaveLength(0);
});

it('a press stops them', async () => {
  await chooseChannel();
  const shown = await mia.command('/settings show');
  const stopped = await mia.press(shown, 'Stop notices');
  expect(words(stopped)).toContain('in /digest status alone');
  await setUpAndDue(stage, mia, { more: 'quiet_weeks:post' });
  await untilState(stage, 'posted');
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  await stage.letTimePass(MINUTE);
  expect(noticeRows(stage)).toEqual([]);
  expect((await mia.command('/settings show')).buttons).toEqual([]);
});
