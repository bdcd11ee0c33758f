import { CannotSend, type Guild, type Message, type Person, type Shown } from 'local-discord';
import { expect, vi } from 'vitest';
import { weekOf } from '../../src/lib/weeks.js';
import { Stage, videoIdOf } from './bot.js';
import { DAY, digestsIn, dueAt, HOUR, MINUTE, minuteAfter, SECOND } from './digest.js';
import { lettersIn } from './letters.js';
import { type Control, holds, modalControl, textOf, usable, withoutIds } from './seen.js';

/** Two servers, and each member's conversation with the bot. */
export const PLACES = ['north', 'south', 'alone'] as const;
export type Place = (typeof PLACES)[number];

/** Both are members of both servers; Ana has joined the boards in the north, Ben in the south. */
export const NAMES = ['ana', 'ben'] as const;
export type Name = (typeof NAMES)[number];
const joinedIn: Record<Name, Place> = { ana: 'north', ben: 'south' };

/** What one member sent to one place, marked so that it is known again wherever it turns up. */
export interface Marked {
  readonly owner: Name;
  readonly place: Place;
  readonly isPrivate: boolean;
  /** Begins each title, the TikTok handle and the experiment's name; nothing else is called so. */
  readonly word: string;
  readonly counts: Readonly<Record<'views' | 'likes' | 'saves', number>>;
  /** Links of the videos, oldest first. */
  readonly links: readonly string[];
}

/** Something a member saw. */
export interface Seen {
  readonly by: Name;
  readonly at: Place;
  /** What was done to see it. */
  readonly what: string;
  /** Whether others in the channel see it too. */
  readonly isPublic: boolean;
  readonly text: string;
}

/** One that somebody was shown. */
export interface ShownControl extends Control {
  readonly by: Name;
  readonly at: Place;
  /** Whether others in the channel see it too. */
  readonly isPublic: boolean;
}

/** Of one name, shown to one member in one place, so many are tried elsewhere. */
const TRIED_ELSEWHERE = 4;

/** Buttons of one name pressed, and options of a menu chosen, on one answer; and how far that goes. */
const PRESSED = 2;
const DEPTH = 4;

/** Views that a known video is scored with again: fewer than it had. */
export const TYPED_VIEWS = 98_100;

/** What both do in a minute, together: as much as one member may ask for of what costs most. */
const ACTS_A_MINUTE = 30;

/** Videos each of them sent to each place, before and after the week that passes. */
const VIDEOS = 10;
const BEFORE = 5;

/** The one that is told of without its link, so that it may be another entry of any other. */
const WITHOUT_LINK = 4;

const MARKED: readonly Omit<Marked, 'counts' | 'links'>[] = [
  { owner: 'ana', place: 'north', isPrivate: false, word: 'quvanorth' },
  { owner: 'ana', place: 'south', isPrivate: false, word: 'quvasouth' },
  { owner: 'ana', place: 'alone', isPrivate: false, word: 'quvalone' },
  { owner: 'ana', place: 'north', isPrivate: true, word: 'quvasecret' },
  { owner: 'ana', place: 'south', isPrivate: true, word: 'quvahidden' },
  { owner: 'ben', place: 'north', isPrivate: false, word: 'zemonorth' },
  { owner: 'ben', place: 'south', isPrivate: false, word: 'zemosouth' },
  { owner: 'ben', place: 'alone', isPrivate: false, word: 'zemolone' },
  { owner: 'ben', place: 'north', isPrivate: true, word: 'zemosecret' },
  { owner: 'ben', place: 'south', isPrivate: true, word: 'zemohidden' },
];

