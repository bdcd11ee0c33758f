import { buttonsOf } from '../../playground/components.js';
import {
  CannotSend,
  type Guild,
  type Message,
  type Person,
  type Shown,
} from '../../playground/local-discord.js';
import { decodeCustomId } from '../../src/lib/custom-id.js';
import { weekOf } from '../../src/lib/weeks.js';
import { Stage, videoIdOf } from './bot.js';

const HOUR = 3_600_000;

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

/** A button somebody was shown. */
export interface ShownButton {
  readonly name: string;
  readonly customId: string;
  readonly by: Name;
  readonly at: Place;
  /** Whether others in the channel see it too. */
  readonly isPublic: boolean;
}

/** Buttons of one name that one member is shown in one place and that are tried elsewhere. */
const TRIED_ELSEWHERE = 4;

/** Buttons of one name pressed on one answer, and how far pages are turned. */
const PRESSED = 3;
const DEPTH = 3;

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
  readonly buttons: ShownButton[] = [];
  /** Names of the buttons that were pressed. */
  readonly pressed = new Set<string>();
  /** Each first value that was suggested, by `<command> <option>`. */
  readonly suggested = new Map<string, Set<string>>();
  readonly #people: Readonly<Record<Name, Readonly<Record<Place, Person>>>>;
  readonly #guilds: Readonly<Record<Exclude<Place, 'alone'>, Guild>>;
  readonly #untouched: ReadonlySet<string>;
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
      links: Array.from({ length: 6 }, (_, n) => {
        const id = videoIdOf(new Date('2026-01-05T12:00:00Z'), 100 * index + n + 1);
        return `https://www.tiktok.com/@${one.word}/video/${id}`;
      }),
    }));
  }

  /**
   * Opens both servers, and lets both members send half of their videos, a week pass, and send the
   * other half, some with true counts.
   *
   * @param untouched names of buttons that are never pressed.
   */
  static async open(untouched: Iterable<string>): Promise<TwoServers> {
    const stage = await Stage.open({ timeMoves: true });
    const world = new TwoServers(stage, untouched);
    // Neither half falls into two weeks.
    await world.#toNextWeek();
    for (const name of NAMES) {
      await world.person(name, joinedIn[name]).command('/leaderboard join');
    }
    await world.#send(0, 3);
    await world.#toNextWeek();
    await world.#send(3, 6);
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
    const shown = await this.#sent(at, () => this.person(by, at).command(line));
    if (shown !== null) await this.#follow({ by, at, what: line }, shown, 0);
  }

  /** Types into an option, and notes what is suggested. */
  async type(by: Name, at: Place, line: string, option: string, typed: string): Promise<void> {
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
   * Sends presses of buttons that a member was shown as the other one, or in another place.
   *
   * @param forAll names of buttons that everybody may press who sees the message they stand under.
   */
  async tryElsewhere(forAll: readonly string[]): Promise<void> {
    const tried = new Map<string, number>();
    for (const { name, customId, by, at, isPublic } of this.buttons) {
      const kind = `${name} ${by} ${at}`;
      const times = tried.get(kind) ?? 0;
      tried.set(kind, times + 1);
      if (this.#untouched.has(name) || times >= TRIED_ELSEWHERE) continue;
      for (const who of NAMES) {
        for (const where of PLACES) {
          const isMeant = isPublic && forAll.includes(name);
          if (where === at && (who === by || isMeant)) continue;
          const person = this.person(who, where);
          const own = person.last();
          if (own === undefined) throw new Error(`${who} has no message ${where}.`);
          const what = `${customId}, shown to ${by} (${at})`;
          const shown = await (await person.forge(own, customId)).settled();
          this.#note({ by: who, at: where, what }, shown);
        }
      }
    }
  }

  /** Whether a member may see what was marked, where and as whom they look. */
  maySee({ by, at, isPublic }: Omit<Seen, 'text' | 'what'>, of: Marked): boolean {
    const isShared = of.place === at && at !== 'alone' && !of.isPrivate;
    if (of.owner === by) return !isPublic || isShared;
    return isShared && joinedIn[of.owner] === at;
  }

  /** Every mark in what was seen that shouldn't be there. */
  leaksIn(seen: Seen): string[] {
    const holds = (mark: string) => seen.text.toLowerCase().includes(mark);
    const forbidden = this.marked
      .filter((one) => !this.maySee(seen, one))
      .flatMap((one) => marksOf(one));
    // The other member is named only where they joined.
    const other = seen.by === 'ana' ? 'ben' : 'ana';
    if (joinedIn[other] !== seen.at) forbidden.push(this.otherThan(seen.by));
    for (const [place, guild] of Object.entries(this.#guilds)) {
      if (place !== seen.at) forbidden.push(guild.name.toLowerCase(), guild.id);
    }
    return forbidden.filter(holds);
  }

  async close(): Promise<void> {
    await this.stage.close();
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
        const what = `views:${views} likes:${likes} comments:1204 shares:3900 link:${links[n]}`;
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
    const buttons = this.#note(place, shown);
    const { message } = shown;
    if (depth === DEPTH || message === undefined) return;
    const times = new Map<string, number>();
    for (const { name, customId } of buttons) {
      const soFar = times.get(name) ?? 0;
      times.set(name, soFar + 1);
      // A press may have turned the page, and with it this button away.
      const isThere = usable(message).some((one) => one.customId === customId);
      const press = `${place.by} ${place.at} ${customId}`;
      if (this.#untouched.has(name) || soFar >= PRESSED || !isThere) continue;
      if (this.#presses.has(press)) continue;
      this.#presses.add(press);
      this.pressed.add(name);
      const next = await this.person(place.by, place.at).pressId(message, customId);
      await this.#follow({ ...place, what: `${place.what}, ${customId}` }, next, depth + 1);
    }
  }

  /** Notes what an answer shows, and the buttons under it. */
  #note({ by, at, what }: Pick<Seen, 'by' | 'at' | 'what'>, shown: Shown): ShownButton[] {
    const messages = [...(shown.message === undefined ? [] : [shown.message]), ...shown.followUps];
    if (shown.modal !== undefined) {
      const text = withoutIds(shown.modal);
      this.seen.push({ by, at, what, isPublic: false, text });
    }
    return messages.flatMap((message) => {
      const isPublic = at !== 'alone' && message.visibleTo === undefined;
      this.seen.push({ by, at, what, isPublic, text: textOf(message) });
      const buttons = usable(message).map((one) => ({ ...one, by, at, isPublic }));
      this.buttons.push(...buttons);
      return buttons;
    });
  }
}

/** The forms in which something marked may show. */
export function marksOf({ word, counts }: Marked): string[] {
  return [
    word,
    ...Object.values(counts).flatMap((count) => [String(count), count.toLocaleString('en-US')]),
  ];
}

/** Buttons that can be pressed, by the name in their custom id. */
function usable(message: Message): { name: string; customId: string }[] {
  return buttonsOf(message.components).flatMap(({ customId, disabled }) => {
    const name = customId === undefined ? undefined : decodeCustomId(customId)?.name;
    return customId === undefined || name === undefined || disabled ? [] : [{ name, customId }];
  });
}

/** Everything a message shows or carries, but the custom ids, which nobody sees. */
function textOf(message: Message): string {
  const files = message.attachments.map(({ filename, description, bytes }) =>
    [filename, description ?? '', bytes.toString('utf8')].join('\n'),
  );
  const { content, embeds, components } = message;
  return [message.text(), content, JSON.stringify(embeds), withoutIds(components), ...files].join(
    '\n',
  );
}

function withoutIds(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'custom_id' ? undefined : inner));
}
