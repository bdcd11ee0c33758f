import fc from 'fast-check';
import type { Message, Person } from 'local-discord';
import { Shown } from 'local-discord';
import { median } from 'simple-statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usageOf } from '../../bench/usage.js';
import { commands } from '../../src/commands/commands.js';
import { historyText } from '../../src/words/en/history.js';
import { refusal } from '../../src/words/en/refusal.js';
import { customIdOf, Stage, videoIdOf, words } from '../support/bot.js';
import { MINUTE } from '../support/digest.js';
import { type Attack, attacks, escapesIn, ME } from '../support/hostile.js';
import { type Control, holds, modalControl, textOf, usable } from '../support/seen.js';
import { atLength } from '../support/soak.js';

const INPUTS = atLength(400, 10_000);

/** Sent at once: what people do at the same moment. */
const AT_ONCE = 20;

/**
 * Enough members, and minutes that pass meanwhile, that few allowances are used up: what is refused
 * for that is never looked at. Drafts live longer than all of it.
 */
const ATTACKERS = 30;
const MINUTES = 10;

/**
 * How much memory may grow from the first half of the inputs to the second, and by how many MiB
 * whatever the share: code that is compiled late, and what the collector leaves lying for a while.
 */
const GROWTH = { share: 1.25, mib: 40 };

/**
 * The flood of suggestions: who sends it, how many of theirs are under way at any time, and how many
 * times longer a command of somebody else may take meanwhile. The eighty that are always under way
 * share a core with it.
 */
const FLOOD = { members: 10, each: 8, slower: 50 };

/** Commands that the victim sends one after the other, in quiet and during the flood. */
const COMMANDS = 20;

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
/** Of the readings nobody may see; no other reading has such views. */
const HIDDEN = { elsewhere: 417_293, private: 638_251 };
const hiddenCounts = (views: number) => `views:${views} likes:48.1K comments:1,204 shares:3.9K`;
const link = (handle: string, n: number) =>
  `https://www.tiktok.com/@${handle}/video/${videoIdOf(new Date('2026-03-01T12:00:00Z'), n)}`;

/** Of another server, and of a member's private readings: nobody here may ever see these. */
const SECRETS = [
  'qqotherserver',
  'qqprivate',
  ...Object.values(HIDDEN).flatMap((views) => [String(views), views.toLocaleString('en-US')]),
];

/** What somebody is told who asked too often, up to when to come back. */
const TOO_OFTEN = refusal.tooOften('…').split('…')[0] ?? '';

let stage: Stage;
let victim: Person;
let elsewhere: Person;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
  const other = stage.discord.addGuild({ name: 'Other' });
  victim = stage.person('victim', { waits: false });
  elsewhere = stage.person('victim', { in: other.addChannel('talk'), userId: victim.member.id });
  const neighbour = stage.person('neighbour', { in: elsewhere.channel });
  for (const [n, person] of [elsewhere, neighbour].entries()) {
    await person.command(
      `/score ${hiddenCounts(HIDDEN.elsewhere)} title:qqotherserver link:${link('qqotherserver', n)} trying:qqotherserver saves:4K`,
    );
    await person.command('/score views:10 likes:5000 comments:1 shares:1 title:qqotherserver');
  }
  await victim.command(
    `/score ${hiddenCounts(HIDDEN.private)} title:qqprivate link:${link('qqprivate', 9)} trying:qqprivate private:true`,
  );
  await victim.command(`/score ${COUNTS} title:For everybody here`);
});
afterAll(() => stage.close());

/** What the victim can press, choose and fill in: of private readings, and of what can't be undone. */
async function controlsOfVictim(): Promise<Control[]> {
  const { panel } = historyText;
  const videos = await Promise.all(
    [victim, elsewhere].flatMap((place) =>
      ['qqprivate', 'qqotherserver'].map((title) => place.command(`/history video video:${title}`)),
    ),
  );
  const choices = await Promise.all(
    videos.map((shown) => {
      const [menu] = usable(messageOf(shown)).filter(({ kind }) => kind === 'menu');
      if (menu === undefined) throw new Error(`Nothing to choose: ${shown.text()}`);
      return victim.choose(messageOf(shown), menu.values.slice(0, 1));
    }),
  );
  const modals = await Promise.all(choices.map((shown) => victim.press(shown, panel.correct)));
  const others = [
    await victim.command('/history list'),
    await victim.command('/data delete'),
    await victim.command('/score views:10 likes:5000 comments:1 shares:1'),
    await victim.command(`/score ${COUNTS} private:true`),
  ];
  return [
    ...[...videos, ...choices, ...others].flatMap((shown) => usable(messageOf(shown))),
    ...modals.flatMap(({ modal }) => (modal === undefined ? [] : [modalControl(modal)])),
  ];
}

