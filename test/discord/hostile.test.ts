import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usageOf } from '../../bench/usage.js';
import type { Person } from '../../playground/local-discord.js';
import { Shown } from '../../playground/shown.js';
import { commands } from '../../src/commands/commands.js';
import { customIdOf, Stage, videoIdOf } from '../support/bot.js';
import { type Attack, attacks, escapesIn } from '../support/hostile.js';
import { atLength } from '../support/soak.js';

const INPUTS = atLength(400, 10_000);

/** Sent at once: what people do at the same moment. */
const AT_ONCE = 20;

/** Enough that nobody's allowance is used up and the rest is never looked at. */
const ATTACKERS = 30;

/**
 * How much memory may grow from the first half of the inputs to the second, and by how many MiB
 * whatever the share: code that is compiled late, and what the collector leaves lying for a while.
 */
const GROWTH = { share: 1.25, mib: 40 };

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const link = (handle: string, n: number) =>
  `https://www.tiktok.com/@${handle}/video/${videoIdOf(new Date('2026-03-01T12:00:00Z'), n)}`;

/** Of another server, and of a member's private readings: nobody here may ever see these words. */
const SECRETS = ['qqotherserver', 'qqprivate'];

let stage: Stage;
let victim: Person;
let elsewhere: Person;
beforeAll(async () => {
  stage = await Stage.open();
  const other = stage.discord.addGuild({ name: 'Other' });
  victim = stage.person('victim');
  elsewhere = stage.person('victim', { in: other.addChannel('talk'), userId: victim.member.id });
  const neighbour = stage.person('neighbour', { in: elsewhere.channel });
  for (const [n, person] of [elsewhere, neighbour].entries()) {
    await person.command(
      `/score ${COUNTS} title:qqotherserver link:${link('qqotherserver', n)} trying:qqotherserver saves:4K`,
    );
    await person.command('/score views:10 likes:5000 comments:1 shares:1 title:qqotherserver');
  }
  await victim.command(
    `/score ${COUNTS} title:qqprivate link:${link('qqprivate', 9)} trying:qqprivate private:true`,
  );
  await victim.command(`/score ${COUNTS} title:For everybody here`);
});
afterAll(() => stage.close());

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
    const targets = {
      commands: stage.discord.commands(),
      components: commands.flatMap(({ buttons = [], modals = [] }) =>
        [...buttons, ...modals].map(({ name, version }) => ({ name, version })),
      ),
      inputs: ['saves', 'views', 'likes', 'comments', 'shares'],
      ids: [...ids(), ...attackers.map(({ member }) => member.id)],
    };
    const before = stage.stored(victim);
    const wrong: string[] = [];
    let sent = 0;
    const memory: number[] = [];

    async function attack(one: Attack, n: number): Promise<void> {
      const [person, shown] = [attackers[n % ATTACKERS], own[n % ATTACKERS]];
      if (person === undefined || shown === undefined) throw new Error('Nobody attacks.');
      const complain = (what: string) => wrong.push(`${what}: ${JSON.stringify(one)}`);
      const answer =
        one.kind === 'button'
          ? await person.forge(shown, one.customId)
          : one.kind === 'modal'
            ? await person.forgeModal(shown, one.customId, one.values)
            : new Shown(await stage.discord.dispatch(person.member, person.channel, one.data));
      if (answer.outcome === 'no response') return void complain('no answer');
      const done = await answer.settled();
      if (done.pinged.length > 0) complain(`pinged ${done.pinged.join(', ')}`);
      for (const message of [done.message, ...done.followUps]) {
        if (message === undefined || message.deleted) continue;
        for (const effect of escapesIn(message)) complain(effect);
      }
      const seen = JSON.stringify([
        done.choices,
        done.modal,
        ...[done.message, ...done.followUps].map((message) => [
          message?.content,
          message?.embeds,
          message?.components,
        ]),
      ]);
      for (const secret of SECRETS) if (seen.includes(secret)) complain(`shows ${secret}`);
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(attacks(targets), { minLength: AT_ONCE, maxLength: AT_ONCE }),
        async (batch) => {
          await Promise.all(batch.map((one, place) => attack(one, sent + place)));
          sent += batch.length;
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
      process.stdout.write(`${sent} hostile inputs: ${kinds.join(', ')}; ${sizes}\n`);
    }
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
    expect(stage.stored(victim)).toEqual(before);
    expect((await victim.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/);
  }, 600_000);
});

it('a flood of suggestions is answered to the last, and delays nobody for long', async () => {
  const flooders = Array.from({ length: 10 }, (_, n) => stage.person(`flooder${n}`));
  const typed = ['', 'how', '**x**', '\0', 'a'.repeat(6000), '👩‍👩‍👧‍👦'];
  const flood = Array.from({ length: 600 }, (_, n) => {
    const person = flooders[n % flooders.length];
    if (person === undefined) throw new Error('Nobody floods.');
    return stage.discord.dispatch(person.member, person.channel, {
      name: 'faq',
      unfinished: true,
      options: [
        {
          type: 1,
          name: 'ask',
          options: [
            { type: 3, name: 'question', value: typed[n % typed.length] ?? '', focused: true },
          ],
        },
      ],
    });
  });
  const answers = await Promise.all(flood);
  expect(answers.filter(({ outcome }) => outcome !== 'autocomplete')).toEqual([]);
  expect((await victim.command(`/score ${COUNTS}`)).field('Save Proxy')).toMatch(/\/ 100$/);
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
