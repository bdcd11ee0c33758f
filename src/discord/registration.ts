import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CommandLinks } from './command-links.js';

/** Milliseconds until a registration that failed is tried again; doubled up to the longest. */
const PAUSE = { first: 1_000, longest: 30_000 };

/** What a registration did, by names of commands. */
export interface Registered {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** A command in Discord's list. */
type Listed = Pick<ListedCommand, 'id' | 'name'>;

/** A command as it is registered. */
export type WantedCommand =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What Discord says of its list; more stands in it, and is compared. */
const list = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.number() }));
type ListedCommand = z.infer<typeof list>[number];

/** Where commands are registered: in all servers of an application, or in one alone. */
export interface Place {
  readonly applicationId: string;
  readonly guildId?: string | undefined;
}

/** Registers commands, again and again until it is done. */
export async function keepRegistering(
  rest: REST,
  place: Place,
  wanted: readonly WantedCommand[],
  { log, links }: { readonly log: Logger; readonly links: CommandLinks },
  pause = PAUSE.first,
): Promise<void> {
  try {
    const { guildId: guild } = place;
    const fitting = await fittingCommands(rest, wanted);
    const { changed, removed, listed } = await registerCommands(rest, place, fitting);
    links.know(listed);
    log.info({ changed, removed, ...(guild !== undefined && { guild }) }, 'commands registered');
  } catch (error) {
    log.error({ err: error }, 'commands could not be registered; trying again');
    const next = Math.min(2 * pause, PAUSE.longest);
    const again = () => void keepRegistering(rest, place, wanted, { log, links }, next);
    setTimeout(again, pause).unref();
  }
}

/** What Discord says of how the application may be installed, by the kind of installation. */
const installs = z.object({
  id: z.string(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * The commands as they fit the application: members can take them along only where its settings at
 * Discord let them install it.
 */
export async function fittingCommands(
  rest: REST,
  wanted: readonly WantedCommand[],
): Promise<readonly WantedCommand[]> {
  const application = installs.parse(await rest.get(Routes.currentApplication()));
  const config = application.integration_types_config ?? {};
  if (String(ApplicationIntegrationType.UserInstall) in config) return wanted;
  return wanted.map(({ contexts, ...command }) => ({
    ...command,
    ...(contexts && {
      contexts: contexts.filter((one) => one !== InteractionContextType.PrivateChannel),
    }),
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }));
}

/**
 * Brings Discord's list of the bot's commands in line with ours: in one step, and only if something
 * differs. A command whose name Discord knows keeps its id, and with it what servers allow.
 */
export async function registerCommands(
  rest: REST,
  place: Place,
  wanted: readonly WantedCommand[],
): Promise<Registered & { readonly listed: readonly Listed[] }> {
  const { changed, removed, entries, ours } = await compareCommands(rest, place, wanted);
  if (changed.length === 0 && removed.length === 0) return { changed, removed, listed: ours };
  const body = [...wanted.map((one) => inPlace(one, place)), ...entries.map(asWanted)];
  const taken = await rest.put(routeOf(place), { body });
  return { changed, removed, listed: list.parse(taken) };
}

/** What registering would change, and what Discord's list must keep; only asks. */
export async function compareCommands(
  rest: REST,
  place: Place,
  wanted: readonly WantedCommand[],
): Promise<
  Registered & { readonly entries: readonly ListedCommand[]; readonly ours: readonly Listed[] }
> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const all = list.parse(await rest.get(routeOf(place), { query }));
  // Discord's own way into an application's activity.
  const entries = all.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
  const there = all.filter((one) => !entries.includes(one));
  const isSame = (command: WantedCommand, { name, type }: ListedCommand) =>
    name === command.name && type === (command.type ?? ApplicationCommandType.ChatInput);
  const isOurs = (one: ListedCommand) => wanted.some((command) => isSame(command, one));
  const changed = wanted
    .filter((command) => {
      const known = there.find((one) => isSame(command, one));
      if (known === undefined) return true;
      return !isDeepStrictEqual(essence(inPlace(known, place)), essence(inPlace(command, place)));
    })
    .map(({ name }) => name);
  const removed = there.filter((one) => !isOurs(one)).map(({ name }) => name);
  return { changed, removed, entries, ours: there.filter(isOurs) };
}

function routeOf({ applicationId, guildId }: Place) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/** A server's own commands are for nowhere else: where they may be used isn't said of them. */
function inPlace<T extends object>(command: T, { guildId }: Place): object {
  if (guildId === undefined) return command;
  return Object.fromEntries(
    Object.entries(command).filter(([key]) => key !== 'contexts' && key !== 'integration_types'),
  );
}

/** A command as Discord tells it, without what only Discord says of it. */
function asWanted(command: ListedCommand): object {
  return Object.fromEntries(Object.entries(command).filter(([key]) => !ADDED.has(key)));
}

/** What Discord adds to a command, and takes from nobody. */
const ADDED = new Set(['id', 'application_id', 'guild_id', 'version']);

/** Keys Discord adds by itself, or that say what is true anyway. */
const NOT_COMPARED = new Set([
  ...ADDED,
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
  // What stands in a message's menu has none.
  if (key === 'description' && value === '') return true;
  if (key === 'type' && value === 1) return true; // a chat command (or a subcommand, told by place)
  return Array.isArray(value) && value.length === 0;
}
