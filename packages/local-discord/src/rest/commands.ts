import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  EntryPointCommandHandlerType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import { commandErrors } from '../rules/command-rules.js';
import { DiscordError, type FieldError, forbidden, invalidForm, unknown } from '../rules/errors.js';
import { checkBody } from '../rules/schema.js';
import type { RegisteredCommand, World } from '../world/world.js';
import {
  noContent,
  ok,
  param,
  type RestAnswer,
  type RestRequest,
  type Route,
  route,
  type Services,
} from './route.js';

/** How many commands of each kind an application may have, in all servers and again in each. */
const mostOfKind: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

const limit = { requests: 20, windowMs: 10_000 };
/** Creating commands meets a limit of its own, about as narrow as this; one for a whole list is one. */
const creating = { requests: 5, windowMs: 20_000 };
const scopes = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
];

/** Application commands, global and of a guild. */
export const commandRoutes: readonly Route[] = scopes.flatMap((base) => [
  route('GET', base, list, { limit }),
  route('PUT', base, replaceAll, { limit: creating }),
  route('POST', base, create, { limit: creating }),
  route('GET', `${base}/:command`, (r, s) => ok(withoutTranslations(found(r, s), true)), { limit }),
  route('PATCH', `${base}/:command`, change, { limit }),
  route('DELETE', `${base}/:command`, remove, { limit }),
]);

function scopeOf(
  request: RestRequest,
  { world }: Services,
): { guildId: string | undefined; commands: Map<string, RegisteredCommand> } {
  if (param(request, 'application') !== world.applicationId) throw unknown('Application');
  const guildId = request.params['guild'];
  if (guildId !== undefined && !world.guilds.has(guildId)) throw forbidden('Missing Access');
  return { guildId, commands: world.commandsOf(guildId) };
}

function list(request: RestRequest, services: Services): RestAnswer {
  const { commands } = scopeOf(request, services);
  const translated = request.query.get('with_localizations') === 'true';
  return ok([...commands.values()].map((command) => withoutTranslations(command, translated)));
}

function found(request: RestRequest, services: Services): RegisteredCommand {
  const command = scopeOf(request, services).commands.get(param(request, 'command'));
  if (command === undefined) throw unknown('application command');
  return command;
}

