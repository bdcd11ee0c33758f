import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordError, unauthorized } from '../rules/errors.js';
import type { RestFault } from '../world/faults.js';
import { invalidLimit, type RateLimits } from '../world/rate-limits.js';
import { tooLarge } from './attached.js';
import { type ParsedBody, parseBody, readAll } from './request-body.js';
import {
  internalError,
  limitedBody,
  limitedHeaders,
  send,
  sendLimited,
  sendOdd,
} from './responses.js';
import type { RestAnswer, RestRequest, Services } from './route.js';
import { findRoute } from './router.js';

/** A request of the bot, as it is kept for tests and the page's side panel. */
export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  /** 0 if the connection was dropped. */
  readonly status: number;
  /** From the request's arrival to the answer's departure, in milliseconds. */
  readonly ms: number;
  readonly body: unknown;
  readonly answer: unknown;
  /** By the local Discord's clock, in milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds for which the rest of a request is waited for. */
const longestArrival = 60_000;

const userAgent = /^DiscordBot \(\S+, \S+\)/;

/** Discord's REST API over HTTP: reads, limits, routes, records. */
export class RestServer {
  readonly http: Server;
  readonly recorded: RecordedRequest[] = [];
  readonly #services: Services;
  readonly #limits: RateLimits;
  readonly #keep: number;
  /** Requests that have only half arrived, each with when that began by the local Discord's clock. */
  readonly #arriving = new Map<IncomingMessage, number>();
  #inWork = 0;

