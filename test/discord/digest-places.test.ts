import type { Channel, Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, ending, Stage, words } from '../support/bot.js';
import { manager } from '../support/digest.js';

let stage: Stage;
let mia: Person;
let digestChannel: Channel;
beforeAll(async () => {
  stage = await Stage.open();
  mia = manager(stage);
  digestChannel = stage.guild.addChannel('digest');
});
afterAll(() => stage.close());

const RULE = 'day:Monday time:18:00 timezone:Europe/Berlin';
const schedules = () => stage.rows<{ time: string }>('SELECT * FROM "DigestSchedule"');
const setUp = (more = RULE) => mia.command(`/digest setup channel:#${digestChannel.name} ${more}`);

describe('the place and the time of a digest', () => {
  it.each([
    ['18', 'Hanoi', 'Asia/Ho_Chi_Minh', '18:00'],
    ['20 Uhr', 'München', 'Europe/Berlin', '20:00'],
    ['18h', 'Japan', 'Asia/Tokyo', '18:00'],
    ['6 pm', 'Mumbai', 'Asia/Kolkata', '18:00'],
    ['18.00', 'California', 'America/Los_Angeles', '18:00'],
  ])('are taken as typed: time:%s timezone:%s', async (time, place, zone, there) => {
    const shown = await ending(await setUp(`day:Monday time:${time} timezone:${place}`));
    expect(words(shown)).toContain(`Every Monday at ${there} (${zone})`);
  });

  it('are asked for with buttons where they can be several, and nothing changes before', async () => {
    await setUp();
    const before = JSON.stringify(schedules(), (_, v) => String(v));
    const asked = await ending(await setUp('day:Sunday time:6 timezone:EST quiet_weeks:post'));
    expect(asked.buttons.slice(0, 2)).toEqual([
      '06:00 · America/New_York',
      '18:00 · America/New_York',
    ]);
    expect(words(asked)).toContain('Nothing is changed yet');
    expect(JSON.stringify(schedules(), (_, v) => String(v))).toBe(before);
    const done = await ending(await mia.press(asked, '18:00 · America/New_York'));
    expect(words(done)).toContain('Every Sunday at 18:00 (America/New_York)');
    expect(words(done)).toContain('a short post');
    expect(done.buttons).toEqual([]);
    const offsets = await ending(await setUp('day:Monday time:18:00 timezone:GMT+7'));
    expect(offsets.buttons).toContain('Asia/Ho_Chi_Minh');
  });

  it('are for managers alone to press', async () => {
    const asked = await ending(await setUp('day:Sunday time:18 timezone:EST'));
    const nora = stage.person('Nora');
    const customId = customIdOf(asked, 'America/New_York');
    const forged = await nora.forge(asked, customId);
    expect(words(forged)).toContain('Manage Server');
  });
});