function messageOf(shown: Shown): Message {
  if (shown.message === undefined) throw new Error(`There is no message: ${shown.text()}`);
  return shown.message;
}

/** Everything that is stored of the victim's videos and readings, letter for letter. */
function rowsOfVictim(): unknown[] {
  const id = BigInt(victim.member.id);
  return ['Video', 'Reading', 'TrueSave', 'Draft'].map((table) =>
    stage.rows(`SELECT * FROM "${table}" WHERE "creatorId" = ? ORDER BY 1`, id),
  );
}

/** Ids of everything there is: people, places, rows of the victim's and of the other server. */
function ids(): string[] {
  const rows = ['Creator', 'Guild', 'Video', 'Reading', 'Draft'].flatMap((table) =>
    stage.rows<{ id: bigint }>(`SELECT "id" FROM "${table}"`).map(({ id }) => String(id)),
  );
  return [
    ...rows,
    stage.guild.id,
    stage.general.id,
    elsewhere.channel.id,
    victim.member.id,
    stage.discord.botUserId,
  ];
}

describe(`${INPUTS} hostile inputs`, () => {
  it('are each answered, within Discord’s rules, and show nothing of others', async () => {
    const attackers: Person[] = Array.from({ length: ATTACKERS }, (_, n) => {
      const member = stage.guild.addMember({
        name: `attacker${n}`,
        // Some may manage the server: then the commands for managers are tried, too.
        permissions: n % 5 === 0 ? ['ManageGuild'] : [],
      });
      const inServer = stage.discord.person(member, stage.general);
      return n % 7 === 3 ? stage.discord.directMessage(member) : inServer;
    });
    // Each has a message whose buttons they press, and whose modals they send.
    const [own = []] = [
      await Promise.all(attackers.map((person) => person.command(`/score ${COUNTS} title:Mine`))),
    ];
    const controls = await controlsOfVictim();
    const targets = {
      commands: stage.discord.commands(),
      components: commands.flatMap(({ buttons = [], menus = [], modals = [] }) =>
        [...buttons, ...menus, ...modals].map(({ name, version }) => ({ name, version })),
      ),
      // A button to correct carries the counts of its reading: whoever forges it has them already.
      customIds: controls.map(({ customId }) =>
        customId.replace(/^(history-correct:v1:\d+):.*/, '$1'),
      ),
      owner: victim.member.id,
      offered: controls.flatMap(({ kind, values }) => (kind === 'menu' ? values : [])),
      inputs: { saves: '4K', views: '600K', likes: '50K', comments: '1,204', shares: '3.9K' },
      ids: [...ids(), ...attackers.map(({ member }) => member.id)],
    };
    const before = rowsOfVictim();
    const wrong: string[] = [];
    let sent = 0;
    let files = 0;
    let tooOften = 0;
    const memory: number[] = [];

    async function attack(one: Attack, n: number): Promise<void> {
      const [person, shown] = [attackers[n % ATTACKERS], own[n % ATTACKERS]];
      if (person === undefined || shown === undefined) throw new Error('Nobody attacks.');
      const complain = (what: string) => wrong.push(`${what}: ${JSON.stringify(one)}`);
      const answer = await sendAs(person, shown, one);
      if (answer.outcome === 'no response') return void complain('no answer');
      const done = await answer.settled();
      const messages = [done.message, ...done.followUps].filter((message) => message !== undefined);
      for (const message of messages) {
        const { everyone, here, roles, users } = message.pings;
        if (everyone || here || roles.length + users.length > 0) complain('pings');
        if (message.deleted) continue;
        for (const effect of escapesIn(message)) complain(effect);
      }
      files += messages.reduce((sum, { attachments }) => sum + attachments.length, 0);
      const seen = [
        JSON.stringify([done.choices, done.modal]),
        // With its files: what stands in archives, and of charts their alt text.
        ...messages.flatMap((message) => [textOf(message), JSON.stringify(message.components)]),
      ].join('\n');
      if (seen.includes(TOO_OFTEN)) tooOften += 1;
      for (const secret of SECRETS) if (holds(seen, secret)) complain(`shows ${secret}`);
    }

    // Of a few hundred inputs none may ask for a file; what is in one is looked through all the same.
    await attack(
      { kind: 'command', data: { name: 'data', options: [{ type: 1, name: 'export' }] } },
      0,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(attacks(targets), { minLength: AT_ONCE, maxLength: AT_ONCE }),
        async (batch) => {
          await Promise.all(batch.map((one, place) => attack(one, sent + place)));
          sent += batch.length;
          if (sent % (INPUTS / MINUTES) === 0) await stage.letTimePass(MINUTE);
          if (sent % (INPUTS / 2) === 0) memory.push(usageOf(stage.bot.pid)?.memoryMiB ?? 0);
          expect(wrong).toEqual([]);
        },
      ),
      // What was sent has changed the bot's world: trying less of it again would prove nothing.
      { numRuns: INPUTS / AT_ONCE, endOnFailure: true },
    );

    expect(sent).toBe(INPUTS);
    expect(stage.discord.violations).toEqual([]);
    expect(stage.discord.counts.unanswered).toBe(0);
    const outcomes = stage.bot.log.flatMap(({ msg, ...line }) =>
      msg === 'interaction' ? [String(line['outcome'])] : [],
    );
    if (atLength(0, 1) === 1) {
      const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
      const kinds = [...new Set(outcomes)].map((outcome) => `${count(outcome)} ${outcome}`);
      const sizes = memory.map((mib) => `${Math.round(mib)} MiB`).join(', then ');
      process.stdout.write(
        `${sent} hostile inputs: ${kinds.join(', ')} (${tooOften} asked too often); ${files} files; ${sizes}\n`,
      );
    }
    expect(files).toBeGreaterThan(0);
    expect(tooOften).toBeLessThan(INPUTS / 10);
    // All kinds of answers came, and none was a fault of the program.
    expect(new Set(outcomes)).toContain('done');
    expect(new Set(outcomes)).toContain('refused');
    expect(new Set(outcomes)).toContain('stale');
    expect(stage.bot.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(stage.bot.stderr).toBe('');
    const [half = 0, whole = 0] = memory;
    expect(memory).toHaveLength(2);
    expect(whole).toBeLessThan(half * GROWTH.share + GROWTH.mib);
    // Nobody's data was changed by others, and the bot goes on.
    expect(rowsOfVictim()).toEqual(before);
    expect((await victim.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/m);
  }, 600_000);
});

/** Sends one input as somebody who has seen a message may send it, or anything. */
async function sendAs(person: Person, shown: Shown, one: Attack): Promise<Shown> {
  if (!('customId' in one)) {
    return new Shown(await stage.discord.dispatch(person.member, person.channel, one.data));
  }
  const customId = one.customId.replaceAll(ME, person.member.id).slice(0, 100);
  switch (one.kind) {
    case 'button':
      return person.forge(shown, customId);
    case 'menu':
      return person.forgeChoice(shown, customId, one.values);
    case 'modal':
      return person.forgeModal(shown, customId, one.values);
  }
}

it('a flood of suggestions is answered to the last, and holds nobody else up', async () => {
  const flooders = Array.from({ length: FLOOD.members }, (_, n) => stage.person(`flooder${n}`));
  const typed = ['', 'how', '**x**', '\0', 'a'.repeat(6000), '👩‍👩‍👧‍👦'];
  const type = ({ member, channel }: Person, value = '') =>
    stage.discord.dispatch(member, channel, {
      name: 'faq',
      unfinished: true,
      options: [
        { type: 1, name: 'ask', options: [{ type: 3, name: 'question', value, focused: true }] },
      ],
    });
  const scores = async () => {
    const ms: number[] = [];
    for (let n = 0; n < COMMANDS; n += 1) {
      const shown = await victim.command(`/score ${COUNTS}`);
      expect(shown.field('Save Proxy') ?? words(shown)).toMatch(/\/ 100$/m);
      ms.push(shown.ms);
    }
    return median(ms);
  };

  const quiet = await scores();
  let isOver = false;
  const outcomes = new Set<string>();
  const streams = flooders.flatMap((flooder) =>
    Array.from({ length: FLOOD.each }, async (_, stream) => {
      for (let n = stream; !isOver; n += 1) {
        const { outcome } = await type(flooder, typed[n % typed.length]);
        outcomes.add(outcome);
      }
    }),
  );
  const during = await scores();
  isOver = true;
  await Promise.all(streams);
  expect([...outcomes]).toEqual(['autocomplete']);
  expect(during / quiet).toBeLessThan(FLOOD.slower);
  expect(stage.discord.violations).toEqual([]);
});

it('the check of what is shown finds markup that took effect', async () => {
  const shown = await victim.command('/help');
  expect(escapesIn({ content: '', embeds: shown.message?.embeds ?? [] })).toEqual([]);
  for (const description of [
    'a **zzbold** b',
    '# zzhead',
    '> zzquote',
    '-# zzsmall',
    '[zzlink](https://evil.example/)',
    '`zzcode`',
    '||zzspoil||',
    'https://evil.example/path',
    '<@666666666666666666>',
    '<t:666:R>',
    '@everyone',
  ]) {
    expect(escapesIn({ content: '', embeds: [{ description }] }), description).not.toEqual([]);
    expect(escapesIn({ content: description, embeds: [] }), description).not.toEqual([]);
  }
  expect(customIdOf(await victim.command(`/score ${COUNTS}`), 'How?')).toMatch(/^how:v1:/);
});
