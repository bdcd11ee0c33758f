import { REST } from 'discord.js';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { registerCommands } from '../../src/discord/registration.js';

type Wanted = RESTPostAPIChatInputApplicationCommandsJSONBody;

const wanted: readonly Wanted[] = commands.map(({ command }) => command.registration());

/** A definition as Discord gives it back: with what it adds, and without what is so by default. */
function atDiscord(command: Wanted, id: string): APIApplicationCommand {
  const sent: Partial<APIApplicationCommand> = JSON.parse(
    JSON.stringify(command, (key, value: unknown) => {
      const isDefault =
        value === false ||
        (Array.isArray(value) && value.length === 0) ||
        (key === 'type' && value === 0);
      return isDefault ? undefined : value;
    }),
  );
  return {
    id,
    application_id: '42',
    version: `${id}99`,
    default_member_permissions: null,
    type: 1,
    name: command.name,
    name_localizations: null,
    description: command.description,
    description_localizations: null,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...sent,
  };
}

/** What registering asks of a Discord that knows these commands, and what it changes there. */
async function registering(there: readonly object[], ours: readonly Wanted[] = wanted) {
  const { registered, asked } = await listing(there, ours);
  return { registered, asked };
}

/** The same, with the ids that the commands have then. */
async function listing(there: readonly object[], ours: readonly Wanted[]) {
  const asked: string[] = [];
  const rest = new REST({
    api: 'http://discord.test/api',
    version: '10',
    makeRequest: async (url, { method, body }) => {
      const path = new URL(url).pathname.replace('/api/v10/applications/42/commands', '');
      const sent: Wanted[] = typeof body === 'string' ? JSON.parse(body) : [];
      asked.push([`${method}${path}`, ...sent.map(({ name }) => name)].join(' '));
      return Response.json(
        method === 'GET' ? there : sent.map((one, n) => atDiscord(one, String(n + 101))),
      );
    },
  }).setToken('x');
  const { listed, ...registered } = await registerCommands(rest, { applicationId: '42' }, ours);
  return { registered, asked, ids: listed.map(({ id, name }) => `${name} ${id}`) };
}

/** All of ours in one step. */
const ALL = ['PUT', ...wanted.map(({ name }) => name)].join(' ');

const known = wanted.map((command, n) => atDiscord(command, String(n + 1)));

describe('registering commands', () => {
  test('tells by which id Discord knows each, whether it was there or is new', async () => {
    const names = wanted.map(({ name }, n) => `${name} ${n + 1}`);
    expect((await listing(known, wanted)).ids).toEqual(names);
    const anew = wanted.map(({ name }, n) => `${name} ${n + 101}`);
    expect((await listing([], wanted)).ids).toEqual(anew);
  });

  test('at a Discord that knows them touches nothing', async () => {
    expect(await registering(known)).toEqual({
      registered: { changed: [], removed: [] },
      asked: ['GET'],
    });
  });

  test('for the first time sends all in one step', async () => {
    const names = wanted.map(({ name }) => name);
    expect(await registering([])).toEqual({
      registered: { changed: names, removed: [] },
      asked: ['GET', ALL],
    });
  });

  test('whatever order Discord gives keys and commands in, touches nothing', async () => {
    const turned = known
      .map((command) => Object.fromEntries(Object.entries(command).reverse()))
      .reverse();
    expect((await registering(turned)).asked).toEqual(['GET']);
  });

  test('that Discord tells with all defaults spelled out touches nothing', async () => {
    const spelled = known.map((command) => ({
      ...command,
      name_localized: command.name,
      default_permission: true,
      handler: null,
      options: (command.options ?? []).map((option) => ({
        required: false,
        autocomplete: false,
        choices: [],
        name_localizations: null,
        description_localizations: null,
        ...option,
      })),
    }));
    expect((await registering(spelled)).asked).toEqual(['GET']);
  });

  test('takes away what we don’t have any more', async () => {
    const old = atDiscord({ name: 'saves', description: 'Old' }, '77');
    expect(await registering([...known, old])).toEqual({
      registered: { changed: [], removed: ['saves'] },
      asked: ['GET', ALL],
    });
  });

  test('takes away a command of another kind that has the name of one of ours', async () => {
    const menu = { ...atDiscord({ name: 'score', description: '' }, '78'), type: 2 };
    const { asked } = await registering([...known, menu]);
    expect(asked).toEqual(['GET', ALL]);
  });

  test('leaves Discord’s way into an application’s activity as it is', async () => {
    const launch = { ...atDiscord({ name: 'launch', description: 'Play' }, '79'), type: 4 };
    expect((await registering([...known, launch])).asked).toEqual(['GET']);
    expect((await registering([launch])).asked).toEqual(['GET', `${ALL} launch`]);
  });

  test.each([[{}], ['<html>'], [[{ name: 'score' }]]])(
    'is refused by an answer that isn’t a list of commands: %j',
    async (odd) => {
      // What Discord would never answer.
      await expect(registering(odd as object[])).rejects.toThrow(/expected/);
    },
  );

  type Option = APIApplicationCommandBasicOption;
  const views: Option = {
    type: 3,
    name: 'views',
    description: 'Views',
    required: true,
    max_length: 60,
  };
  const length: Option = { type: 10, name: 'length', description: 'Seconds', min_value: 0 };
  const moodOf = (bad: string): Option => ({
    type: 3,
    name: 'mood',
    description: 'Mood',
    choices: [
      { name: 'Good', value: 'good' },
      { name: bad, value: 'bad' },
    ],
  });
  const mood = moodOf('Bad');
  const base: Wanted = {
    name: 'score',
    description: 'Scores',
    contexts: [0, 1],
    integration_types: [0],
    options: [views, length, mood],
  };

  test.each<[string, Partial<Wanted>]>([
    ['the description', { description: 'Scores a video' }],
    ['who may use it', { default_member_permissions: '32' }],
    ['where it may be used', { contexts: [0] }],
    ['where it may be installed', { integration_types: [0, 1] }],
    ['that it is for adults only', { nsfw: true }],
    ['another language', { description_localizations: { de: 'Bewertet' } }],
    ['the order of options', { options: [views, mood, length] }],
    ['an option less', { options: [views, length] }],
    ['no options', { options: [] }],
    ['a least number', { options: [views, { ...length, min_value: 1 }, mood] }],
    ['the kind of an option', { options: [views, { ...length, type: 4 }, mood] }],
    ['that an option is needed', { options: [{ ...views, required: false }, length, mood] }],
    ['a choice’s name', { options: [views, length, moodOf('Not so good')] }],
  ])('sends a command again that changed in %s', async (_what, change) => {
    const there = [atDiscord(base, '1')];
    expect((await registering(there, [base])).asked).toEqual(['GET']);
    expect(await registering(there, [{ ...base, ...change }])).toEqual({
      registered: { changed: ['score'], removed: [] },
      asked: ['GET', 'PUT score'],
    });
    // And the other way round: what Discord has more than we is a change too.
    expect((await registering([atDiscord({ ...base, ...change }, '1')], [base])).asked).toEqual([
      'GET',
      'PUT score',
    ]);
  });
});