/** Two servers, two members and everything they sent; what they look at, and all they saw. */
export class TwoServers {
  readonly stage: Stage;
  readonly marked: readonly Marked[];
  readonly seen: Seen[] = [];
  readonly controls: ShownControl[] = [];
  /** Names of the buttons that were pressed, and of the menus that were chosen from. */
  readonly used = new Set<string>();
  /** Each first value that was suggested, by `<command> <option>`. */
  readonly suggested = new Map<string, Set<string>>();
  readonly #people: Readonly<Record<Name, Readonly<Record<Place, Person>>>>;
  readonly #guilds: Readonly<Record<Exclude<Place, 'alone'>, Guild>>;
  readonly #untouched: ReadonlySet<string>;
  /** A message that only its member sees, by member and place: what is forged comes from there. */
  readonly #ownMessages = new Map<string, Shown>();
  #acts = 0;
  /** Who pressed what and where: once is enough. */
  readonly #presses = new Set<string>();

  private constructor(stage: Stage, untouched: Iterable<string>) {
    this.stage = stage;
    this.#untouched = new Set(untouched);
    const { discord } = stage;
    const guilds = {
      north: discord.addGuild({ name: 'Xuvonorth Hall' }),
      south: discord.addGuild({ name: 'Xuvosouth Hall' }),
    };
    this.#guilds = guilds;
    const [north, south] = [guilds.north.addChannel('talk'), guilds.south.addChannel('talk')];
    const person = (name: Name): Record<Place, Person> => {
      const options = { name, permissions: ['ManageGuild'] } as const;
      const member = guilds.north.addMember(options);
      const there = guilds.south.addMember({ ...options, userId: member.id });
      return {
        north: discord.person(member, north),
        south: discord.person(there, south),
        alone: discord.directMessage(member),
      };
    };
    this.#people = { ana: person('ana'), ben: person('ben') };
    this.marked = MARKED.map((one, index) => ({
      ...one,
      counts: {
        views: 541_013 + 1_117 * index,
        likes: 47_017 + 213 * index,
        saves: 3_011 + 37 * index,
      },
      links: Array.from({ length: VIDEOS }, (_, n) => {
        const id = videoIdOf(new Date('2026-01-05T12:00:00Z'), 100 * index + n + 1);
        return `https://www.tiktok.com/@${one.word}/video/${id}`;
      }),
    }));
  }

  /**
   * Opens both servers, and lets both members send half of their videos, a week pass, and send the
   * other half, some with true counts. Then both servers get their digest.
   *
   * @param untouched names of buttons that their owner never presses.
   */
  static async open(untouched: Iterable<string>): Promise<TwoServers> {
    const stage = await Stage.open({ timeMoves: true });
    const world = new TwoServers(stage, untouched);
    // Neither half falls into two weeks.
    await world.#toNextWeek();
    for (const name of NAMES) {
      await world.person(name, joinedIn[name]).command('/leaderboard join');
    }
    await world.#send(0, BEFORE);
    await world.#toNextWeek();
    await world.#send(BEFORE, VIDEOS);
    await world.#digests();
    return world;
  }

  person(name: Name, place: Place): Person {
    return this.#people[name][place];
  }

  /** The other member's Discord id. */
  otherThan(name: Name): string {
    return this.person(name === 'ana' ? 'ben' : 'ana', 'north').member.id;
  }

  /** The week that runs, and the one before. */
  get weeks(): { readonly running: string; readonly last: string } {
    const now = this.stage.discord.now();
    const weekAt = (moment: number) => weekOf(new Date(moment)).name;
    return { running: weekAt(now), last: weekAt(now - 7 * 24 * HOUR) };
  }

  /** Sends a command, presses what is under the answer, and notes all that is seen. */
  async look(by: Name, at: Place, line: string): Promise<void> {
    await this.#takeTime();
    const shown = await this.#sent(at, () => this.person(by, at).command(line));
    if (shown !== null) await this.#follow({ by, at, what: line }, shown, 0);
  }

