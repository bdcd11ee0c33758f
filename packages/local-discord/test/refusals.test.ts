import fc from 'fast-check';
import { type Channel, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

let discord: LocalDiscord;
let general: Channel;

beforeAll(async () => {
  discord = await startLocalDiscord();
  general = discord.addGuild({ name: 'Creators' }).addChannel('general');
});

afterAll(() => discord.close());

beforeEach(() => {
  // Past the limit on creating commands that the test before may have met.
  discord.passTime(20_000);
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1)',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) };
}

/** Paths of the wrong fields of a 50035 with their codes. */
function wrongFields(answer: unknown): string[] {
  const found: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '_errors' && Array.isArray(value)) {
        for (const { code } of value) found.push(`${path}: ${code}`);
      } else look(value, path === '' ? key : `${path}.${key}`);
    }
  };
  expect(answer).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
  look(Object(answer).errors, '');
  return found;
}

it('needs a token, a user agent, a version and a known route', async () => {
  const before = discord.violations.length;
  expect((await ask('GET', '/gateway/bot', undefined, { authorization: 'Bot x' })).status).toBe(
    401,
  );
  expect((await ask('GET', '/users/@me', undefined, { 'user-agent': 'curl' })).status).toBe(403);
  expect((await fetch(`${discord.apiUrl}/v9/gateway`)).status).toBe(400);
  expect(await ask('GET', '/guilds/1/audit-logs')).toEqual({
    status: 404,
    answer: { message: '404: Not Found', code: 0 },
  });
  // A wrong token is told by its status; the other three are mistakes in the bot.
  expect(discord.violations.slice(before).map((v) => v.rule)).toEqual([
    'User-Agent "DiscordBot (url, version)"',
    'API version',
    "asked a route the local Discord doesn't know",
  ]);
});

const button = { type: 2, style: 1, label: 'x', custom_id: 'x' };
const field = { name: 'n', value: 'v' };

