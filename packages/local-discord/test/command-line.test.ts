import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommand } from '../src/people/command-line.js';
import type { Channel } from '../src/world/channel.js';
import type { Member } from '../src/world/member.js';
import { type RegisteredCommand, World } from '../src/world/world.js';
import { definitions } from './small-bot.js';

let world: World;
let channel: Channel;
let mia: Member;

beforeAll(() => {
  world = new World({ now: Date.now, token: undefined, keepMessages: 10 });
  const guild = world.addGuild({ name: 'Creators' });
  channel = guild.addChannel('general');
  mia = guild.addMember({ name: 'Mia', permissions: ['ManageGuild'] });
  for (const [index, definition] of definitions.entries()) {
    const id = String(index + 1);
    // What a bot sends and what Discord keeps differ only in the ids added here.
    const command = { ...definition, id, version: id, application_id: '1' } as RegisteredCommand;
    world.globalCommands.set(id, command);
  }
});

afterAll(() => world.globalCommands.clear());

function values(line: string): Record<string, unknown> {
  const { options } = parseCommand(line, { world, member: mia, channel, files: {} });
  return Object.fromEntries(
    options.map((option) => [option.name, 'value' in option ? option.value : option.options]),
  );
}

describe('a typed command', () => {
  it('takes a value up to the next option that exists', () => {
    expect(values('/score views:541.2K title:my video: part 2 private:true')).toEqual({
      views: '541.2K',
      title: 'my video: part 2',
      private: true,
    });
    expect(values('  /score title: a  b  views:https://x.y/z?a:b ')).toEqual({
      views: 'https://x.y/z?a:b',
      title: 'a  b',
    });
  });

  it('knows choices by what they are called and by their value', () => {
    expect(values('/score views:1 niche:food and DRINK')['niche']).toBe('food');
    expect(values('/score views:1 niche:travel')['niche']).toBe('travel');
  });

  it('finds people and channels by name', () => {
    expect(values('/score views:1 who:@mia')['who']).toBe(mia.id);
    expect(values('/digest setup channel:#general')['setup']).toEqual([
      { name: 'channel', type: 7, value: channel.id },
    ]);
  });

  it.each([
    ['score', 'A command starts with a slash, like /help.'],
    ['/nothing', 'There is no command /nothing.'],
    ['/score', 'The option views is required.'],
    ['/score title:x', 'The option views is required.'],
    ['/score vews:1', 'There is no option vews here.'],
    ['/score hello', '"hello" belongs to no option.'],
    ['/score views:1 views:2', 'The option views is given twice.'],
    ['/score views:1 title:123456789012345678901', 'title is longer than 20 characters.'],
    ['/score views:1 title:', 'title is too short.'],
    ['/score views:1 week:1.5', 'week is a whole number.'],
    ['/score views:1 week:0', 'week is at least 1.'],
    ['/score views:1 week:54', 'week is at most 53.'],
    ['/score views:1 share:much', 'share is a number.'],
    ['/score views:1 private:maybe', 'private is either true or false.'],
    ['/score views:1 niche:cars', 'niche is one of: Food and drink, Travel.'],
    ['/score views:1 who:@nobody', 'who: nobody here is called @nobody.'],
    ['/digest', '/digest needs one of: setup, off.'],
    ['/digest later', '/digest needs one of: setup, off.'],
    ['/digest setup channel:#nowhere', 'channel: there is no channel #nowhere.'],
    ['/ping now', '"now" belongs to no option.'],
  ])('refuses %j', (line, message) => {
    expect(() => values(line)).toThrow(message);
  });
});
