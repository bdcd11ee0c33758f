import type { ChannelView, CommandView, FileUpload, ServerView, ValueOption } from './protocol.js';

// What stands in the command box, without the page around it.

/** The kinds of options, by Discord's numbers. */
export const optionType = {
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  attachment: 11,
} as const;

/** A file that was chosen and waits to be sent with its command. */
export type HeldFile = FileUpload & { readonly size: number };

/** An option that was taken up, and what stands in it. */
export interface Filled {
  readonly name: string;
  readonly text: string;
  /** What is sent, where a choice's words are shown. */
  readonly value?: string;
  readonly file?: HeldFile;
}

/** A command that is being filled in; its options in the order in which they were taken up. */
export interface Draft {
  readonly command: CommandView;
  readonly options: readonly Filled[];
}

/** A choice for an option. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A command with its required options waiting. */
export function begin(command: CommandView): Draft {
  return {
    command,
    options: command.options
      .filter(({ required }) => required === true)
      .map(({ name }) => ({ name, text: '' })),
  };
}

/** The commands that fit what was typed after the slash, best first. */
export function fitting(commands: readonly CommandView[], typed: string): CommandView[] {
  const words = typed.replace(/^\//, '').trim().toLowerCase();
  const begins = commands.filter(({ name }) => name.slice(1).startsWith(words));
  const holds = commands.filter(
    ({ name }) => !name.slice(1).startsWith(words) && name.includes(words),
  );
  return [...begins, ...holds];
}

/**
 * A whole line as it is pasted or typed: `/name option:value …`. Undefined while no command's
 * whole name, followed by a space, stands there.
 */
export function readLine(commands: readonly CommandView[], line: string): Draft | undefined {
  const named = commands
    .filter(({ name }) => line.toLowerCase().startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (named === undefined) return undefined;
  return spread(begin(named), line.slice(named.name.length + 1)).draft;
}

/** Options that stand in a text as `name:value`, put where they belong, and the words before. */
export function spread(draft: Draft, text: string): { draft: Draft; before: string } {
  const names = draft.command.options.map(({ name }) => name);
  if (names.length === 0) return { draft, before: text };
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escaped);
  const starts = [...text.matchAll(new RegExp(`(?<=^|\\s)(${longestFirst.join('|')}):`, 'gu'))];
  let changed = draft;
  for (const [index, start] of starts.entries()) {
    const value = text.slice(start.index + start[0].length, starts[index + 1]?.index).trim();
    changed = put(changed, { name: start[1] ?? '', text: value });
  }
  return { draft: changed, before: text.slice(0, starts[0]?.index ?? text.length).trim() };
}

/** The options whose names stand in a text, each before a colon. */
export function namesIn(draft: Draft, text: string): string[] {
  return draft.command.options
    .map(({ name }) => ({ name, at: ` ${text}`.lastIndexOf(` ${name}:`) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}_]/gu, String.raw`\$&`);
}

/** The draft with an option as it is now; one that wasn't taken up comes last. */
export function put(draft: Draft, filled: Filled): Draft {
  const known = draft.options.some(({ name }) => name === filled.name);
  const options = known
    ? draft.options.map((one) => (one.name === filled.name ? filled : one))
    : [...draft.options, filled];
  return { ...draft, options };
}

/** The draft without an option. */
export function drop(draft: Draft, name: string): Draft {
  return { ...draft, options: draft.options.filter((one) => one.name !== name) };
}

/** The options that are not taken up yet. */
export function remaining(draft: Draft): ValueOption[] {
  return draft.command.options.filter(
    ({ name }) => !draft.options.some((one) => one.name === name),
  );
}

/** Required options without a value, in their order. */
export function missing(draft: Draft): string[] {
  return draft.command.options
    .filter(({ name, required }) => {
      if (required !== true) return false;
      const filled = draft.options.find((one) => one.name === name);
      return filled === undefined || (filled.text.trim() === '' && filled.file === undefined);
    })
    .map(({ name }) => name);
}

/** What is sent of each option; files travel beside it. */
export function valuesOf(draft: Draft): Record<string, string> {
  return Object.fromEntries(
    draft.options.map(({ name, text, value, file }) => [name, value ?? file?.name ?? text]),
  );
}

/** The files of the draft, by the option they were put into. */
export function filesOf(draft: Draft): Record<string, FileUpload> {
  return Object.fromEntries(
    draft.options.flatMap(({ name, file }) =>
      file === undefined
        ? []
        : [[name, { name: file.name, contentType: file.contentType, base64: file.base64 }]],
    ),
  );
}

/** Whether the bot suggests values for an option. */
export function asksBot(option: ValueOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

/**
 * What can be chosen for an option without asking the bot, fitting what was typed; undefined
 * where anything may be typed.
 */
export function choicesFor(
  option: ValueOption,
  typed: string,
  server: ServerView,
): Choice[] | undefined {
  const all = allChoices(option, server);
  if (all === undefined) return undefined;
  const words = typed.trim().toLowerCase();
  return all.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, 25);
}

/** Discord's numbers of the kinds of channels. */
const channelTypes = { text: 0, thread: 11, forum: 15 } as const;

/** The channels of the kinds that an option takes. */
function channelsFor(
  option: Extract<ValueOption, { type: typeof optionType.channel }>,
  { channels }: ServerView,
): readonly ChannelView[] {
  const kinds: readonly number[] = option.channel_types ?? [];
  return kinds.length === 0
    ? channels
    : channels.filter(({ kind }) => kinds.includes(channelTypes[kind]));
}

function allChoices(option: ValueOption, server: ServerView): Choice[] | undefined {
  const members = server.members.map(({ id, name }) => ({ name: `@${name}`, value: `<@${id}>` }));
  const roles = server.roles
    .filter(({ id }) => id !== server.id)
    .map(({ id, name }) => ({ name: `@${name}`, value: `<@&${id}>` }));
  switch (option.type) {
    case optionType.boolean:
      return ['True', 'False'].map((name) => ({ name, value: name.toLowerCase() }));
    case optionType.user:
      return members;
    case optionType.role:
      return roles;
    case optionType.mentionable:
      return [...members, ...roles];
    case optionType.channel:
      return channelsFor(option, server).map(({ id, name }) => ({
        name: `#${name}`,
        value: `<#${id}>`,
      }));
    default: {
      const choices = 'choices' in option ? (option.choices ?? []) : [];
      if (choices.length === 0) return undefined;
      return choices.map(({ name, value }) => ({ name, value: String(value) }));
    }
  }
}