it.each([
  ['long content', { content: 'x'.repeat(2001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  [
    'a long title',
    { embeds: [{ title: 'x'.repeat(257) }] },
    ['embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a long field',
    { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }] },
    ['embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an empty field',
    { embeds: [{ fields: [{ name: 'n', value: ' ' }] }] },
    ['embeds.0.fields.0.value: BASE_TYPE_REQUIRED'],
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array(26).fill(field) }] },
    ['embeds.0.fields: BASE_TYPE_BAD_LENGTH'],
  ],
  ['11 embeds', { embeds: Array(11).fill({ title: 'x' }) }, ['embeds: BASE_TYPE_BAD_LENGTH']],
  [
    'a picture from a file',
    { embeds: [{ title: 'x', image: { url: 'file:///etc/hosts' } }] },
    ['embeds.0.image.url: URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a button without a custom id',
    { content: 'x', components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x' }] }] },
    ['components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
  ],
  [
    'a button of no style',
    { content: 'x', components: [{ type: 1, components: [{ ...button, style: 9 }] }] },
    ['components.0.components.0.style: BASE_TYPE_CHOICES'],
  ],
  [
    'a long custom id',
    {
      content: 'x',
      components: [{ type: 1, components: [{ ...button, custom_id: 'x'.repeat(101) }] }],
    },
    ['components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a custom id twice',
    { content: 'x', components: [{ type: 1, components: [button, button] }] },
    ['components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [{ type: 1, components: Array(6).fill(button) }] },
    ['components.0.components: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a button without a row',
    { content: 'x', components: [button] },
    ['components.0.type: UNION_TYPE_CHOICES'],
  ],
  [
    'content beside components of the second kind',
    { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'users allowed in two ways',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  ['a long nonce', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce: BASE_TYPE_MAX_LENGTH']],
])('refuses a message with %s', async (_, body, expected) => {
  const { id } = general.guild.addChannel('fresh');
  const { status, answer } = await ask('POST', `/channels/${id}/messages`, body);
  expect(status).toBe(400);
  expect(wrongFields(answer)).toEqual(expected);
});

it('refuses an empty message', async () => {
  const { id } = general.guild.addChannel('fresh');
  const { status, answer } = await ask('POST', `/channels/${id}/messages`, { content: '  ' });
  expect([status, answer]).toEqual([400, { message: 'Cannot send an empty message', code: 50006 }]);
});

it('takes what Discord takes', async () => {
  const { id } = general.guild.addChannel('fresh');
  const before = discord.violations.length;
  const embed = {
    title: 'x'.repeat(256),
    description: 'x'.repeat(4096),
    fields: Array(25).fill(field),
    image: null,
  };
  const posted = await ask('POST', `/channels/${id}/messages`, {
    content: 'x'.repeat(2000),
    embeds: [embed],
    components: [{ type: 1, components: [button] }],
    allowed_mentions: { parse: [] },
  });
  expect(posted.status).toBe(200);
  expect(posted.answer).toMatchObject({
    type: 0,
    embeds: [{ type: 'rich' }],
    components: [{ id: 1 }],
  });
  const edited = await ask('PATCH', `/channels/${id}/messages/${Object(posted.answer).id}`, {
    content: null,
  });
  expect(edited.answer).toMatchObject({ content: '', embeds: [{ title: embed.title }] });
  expect(discord.violations.slice(before)).toEqual([]);
});

it('notes a field that Discord would ignore', async () => {
  const { id } = general.guild.addChannel('fresh');
  const before = discord.violations.length;
  const { status } = await ask('POST', `/channels/${id}/messages`, {
    content: 'x',
    embeds: [{ title: 'x', colour: 3 }],
  });
  expect(status).toBe(200);
  expect(discord.violations.slice(before).map((v) => v.detail)).toEqual([
    'embeds[0].colour is ignored by Discord',
  ]);
});

const command = { name: 'ok', description: 'd' };
const option = { type: 3, name: 'o', description: 'd' };

it.each([
  ['a capital letter', { ...command, name: 'Score' }, ['name: APPLICATION_COMMAND_INVALID_NAME']],
  ['a space', { ...command, name: 'a b' }, ['name: APPLICATION_COMMAND_INVALID_NAME']],
  ['no description', { name: 'ok' }, ['description: BASE_TYPE_REQUIRED']],
  [
    'a long description',
    { ...command, description: 'x'.repeat(101) },
    ['description: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an optional before a required option',
    { ...command, options: [option, { ...option, name: 'p', required: true }] },
    ['options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'an option twice',
    { ...command, options: [option, option] },
    ['options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  ],
  [
    '26 options',
    { ...command, options: Array.from({ length: 26 }, (_, n) => ({ ...option, name: `o${n}` })) },
    ['options: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    '26 choices',
    {
      ...command,
      options: [
        {
          ...option,
          choices: Array.from({ length: 26 }, (_, n) => ({ name: `c${n}`, value: `${n}` })),
        },
      ],
    },
    ['options.0.choices: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'choices and suggestions at once',
    {
      ...command,
      options: [{ ...option, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }],
    },
    ['options.0.choices: APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_MUTUALLY_EXCLUSIVE'],
  ],
  [
    'a subcommand beside an option',
    { ...command, options: [{ type: 1, name: 's', description: 'd' }, option] },
    ['options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a language that isn’t one',
    { ...command, name_localizations: { xx: 'ok' } },
    ['name_localizations: ENUM_TYPE_COERCE'],
  ],
  [
    'more than 8000 characters',
    {
      ...command,
      options: Array.from({ length: 5 }, (_, o) => ({
        ...option,
        name: `o${o}`,
        choices: Array.from({ length: 25 }, (_, n) => ({
          name: `${n}`.padEnd(40, 'x'),
          value: `${n}`.padEnd(40, 'y'),
        })),
      })),
    },
    [': APPLICATION_COMMAND_TOO_LARGE'],
  ],
])('refuses a command with %s', async (_, body, expected) => {
  const { status, answer } = await ask(
    'POST',
    `/applications/${discord.applicationId}/commands`,
    body,
  );
  expect(status).toBe(400);
  expect(wrongFields(answer)).toEqual(expected);
});

it('keeps a command as Discord would and gives a new version only to a changed one', async () => {
  const path = `/applications/${discord.applicationId}/commands`;
  const definition = { ...command, default_member_permissions: '32', contexts: [0] };
  const first = await ask('PUT', path, [definition]);
  expect(first.answer).toMatchObject([
    {
      type: 1,
      default_member_permissions: '32',
      contexts: [0],
      nsfw: false,
      integration_types: [0],
    },
  ]);
  expect((await ask('PUT', path, [definition])).answer).toEqual(first.answer);
  const changed = await ask('PUT', path, [{ ...definition, description: 'other' }]);
  expect(Object(changed.answer)[0].id).toBe(Object(first.answer)[0].id);
  expect(Object(changed.answer)[0].version).not.toBe(Object(first.answer)[0].version);
  expect((await ask('PUT', path, [])).answer).toEqual([]);
});

it('says so when a body is no JSON', async () => {
  const response = await fetch(`${discord.apiUrl}/v10/channels/${general.id}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1)',
      'content-type': 'application/json',
    },
    body: '{"content":',
  });
  expect([response.status, Object(await response.json()).code]).toEqual([400, 50109]);
});

it('limits the whole bot to 50 requests a second, answers to interactions excepted', async () => {
  await expect.poll(async () => (await ask('GET', '/users/@me')).status).toBe(200);
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, n) => ask('GET', n % 2 === 0 ? '/users/@me' : '/gateway/bot')),
  );
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.answer).toMatchObject({ global: true });
  expect((await ask('POST', '/interactions/1/x/callback', { type: 4 })).answer).toMatchObject({
    code: 10062,
  });
});

it('answers any body with what Discord would, never with a failure of its own', async () => {
  discord.limits.enforced = false;
  const component = fc.record({
    type: fc.integer({ min: 0, max: 20 }),
    components: fc.option(fc.array(fc.jsonValue(), { maxLength: 6 })),
    custom_id: fc.option(fc.string()),
    label: fc.option(fc.string()),
  });
  const body = fc.record(
    {
      content: fc.oneof(fc.string(), fc.jsonValue()),
      embeds: fc.oneof(
        fc.array(fc.record({ title: fc.string(), fields: fc.jsonValue() }, { requiredKeys: [] })),
        fc.jsonValue(),
      ),
      components: fc.oneof(
        fc.array(fc.record({ type: fc.constant(1), components: fc.array(component) })),
        fc.array(component),
        fc.jsonValue(),
      ),
      flags: fc.oneof(fc.constantFrom(0, 64, 1 << 15), fc.jsonValue()),
      allowed_mentions: fc.jsonValue(),
      attachments: fc.jsonValue(),
      name: fc.string(),
      description: fc.string(),
      options: fc.oneof(
        fc.array(fc.record({ type: fc.integer(), name: fc.string() })),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  const paths = fc.constantFrom('message', 'command', 'commands', 'answer', 'modal', 'choices');
  const answers: Record<string, number> = { answer: 4, modal: 9, choices: 8 };
  const { guild } = general;
  const mia = guild.addMember({ name: 'Mia', owner: true });
  let address = '';
  discord.watch((change) => {
    if (change.kind !== 'interaction') return;
    const { id, token } = Object(change.payload);
    address = `/interactions/${id}/${token}/callback`;
  });
  const commands = `/applications/${discord.applicationId}/commands`;
  // A limit would keep most bodies from being read.
  discord.limits.enforced = false;
  await fc.assert(
    fc.asyncProperty(paths, fc.oneof(body, fc.jsonValue()), async (kind, json) => {
      const channel = general.guild.addChannel('fresh');
      const type = answers[kind];
      if (kind === 'message') {
        const { status } = await ask('POST', `/channels/${channel.id}/messages`, json);
        expect([200, 400]).toContain(status);
      } else if (type === undefined) {
        const { status } = await (kind === 'command'
          ? ask('POST', commands, json)
          : ask('PUT', commands, [json]));
        // 429 is the day's 200 new commands.
        expect([200, 201, 400, 429]).toContain(status);
      } else {
        await ask('PUT', `/applications/${discord.applicationId}/guilds/${guild.id}/commands`, [
          { ...command, options: [{ ...option, autocomplete: true }] },
        ]);
        const person = discord.person(mia, channel);
        void (kind === 'choices' ? person.autocomplete('/ok', 'o', 'x') : person.command('/ok'));
        const { status } = await ask('POST', address, { type, data: json });
        expect([204, 400]).toContain(status);
      }
      channel.delete();
    }),
    { numRuns: 400 },
  );
  discord.limits.enforced = true;
  expect(discord.violations.filter((v) => v.rule === 'local Discord failed')).toEqual([]);
});
