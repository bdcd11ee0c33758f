import type { APIEmbed } from 'discord-api-types/v10';
import type { MessageView } from '../commands/answer.js';
import type { Command } from '../commands/define.js';

/** Discord's limits for texts in which a command can be tapped, in characters. */
const MOST = { content: 2_000, description: 4_096, field: 1_024, embeds: 6_000 };

/** A command in code marks, and nothing with it: with an option behind it, it is to be typed. */
const IN_MARKS = /`\/([a-z_-]+(?: [a-z_-]+)?)`/g;

/** Code blocks stay as they are: what stands in them is to be copied. */
const BLOCK = /(```[\s\S]*?```)/;

/** A command as Discord lists it. */
interface Listed {
  readonly id: string;
  readonly name: string;
}

/**
 * Makes the commands that texts name into ones that can be tapped. Texts write `/score`, as
 * everywhere; what Discord calls the command is known only when it has taken the list.
 */
export class CommandLinks {
  /** By what is typed: `history trend`, `score`. */
  readonly #mentions = new Map<string, string>();
  readonly #commands: ReadonlyMap<string, Pick<Command, 'runnables'>>;

  /** @param commands the bot's own, by their names. */
  constructor(commands: ReadonlyMap<string, Pick<Command, 'runnables'>>) {
    this.#commands = commands;
  }

  /** Takes Discord's list: from now on its commands can be tapped. */
  know(listed: readonly Listed[]): void {
    for (const { id, name } of listed) {
      for (const subcommand of this.#commands.get(name)?.runnables.keys() ?? []) {
        const typed = `${name} ${subcommand}`.trim();
        this.#mentions.set(typed, `</${typed}:${id}>`);
      }
    }
  }

  /** The view with commands to tap, as far as Discord's limits leave room for them. */
  in<V extends MessageView>(view: V): V {
    if (this.#mentions.size === 0) return view;
    return {
      ...view,
      ...(view.content !== undefined && { content: this.#text(view.content, MOST.content) }),
      ...(view.embeds !== undefined && { embeds: this.#embeds(view.embeds) }),
    };
  }

  #embeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
    const linked = embeds.map((embed) => this.#embed(embed));
    return length(linked) <= MOST.embeds ? linked : embeds;
  }

  #embed(embed: APIEmbed): APIEmbed {
    const { description, fields } = embed;
    return {
      ...embed,
      ...(description !== undefined && { description: this.#text(description, MOST.description) }),
      ...(fields !== undefined && {
        fields: fields.map((field) => ({ ...field, value: this.#text(field.value, MOST.field) })),
      }),
    };
  }

  #text(text: string, most: number): string {
    const linked = text
      .split(BLOCK)
      .map((part, place) => (place % 2 === 1 ? part : this.#inline(part)))
      .join('');
    return linked.length <= most ? linked : text;
  }

  #inline(text: string): string {
    return text.replace(IN_MARKS, (marked, typed: string) => this.#mentions.get(typed) ?? marked);
  }
}

/** What Discord counts of a message's embeds. */
function length(embeds: readonly APIEmbed[]): number {
  const texts = embeds.flatMap(({ title, description, footer, author, fields = [] }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
