import { describe, expect, it } from 'vitest';
import {
  begin,
  choicesFor,
  drop,
  fitting,
  missing,
  put,
  readLine,
  remaining,
  spread,
  valuesOf,
} from '../src/page/command-draft.js';
import type { CommandView, ServerView } from '../src/page/protocol.js';
import { definitions } from './small-bot.js';

// Only what the box reads of them is there.
const commands = definitions.flatMap(({ name, description, options = [] }) => {
  const subcommands = options.filter(({ type }) => type === 1);
  const view = (path: string, list: unknown): CommandView => ({
    name: path,
    id: '1',
    description,
    options: list as CommandView['options'],
  });
  return subcommands.length === 0
    ? [view(`/${name}`, options)]
    : subcommands.map((one) =>
        view(`/${name} ${one.name}`, 'options' in one ? (one.options ?? []) : []),
      );
});

const server: ServerView = {
  id: '1',
  name: 'Creators',
  channels: [{ id: '10', name: 'saves', kind: 'text', parentId: undefined }],
  members: [{ id: '20', name: 'Mia', standing: 'member', locale: 'en-US', channels: ['10'] }],
  roles: [
    { id: '1', name: '@everyone' },
    { id: '30', name: 'team' },
  ],
};

function command(name: string): CommandView {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}

describe('the command box', () => {
  it('offers first what begins as it was typed', () => {
    expect(fitting(commands, '/').map(({ name }) => name)).toContain('/ping');
    expect(fitting(commands, '/s').map(({ name }) => name)).toEqual([
      '/score',
      '/digest setup',
      '/digest off',
    ]);
    expect(fitting(commands, '/nothing')).toEqual([]);
  });

  it('begins with the required options and offers the others', () => {
    const draft = begin(command('/score'));
    expect(draft.options.map(({ name }) => name)).toEqual(['views']);
    expect(remaining(draft)).toHaveLength(7);
    expect(missing(draft)).toEqual(['views']);
  });

  it('reads a pasted line into the options', () => {
    const draft = readLine(commands, '/score views:541.2K title:part 2: the knot private:True');
    expect(draft && valuesOf(draft)).toEqual({
      views: '541.2K',
      title: 'part 2: the knot',
      private: 'True',
    });
    expect(readLine(commands, '/sco')).toBeUndefined();
    expect(readLine(commands, '/digest setup channel:#saves')?.command.name).toBe('/digest setup');
  });

  it('keeps the words that belong to no option', () => {
    const { draft, before } = spread(begin(command('/score')), 'hello title:a');
    expect(before).toBe('hello');
    expect(draft.options.map(({ name }) => name)).toEqual(['views', 'title']);
  });

  it('takes options up, fills them and lets them go', () => {
    const draft = put(begin(command('/score')), { name: 'title', text: 'a' });
    expect(valuesOf(put(draft, { name: 'title', text: 'b' }))['title']).toBe('b');
    expect(valuesOf(drop(draft, 'title'))).toEqual({ views: '' });
    expect(valuesOf(put(draft, { name: 'niche', text: 'Travel', value: 'travel' }))).toMatchObject({
      niche: 'travel',
    });
  });

  it.each([
    ['private', 'tr', ['True']],
    ['niche', '', ['Food and drink', 'Travel']],
    ['who', '', ['@Mia']],
    ['title', '', undefined],
  ])('knows what can be chosen for %s', (name, typed, expected) => {
    const option = command('/score').options.find((one) => one.name === name);
    const choices = option && choicesFor(option, typed, server);
    expect(choices?.map((choice) => choice.name)).toEqual(expected);
  });

  it('names channels as Discord does', () => {
    const [option] = command('/digest setup').options;
    expect(option && choicesFor(option, 'sav', server)).toEqual([
      { name: '#saves', value: '<#10>' },
    ]);
  });
});