  /** Types into an option, and notes what is suggested. */
  async type(by: Name, at: Place, line: string, option: string, typed: string): Promise<void> {
    await this.#takeTime();
    const choices = await this.#sent(at, () =>
      this.person(by, at).autocomplete(line, option, typed),
    );
    if (choices === null) return;
    const text = JSON.stringify(choices);
    this.seen.push({ by, at, what: `${line} ${option}:${typed}…`, isPublic: false, text });
    const values = this.suggested.get(`${line} ${option}`) ?? new Set();
    for (const { value } of choices.slice(0, 1)) values.add(String(value));
    this.suggested.set(`${line} ${option}`, values);
  }

  /**
   * Uses what a member was shown as the other one, or in another place; what its owner leaves alone
   * and modals as the other one only.
   *
   * @param forAll names of buttons that everybody may press who sees the message they stand under.
   */
  async tryElsewhere(forAll: readonly string[]): Promise<void> {
    const tried = new Map<string, number>();
    for (const control of this.controls) {
      const { name, by, at } = control;
      const kind = `${name} ${by} ${at}`;
      const times = tried.get(kind) ?? 0;
      tried.set(kind, times + 1);
      if (times >= TRIED_ELSEWHERE) continue;
      const isForOthers = control.kind === 'modal' || this.#untouched.has(name);
      for (const who of NAMES) {
        for (const where of PLACES) {
          const isMeant = control.isPublic && forAll.includes(name);
          if (who === by && (isForOthers || where === at)) continue;
          if (isMeant && where === at) continue;
          await this.#tryAs(who, where, control, control.customId);
        }
      }
    }
  }

  /** Chooses from one's own menus what only menus of the other member offer. */
  async chooseOfOthers(): Promise<void> {
    for (const who of NAMES) {
      const menus = this.controls.filter(({ kind, by }) => kind === 'menu' && by === who);
      for (const name of new Set(menus.map((menu) => menu.name))) {
        const own = menus.findLast((menu) => menu.name === name);
        const others = this.controls.findLast((one) => one.name === name && one.by !== who);
        if (own === undefined || others === undefined) continue;
        for (const where of PLACES) await this.#tryAs(who, where, others, own.customId);
      }
    }
  }

  /** Makes entries one that are said to be the same video, wherever each was told of. */
  async mergeEntries(): Promise<void> {
    for (const who of NAMES) {
      const menus = this.controls.filter(({ name, by }) => name === 'history-same' && by === who);
      const ofEachVideo = new Map(menus.map((menu) => [menu.customId, menu]));
      const before = this.#ownVideos(who);
      for (const [place, menu] of [...ofEachVideo.values()].entries()) {
        const value = menu.values[place % menu.values.length];
        if (value === undefined) continue;
        await this.#tryAs(who, 'alone', { ...menu, values: [value] }, menu.customId);
      }
      expect(this.#ownVideos(who)).toBeLessThan(before - 2);
    }
  }

  /** Scores a new video everywhere, asks to be reminded of it, and reads the message that comes. */
  async beReminded(): Promise<void> {
    const now = this.stage.discord.now();
    for (const [index, { owner, place, isPrivate, word, counts }] of this.marked.entries()) {
      const { views, likes } = counts;
      const id = videoIdOf(new Date(now - 2 * HOUR), index);
      const line = [
        `/score views:${views} likes:${likes} comments:1204 shares:3900 title:${word} today`,
        `link:https://www.tiktok.com/@${word}/video/${id}`,
        ...(isPrivate ? ['private:True'] : []),
      ].join(' ');
      await this.look(owner, place, line);
    }
    for (const who of NAMES) {
      // Tomorrow, as the reminders. From then on nobody is asked where they are.
      await this.person(who, 'alone').command(`/weekly on ${dueAt(minuteAfter(now, DAY))}`);
    }
    await this.stage.letTimePass(DAY + HOUR);
    const letters = () => NAMES.map((name) => lettersIn(this.person(name, 'alone')));
    await vi.waitFor(() => expect(letters().map(({ length }) => length)).toEqual([1, 1]), {
      timeout: 15_000,
    });
    for (const [n, [letter]] of letters().entries()) {
      const by = NAMES[n];
      if (by === undefined || letter === undefined) throw new Error('No letter came.');
      const place = { by, at: 'alone', what: 'the letter' } as const;
      await this.#press(place, letter, this.#noteMessage(place, letter), 0);
    }
  }

  #ownVideos(who: Name): number {
    return this.stage.stored(this.person(who, 'alone')).videos;
  }

  /** Sends as a forged client could, from a message that only this member sees. */
  async #tryAs(who: Name, where: Place, control: ShownControl, customId: string): Promise<void> {
    await this.#takeTime();
    const { kind, values, by, at } = control;
    const person = this.person(who, where);
    const key = `${who} ${where}`;
    const own = this.#ownMessages.get(key) ?? (await person.command('/help'));
    this.#ownMessages.set(key, own);
    const what = `${customId}, shown to ${by} (${at})`;
    const modalValues = Object.fromEntries(values.map((value) => [value, '4,321']));
    const sent = {
      button: () => person.forge(own, customId),
      menu: () => person.forgeChoice(own, customId, values.slice(0, 1)),
      modal: () => person.forgeModal(own, customId, modalValues),
    };
    const shown = await (await sent[kind]()).settled();
    this.#note({ by: who, at: where, what }, shown);
  }

  /** Whether a member may see what was marked, where and as whom they look. */
  maySee({ by, at, isPublic }: Omit<Seen, 'text' | 'what'>, of: Marked): boolean {
    const isShared = of.place === at && at !== 'alone' && !of.isPrivate;
    if (of.owner === by) return !isPublic || isShared;
    return isShared && joinedIn[of.owner] === at;
  }

  /** Every mark in what was seen that shouldn't be there. */
  leaksIn(seen: Seen): string[] {
    const text = seen.text.toLowerCase();
    const forbidden = this.marked
      .filter((one) => !this.maySee(seen, one))
      .flatMap((one) => marksOf(one));
    // The other member is named only where they joined.
    const other = seen.by === 'ana' ? 'ben' : 'ana';
    if (joinedIn[other] !== seen.at) forbidden.push(this.otherThan(seen.by));
    // Everything stored about somebody says where it was submitted.
    const isOwnExport = seen.what === '/data export' && !seen.isPublic;
    for (const [place, guild] of Object.entries(this.#guilds)) {
      if (place === seen.at) continue;
      forbidden.push(guild.name.toLowerCase());
      if (!isOwnExport) forbidden.push(guild.id, ...guild.channels.keys());
    }
    return forbidden.filter((mark) => holds(text, mark));
  }

  async close(): Promise<void> {
    await this.stage.close();
  }

  /** Nobody types as fast as a test does, and the bot lets nobody do so. */
  async #takeTime(): Promise<void> {
    this.#acts += 1;
    if (this.#acts % ACTS_A_MINUTE === 0) await this.stage.letTimePass(MINUTE);
  }

  /** To noon of the next Monday. */
  async #toNextWeek(): Promise<void> {
    const now = this.stage.discord.now();
    const noon = weekOf(new Date(now)).to.getTime() + 12 * HOUR;
    await this.stage.letTimePass(noon - now);
  }

  async #send(from: number, to: number): Promise<void> {
    for (const { owner, place, isPrivate, word, counts, links } of this.marked) {
      for (let n = from; n < to; n += 1) {
        const { views, likes, saves } = counts;
        const link = n === WITHOUT_LINK ? 'posted:2026-01-05' : `link:${links[n]}`;
        const what = `views:${views} likes:${likes} comments:1204 shares:3900 ${link}`;
        const options = [
          `title:${word} number ${n}`,
          `trying:${word} trial`,
          'category:educational duration:30 watch_time:11 new_followers:120',
          ...(n % 3 === 0 ? [`saves:${saves}`] : []),
          ...(isPrivate ? ['private:True'] : []),
        ];
        const line = `/score ${what} ${options.join(' ')}`;
        const shown = await (await this.person(owner, place).command(line)).settled();
        if (shown.field('Save Proxy') === undefined) throw new Error(shown.text());
        this.#note({ by: owner, at: place, what: `sending ${word}` }, shown);
      }
    }
  }

  /** Each server gets its digest, and everybody there sees it. */
  async #digests(): Promise<void> {
    const due = minuteAfter(this.stage.discord.now(), 5 * SECOND);
    const servers = ['north', 'south'] as const;
    for (const at of servers) {
      const line = `/digest setup channel:#talk ${dueAt(due)}`;
      const shown = await (await this.person('ana', at).command(line)).settled();
      this.#note({ by: 'ana', at, what: line }, shown);
    }
    await this.stage.letTimePass(due - this.stage.discord.now() + SECOND);
    const posted = () => servers.map((at) => digestsIn(this.person('ana', at).channel).length);
    await vi.waitFor(() => expect(posted()).toEqual([1, 1]), { timeout: 15_000 });
    for (const at of servers) {
      for (const message of digestsIn(this.person('ana', at).channel)) {
        for (const by of NAMES) this.#noteMessage({ by, at, what: 'the digest' }, message);
      }
    }
  }

  /** What can't be sent in a direct message isn't offered there. */
  async #sent<T>(at: Place, send: () => Promise<T>): Promise<T | null> {
    try {
      return await send();
    } catch (error) {
      if (at === 'alone' && error instanceof CannotSend) return null;
      throw error;
    }
  }

  async #follow(
    place: Pick<Seen, 'by' | 'at' | 'what'>,
    first: Shown,
    depth: number,
  ): Promise<void> {
    const shown = await first.settled();
    const controls = this.#note(place, shown);
    if (shown.message !== undefined) await this.#press(place, shown.message, controls, depth);
  }

  /** Uses what is under a message, a few of each name. */
  async #press(
    place: Pick<Seen, 'by' | 'at' | 'what'>,
    message: Message,
    controls: readonly Control[],
    depth: number,
  ): Promise<void> {
    if (depth === DEPTH) return;
    const times = new Map<string, number>();
    for (const control of controls) {
      const { kind, name, customId } = control;
      if (kind === 'modal' || this.#untouched.has(name)) continue;
      const values = kind === 'menu' ? control.values : [''];
      for (const value of values) {
        const soFar = times.get(name) ?? 0;
        times.set(name, soFar + 1);
        // A press may have turned the page, and with it this button away.
        const isThere = usable(message).some((one) => one.customId === customId);
        const press = `${place.by} ${place.at} ${customId} ${value}`;
        if (soFar >= PRESSED || !isThere || this.#presses.has(press)) continue;
        this.#presses.add(press);
        this.used.add(name);
        await this.#takeTime();
        const person = this.person(place.by, place.at);
        const next =
          kind === 'menu'
            ? await person.choose(message, [value], customId)
            : await person.pressId(message, customId);
        const what = [place.what, customId, value].join(', ');
        await this.#follow({ ...place, what }, next, depth + 1);
      }
    }
  }

  /** Notes what an answer shows, and what can be used under it. */
  #note(place: Pick<Seen, 'by' | 'at' | 'what'>, shown: Shown): ShownControl[] {
    const { modal } = shown;
    if (modal !== undefined) {
      this.seen.push({ ...place, isPublic: false, text: withoutIds(modal) });
      const { by, at } = place;
      this.controls.push({ ...modalControl(modal), by, at, isPublic: false });
    }
    const messages = [...(shown.message === undefined ? [] : [shown.message]), ...shown.followUps];
    return messages.flatMap((message) => this.#noteMessage(place, message));
  }

  #noteMessage({ by, at, what }: Pick<Seen, 'by' | 'at' | 'what'>, message: Message) {
    const isPublic = at !== 'alone' && message.visibleTo === undefined;
    this.seen.push({ by, at, what, isPublic, text: textOf(message) });
    const controls = usable(message).map((one) => ({ ...one, by, at, isPublic }));
    this.controls.push(...controls);
    return controls;
  }
}

/** The forms in which something marked may show: also as growth up to what is typed in tests. */
export function marksOf({ word, counts }: Marked): string[] {
  return [
    word,
    ...Object.values(counts).flatMap((count) => [String(count), count.toLocaleString('en-US')]),
    (counts.views - TYPED_VIEWS).toLocaleString('en-US'),
  ];
}
