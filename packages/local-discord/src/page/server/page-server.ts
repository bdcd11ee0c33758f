import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { CannotSend } from '../../people/cannot-send.js';
import type { ActReply } from '../protocol.js';
import { ActivityLog } from './activity-log.js';
import { EventStreams } from './event-streams.js';
import { listen, readJson, secure, sendJson, sendText } from './http.js';
import { PageActions } from './page-actions.js';
import { sendFile } from './page-files.js';
import { act, check, fault, language, pass, suggest } from './request-schemas.js';
import { type PageSession, serversOf } from './session.js';

/** A page that runs. */
export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Ends it and every connection to it. */
  close(): Promise<void>;
}

/**
 * Serves the page on loopback.
 * @param port 0 takes any free one.
 */
export async function startPageServer(session: PageSession, port = 0): Promise<PageServer> {
  const desk = new PageDesk(session);
  const server = createServer((request, response) => {
    desk.serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendText(response, 500, 'The playground made a mistake.');
      else response.end();
      process.stderr.write(`The playground made a mistake: ${String(error)}\n`);
    });
  });
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  desk.port = address.port;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      desk.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What the page's requests come to. */
class PageDesk {
  port = 0;
  readonly #session: PageSession;
  readonly #log: ActivityLog;
  readonly #streams: EventStreams;
  readonly #actions: PageActions;

  constructor(session: PageSession) {
    this.#session = session;
    this.#log = new ActivityLog(session.discord);
    this.#streams = new EventStreams(session, this.#log);
    this.#actions = new PageActions(session);
  }

  close(): void {
    this.#streams.close();
    this.#log.close();
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(response);
    // A name of another's that was made to lead here must not reach the playground.
    const hosts = [`127.0.0.1:${this.port}`, `localhost:${this.port}`];
    const { host = '', origin } = request.headers;
    if (!hosts.includes(host)) return sendText(response, 403, 'Open the address that was printed.');
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (request.method === 'GET') return this.#get(url, response);
    if (request.method !== 'POST') return sendText(response, 405, 'GET or POST.');
    if (origin !== `http://${host}`) {
      return sendText(response, 403, 'Only the playground’s own page may ask this.');
    }
    if (request.headers['content-type'] !== 'application/json') {
      return sendText(response, 415, 'JSON, please.');
    }
    const body = await readJson(request);
    if (body === undefined) return sendText(response, 413, 'That is too much, or no JSON.');
    return this.#post(url.pathname, body, response);
  }

  async #get(url: URL, response: ServerResponse): Promise<void> {
    if (url.pathname === '/events') return this.#streams.open(url.searchParams, response);
    const activity = /^\/activity\/(\d+)$/.exec(url.pathname)?.[1];
    if (activity !== undefined) {
      const detail = this.#log.detail(Number(activity));
      if (detail === undefined) return sendText(response, 404, 'That is no longer kept.');
      return sendJson(response, detail);
    }
    const isFile = await sendFile(this.#session, url.pathname, response);
    if (!isFile) sendText(response, 404, 'There is nothing here.');
  }

  async #post(path: string, body: unknown, response: ServerResponse): Promise<void> {
    try {
      const { faults } = this.#session;
      switch (path) {
        case '/act':
          return sendJson(response, await this.#actions.act(act.parse(body)));
        case '/suggest':
          return sendJson(response, await this.#actions.suggest(suggest.parse(body)));
        case '/check':
          return sendJson(response, this.#actions.check(check.parse(body)));
        case '/fault': {
          const { name, mode } = fault.parse(body);
          faults.switch(name, mode);
          break;
        }
        case '/locale':
          this.#setLocale(language.parse(body));
          break;
        case '/disconnect':
          faults.disconnect();
          break;
        case '/pass-time':
          await this.#session.passTime?.(pass.parse(body).ms);
          break;
        case '/fill-sample':
          await this.#session.fillSample?.((text) =>
            this.#streams.tellAll({ kind: 'report', text }),
          );
          this.#streams.reenter();
          break;
        default:
          return sendText(response, 404, 'There is nothing here.');
      }
      this.#streams.tellStatus();
      sendJson(response, { kind: 'done' } satisfies ActReply);
    } catch (error) {
      if (error instanceof CannotSend) {
        sendJson(response, { kind: 'refused', sentence: error.message } satisfies ActReply);
      } else if (error instanceof z.ZodError) {
        sendText(response, 400, 'That is not what the page would send.');
      } else {
        throw error;
      }
    }
  }

  /** The person's Discord is in another language from now on, in every server. */
  #setLocale({ memberId, locale }: z.infer<typeof language>): void {
    for (const guild of serversOf(this.#session)) {
      const member = guild.members.get(memberId);
      if (member !== undefined) member.locale = locale;
    }
    this.#streams.reenter();
  }
}
