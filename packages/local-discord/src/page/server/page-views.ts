import {
  ApplicationCommandOptionType,
  ComponentType,
  Locale,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Person } from '../../people/person.js';
import type { Shown } from '../../people/shown.js';
import { inputsOf, type ModalInput, ofType } from '../../rules/components.js';
import type { Guild } from '../../world/guild.js';
import type { Message } from '../../world/message.js';
import { permissionsOf } from '../../world/permissions.js';
import type { RegisteredCommand } from '../../world/world.js';
import type {
  CommandView,
  LocaleView,
  MessageView,
  ModalInputView,
  ModalView,
  ServerView,
  ValueOption,
} from '../protocol.js';
import type { PageSession } from './session.js';

// What exists at the local Discord, as plain data for the page.

/** A server with its people; the bot is none of those to be. */
export function serverView(session: PageSession, guild: Guild): ServerView {
  const channels = [...guild.channels.values()];
  return {
    id: guild.id,
    name: guild.name,
    channels: channels.map(({ id, name, kind, parent }) => ({
      ...{ id, name, kind },
      parentId: parent?.id,
    })),
    members: [...guild.members.values()]
      .filter((member) => member.user.bot !== true)
      .map((member) => ({
        id: member.id,
        name: member.name,
        standing: session.standing(guild, member.id),
        locale: member.locale,
        channels: channels
          .filter(({ kind }) => kind !== 'forum')
          .filter(
            (channel) => (permissionsOf(member, channel) & PermissionFlagsBits.ViewChannel) !== 0n,
          )
          .map(({ id }) => id),
      })),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
  };
}

/** Every language of Discord, by its own name. */
export function localeViews(): readonly LocaleView[] {
  return Object.values(Locale)
    .map((code) => ({
      code,
      name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
    }))
    .toSorted((a, b) => a.code.localeCompare(b.code));
}

/** A person's commands, each subcommand as one of its own, in the order of their names. */
export function commandViews(person: Person): CommandView[] {
  return person
    .commands()
    .flatMap((command) => leavesOf(inLanguage(command, person.member.locale)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What has localizations: commands and options by their descriptions, choices by their names. */
interface Localized {
  readonly description_localizations?: Partial<Record<Locale, string | null>> | null;
  readonly options?: readonly Localized[] | undefined;
  readonly choices?: readonly {
    readonly name_localizations?: Partial<Record<Locale, string | null>> | null;
  }[];
}

/** As Discord shows it to a reader: names of commands and options stay, since they are typed. */
function inLanguage<T extends Localized>(one: T, locale: Locale): T {
  const { description_localizations: descriptions, options, choices } = one;
  const description = descriptions?.[locale];
  return {
    ...one,
    ...(description != null && { description }),
    ...(options !== undefined && { options: options.map((inner) => inLanguage(inner, locale)) }),
    ...(choices !== undefined && {
      choices: choices.map((choice) => {
        const name = choice.name_localizations?.[locale];
        return name == null ? choice : { ...choice, name };
      }),
    }),
  };
}

function leavesOf(command: RegisteredCommand): CommandView[] {
  const leaves: CommandView[] = [];
  const visit = (
    name: string,
    description: string,
    options: NonNullable<RegisteredCommand['options']>,
  ): void => {
    const values: ValueOption[] = [];
    let grouped = false;
    for (const option of options) {
      if (
        option.type === ApplicationCommandOptionType.Subcommand ||
        option.type === ApplicationCommandOptionType.SubcommandGroup
      ) {
        grouped = true;
        visit(`${name} ${option.name}`, option.description, option.options ?? []);
      } else {
        values.push(option);
      }
    }
    if (!grouped) leaves.push({ name, id: command.id, description, options: values });
  };
  visit(`/${command.name}`, command.description, command.options ?? []);
  return leaves;
}

/** A message as this person sees it. `commandOf` tells which command an interaction used. */
export function messageView(
  message: Message,
  person: Person,
  commandOf: (interactionId: string) => string | undefined,
): MessageView {
  const { guild } = message.channel;
  const { interaction, pings } = message;
  const local = (url: string): string => url.replace(guild.world.origin, '');
  const { member } = person;
  return {
    id: message.id,
    author: {
      id: message.author.id,
      name: message.author.global_name ?? message.author.username,
      bot: message.author.bot === true,
    },
    uses:
      interaction === undefined
        ? null
        : {
            userId: interaction.user.id,
            name: interaction.user.global_name ?? interaction.user.username,
            command: commandOf(interaction.id) ?? '',
          },
    content: message.content,
    embeds: message.embeds.map((embed) => ({
      ...embed,
      ...(embed.image && { image: { ...embed.image, url: local(embed.image.url) } }),
      ...(embed.thumbnail && {
        thumbnail: { ...embed.thumbnail, url: local(embed.thumbnail.url) },
      }),
    })),
    components: message.components,
    files: message.filesBelow.map((file) => ({
      name: file.filename,
      url: local(file.url),
      size: file.size,
      contentType: file.content_type ?? 'application/octet-stream',
      description: file.description,
    })),
    ephemeral: message.ephemeral,
    loading: message.loading,
    createdAt: message.createdAt,
    edited: message.editedAt !== null,
    pinged:
      pings.everyone ||
      pings.here ||
      pings.users.includes(member.id) ||
      [...member.roles].some((role) => pings.roles.includes(role.id)),
  };
}

/** A modal to fill in; undefined if this answer isn't one. */
export function modalView({ interaction, modal }: Shown): ModalView | undefined {
  if (modal === undefined) return undefined;
  return {
    id: interaction.id,
    title: modal.title,
    texts: [...ofType(modal.components, ComponentType.TextDisplay)].map((text) =>
      String(text['content']),
    ),
    inputs: inputsOf(modal.components).map(inputView),
  };
}

function inputView({ label, description, component }: ModalInput): ModalInputView {
  const number = (key: string): number | undefined => {
    const value = component[key];
    return typeof value === 'number' ? value : undefined;
  };
  const text = (key: string): string => {
    const value = component[key];
    return typeof value === 'string' ? value : '';
  };
  const options = Array.isArray(component['options']) ? component['options'] : [];
  return {
    label,
    description,
    kind: kindOf(component),
    required: component['required'] !== false,
    minLength: number('min_length'),
    maxLength: number('max_length'),
    placeholder: text('placeholder'),
    value: component['default'] === true ? 'true' : text('value'),
    options: options.map((option: unknown) => {
      const read = (key: string): unknown =>
        typeof option === 'object' && option !== null ? Reflect.get(option, key) : undefined;
      const details = read('description');
      return {
        label: String(read('label')),
        value: String(read('value')),
        description: typeof details === 'string' ? details : undefined,
        chosen: read('default') === true,
      };
    }),
  };
}

function kindOf(component: ModalInput['component']): ModalInputView['kind'] {
  switch (component.type) {
    case ComponentType.TextInput:
      return component['style'] === TextInputStyle.Paragraph ? 'paragraph' : 'short';
    case ComponentType.Checkbox:
      return 'yes';
    case ComponentType.RadioGroup:
      return 'one';
    case ComponentType.FileUpload:
      return 'file';
    default:
      return Number(component['max_values'] ?? 1) > 1 ? 'several' : 'one';
  }
}
