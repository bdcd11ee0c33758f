import { ContextMenuCommandBuilder } from '@discordjs/builders';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Answer, Late } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Cost } from './cost.js';
import { inEnglish, inOthers, type Said } from './localizations.js';

/** The message that a command is used on. */
export interface PickedMessage {
  readonly authorId: bigint;
  readonly files: readonly AttachedFile[];
}

/** A command in the menu of a message. */
export interface MessageCommand {
  /** As it stands in the menu. */
  readonly name: string;
  readonly cost: Cost;
  readonly late: Late;
  /** As registered at Discord, in the languages that were read. */
  registration(): RESTPostAPIContextMenuApplicationCommandsJSONBody;
  run(message: PickedMessage, asking: Asking): Promise<Answer>;
}

/** Its `registration` throws if Discord would refuse the definition, where the builders check. */
export function defineMessageCommand(
  spec: Pick<MessageCommand, 'cost' | 'late' | 'run'> & { name: Said },
): MessageCommand {
  const name = inEnglish(spec.name);
  const registration = () => {
    const builder = new ContextMenuCommandBuilder()
      .setName(name)
      .setNameLocalizations(inOthers(spec.name))
      .setType(ApplicationCommandType.Message)
      .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
    // The builder makes commands for members, too; this one's type was set above.
    return builder.toJSON() as RESTPostAPIContextMenuApplicationCommandsJSONBody;
  };
  return { ...spec, name, registration };
}
