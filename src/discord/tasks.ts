import type {
  Attachment,
  ButtonInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Interaction,
  Message,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Answer, Late } from '../commands/answer.js';
import type { Asking } from '../commands/asking.js';
import type { AttachedFile } from '../commands/attached-file.js';
import type { Cost } from '../commands/cost.js';
import type { Runnable } from '../commands/define.js';
import type { RawOption } from '../commands/options.js';
import { decodeCustomId } from '../lib/custom-id.js';
import type { Registry } from './registry.js';

/** One thing to do for an interaction, and how to begin if it takes long. */
export interface Task {
  readonly cost: Cost;
  readonly late: Late;
  run(asking: Asking): Promise<Answer>;
}

/** What an interaction asks for; null for what isn't known, or not in this version. */
export function taskOf(interaction: Interaction, registry: Registry): Task | null {
  if (interaction.isChatInputCommand()) return commandTask(interaction, registry);
  if (interaction.isMessageContextMenuCommand()) return messageTask(interaction, registry);
  if (interaction.isButton()) return buttonTask(interaction, registry);
  if (interaction.isStringSelectMenu()) return menuTask(interaction, registry);
  if (interaction.isModalSubmit()) return modalTask(interaction, registry);
  return null;
}

function commandTask(
  interaction: ChatInputCommandInteraction,
  { commands }: Registry,
): Task | null {
  const subcommand = interaction.options.getSubcommand(false) ?? '';
  const runnable = commands.get(interaction.commandName)?.runnables.get(subcommand);
  if (runnable === undefined) return null;
  const raw = rawOptions(interaction.options.data, subcommand);
  return {
    cost: runnable.cost,
    late: { as: 'message', ...beginning(runnable, raw) },
    run: (asking) => runnable.run(raw, asking),
  };
}

function messageTask(
  { commandName, targetMessage }: MessageContextMenuCommandInteraction,
  { messageCommands }: Registry,
): Task | null {
  const command = messageCommands.get(commandName);
  // Whatever discord.js's types say: who forges an interaction may name a message without sending it.
  const target: Message | null = targetMessage;
  if (command === undefined || target === null) return null;
  const { author, attachments } = target;
  const files = [...attachments.values()].map(fileOf);
  const message = { authorId: BigInt(author.id), files };
  return {
    cost: command.cost,
    late: command.late,
    run: (asking) => command.run(message, asking),
  };
}

function fileOf({ name, url, size }: Attachment): AttachedFile {
  return { name, url, size };
}

function buttonTask({ customId }: ButtonInteraction, { buttons }: Registry): Task | null {
  const id = decodeCustomId(customId);
  const button = id === null ? undefined : buttons.get(id.name);
  if (id === null || button === undefined || button.version !== id.version) return null;
  return {
    cost: button.cost ?? 'ordinary',
    late: button.late(id.fields),
    run: (asking) => button.press(id.fields, asking),
  };
}

function menuTask(
  { customId, values }: StringSelectMenuInteraction,
  { menus }: Registry,
): Task | null {
  const id = decodeCustomId(customId);
  const menu = id === null ? undefined : menus.get(id.name);
  if (id === null || menu === undefined || menu.version !== id.version) return null;
  return {
    cost: menu.cost ?? 'ordinary',
    late: menu.late(id.fields),
    run: (asking) => menu.choose(id.fields, values, asking),
  };
}

function modalTask(interaction: ModalSubmitInteraction, { modals }: Registry): Task | null {
  const id = decodeCustomId(interaction.customId);
  const modal = id === null ? undefined : modals.get(id.name);
  if (id === null || modal === undefined || modal.version !== id.version) return null;
  return {
    cost: modal.cost ?? 'ordinary',
    late: { as: interaction.isFromMessage() ? 'update' : 'message', ephemeral: true },
    run: async (asking) => {
      const answer = await modal.submit(id.fields, modalValues(interaction), asking);
      return interaction.isFromMessage() ? answer : beside(answer);
    },
  };
}

/** An answer where there is no message that it could change: then it is one of its own. */
function beside(answer: Answer): Answer {
  if (answer.kind !== 'update') return answer;
  return { kind: 'message', view: answer.view, ephemeral: true };
}

/** A malformed option is told by the run itself; privately, as all errors are. */
function beginning(runnable: Runnable, raw: readonly RawOption[]): Omit<Late, 'as'> {
  try {
    return { ephemeral: runnable.ephemeral(raw), always: runnable.slow(raw) };
  } catch {
    return { ephemeral: true };
  }
}

function rawOptions(data: readonly CommandInteractionOption[], subcommand: string): RawOption[] {
  const own = subcommand === '' ? data : (data[0]?.options ?? []);
  return own.map(({ name, value, attachment }) => ({
    ...{ name, value },
    ...(attachment !== undefined && { file: fileOf(attachment) }),
  }));
}

function modalValues(interaction: ModalSubmitInteraction): Map<string, string> {
  const values = new Map<string, string>();
  for (const [customId, field] of interaction.fields.fields) {
    if ('value' in field && typeof field.value === 'string') values.set(customId, field.value);
  }
  return values;
}