  constructor(services: Services, limits: RateLimits, keep: number) {
    this.#services = services;
    this.#limits = limits;
    this.#keep = keep;
    this.http = createServer((request, response) => {
      this.#arriving.set(request, services.world.now());
      const served = this.#serve(request, response).catch((error: unknown) => {
        // A bot that was killed in the middle of a request leaves half of it behind.
        if (request.destroyed && !request.complete) return;
        // A mistake in here must be seen by whoever runs the tests, and not stop the others.
        this.#services.world.violation('local Discord failed', String(error), request.url ?? '');
        if (!response.headersSent) send(response, { status: 500, body: internalError });
      });
      void served.finally(() => this.#arriving.delete(request));
    });
    this.http.keepAliveTimeout = 60_000;
  }

  /** Requests that have arrived whole and whose answer isn't sent yet. */
  get inWork(): number {
    return this.#inWork;
  }

  /** Time has passed by the clock: nobody waits for ever for the rest of a request. */
  timePassed(): void {
    const now = this.#services.world.now();
    for (const [request, since] of this.#arriving) {
      if (now - since > longestArrival) request.socket.destroy();
    }
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/attachments/')) {
      this.#serveAttachment(url.pathname, response);
      return;
    }
    const bytes = await readAll(incoming);
    this.#arriving.delete(incoming);
    this.#inWork += 1;
    try {
      await this.#work(incoming, response, { url, bytes, startedAt });
    } finally {
      this.#inWork -= 1;
    }
  }

  async #work(
    incoming: IncomingMessage,
    response: ServerResponse,
    {
      url,
      bytes,
      startedAt,
    }: { readonly url: URL; readonly bytes: Buffer | undefined; readonly startedAt: number },
  ): Promise<void> {
    const { faults, world, desk } = this.#services;
    const method = incoming.method ?? 'GET';
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    const name = `${method} ${path}`;
    await faults.slow();
    response.setHeader('Date', new Date(world.now()).toUTCString());
    const fault = faults.hit(name);
    const answered = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path)?.[1];
    if (answered !== undefined) {
      if (fault === undefined) desk.heard(answered, performance.now());
      else desk.hinder(answered);
    }
    if (fault !== undefined && !(await survives(fault))) {
      const status = fault.kind === 'rate limit' ? 429 : 'status' in fault ? fault.status : 0;
      this.#record({ method, path, status, startedAt, body: undefined, answer: undefined });
      if (fault.kind === 'rate limit') {
        this.#limits.countInvalid();
        sendLimited(response, fault.retryAfter, fault.scope ?? 'user', {});
      } else if (fault.kind === 'status') {
        send(response, { status: fault.status, body: internalError });
      } else if (fault.kind === 'answer') {
        sendOdd(response, fault);
      } else {
        incoming.socket.destroy();
      }
      return;
    }
    const parsed: ParsedBody =
      bytes === undefined
        ? { body: undefined, files: [], malformed: false, tooLarge: true }
        : await parseBody(incoming, bytes);
    const { answer, headers } = this.#answer(incoming, url, method, path, parsed);
    const held = fault?.kind === 'hang after' || fault?.kind === 'drop' ? (fault.ms ?? 0) : 0;
    if (held > 0) await sleep(held, undefined, { ref: false });
    const dropped = fault?.kind === 'drop';
    const odd = fault?.kind === 'answer' ? fault.status : answer.status;
    const status = dropped ? 0 : odd;
    const { body } = parsed;
    this.#record({ method, path, status, startedAt, body, answer: answer.body });
    if (dropped) {
      incoming.socket.destroy();
      return;
    }
    if (fault?.kind === 'answer') return sendOdd(response, fault);
    if (fault?.kind === 'stall') {
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).write('{');
      return;
    }
    if (answer.status === 401 || answer.status === 403 || answer.status === 429) {
      if (this.#limits.countInvalid() === invalidLimit) {
        world.violation(
          'invalid requests',
          `${invalidLimit} refused requests in ten minutes: Discord would ban the address`,
          name,
        );
      }
    }
    for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
    send(response, answer);
  }

  #answer(
    incoming: IncomingMessage,
    url: URL,
    method: string,
    path: string,
    { body, files, malformed, tooLarge: isTooLarge }: ParsedBody,
  ): { answer: RestAnswer; headers: Record<string, string> } {
    const { world, faults } = this.#services;
    const name = `${method} ${path}`;
    const refuse = (error: DiscordError, headers: Record<string, string> = {}) => {
      if (error.rule !== undefined) {
        const fields = error.fields.map((f) => `${f.path.join('.')}: ${f.message}`).join('; ');
        world.violation(error.rule, fields === '' ? error.message : fields, name);
      }
      return { answer: { status: error.status, body: error.body() }, headers };
    };
    if (!/^\/api\/v10\//.test(url.pathname)) {
      return refuse(
        new DiscordError(400, 50041, 'Invalid API version provided', { rule: 'API version' }),
      );
    }
    if (!userAgent.test(incoming.headers['user-agent'] ?? '')) {
      return refuse(
        new DiscordError(403, 0, '403: Forbidden', {
          rule: 'User-Agent "DiscordBot (url, version)"',
        }),
      );
    }
    const match = findRoute(method, path);
    if (match === undefined) {
      return refuse(
        new DiscordError(404, 0, '404: Not Found', {
          rule: "asked a route the local Discord doesn't know",
        }),
      );
    }
    const { route, params } = match;
    if (route.needsToken) {
      const valid = incoming.headers.authorization === `Bot ${world.token}`;
      if (!valid || faults.tokenRevoked) return refuse(unauthorized());
    }
    const major = Object.values(params)[0] ?? '';
    const token = params['token'] ?? '';
    const verdict = this.#limits.take({
      route: `${route.method} ${route.path}`,
      major: token === '' ? major : `${major}/${token}`,
      limit: route.limit,
      countsGlobally: route.countsGlobally,
    });
    if (!verdict.allowed) {
      return {
        answer: { status: 429, body: limitedBody(verdict.retryAfterMs / 1000, verdict.global) },
        headers: {
          ...verdict.headers,
          ...limitedHeaders(verdict.retryAfterMs / 1000, verdict.global ? 'global' : 'user'),
        },
      };
    }
    if (isTooLarge === true) return refuse(tooLarge());
    if (malformed) {
      const message = 'The request body contains invalid JSON.';
      return refuse(new DiscordError(400, 50109, message, { rule: 'request body' }));
    }
    const request: RestRequest = { method, path, params, query: url.searchParams, body, files };
    try {
      return { answer: route.handle(request, this.#services), headers: verdict.headers };
    } catch (error) {
      if (error instanceof DiscordError) return refuse(error, verdict.headers);
      throw error;
    }
  }

  #serveAttachment(path: string, response: ServerResponse): void {
    const [, , channelId = '', id = ''] = path.split('/');
    const { channels, uploads } = this.#services.world;
    const messages = [...(channels.get(channelId)?.messages.values() ?? [])];
    const attached =
      messages.flatMap((m) => m.attachments).find((one) => one.id === id) ?? uploads.get(id);
    if (attached === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': attached.content_type ?? 'application/octet-stream',
      // Whatever was uploaded may be looked at, never run.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(attached.bytes);
  }

  #record(o: {
    method: string;
    path: string;
    status: number;
    startedAt: number;
    body: unknown;
    answer: unknown;
  }): void {
    const { startedAt, ...rest } = o;
    const request = {
      ...rest,
      ms: performance.now() - startedAt,
      at: this.#services.world.now(),
    };
    this.recorded.push(request);
    this.#services.world.changed({ kind: 'request', request });
    if (this.recorded.length > this.#keep) this.recorded.shift();
  }
}

/** Waits out a fault that lets the request through in the end; false if it doesn't. */
async function survives(fault: RestFault): Promise<boolean> {
  if (fault.kind === 'hang') await sleep(fault.ms, undefined, { ref: false });
  return (
    fault.kind === 'hang' ||
    fault.kind === 'hang after' ||
    fault.kind === 'stall' ||
    (fault.kind === 'answer' && fault.when === 'after') ||
    (fault.kind === 'drop' && fault.when === 'after')
  );
}
