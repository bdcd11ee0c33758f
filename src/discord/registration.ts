import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  type APIApplicationCommand,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';

/** What a registration did, by names of commands. */
export interface Registered {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Brings Discord's list of the bot's commands in line with ours, touching only what differs. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<Registered> {
  const route = Routes.applicationCommands(applicationId);
  // What Discord answers here is described by its own types.
  const there = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[];
  const changed: string[] = [];
  for (const command of wanted) {
    const known = there.find(({ name, type }) => name === command.name && type === 1);
    if (known !== undefined && isDeepStrictEqual(essence(known), essence(command))) continue;
    // Creating a command of a known name replaces it.
    await rest.post(route, { body: command });
    changed.push(command.name);
  }
  const removed: string[] = [];
  for (const { id, name, type } of there) {
    if (type === 1 && wanted.some((command) => command.name === name)) continue;
    await rest.delete(Routes.applicationCommand(applicationId, id));
    removed.push(name);
  }
  return { changed, removed };
}

/** Keys Discord adds by itself, or that say what is true anyway. */
const NOT_COMPARED = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'handler',
  'name_localized',
  'description_localized',
]);

/** A definition without what Discord adds to it or fills in by default, in one order. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => !NOT_COMPARED.has(key) && !isDefault(key, inner))
    .map(([key, inner]): [string, unknown] => [key, essence(inner)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isDefault(key: string, value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (key === 'type' && value === 1) return true; // a chat command (or a subcommand, told by place)
  return Array.isArray(value) && value.length === 0;
}