function replaceAll(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const { guildId, commands } = scopeOf(request, services);
  if (!Array.isArray(request.body)) {
    throw invalidForm([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Must be a list' }]);
  }
  const bodies = request.body.map((body: unknown, index) =>
    checked(world, ApplicationCommandUpdateRequestSchema, body, [index]),
  );
  const errors: FieldError[] = bodies.flatMap((body, index) => commandErrors(body, [index]));
  const names = new Set<string>();
  for (const [index, body] of bodies.entries()) {
    const key = `${kindOf(body)}:${body.name}`;
    if (names.has(key)) {
      errors.push({
        path: [index],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    }
    names.add(key);
  }
  if (errors.length > 0) throw invalidForm(errors, 'command definition');
  refuseTooMany(bodies);
  const before = new Map([...commands.values()].map((c) => [`${c.type}:${c.name}`, c]));
  const entry = [...commands.values()].find(isEntryPoint);
  if (entry !== undefined && !bodies.some((body) => isEntryPoint(body))) {
    const message = "You cannot remove this app's Entry Point command in a bulk update operation.";
    throw new DiscordError(400, entryPointMissing, message, { rule: 'entry point' });
  }
  const after = bodies.map((body) => {
    const known = before.get(`${kindOf(body)}:${body.name}`);
    if (known === undefined) countCreate(world, guildId);
    return completed(world, body, guildId, known);
  });
  commands.clear();
  for (const command of after) commands.set(command.id, command);
  world.commandsChanged();
  return ok(after);
}

function create(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const { guildId, commands } = scopeOf(request, services);
  const body = checked(world, ApplicationCommandCreateRequestSchema, request.body, []);
  const errors = commandErrors(body);
  if (errors.length > 0) throw invalidForm(errors, 'command definition');
  const known = [...commands.values()].find(
    (command) => command.type === kindOf(body) && command.name === body.name,
  );
  if (known === undefined) {
    refuseTooMany([...commands.values(), body]);
    countCreate(world, guildId);
  }
  const command = completed(world, body, guildId, known);
  commands.set(command.id, command);
  world.commandsChanged();
  return { status: known === undefined ? 201 : 200, body: command };
}

function change(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const { guildId, commands } = scopeOf(request, services);
  const known = found(request, services);
  const patch = checked(world, ApplicationCommandPatchRequestPartialSchema, request.body, []);
  // What Discord answers is what a bot may send, so a command and a change make a whole body.
  const whole = { ...known, ...patch } as RESTPostAPIApplicationCommandsJSONBody;
  const errors = commandErrors(whole);
  if (errors.length > 0) throw invalidForm(errors, 'command definition');
  const command = completed(world, whole, guildId, known);
  commands.set(command.id, command);
  world.commandsChanged();
  return ok(command);
}

function remove(request: RestRequest, services: Services): RestAnswer {
  const { commands } = scopeOf(request, services);
  commands.delete(found(request, services).id);
  services.world.commandsChanged();
  return noContent;
}

/** Discord's code for a list that leaves out the way into an application's activity. */
const entryPointMissing = 50240;

function isEntryPoint(body: Parameters<typeof kindOf>[0]): boolean {
  return kindOf(body) === ApplicationCommandType.PrimaryEntryPoint;
}

function kindOf(body: {
  readonly type?: ApplicationCommandType | null | undefined;
}): ApplicationCommandType {
  return body.type ?? ApplicationCommandType.ChatInput;
}

// The published schema says "number" for permissions; Discord takes and documents a string.
function checked<T extends object>(
  world: World,
  schema: ZodMiniType<T>,
  body: unknown,
  prefix: readonly (string | number)[],
): T {
  const permissions: unknown =
    typeof body === 'object' && body !== null
      ? Reflect.get(body, 'default_member_permissions')
      : undefined;
  const asNumber = typeof permissions === 'string' ? Number(permissions) : permissions;
  const probe =
    typeof permissions === 'string'
      ? { ...Object(body), default_member_permissions: asNumber }
      : body;
  const { data, ignored } = checkBody(schema, probe, prefix);
  for (const field of ignored) {
    world.violation('unknown field', `${field} is ignored by Discord`, 'command definition');
  }
  return typeof permissions === 'string'
    ? { ...data, default_member_permissions: permissions }
    : data;
}

function refuseTooMany(
  bodies: readonly {
    readonly type?: ApplicationCommandType | null | undefined;
    readonly name: string;
  }[],
): void {
  for (const [kind, most] of Object.entries(mostOfKind)) {
    if (bodies.filter((body) => String(kindOf(body)) === kind).length <= most) continue;
    throw new DiscordError(
      400,
      30032,
      `Maximum number of application commands reached (${most}).`,
      { rule: 'command count' },
    );
  }
}

function countCreate(world: World, guildId: string | undefined): void {
  if (world.countCreate(guildId) >= 0) return;
  throw new DiscordError(
    429,
    30034,
    'Max number of daily application command creates has been reached (200)',
    { rule: 'command creates' },
  );
}

// Discord answers with everything filled in; a new version whenever the definition changed.
function completed(
  world: World,
  body: RESTPostAPIApplicationCommandsJSONBody,
  guildId: string | undefined,
  known: RegisteredCommand | undefined,
): RegisteredCommand {
  const definition = {
    application_id: world.applicationId,
    type: kindOf(body),
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: 'description' in body ? (body.description ?? '') : '',
    description_localizations:
      'description_localizations' in body ? (body.description_localizations ?? null) : null,
    default_member_permissions: permissionsText(body.default_member_permissions),
    nsfw: body.nsfw ?? false,
    contexts: guildId === undefined ? (body.contexts ?? null) : null,
    integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...('options' in body && body.options !== undefined && body.options !== null
      ? { options: body.options }
      : {}),
    ...(kindOf(body) === ApplicationCommandType.PrimaryEntryPoint
      ? { handler: EntryPointCommandHandlerType.DiscordLaunchActivity }
      : {}),
  };
  // The request's and the answer's options are the same shape under two names in the types.
  const complete = definition as Omit<RegisteredCommand, 'id' | 'version'>;
  if (known !== undefined) {
    const { id, version, ...old } = known;
    if (JSON.stringify(sorted(old)) === JSON.stringify(sorted(complete))) return known;
    return { ...complete, id, version: world.snowflakes.next() };
  }
  const id = world.snowflakes.next();
  return { ...complete, id, version: world.snowflakes.next() };
}

function permissionsText(permissions: unknown): string | null {
  return permissions === undefined || permissions === null ? null : String(permissions);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

// Without with_localizations Discord leaves the dictionaries out.
function withoutTranslations(command: RegisteredCommand, keep: boolean): unknown {
  if (keep) return command;
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !key.endsWith('_localizations'))
        .map(([key, inner]) => [key, strip(inner)]),
    );
  };
  return strip(command);
}
