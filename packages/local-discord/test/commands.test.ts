import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());
beforeEach(() => {
  // Past any limit that a test before has met.
  discord.passTime(60_000);
});

interface Named {
  readonly id: string;
  readonly name: string;
}

async function ask(
  method: string,
  body: unknown,
): Promise<{ status: number; answer: unknown; wait: string | null }> {
  const route = `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`;
  const response = await fetch(route, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://keepsake.example, 1)',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const wait = response.headers.get('retry-after');
  return { status: response.status, answer: await response.json(), wait };
}

const commands = (...names: string[]) =>
  names.map((name) => ({ name, description: `What ${name} does` }));

/** The ids of the registered commands, by name. */
const ids = () => Object.fromEntries(discord.commands().map(({ name, id }: Named) => [name, id]));

it('overwrites the whole list in one step: known names keep their ids, others go', async () => {
  expect((await ask('PUT', commands('score', 'faq', 'old'))).status).toBe(200);
  const before = ids();
  const changed = [...commands('new', 'faq'), { name: 'score', description: 'Something else' }];
  expect((await ask('PUT', changed)).status).toBe(200);
  const { faq, score, ...others } = ids();
  expect({ faq, score }).toEqual({ faq: before['faq'], score: before['score'] });
  expect(Object.keys(others)).toEqual(['new']);
});

it('takes about five single commands in twenty seconds', async () => {
  const statuses: number[] = [];
  for (const command of commands('a', 'b', 'c', 'd', 'e', 'f')) {
    const { status, wait } = await ask('POST', command);
    statuses.push(status);
    if (status === 429) expect(Number(wait)).toBeGreaterThan(10);
  }
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
});

it('refuses a list without the way into an activity, and keeps it in one that has it', async () => {
  const launch = { name: 'launch', type: 4, handler: 2, description: '' };
  expect((await ask('PUT', [...commands('score'), launch])).status).toBe(200);
  const before = ids();
  const { status, answer } = await ask('PUT', commands('score'));
  expect(status).toBe(400);
  expect(answer).toMatchObject({ code: 50240 });
  expect(ids()).toEqual(before);
});
