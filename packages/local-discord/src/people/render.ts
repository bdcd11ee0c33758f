import {
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord-api-types/v10';
import { type AnyComponent, buttonsOf, inputsOf, mediaIn, walk } from '../rules/components.js';
import type { Message } from '../world/message.js';
import { type Moment, timestamp } from './timestamp.js';

/** How a name behind a mention is found; an unknown id is shown as it is. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  role(id: string): string | undefined;
}

const width = 72;

/** A message as plain text, the way a terminal can show it. Never throws. */
export function renderMessage(
  message: Message,
  moment: Moment = { now: message.channel.guild.world.now(), timeZone: 'UTC' },
): string {
  const { guild } = message.channel;
  const names: Names = {
    user: (id) => guild.members.get(id)?.name,
    channel: (id) => guild.channels.get(id)?.name,
    role: (id) => guild.roles.get(id)?.name,
  };
  const inline = (text: string): string => renderMarkup(text, names, moment);
  const lines: string[] = [];
  if (message.loading) lines.push(`${message.author.username} is thinking…`);
  if (message.content !== '') lines.push(inline(message.content));
  for (const embed of message.embeds) lines.push(renderEmbed(embed, inline, moment));
  for (const file of message.filesBelow) {
    lines.push(`📎 ${withAlt(`${file.filename} (${file.size} bytes)`, file.description)}`);
  }
  lines.push(...renderComponents(message, inline));
  if (message.ephemeral) {
    const who = message.visibleTo === undefined ? 'you' : (names.user(message.visibleTo) ?? 'you');
    lines.push(`(Only ${who} can see this)`);
  }
  return lines.join('\n');
}

function renderComponents(message: Message, inline: (text: string) => string): string[] {
  const lines: string[] = [];
  for (const { component } of walk(message.components)) {
    const line = renderComponent(component, inline);
    if (line !== '') lines.push(line);
  }
  return lines;
}

function renderComponent(component: AnyComponent, inline: (text: string) => string): string {
  switch (component.type) {
    case ComponentType.ActionRow: {
      const children = component['components'];
      if (!Array.isArray(children)) return '';
      // Rows of a message read back from memory are typed loosely; wrapped to be read like one.
      const buttons = buttonsOf([{ type: ComponentType.ActionRow, components: children }]);
      return buttons
        .map((button) => {
          const words = button.url === undefined ? button.label : `${button.label} → ${button.url}`;
          return button.disabled ? `(${words})` : `[ ${words} ]`;
        })
        .join('  ');
    }
    case ComponentType.TextDisplay:
      return inline(String(component['content']));
    case ComponentType.Separator:
      return '─'.repeat(width);
    case ComponentType.MediaGallery:
    case ComponentType.Thumbnail:
      return [...mediaIn([component])]
        .map(({ media, alt }) => `🖼 ${withAlt(media.url, alt)}`)
        .join('\n');
    case ComponentType.File:
      return [...mediaIn([component])].map(({ media }) => `📎 ${media.url}`).join('\n');
    case ComponentType.StringSelect: {
      const placeholder = component['placeholder'];
      return `[ ${typeof placeholder === 'string' ? placeholder : 'Choose'} ▾ ]`;
    }
    default:
      return '';
  }
}

function renderEmbed(embed: APIEmbed, inline: (text: string) => string, moment: Moment): string {
  const lines: string[] = [];
  if (embed.author !== undefined) lines.push(embed.author.name);
  if (embed.title !== undefined) {
    lines.push(
      embed.url === undefined ? inline(embed.title) : `${inline(embed.title)} <${embed.url}>`,
    );
  }
  if (embed.description !== undefined) lines.push(...inline(embed.description).split('\n'));
  for (const field of embed.fields ?? []) {
    lines.push('', inline(field.name));
    lines.push(
      ...inline(field.value)
        .split('\n')
        .map((line) => `  ${line}`),
    );
  }
  for (const media of [embed.image, embed.thumbnail]) {
    if (media !== undefined) lines.push('', `🖼 ${withAlt(media.url, media.description)}`);
  }
  const foot = [
    ...(embed.footer === undefined ? [] : [embed.footer.text]),
    ...(embed.timestamp === undefined ? [] : [timestamp(Date.parse(embed.timestamp), 'f', moment)]),
  ];
  if (foot.length > 0) lines.push('', foot.join(' • '));
  return lines
    .flatMap((line) => wrap(line))
    .map((line) => `│ ${line}`.trimEnd())
    .join('\n');
}

// What a screen reader would say of a picture stands behind it.
function withAlt(what: string, alt: string | undefined): string {
  return alt === undefined || alt === '' ? what : `${what}: ${alt}`;
}

/** A modal as plain text: its title, then each input with its hint. */
export function renderModal(modal: APIModalInteractionResponseCallbackData): string {
  const lines = [`┌ ${modal.title}`];
  for (const { component } of walk(modal.components)) {
    if (component.type === ComponentType.TextDisplay)
      lines.push(`│ ${String(component['content'])}`);
  }
  for (const input of inputsOf(modal.components)) {
    const required = input.component['required'] === false ? '' : ' *';
    const isFile = input.component.type === ComponentType.FileUpload;
    const hint = isFile
      ? '(file)'
      : (input.component['placeholder'] ?? input.component['value'] ?? '');
    lines.push(`│ ${input.label}${required}: ${String(hint)}`);
    if (input.description !== undefined) lines.push(`│   ${input.description}`);
  }
  return lines.join('\n');
}

/** Discord's markup with names in place of ids and words in place of timestamps. */
export function renderMarkup(text: string, names: Names, moment: Moment): string {
  return text
    .replace(/<@!?(\d+)>/g, (whole, id: string) => {
      const name = names.user(id);
      return name === undefined ? whole : `@${name}`;
    })
    .replace(/<@&(\d+)>/g, (whole, id: string) => {
      const name = names.role(id);
      return name === undefined ? whole : `@${name}`;
    })
    .replace(/<#(\d+)>/g, (whole, id: string) => {
      const name = names.channel(id);
      return name === undefined ? whole : `#${name}`;
    })
    .replace(/<\/([^:>]+):\d+>/g, (_, name: string) => `/${name}`)
    .replace(/<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/g, (whole, seconds: string, style?: string) => {
      const ms = Number(seconds) * 1000;
      return Math.abs(ms) > 8.64e15 ? whole : timestamp(ms, style ?? 'f', moment);
    })
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\\([\\*_~`|>#\-[\]()<@:.!])/g, '$1');
}

function wrap(line: string): string[] {
  if (line.length <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/\s+/)) {
    if (current.trim() !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current = current.trim() === '' ? indent + word : `${current} ${word}`;
    }
  }
  lines.push(current);
  return lines;
}
