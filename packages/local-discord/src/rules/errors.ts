import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** One wrong field of a request body, as Discord names it: where, a code, and a sentence. */
export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface NestedErrors {
  [key: string]: NestedErrors | { code: string; message: string }[];
}

/** The body Discord sends with a status of 400 and above. */
export interface ErrorBody {
  readonly message: string;
  readonly code: number;
  readonly errors?: NestedErrors;
}

/**
 * A refusal, thrown by the routes and sent to the bot as Discord would word it. With `rule` the
 * refusal is also written down as a violation: the bot did what no state of the world excuses.
 */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];
  readonly rule: string | undefined;

  constructor(
    status: number,
    code: number,
    message: string,
    more: { rule?: string; fields?: readonly FieldError[] } = {},
  ) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.fields = more.fields ?? [];
    this.rule = more.rule;
  }

  /** The JSON body, with the wrong fields nested by their path as Discord nests them. */
  body(): ErrorBody {
    const plain = { message: this.message, code: this.code };
    return this.fields.length === 0 ? plain : { ...plain, errors: nest(this.fields) };
  }
}

function nest(fields: readonly FieldError[]): NestedErrors {
  const root: NestedErrors = {};
  for (const field of fields) {
    let node = root;
    for (const key of field.path) {
      const next = node[key];
      if (next === undefined || Array.isArray(next)) {
        const created: NestedErrors = {};
        node[key] = created;
        node = created;
      } else {
        node = next;
      }
    }
    const list = node['_errors'];
    const entry = { code: field.code, message: field.message };
    if (Array.isArray(list)) list.push(entry);
    else node['_errors'] = [entry];
  }
  return root;
}

/** 400 code 50035: the body breaks the form; each wrong field is named. */
export function invalidForm(fields: readonly FieldError[], rule = 'request body'): DiscordError {
  return new DiscordError(
    400,
    RESTJSONErrorCodes.InvalidFormBodyOrContentType,
    'Invalid Form Body',
    {
      rule,
      fields,
    },
  );
}

/** 404 with a code of Discord's list of unknown things; not a violation, things do disappear. */
export function unknown(thing: UnknownThing): DiscordError {
  return new DiscordError(404, unknownCodes[thing], `Unknown ${thing}`);
}

const unknownCodes = {
  Application: RESTJSONErrorCodes.UnknownApplication,
  Channel: RESTJSONErrorCodes.UnknownChannel,
  Guild: RESTJSONErrorCodes.UnknownGuild,
  Interaction: RESTJSONErrorCodes.UnknownInteraction,
  Member: RESTJSONErrorCodes.UnknownMember,
  Message: RESTJSONErrorCodes.UnknownMessage,
  User: RESTJSONErrorCodes.UnknownUser,
  Webhook: RESTJSONErrorCodes.UnknownWebhook,
  'application command': RESTJSONErrorCodes.UnknownApplicationCommand,
} as const;

type UnknownThing = keyof typeof unknownCodes;

/** 403: the bot may not do this here. The world's state, not the bot's fault. */
export function forbidden(why: 'Missing Access' | 'Missing Permissions'): DiscordError {
  const code =
    why === 'Missing Access'
      ? RESTJSONErrorCodes.MissingAccess
      : RESTJSONErrorCodes.MissingPermissions;
  return new DiscordError(403, code, why);
}

/** 403 where somebody takes no direct messages of the bot, or shares no server with it. */
export function takesNoMessages(): DiscordError {
  return new DiscordError(
    403,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    'Cannot send messages to this user',
  );
}

/** 401 as Discord words it for a missing, wrong or revoked token. */
export function unauthorized(): DiscordError {
  return new DiscordError(401, 0, '401: Unauthorized');
}

/** Where a field stands in a request body. */
export type Path = FieldError['path'];

/** A wrong field. */
export function wrong(path: Path, code: string, message: string): FieldError {
  return { path, code, message };
}

/** A field that is missing or empty. */
export function required(path: Path): FieldError {
  return wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}
