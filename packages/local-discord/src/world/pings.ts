import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIUser,
  ComponentType,
} from 'discord-api-types/v10';
import { ofType } from '../rules/components.js';
import type { Channel } from './channel.js';
import { may } from './permissions.js';

/** Who a message really notifies. */
export interface Pings {
  readonly everyone: boolean;
  readonly here: boolean;
  /** Ids of the roles pinged. */
  readonly roles: readonly string[];
  /** Ids of the people pinged by name. */
  readonly users: readonly string[];
  /** Everybody the text names, pinged or not. */
  readonly mentioned: readonly APIUser[];
}

/** Nobody is pinged. */
export const nobody: Pings = { everyone: false, here: false, roles: [], users: [], mentioned: [] };

/**
 * Who a message of the bot pings: from the text people read as message text (content and text
 * displays; embeds never ping), `allowed_mentions` (absent means: everything), the roles'
 * `mentionable` and the bot's permission to mention everyone.
 */
export function pingsOf(
  channel: Channel,
  parts: { readonly content: string; readonly components: readonly unknown[] },
  allowed: APIAllowedMentions | null | undefined,
): Pings {
  let text = parts.content;
  for (const display of ofType(parts.components, ComponentType.TextDisplay)) {
    text += `\n${String(display['content'])}`;
  }
  const { guild } = channel;
  const mayAll = may(guild.bot, ['MentionEveryone'], channel);
  const parse = allowed === null || allowed === undefined ? undefined : (allowed.parse ?? []);
  const parses = (type: AllowedMentionsTypes): boolean => parse?.includes(type) ?? true;
  const everyone = mayAll && parses(AllowedMentionsTypes.Everyone);
  const named = new Set([...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''));
  const namedRoles = new Set([...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? ''));
  const users = [...named].filter(
    (id) =>
      guild.members.has(id) &&
      (parses(AllowedMentionsTypes.User) || (allowed?.users?.includes(id) ?? false)),
  );
  const roles = [...namedRoles].filter((id) => {
    const role = guild.roles.get(id);
    return (
      role !== undefined &&
      (role.mentionable || mayAll) &&
      (parses(AllowedMentionsTypes.Role) || (allowed?.roles?.includes(id) ?? false))
    );
  });
  return {
    everyone: everyone && /@everyone/.test(text),
    here: everyone && /@here/.test(text),
    roles,
    users,
    mentioned: [...named].flatMap((id) => guild.members.get(id)?.user ?? []),
  };
}
