import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { refusal } from '../../src/words/en/refusal.js';
import { marksOf, NAMES, PLACES, TwoServers } from '../support/isolation.js';
import {
  afterFiles,
  buttonsForAll,
  cases,
  modals,
  untouchedButtons,
} from '../support/isolation-cases.js';

/** Everything that runs, by its name and with its options. */
const runnables = commands.flatMap(({ command }) =>
  [...command.runnables].map(([subcommand, { options }]) => ({
    name: `${command.name} ${subcommand}`.trim(),
    options,
  })),
);

/** Options whose suggestions are typed for, and whether the command needs nothing else. */
const suggesting = runnables.flatMap(({ name, options }) =>
  Object.entries(options).flatMap(([option, spec]) =>
    spec.type === 'text' && spec.autocomplete !== undefined
      ? ([
          [
            option,
            `/${name}`,
            // The form of /score holds what its own reader typed, and nothing of what is stored.
            name !== 'score' &&
              Object.entries(options).every(([one, { required }]) => one === option || !required),
          ],
        ] as const)
      : [],
  ),
);

/** What somebody is told who asked too often, up to when to come back. */
const tooOften = refusal.tooOften('…').split('…')[0] ?? '';

/** What shows videos of others, or to others. */
const showsOthers = new Set(['score', 'history list', 'leaderboard show', 'digest preview']);

let world: TwoServers;
beforeAll(async () => {
  world = await TwoServers.open(Object.keys(untouchedButtons));
}, 60_000);
afterAll(() => world.close());

async function everybodyEverywhere(
  work: (by: (typeof NAMES)[number], at: (typeof PLACES)[number]) => Promise<void>,
): Promise<void> {
  for (const by of NAMES) for (const at of PLACES) await work(by, at);
}

describe('the cases', () => {
  it('name everything that runs, and nothing else', () => {
    expect(runnables.length).toBeGreaterThan(0);
    expect(Object.keys(cases).sort()).toEqual(runnables.map(({ name }) => name).sort());
  });

  it('name every modal', () => {
    const all = commands.flatMap((one) => one.modals ?? []).map(({ name }) => name);
    expect(Object.keys(modals).sort()).toEqual(all.sort());
  });
});

