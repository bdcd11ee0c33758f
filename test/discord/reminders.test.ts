import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import { DAY, dueAt, HOUR, MINUTE, minuteAfter } from '../support/digest.js';
import { letterRows, lettersTo, member, remindMe, untilLetters } from '../support/letters.js';

const POST = /^POST \/channels\/\d+\/messages$/;

const TOMORROW = 'Remind me tomorrow';
const STOP = 'Stop reminders and weekly note';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

describe('Remind me', () => {
  it('says hello at once and comes when the video is a day old, with the form', async () => {
    const ana = member(stage, 'ana');
    expect(await remindMe(stage, ana)).toContain('I’ll remind you at 24 hours');
    expect(ana.alone.sees().map(words)).toEqual([
      expect.stringContaining('I’ll remind you here. Nothing else comes unless you ask for it.'),
    ]);
    await stage.letTimePass(22 * HOUR + MINUTE);
    await untilLetters(stage, 'posted');
    const [letter] = lettersTo(ana);
    if (letter === undefined) throw new Error('No letter came.');
    expect(words(letter)).toContain('Knots 1');
    expect(words(letter)).toContain('is 24 hours old. It had 12,300 views');
    expect(letter.buttons).toEqual(['New numbers', TOMORROW, STOP]);
    expect(letter.pings).toMatchObject({ everyone: false });
    const form = await ana.alone.press(letter, 'New numbers');
    const shown = await ana.alone.submit(form, { 'Views now': '18.4K', 'Saves now': '150' });
    expect(shown.field('Estimated saves')).toContain('150');
    // The next age is one press away, and the reading belongs to the server it came from.
    expect(shown.buttons).toContain('Remind me');
    expect(words(await ana.alone.press(shown, 'Remind me'))).toContain('at 3 days');
    expect(words(await ana.alone.press(shown, 'How?'))).toContain('18,400');
    expect(stage.stored(ana.there)).toMatchObject({ videos: 1, readings: 2, truths: 1 });
  });

  it('is for the author alone, and only while an age lies ahead', async () => {
    const [ana, bob] = [member(stage, 'ana'), member(stage, 'bob')];
    const shown = await ana.there.command(
      '/score views:12K likes:900 comments:8 shares:9 posted:today',
    );
    expect(shown.buttons).toContain('Remind me');
    expect(words(await bob.there.press(shown, 'Remind me'))).toContain('Only the member who typed');
    const old = await ana.there.command(
      '/score views:12K likes:900 comments:8 shares:9 title:Old posted:2024-06-01',
    );
    expect(old.buttons).not.toContain('Remind me');
    const undated = await ana.there.command('/score views:12K likes:900 comments:8 shares:9');
    expect(undated.buttons).not.toContain('Remind me');
    expect(bob.alone.sees()).toEqual([]);
  });

  it('asks once where the member is, and keeps to their hours', async () => {
    const ana = member(stage, 'ana');
    const shown = await ana.there.command(
      '/score views:12K likes:900 comments:8 shares:9 posted:today',
    );
    const set = await ana.there.press(shown, 'Remind me');
    expect(words(set)).toContain('Where are you?');
    expect(words(await ana.there.choose(set, ['Europe/Berlin']))).toContain(
      'between 09:00 and 21:00 (Europe/Berlin)',
    );
    expect(await remindMe(stage, ana, { n: 2 })).not.toContain('Where are you?');
    const changed = await ana.there.command('/reminders hours from:7 pm to:22:00 timezone:Hanoi');
    expect(words(changed)).toContain('between 19:00 and 22:00 (Asia/');
    expect(words(await ana.there.command('/reminders hours from:soon'))).toContain(
      'isn’t a time of day I can read',
    );
  });

  it('keeps the hours while it isn’t known where they are, and asks by a menu', async () => {
    const ana = member(stage, 'ana');
    const set = await ana.there.command('/reminders hours from:17:00 to:21:00');
    expect(words(set)).toContain('Between 17:00 and 21:00, once I know where you are');
    expect(words(await ana.there.choose(set, ['Europe/Berlin']))).toContain(
      'between 17:00 and 21:00 (Europe/Berlin)',
    );
    const anyHour = await member(stage, 'ben').there.command('/reminders hours from:9:00 to:9:00');
    expect(words(anyHour)).toContain('at any hour');
  });

  it('is one message for several videos; a button brings them back tomorrow, another ends all', async () => {
    const ana = member(stage, 'ana');
    for (const n of [1, 2, 3]) await remindMe(stage, ana, { n });
    await stage.letTimePass(22 * HOUR + MINUTE);
    await untilLetters(stage, 'posted');
    const [letter] = lettersTo(ana);
    if (letter === undefined) throw new Error('No letter came.');
    expect(lettersTo(ana)).toHaveLength(1);
    expect(letter.buttons).toEqual([
      ...['New numbers: Knots 1', 'New numbers: Knots 2', 'New numbers: Knots 3'],
      ...[TOMORROW, STOP],
    ]);
    expect(words(await ana.alone.press(letter, TOMORROW))).toContain('tomorrow');
    await stage.letTimePass(DAY + HOUR);
    await untilLetters(stage, 'posted', 2);
    const again = lettersTo(ana)[1];
    if (again === undefined) throw new Error('It did not come back.');
    expect(words(await ana.alone.press(again, TOMORROW))).toContain('tomorrow');
    expect(words(await ana.alone.press(again, STOP))).toContain(
      'every reminder, and the weekly note',
    );
    expect(words(await ana.there.command('/reminders list'))).toContain('Nothing waits');
    await stage.letTimePass(2 * DAY);
    expect(letterRows(stage)).toHaveLength(2);
  });
});

