import type { Gateway } from '../gateway/gateway.js';
import type { Faults } from '../world/faults.js';
import type { InteractionDesk } from '../world/interactions.js';
import type { Limit } from '../world/rate-limits.js';
import type { World } from '../world/world.js';

/** What the routes work with. */
export interface Services {
  readonly world: World;
  readonly desk: InteractionDesk;
  readonly gateway: Gateway;
  readonly faults: Faults;
}

/** A file of a multipart request, by its field's name (`files[0]`). */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A request, read and parsed. */
export interface RestRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** What goes back: 204 without a body, else JSON. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A route of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for parts that vary; the first of them is the bucket's main parameter. */
  readonly path: string;
  /** Whether the bot's token is needed; interaction routes carry a token of their own. */
  readonly needsToken: boolean;
  /** Whether it counts towards the bot's 50 requests a second. */
  readonly countsGlobally: boolean;
  readonly limit: Limit;
  readonly handle: (request: RestRequest, services: Services) => RestAnswer;
}

const usual: Limit = { requests: 100, windowMs: 1000 };

/** A route that needs the bot's token and has a generous bucket, unless told otherwise. */
export function route(
  method: Route['method'],
  path: string,
  handle: Route['handle'],
  o: Partial<Pick<Route, 'needsToken' | 'countsGlobally' | 'limit'>> = {},
): Route {
  return { method, path, handle, needsToken: true, countsGlobally: true, limit: usual, ...o };
}

/** A part of the path; the route's pattern guarantees it. */
export function param(request: RestRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`The route has no :${name}`);
  return value;
}

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** 204. */
export const noContent: RestAnswer = { status: 204 };
