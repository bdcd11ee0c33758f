import { createServer } from 'node:http';
import { REST } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membersOf } from '../../src/discord/members.js';
import type { Members } from '../../src/services/context.js';

/** What Discord says next. */
let answer = { status: 200, type: 'application/json', body: '{}' };
const server = createServer((_, response) => {
  response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
});
let members: Members;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const api = `http://127.0.0.1:${address.port}`;
  const rest = new REST({ api, version: '10', retries: 0 }).setToken('a.token');
  members = membersOf({ get: (...request) => rest.get(...request) });
});
afterAll(() => server.close());

function discordSays(status: number, code: number | null): void {
  answer =
    code === null
      ? { status, type: 'text/html', body: '<html>no</html>' }
      : { status, type: 'application/json', body: JSON.stringify({ message: 'no', code }) };
}

test('somebody who is a member is one', async () => {
  answer = { status: 200, type: 'application/json', body: '{"user":{"id":"1"},"roles":[]}' };
  expect(await members.isMember(2n, 1n)).toBe(true);
});

test.each([
  [404, 10007],
  [404, 10013],
])('%i with %i: not a member', async (status, code) => {
  discordSays(status, code);
  expect(await members.isMember(2n, 1n)).toBe(false);
});

test.each([
  [404, 10004],
  [403, 50001],
  [403, 50013],
  [404, 0],
  [400, 50035],
  [404, null],
  [403, null],
  [401, 0],
  [413, null],
  [500, null],
  [503, 0],
])('%i with %s says nothing of a member', async (status, code) => {
  discordSays(status, code);
  await expect(members.isMember(2n, 1n)).rejects.toThrow();
});