it('comes once when Discord is back, where it was away at the hour', async () => {
  const ana = member(stage, 'ana');
  await remindMe(stage, ana);
  const away = stage.discord.faults.rest({ kind: 'status', status: 503 }, { match: POST });
  await stage.letTimePass(22 * HOUR + MINUTE);
  await expect
    .poll(() => letterRows(stage)[0]?.attempts, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(1n);
  expect(lettersTo(ana)).toEqual([]);
  away.stop();
  await stage.letTimePass(HOUR);
  await untilLetters(stage, 'posted');
  await stage.letTimePass(2 * HOUR);
  expect(lettersTo(ana)).toHaveLength(1);
});

describe('who takes no messages', () => {
  it('hears it with the first press, and how to open them; then nothing is set', async () => {
    const ana = member(stage, 'ana');
    stage.discord.closeDirectMessages(ana.there.member);
    expect(await remindMe(stage, ana)).toContain('Discord doesn’t let me write to you');
    expect(stage.rows('SELECT * FROM "Reminder"')).toEqual([]);
    stage.discord.closeDirectMessages(ana.there.member, false);
    expect(await remindMe(stage, ana, { n: 2 })).toContain('I’ll remind you at 24 hours');
  });

  it('is told by the list, and gets it once they are open', async () => {
    const ana = member(stage, 'ana');
    await remindMe(stage, ana);
    stage.discord.closeDirectMessages(ana.there.member);
    await stage.letTimePass(22 * HOUR + MINUTE);
    await untilLetters(stage, 'parked');
    expect(letterRows(stage)[0]?.reason).toContain('closed');
    stage.discord.closeDirectMessages(ana.there.member, false);
    expect(words(await ana.there.command('/reminders list'))).toContain('I can’t reach you');
    await untilLetters(stage, 'posted');
    expect(lettersTo(ana)).toHaveLength(1);
    expect(words(await ana.there.command('/reminders list'))).not.toContain('I can’t reach you');
  });

  it('who left every server keeps nobody waiting, and it ends with a reason', async () => {
    const [ana, bob] = [member(stage, 'ana'), member(stage, 'bob')];
    for (const one of [ana, bob]) await remindMe(stage, one);
    ana.there.member.leave();
    await stage.letTimePass(22 * HOUR + MINUTE);
    await untilLetters(stage, 'parked');
    await untilLetters(stage, 'posted');
    expect(lettersTo(bob)).toHaveLength(1);
    await stage.letTimePass(25 * HOUR);
    await untilLetters(stage, 'skipped');
    expect(lettersTo(ana)).toEqual([]);
  });
});

describe('/weekly', () => {
  it('is a note on the member’s own week, at their hour, until they stop it', async () => {
    const ana = member(stage, 'ana');
    const preview = () => ana.there.command('/weekly preview');
    expect(words(await preview())).toContain('nothing would come');
    const at = minuteAfter(stage.discord.now(), 30 * MINUTE);
    const on = await ana.there.command(`/weekly on ${dueAt(at)}`);
    expect(words(on)).toContain('Your weekly note is on: every ');
    const unclear = await ana.there.command('/weekly on day:Monday time:6 timezone:Berlin');
    expect(words(unclear)).toContain('Nothing is changed');
    await ana.there.command(
      '/score views:120K likes:9K comments:88 shares:91 title:Rope saves:800',
    );
    expect(words(await preview())).toContain('You scored 1 video');
    await stage.letTimePass(at - stage.discord.now() + MINUTE);
    await untilLetters(stage, 'posted');
    const [note] = lettersTo(ana);
    if (note === undefined) throw new Error('No note came.');
    expect(words(note)).toContain('Your week');
    expect(note.buttons).toEqual(['How?', TOMORROW, 'Stop the weekly note', STOP]);
    const basis = await ana.alone.press(note, 'How?');
    expect(words(basis)).toContain('The save rate is saves per view');
    // Its tip stands there in full, with what it rests on.
    expect(basis.field('Try next, in full')?.length).toBeGreaterThan(
      note.field('Try next')?.length ?? Number.POSITIVE_INFINITY,
    );
    expect(words(await ana.alone.press(note, 'Stop the weekly note'))).toContain('No weekly note');
    expect(words(await ana.there.command('/weekly off'))).toContain('off already');
    expect(note.visibleTo).toBeUndefined();
  });
});

it('nobody who didn’t ask is ever written to', async () => {
  const ana = member(stage, 'ana');
  const mia = stage.discord.person(
    stage.general.guild.addMember({ name: 'Mia', permissions: ['ManageGuild'] }),
    stage.general,
  );
  for (const line of [
    '/score views:12K likes:900 comments:8 shares:9 posted:today',
    ...['/history list', '/tips', '/faq saves', '/guide', '/help', '/insights accuracy'],
    ...['/reminders list', '/reminders hours from:9:00 timezone:Berlin', '/reminders off'],
    ...['/weekly preview', '/weekly off', '/leaderboard join', '/data export'],
  ]) {
    await ana.there.command(line);
  }
  await mia.command('/digest setup channel:#general day:Monday time:18:00 timezone:UTC');
  await mia.command('/settings change answers:Only who asked');
  for (let day = 0; day < 9; day += 1) await stage.letTimePass(DAY);
  expect(stage.discord.requests.filter(({ path }) => path.includes('/users/@me/channels'))).toEqual(
    [],
  );
  expect(ana.alone.sees()).toEqual([]);
  expect(stage.discord.directMessage(mia.member).sees()).toEqual([]);
});
