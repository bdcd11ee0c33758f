import type { Channel, Person, RestFault } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stage, words } from '../support/bot.js';
import {
  digestRows,
  digestsIn,
  dueAt,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
} from '../support/digest.js';

/** A page as a proxy shows it. */
const PAGE = '<html><head><title>Not today</title></head><body><h1>Not today</h1></body></html>';

/** A server with a digest, and who manages it. */
interface Server {
  readonly channel: Channel;
  readonly manager: Person;
}

const pages = (statuses: readonly number[]) =>
  statuses.map((status) => [`a page with ${status}`, { status, body: PAGE }] as const);

const HTML_TYPE = { 'Content-Type': 'text/html' };
const JSON_TYPE = { 'Content-Type': 'application/json' };

type Instead = Omit<Extract<RestFault, { kind: 'answer' }>, 'kind' | 'when'>;

/** What is answered to two posts that Discord never sees. */
const BEFORE: readonly (readonly [string, Instead])[] = [
  ...pages([400, 403, 404, 405, 410, 413, 451, 499, 429, 200]),
  ['HTML that says so, with 413', { status: 413, body: PAGE, headers: HTML_TYPE }],
  ['HTML that says so, with 400', { status: 400, body: PAGE, headers: HTML_TYPE }],
  ['nothing at all, with 400', { status: 400, body: '' }],
  ['JSON that is broken, with 413', { status: 413, body: '{"code', headers: JSON_TYPE }],
  ['half an error, with 400', { status: 400, body: '{"message": "Inv', headers: JSON_TYPE }],
  ['a text, with 400', { status: 400, body: '"no"', headers: JSON_TYPE }],
  ['null, with 400', { status: 400, body: 'null', headers: JSON_TYPE }],
  ['null, with 403', { status: 403, body: 'null', headers: JSON_TYPE }],
  ['a list, with 422', { status: 422, body: '[]', headers: JSON_TYPE }],
  ['JSON without a code', { status: 413, body: '{"error":"Too large"}', headers: JSON_TYPE }],
  ['a code that is none', { status: 400, body: '{"message":"?","code":"x"}', headers: JSON_TYPE }],
  ['nothing but such a code', { status: 422, body: '{"code": "x"}', headers: JSON_TYPE }],
  ['an empty object, with 200', { status: 200, body: '{}', headers: JSON_TYPE }],
];

/** What is answered to a post that Discord took. */
const AFTER: typeof BEFORE = [
  ...pages([400, 403, 413, 200]),
  ['HTML that says so', { status: 200, body: PAGE, headers: HTML_TYPE }],
  ['half of a message', { status: 200, body: '{"id": "12', headers: JSON_TYPE }],
];

let stage: Stage;

async function open(): Promise<void> {
  stage = await Stage.open({ timeMoves: true });
}

async function close(): Promise<void> {
  expect(stage.discord.violations).toEqual([]);
  expect(stage.bot.stderr).toBe('');
  await stage.close();
}

function newServers(names: readonly string[]): Server[] {
  return names.map((name) => {
    const channel = stage.discord.addGuild({ name }).addChannel('general');
    return { channel, manager: manager(stage, channel) };
  });
}

/** The servers whose posts nothing is wrong with. */
const others = () => newServers(['Server 1', 'Server 2', 'Server 3']);

/**
 * A digest for each of these servers falls due at the same time.
 *
 * @param breakThings what goes wrong from then on: not while it is set up, when people are told of it.
 */
async function allDue(servers: readonly Server[], breakThings: () => void): Promise<void> {
  const at = minuteAfter(stage.discord.now(), 20 * SECOND);
  for (const { manager: person } of servers) {
    const shown = await person.command(
      `/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`,
    );
    expect(words(shown)).toContain('The weekly digest is on');
  }
  breakThings();
  await stage.letTimePass(at - stage.discord.now() + SECOND);
}

/** The posts to a server's channel alone. */
const postTo = ({ channel }: Server) => new RegExp(`^POST /channels/${channel.id}/messages$`);

/** These servers have their digests without any more time that is let pass. */
async function haveTheirs(servers: readonly Server[]): Promise<void> {
  for (const { channel } of servers) {
    await vi.waitFor(() => expect(digestsIn(channel)).toHaveLength(1), { timeout: 15_000 });
  }
}

