import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Message, Person, Shown, Upload } from 'local-discord';
import type { DemoSession } from '../playground/demo-session.js';
import { pictureText } from '../src/words/en/pictures.js';

/** Milliseconds in which a picture is read, however busy the machine is. */
const PATIENCE = 60_000;
const LOOK_EVERY = 50;

/** Something to be seen: a message, or a form that opens after a press or a command. */
export type Sight =
  | { readonly kind: 'message'; readonly by: Person; readonly message: Message }
  | {
      readonly kind: 'form';
      readonly by: Person;
      readonly opens:
        | { readonly line: string }
        | { readonly message: Message; readonly button: string };
    };

/** Where the answers are given that are pictured: a channel of their own in the demo's first server. */
export class AnswerStage {
  readonly session: DemoSession;
  readonly #channel: Channel;
  readonly #people = new Map<string, Person>();

  constructor(session: DemoSession) {
    this.session = session;
    const [guild] = session.guilds;
    if (guild === undefined) throw new Error('The demo has no server.');
    this.#channel = guild.addChannel('answers');
  }

  /** Somebody in front of the channel, by name; whoever isn't there comes, and speaks English or what is told. */
  as(name: string, locale?: string): Person {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const { guild } = this.#channel;
    const member =
      [...guild.members.values()].find((one) => one.name === name) ??
      guild.addMember({ name, ...(locale !== undefined && { locale }) });
    const person = this.session.discord.person(member, this.#channel);
    this.#people.set(name, person);
    return person;
  }

  /** The day so many days ago, as it is typed. */
  day(ago: number): string {
    return this.#at(ago).toISOString().slice(0, 10);
  }

  /** The link of a post that went public so many days ago. @param n tells posts of one second apart. */
  link(kind: 'video' | 'photo', ago: number, handle = 'mia', n = 7): string {
    const id = (BigInt(Math.floor(this.#at(ago).getTime() / 1000)) << 32n) + BigInt(n);
    return `https://www.tiktok.com/@${handle}/${kind}/${id}`;
  }

  /** What a command is answered with. @param files by the options they are attached to. */
  async asked(
    name: string,
    line: string,
    files: Readonly<Record<string, Upload>> = {},
  ): Promise<Sight> {
    return seen(this.as(name), await this.as(name).command(line, files));
  }

  /** What a press on a button brings; the message itself where only that changes. */
  async pressed(name: string, on: Sight, button: string): Promise<Sight> {
    return seen(this.as(name), await this.as(name).press(messageOf(on), button));
  }

  /** The form behind a button. */
  form(name: string, on: Sight, button: string): Sight {
    return { kind: 'form', by: this.as(name), opens: { message: messageOf(on), button } };
  }

  /** The newest message that the bot wrote by itself. */
  posted(name: string): Sight {
    const message = this.as(name)
      .sees()
      .findLast((one) => one.interaction === undefined);
    if (message === undefined) throw new Error('Nothing was posted.');
    return { kind: 'message', by: this.as(name), message };
  }

  /** The newest message in somebody's own conversation with the bot that says this. */
  letter(name: string, says = ''): Sight {
    const alone = this.session.discord.directMessage(this.as(name).member);
    const message = alone.sees().findLast((one) => one.text().includes(says));
    if (message === undefined) throw new Error(`${name} got no message that says “${says}”.`);
    return { kind: 'message', by: alone, message };
  }

  /** From now on somebody takes no messages of the bot. */
  closeMessages(name: string): void {
    this.session.discord.closeDirectMessages(this.as(name).member);
  }

  /** A channel in which managers hear what goes wrong. */
  managersChannel(): Channel {
    return this.#channel.guild.addChannel('managers');
  }

  /** The newest message in a channel, as somebody sees it. */
  newestIn(name: string, channel: Channel): Sight {
    const by = this.session.discord.person(this.as(name).member, channel);
    const message = by.sees().at(-1);
    if (message === undefined) throw new Error(`Nothing stands in #${channel.name}.`);
    return { kind: 'message', by, message };
  }

  /** Whether the bot may write where the answers are given. */
  mayWrite(may: boolean): void {
    const { botRole } = this.#channel.guild;
    if (may) this.#channel.allow(botRole, 'SendMessages');
    else this.#channel.deny(botRole, 'SendMessages');
  }

  /** What comes beside the answer to a command. */
  async beside(name: string, line: string): Promise<Sight> {
    const by = this.as(name);
    const { message: answer } = await (await by.command(line)).settled();
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const message = by.sees().at(-1);
      if (message !== undefined && message !== answer) return { kind: 'message', by, message };
      await sleep(LOOK_EVERY);
    }
    throw new Error(`Nothing came beside the answer to ${line}.`);
  }

  #at(ago: number): Date {
    return new Date(this.session.now() - ago * 86_400_000);
  }
}

async function seen(by: Person, shown: Shown): Promise<Sight> {
  await shown.settled();
  const message = shown.followUps[0] ?? shown.message;
  if (message === undefined) throw new Error(`Nothing is shown: ${shown.text()}`);
  await message.until(() => message.content !== pictureText.reading, PATIENCE);
  return { kind: 'message', by, message };
}

/** The message of a sight that is one. */
export function messageOf(sight: Sight): Message {
  if (sight.kind === 'form') throw new Error('A form is no message.');
  return sight.message;
}
