import { request } from 'node:http';
import { Locale } from 'discord-api-types/v10';
import {
  type LocalDiscord,
  type PageServer,
  sessionOf,
  startLocalDiscord,
  startPageServer,
  twoServers,
} from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let discord: LocalDiscord;
let server: PageServer;
let url: URL;
let guilds: ReturnType<typeof twoServers>['guilds'];

beforeAll(async () => {
  discord = await startLocalDiscord();
  const made = twoServers(discord);
  guilds = made.guilds;
  server = await startPageServer({
    ...sessionOf(discord, guilds, made.standings),
    botEnded: false,
  });
  url = new URL(server.url);
});

afterAll(async () => {
  await server.close();
  await discord.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks with headers that `fetch` would set itself. */
function ask(
  path: string,
  o: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: url.port, path, method: o.method ?? 'GET', headers: o.headers },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
          // What goes on for ever is read as far as the first event.
          if (response.headers['content-type']?.startsWith('text/event-stream')) asked.destroy();
        });
        response.on('close', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    asked.once('error', reject);
    asked.end(o.body);
  });
}

const own = (): Record<string, string> => ({
  Origin: url.origin,
  'Content-Type': 'application/json',
});

describe('the page’s server', () => {
  it('listens on loopback and serves its three files with a strict policy', async () => {
    expect(url.hostname).toBe('127.0.0.1');
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/page.js', 'text/javascript'],
      ['/page.css', 'text/css'],
    ] as const) {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toContain(type);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(body.length).toBeGreaterThan(100);
    }
  });

  it.each([
    '/page/main.ts',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/constructor',
    '/attachments/1/2/x',
    '/activity/999999',
  ])('serves nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('answers to no other name: a page of another’s can’t be made to lead here', async () => {
    for (const path of ['/', '/events', '/page.js']) {
      expect((await ask(path, { headers: { Host: `evil.example:${url.port}` } })).status).toBe(403);
    }
    const named = await ask('/', { headers: { Host: `localhost:${url.port}` } });
    expect(named.status).toBe(200);
  });

  it('takes orders from its own page alone', async () => {
    const body = JSON.stringify({ name: 'slow', mode: 'always' });
    const post = (headers: Record<string, string>): Promise<Answer> =>
      ask('/fault', { method: 'POST', headers, body });
    expect((await post({ 'Content-Type': 'application/json' })).status).toBe(403);
    expect((await post({ ...own(), Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ ...own(), Origin: 'null' })).status).toBe(403);
    expect((await post({ ...own(), 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await ask('/fault', { method: 'PUT', headers: own(), body })).status).toBe(405);
    expect((await post(own())).status).toBe(200);
    expect(
      (
        await ask('/fault', {
          method: 'POST',
          headers: own(),
          body: JSON.stringify({ name: 'slow', mode: 'off' }),
        })
      ).status,
    ).toBe(200);
  });

  it.each([
    ['/act', '{"kind":"dance"}', 400],
    ['/act', 'no JSON', 413],
    ['/fault', '{"name":"slow","mode":"perhaps"}', 400],
    ['/suggest', '{}', 400],
    ['/check', '[]', 400],
    ['/nothing', '{}', 404],
  ])('refuses %s with %s', async (path, body, status) => {
    expect((await ask(path, { method: 'POST', headers: own(), body })).status).toBe(status);
  });

  it('says in a sentence what a person can’t do', async () => {
    const body = JSON.stringify({
      kind: 'command',
      memberId: '1',
      channelId: '2',
      name: '/score',
      values: {},
      files: {},
    });
    const { body: reply } = await ask('/act', { method: 'POST', headers: own(), body });
    expect(JSON.parse(reply)).toEqual({
      kind: 'refused',
      sentence: 'There is no such member or channel.',
    });
  });

  it('sets somebody’s Discord to one of its languages, and to no other', async () => {
    const [guild] = guilds;
    const mia = [...(guild?.members.values() ?? [])].find(({ name }) => name === 'Mia');
    const post = (locale: string) =>
      ask('/locale', {
        method: 'POST',
        headers: own(),
        body: JSON.stringify({ memberId: mia?.id, locale }),
      });
    expect((await post('vi')).status).toBe(200);
    expect(mia?.locale).toBe('vi');
    expect((await post('klingon')).status).toBe(400);
    expect(mia?.locale).toBe('vi');
    const { body } = await ask('/events');
    const { entry } = JSON.parse(body.replace(/^data: /, ''));
    expect(entry.locales).toContainEqual({ code: 'vi', name: 'Tiếng Việt' });
    expect(entry.servers[0].members[0].locale).toBe('vi');
  });

  it('describes commands in the language of who looks, and leaves their names', async () => {
    const body = [
      {
        name: 'tea',
        description: 'Makes tea',
        description_localizations: { vi: 'Pha trà', de: 'Macht Tee' },
        options: [
          {
            ...{ type: 3, name: 'kind', description: 'Which', choices: [] as unknown[] },
            description_localizations: { vi: 'Loại nào' },
          },
        ],
      },
    ];
    body[0]?.options[0]?.choices.push({
      ...{ name: 'Green', value: 'green', name_localizations: { vi: 'Xanh' } },
    });
    const route = `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`;
    const put = await fetch(route, {
      method: 'PUT',
      headers: {
        authorization: `Bot ${discord.token}`,
        'user-agent': 'DiscordBot (https://keepsake.example, 1)',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    expect(put.status).toBe(200);
    const [guild] = guilds;
    const mia = [...(guild?.members.values() ?? [])].find(({ name }) => name === 'Mia');
    if (mia === undefined) throw new Error('Mia isn’t there.');
    const seen = async (locale: Locale) => {
      mia.locale = locale;
      const events = await ask('/events');
      return JSON.parse(events.body.replace(/^data: /, '')).entry.commands;
    };
    const options = [{ name: 'kind', description: 'Loại nào', choices: [{ name: 'Xanh' }] }];
    expect(await seen(Locale.Vietnamese)).toMatchObject([
      { name: '/tea', description: 'Pha trà', options },
    ]);
    expect(await seen(Locale.German)).toMatchObject([
      { name: '/tea', description: 'Macht Tee', options: [{ description: 'Which' }] },
    ]);
  });

  it('tells which places are forums and threads, and lets nobody enter a forum', async () => {
    const { body } = await ask('/events');
    const [{ channels, members }] = JSON.parse(body.replace(/^data: /, '')).entry.servers;
    const named = (name: string) => channels.find((one: { name: string }) => one.name === name);
    const forum = named('questions');
    expect(forum.kind).toBe('forum');
    expect(members[0].channels).not.toContain(forum.id);
    const post = named('where is the bookmark');
    expect(post).toMatchObject({ kind: 'thread', parentId: forum.id });
    expect(members[0].channels).toContain(post.id);
    expect(named('first lines').parentId).toBe(named('lounge').id);
  });

  it('shows a channel to nobody who can’t look into it', async () => {
    const { body } = await ask('/events');
    const { entry } = JSON.parse(body.replace(/^data: /, ''));
    const team = entry.servers[0].channels.find((one: { name: string }) => one.name === 'team').id;
    expect(entry.servers[0].members[0].channels).not.toContain(team);
    const hidden = await ask(`/events?member=${entry.memberId}&channel=${team}`);
    expect(hidden.status).toBe(404);
    expect(hidden.body).toContain('can’t see #team'.replace('’', "'"));
  });
});