/** Each server has its one digest, and the bot knows of each. */
async function untilEachHasOne(servers: readonly Server[]): Promise<void> {
  const areAllPosted = () => {
    const rows = digestRows(stage);
    return rows.length === servers.length && rows.every(({ state }) => state === 'posted');
  };
  for (let minutes = 0; minutes < 8 && !(await soonSo(areAllPosted)); minutes += 1) {
    // Who is at a digest would lose it by the minute that passes.
    const claimed = () => digestRows(stage).filter(({ claim }) => claim !== null);
    await vi.waitFor(() => expect(claimed()).toEqual([]), { timeout: 20_000 });
    await stage.letTimePass(MINUTE);
  }
  await vi.waitFor(
    () => expect(digestRows(stage).map(({ state }) => state)).toEqual(servers.map(() => 'posted')),
    { timeout: 20_000 },
  );
  for (const { channel } of servers) expect(digestsIn(channel)).toHaveLength(1);
}

/** Whether it comes to be so while the bot has a few looks at what is due: one a second. */
async function soonSo(isSo: () => boolean): Promise<boolean> {
  return await vi.waitUntil(isSo, { timeout: 3 * SECOND, interval: 50 }).catch(() => false);
}

describe('what a proxy answers to posts in Discord’s place, to each server something else', () => {
  const broken = new Map<Instead, Server>();
  const hits = new Map<Instead, () => number>();
  let waited: unknown;
  beforeAll(async () => {
    await open();
    for (const [name, answer] of [...BEFORE, ...AFTER]) {
      for (const server of newServers([name])) broken.set(answer, server);
    }
    const healthy = others();
    const all = [...healthy, ...broken.values()];
    await allDue(all, () => {
      for (const [, answer] of BEFORE) fault(answer, 'before', 2);
      for (const [, answer] of AFTER) fault(answer, 'after', 1);
    });
    // Told by each of the tests, so that one can see of all what became of them.
    waited = await haveTheirs(healthy).catch((error: unknown) => error);
    await untilEachHasOne(all);
  }, 120_000);
  afterAll(close);

  function serverOf(answer: Instead): Server {
    const server = broken.get(answer);
    if (server === undefined) throw new Error('This answer goes to no server.');
    return server;
  }

  function fault(answer: Instead, when: 'before' | 'after', times: number): void {
    const match = postTo(serverOf(answer));
    const rule = stage.discord.faults.rest({ kind: 'answer', when, ...answer }, { match, times });
    hits.set(answer, () => rule.hits);
  }

  const rowOf = ({ channel }: Server) =>
    digestRows(stage).find(({ guildId }) => String(guildId) === channel.guild.id);

  it.each(BEFORE)('%s: it goes again, and nobody else waits for it', async (_, answer) => {
    const server = serverOf(answer);
    expect(waited).toBeUndefined();
    expect(hits.get(answer)?.()).toBe(2);
    expect(digestsIn(server.channel)).toHaveLength(1);
    expect(rowOf(server)).toMatchObject({ state: 'posted', reason: null });
    expect(words(await server.manager.command('/digest status'))).toContain('posted');
  });

  it.each(AFTER)('%s after Discord took it: isn’t posted again', (_, answer) => {
    const server = serverOf(answer);
    expect(waited).toBeUndefined();
    expect(hits.get(answer)?.()).toBe(1);
    expect(digestsIn(server.channel)).toHaveLength(1);
    expect(rowOf(server)).toMatchObject({ state: 'posted' });
  });
});

describe('what a proxy answers to questions in Discord’s place', () => {
  let servers: Server[];
  let first: Server;
  beforeEach(async () => {
    await open();
    first = { channel: stage.general, manager: manager(stage) };
    servers = [first, ...others()];
  });
  afterEach(close);

  it('a page with 403 or 404 about the server: isn’t taken for Discord’s word', async () => {
    const faults = [403, 404].map(
      (status) => ({ kind: 'answer', when: 'before', status, body: PAGE }) as const,
    );
    await allDue(servers, () => {
      for (const fault of faults) {
        stage.discord.faults.rest(fault, { match: /^GET \/(guilds|channels|users)\//, times: 4 });
      }
      stage.discord.faults.rest(
        { kind: 'drop', when: 'after' },
        { match: postTo(first), times: 1 },
      );
    });
    await untilEachHasOne(servers);
    expect(stage.bot.log.filter(({ msg }) => msg === 'digest parked')).toEqual([]);
  });

  it('in place of the channel’s messages: it looks again, and finds its post', async () => {
    await allDue(servers, () => {
      stage.discord.faults.rest(
        { kind: 'hang after', ms: 60_000 },
        { match: postTo(first), times: 1 },
      );
    });
    await haveTheirs(servers);
    await stage.bot.kill();
    stage.discord.passTime(10 * MINUTE);
    stage.discord.faults.rest(
      { kind: 'answer', when: 'before', status: 200, body: PAGE },
      { match: `GET /channels/${stage.general.id}/messages`, times: 5 },
    );
    await stage.start();
    await untilEachHasOne(servers);
  });
});
