import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { Channel } from '../world/channel.js';
import { DirectMessage } from '../world/direct-message.js';
import type { Member } from '../world/member.js';
import { permissionsOf } from '../world/permissions.js';
import type { RegisteredCommand, World } from '../world/world.js';

/**
 * The commands a person is offered in a channel, as Discord's list shows them after `/`; of another
 * kind, in the menu of a message.
 */
export function commandsFor(
  world: World,
  member: Member,
  channel: Channel,
  kind: ApplicationCommandType = ApplicationCommandType.ChatInput,
): RegisteredCommand[] {
  const isDirect = channel instanceof DirectMessage;
  const context = isDirect ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const bits = permissionsOf(member, channel);
  return allCommands(world, channel, member).filter((command) => {
    if (command.type !== kind) return false;
    const contexts = command.contexts ?? null;
    if (contexts !== null && !contexts.includes(context)) return false;
    // Members have permissions in a server alone.
    if (isDirect) return true;
    const needed = command.default_member_permissions;
    if (needed === null || needed === undefined) return true;
    // "0" leaves a command to administrators, who have every permission.
    const wanted = BigInt(needed);
    const administrator = 8n;
    return wanted === 0n ? (bits & administrator) !== 0n : (bits & wanted) === wanted;
  });
}

/**
 * The commands there are in a channel, whoever may use them: those of the bot, and in a server its
 * own; where the bot is out of reach, those of who installed it.
 */
export function allCommands(world: World, channel: Channel, { id }: Member): RegisteredCommand[] {
  if (!channel.reachable) {
    const isInstalled = world.userInstalls.has(id);
    return [...world.globalCommands.values()].filter(
      ({ integration_types: types = [] }) =>
        isInstalled && types.includes(ApplicationIntegrationType.UserInstall),
    );
  }
  return [...world.globalCommands.values(), ...world.commandsOf(channel.guild.id).values()];
}