describe('what a member sees', () => {
  const reads = Object.entries(cases).flatMap(([name, one]) =>
    'lines' in one ? ([[name, one.lines]] as const) : [],
  );

  it('in the conversation with the bot, and while asking to be reminded, holds nothing of others', async () => {
    const before = world.seen.length;
    await world.beReminded();
    expect(world.seen.length).toBeGreaterThan(before);
    expectNoLeak(before);
  });

  it.each(reads)(
    'of /%s holds nothing of another server or of who didn’t agree',
    async (_, lines) => {
      const before = world.seen.length;
      await everybodyEverywhere(async (by, at) => {
        for (const line of lines(world, by, at)) await world.look(by, at, line);
      });
      expect(world.seen.length).toBeGreaterThan(before);
      expectNoLeak(before);
    },
  );

  it.each(suggesting)(
    'while typing %s of %s, and of what is suggested there, holds nothing either',
    async (option, line, alone) => {
      const before = world.seen.length;
      const words = ['', ...world.marked.map(({ word }) => word)];
      await everybodyEverywhere(async (by, at) => {
        for (const word of words) await world.type(by, at, line, option, word);
      });
      const values = [...(world.suggested.get(`${line} ${option}`) ?? [])];
      if (alone) {
        await everybodyEverywhere(async (by, at) => {
          for (const value of values) await world.look(by, at, `${line} ${option}:${value}`);
        });
      }
      expect(world.seen.length).toBeGreaterThan(before);
      expectNoLeak(before);
    },
  );

  it('after entries of the same video in several places were made one, holds nothing either', async () => {
    const before = world.seen.length;
    await world.mergeEntries();
    for (const [, lines] of reads.filter(([name]) => showsOthers.has(name))) {
      await everybodyEverywhere(async (by, at) => {
        for (const line of lines(world, by, at)) await world.look(by, at, line);
      });
    }
    expectNoLeak(before);
  });

  it('behind buttons, menus and modals of somebody else, or elsewhere, holds nothing either', async () => {
    const before = world.seen.length;
    // First, since their owner may remove elsewhere what is chosen here.
    await world.chooseOfOthers();
    await world.tryElsewhere(Object.keys(buttonsForAll));
    expect(world.seen.length).toBeGreaterThan(before);
    expectNoLeak(before);
  });

  it('came from every button, menu and modal there is', () => {
    const untouched = Object.keys(untouchedButtons);
    const toUse = commands
      .flatMap(({ buttons = [], menus = [] }) => [...buttons, ...menus])
      .map(({ name }) => name)
      .filter((name) => !untouched.includes(name) && !(name in afterFiles));
    expect([...world.used].toSorted()).toEqual(toUse.toSorted());
    const shown = new Set(world.controls.map(({ name }) => name));
    const toShow = [...untouched, ...Object.keys(modals)].filter((name) => !(name in afterFiles));
    expect(toShow.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('was never kept from them for asking too often', () => {
    const refused = world.seen.filter(({ text }) => text.includes(tooOften));
    expect(refused.map(({ what }) => what)).toEqual([]);
  });
});

describe('the look-out itself', () => {
  it('knows each mark again: everybody saw what they sent, where they sent it', () => {
    for (const marked of world.marked) {
      const [word, ...counts] = marksOf(marked);
      const own = world.seen.filter(
        ({ by, what }) => by === marked.owner && what.endsWith(`${word}`),
      );
      const text = own.map((one) => one.text).join('\n');
      expect(text).toContain(word);
      for (const mark of ['views', 'likes', 'saves'] as const) {
        expect(text).toContain(marked.counts[mark].toLocaleString('en-US'));
      }
      expect(counts).toHaveLength(7);
    }
  });

  it('sees who agreed, on the board they agreed to', () => {
    for (const [by, at] of [
      ['ana', 'south'],
      ['ben', 'north'],
    ] as const) {
      const seen = world.seen.filter((one) => one.by === by && one.at === at);
      const shows = seen.some(({ text }) => text.includes(world.otherThan(by)));
      expect(shows).toBe(true);
    }
  });

  it('sees who agreed where anybody may look for them: in histories and digests', () => {
    for (const [by, at, word] of [
      ['ana', 'south', 'zemosouth'],
      ['ben', 'north', 'quvanorth'],
    ] as const) {
      const other = `/history list member:<@${world.otherThan(by)}>`;
      for (const what of ['the digest', '/digest preview', '/digest past', other]) {
        const texts = world.seen
          .filter((one) => one.by === by && one.at === at && one.what.startsWith(what))
          .map(({ text }) => text);
        expect(texts.join('\n'), what).toContain(word);
      }
    }
  });

  it('sees growth beside what was sent before in the same place', () => {
    const grown = world.marked.filter((one) =>
      world.seen.some(({ by, text }) => by === one.owner && text.includes(marksOf(one)[7] ?? '')),
    );
    expect(grown.length).toBe(world.marked.length);
  });

  it('opens archives: in everybody’s is all that they sent, from every place', () => {
    for (const { owner, word } of world.marked) {
      const exports = world.seen.filter(({ by, what }) => by === owner && what === '/data export');
      expect(exports).toHaveLength(PLACES.length);
      for (const { text } of exports) expect(text).toContain(`${word} number 0`);
    }
  });

  it('would find a leak of each kind', () => {
    const seen = { by: 'ben', at: 'south', what: '', isPublic: true } as const;
    for (const marked of world.marked) {
      const allowed = marked.word === 'zemosouth';
      for (const text of marksOf(marked)) {
        expect(world.leaksIn({ ...seen, text: `… ${text.toUpperCase()} …` })).toEqual(
          allowed ? [] : [text],
        );
      }
    }
    const id = world.otherThan('ben');
    expect(world.leaksIn({ ...seen, text: `<@${id}>` })).toEqual([id]);
    expect(world.leaksIn({ ...seen, text: 'Xuvonorth Hall' })).toEqual(['xuvonorth hall']);
  });
});

it('broke no rule of Discord', () => {
  expect(world.stage.discord.violations).toEqual([]);
});

/** All that was seen since then is what the one who saw it may see. */
function expectNoLeak(since: number): void {
  const leaks = world.seen
    .slice(since)
    .map((seen) => ({ ...seen, leaks: world.leaksIn(seen) }))
    .filter(({ leaks }) => leaks.length > 0);
  expect(leaks).toEqual([]);
}
