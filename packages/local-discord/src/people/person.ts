import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { stored, type Upload } from '../world/attachments.js';
import type { Channel } from '../world/channel.js';
import type { InteractionDesk } from '../world/interactions.js';
import type { Member } from '../world/member.js';
import { Message } from '../world/message.js';
import { permissionsOf } from '../world/permissions.js';
import type { RegisteredCommand, World } from '../world/world.js';
import { CannotSend } from './cannot-send.js';
import {
  commandData,
  fillCommand,
  fillUnfinished,
  parseCommand,
  parseUnfinished,
  type TypedCommand,
  wrongValues,
} from './command-line.js';
import {
  buttonLabelled,
  buttonWith,
  chooseFrom,
  pressButton,
  useComponent,
} from './component-use.js';
import { fillForm } from './modal-form.js';
import { commandsFor } from './offered-commands.js';
import { Shown } from './shown.js';

/** A choice of an option or of autocomplete. */
type Choice = APIApplicationCommandOptionChoice;

/** What a person does and sees in one channel. */
export interface Person {
  readonly member: Member;
  readonly channel: Channel;
  /** The commands offered after typing `/`. */
  commands(): RegisteredCommand[];
  /**
   * Types a command, with files by the names of their options. Resolves with its first visible outcome, or after three seconds with "no
   * response". Throws `CannotSend` where Discord wouldn't send it.
   */
  command(line: string, files?: Readonly<Record<string, Upload>>): Promise<Shown>;
  /** Types into an option that offers suggestions; `line` is what is there already. */
  autocomplete(line: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** Sends a command whose options were filled in one by one; otherwise as `command`. */
  fill(
    name: string,
    values: Readonly<Record<string, string>>,
    files?: Readonly<Record<string, Upload>>,
  ): Promise<Shown>;
  /** Suggestions for an option of a command that is being filled in. */
  suggest(
    name: string,
    values: Readonly<Record<string, string>>,
    option: string,
  ): Promise<readonly Choice[]>;
  /** What is wrong with what stands in each option, by the option's name. */
  check(name: string, values: Readonly<Record<string, string>>): Record<string, string>;
  /** Presses a button by the words on it. */
  press(on: Shown | Message, label: string): Promise<Shown>;
  /** Presses a button by its custom id: two may bear the same words. */
  pressId(on: Shown | Message, customId: string): Promise<Shown>;
  /** Sends a press of any custom id on a message, as a forged client could. */
  forge(on: Shown | Message, customId: string): Promise<Shown>;
  /** Sends a choice of any values from any menu on a message, as a forged client could. */
  forgeChoice(on: Shown | Message, customId: string, values: readonly string[]): Promise<Shown>;
  /** Chooses from a menu by the labels or values of its options. */
  choose(on: Shown | Message, values: readonly string[], menu?: string): Promise<Shown>;
  /** Fills a modal by the labels of its inputs and sends it, with files by the labels of theirs. */
  submit(
    modal: Shown,
    values: Readonly<Record<string, string | readonly string[]>>,
    files?: Readonly<Record<string, Upload | readonly Upload[]>>,
  ): Promise<Shown>;
  /**
   * Sends a modal with any custom id and values by custom id, as a forged client could. A list of
   * values comes as a menu.
   */
  forgeModal(
    modal: Shown,
    customId: string,
    values: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Shown>;
  /** Writes a message, with files. */
  say(content: string, files?: readonly Upload[]): Message;
  /** The commands in the menu of a message. */
  messageCommands(): RegisteredCommand[];
  /** Uses a command in the menu of a message. */
  use(name: string, on: Message): Promise<Shown>;
  /** The channel's messages as this person sees them, oldest first. */
  sees(): Message[];
  /** The newest of them. */
  last(): Message | undefined;
}

/** A person at the keyboard of the local Discord. */
export function personAt(
  world: World,
  desk: InteractionDesk,
  member: Member,
  channel: Channel,
): Person {
  const sees = (message: Message): boolean =>
    !message.deleted && (message.visibleTo === undefined || message.visibleTo === member.id);

  const place = { world, member, channel, files: {} };
  const hand = { desk, member };

  const mayLook = (): void => {
    if (!channel.guild.members.has(member.id)) {
      throw new CannotSend(`${member.name} is no longer in ${channel.guild.name}.`);
    }
    if ((permissionsOf(member, channel) & PermissionFlagsBits.ViewChannel) === 0n) {
      throw new CannotSend(`${member.name} can't see #${channel.name}.`);
    }
  };

  const messageOf = (on: Shown | Message): Message => {
    const message = on instanceof Message ? on : on.message;
    if (message === undefined) throw new CannotSend('There is no message to use.');
    return message;
  };

  const usable = (on: Shown | Message): Message => {
    const message = messageOf(on);
    if (!sees(message)) throw new CannotSend(`${member.name} doesn't see this message.`);
    return message;
  };

  const send = async ({ command, options, resolved }: TypedCommand): Promise<Shown> => {
    if ((permissionsOf(member, channel) & PermissionFlagsBits.UseApplicationCommands) === 0n) {
      throw new CannotSend(`${member.name} may not use commands in #${channel.name}.`);
    }
    const interaction = desk.start(InteractionType.ApplicationCommand, {
      member,
      channel,
      name: `/${command.name}`,
      data: commandData(command, options, resolved),
    });
    return new Shown(await interaction.first);
  };

  const suggestions = async (
    { command, options }: TypedCommand,
    option: string,
  ): Promise<readonly Choice[]> => {
    const interaction = desk.start(InteractionType.ApplicationCommandAutocomplete, {
      member,
      channel,
      name: `autocomplete of /${command.name} ${option}`,
      data: commandData(command, options, undefined),
    });
    return (await interaction.first).choices ?? [];
  };

  const sendModal = async (
    shown: Shown,
    customId: string,
    components: readonly unknown[],
    resolved: object = {},
  ): Promise<Shown> => {
    const interaction = desk.start(InteractionType.ModalSubmit, {
      member,
      channel,
      name: `modal ${shown.modal?.title ?? customId}`,
      data: {
        custom_id: customId,
        components,
        ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
      },
      source: shown.interaction.source,
    });
    return new Shown(await interaction.first);
  };

  return {
    member,
    channel,

    commands: () => commandsFor(world, member, channel),

    async command(line, files = {}) {
      mayLook();
      return send(parseCommand(line, { ...place, files }));
    },

    async fill(name, values, files = {}) {
      mayLook();
      return send(fillCommand(name, values, { ...place, files }));
    },

    async autocomplete(line, option, typed) {
      mayLook();
      return suggestions(parseUnfinished(line, option, typed, place), option);
    },

    async suggest(name, values, option) {
      mayLook();
      return suggestions(fillUnfinished(name, values, option, place), option);
    },

    check(name, values) {
      mayLook();
      return wrongValues(name, values, place);
    },

    say(content, files = []) {
      mayLook();
      const message = messageOfPerson(world, member, channel, content, files);
      world.post(message);
      return message;
    },

    messageCommands: () => commandsFor(world, member, channel, ApplicationCommandType.Message),

    async use(name, on) {
      mayLook();
      const message = usable(on);
      const command = this.messageCommands().find((one) => one.name === name);
      if (command === undefined) throw new CannotSend(`A message's menu has no "${name}".`);
      const resolved = { messages: { [message.id]: message.toApi() } };
      const interaction = desk.start(InteractionType.ApplicationCommand, {
        member,
        channel,
        name,
        data: { ...commandData(command, [], resolved), target_id: message.id },
      });
      return new Shown(await interaction.first);
    },

    async press(on, label) {
      const message = usable(on);
      return pressButton(hand, message, buttonLabelled(message, label));
    },

    async pressId(on, customId) {
      const message = usable(on);
      return pressButton(hand, message, buttonWith(message, customId));
    },

    forge: (on, customId) =>
      useComponent(
        hand,
        messageOf(on),
        { type: ComponentType.Button, customId },
        `forged button ${customId}`,
      ),

    forgeChoice: (on, customId, values) =>
      useComponent(
        hand,
        messageOf(on),
        { type: ComponentType.StringSelect, customId, values },
        `forged menu ${customId}`,
      ),

    async choose(on, values, menu) {
      return chooseFrom(hand, usable(on), values, menu);
    },

    async submit(shown, values, files = {}) {
      const { modal } = shown;
      if (modal === undefined) throw new CannotSend('There is no modal to fill.');
      const { components, resolved } = fillForm(modal, values, files, world);
      return sendModal(shown, modal.custom_id, components, resolved);
    },

    forgeModal: (shown, customId, values) =>
      sendModal(
        shown,
        customId,
        Object.entries(values).map(([id, value], index) => ({
          type: ComponentType.Label,
          id: index * 2 + 1,
          component: {
            ...(typeof value === 'string'
              ? { type: ComponentType.TextInput, value }
              : { type: ComponentType.StringSelect, values: value }),
            id: index * 2 + 2,
            custom_id: id,
          },
        })),
      ),

    sees() {
      mayLook();
      return [...channel.messages.values()].filter(sees);
    },

    last() {
      return this.sees().at(-1);
    },
  };
}

/** A message that somebody writes. */
function messageOfPerson(
  world: World,
  member: Member,
  channel: Channel,
  content: string,
  files: readonly Upload[],
): Message {
  return new Message(
    channel,
    {
      ...{ content, embeds: [], components: [], flags: 0 },
      attachments: files.map((file) => stored(world, channel.id, file)),
    },
    {
      id: world.snowflakes.next(),
      author: member.user,
      createdAt: new Date(world.now()).toISOString(),
    },
  );
}
