import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Locale } from 'discord-api-types/v10';
import * as z from 'zod';
import { CannotSend } from '../../people/cannot-send.js';
import type { Person } from '../../people/person.js';
import type { Shown } from '../../people/shown.js';
import { attachmentLimit, type Upload } from '../../world/attachments.js';
import type { Guild } from '../../world/guild.js';
import type { Message } from '../../world/message.js';
import type { Change } from '../../world/world.js';
import type {
  ActReply,
  CheckReply,
  EntryView,
  PageEvent,
  StatusView,
  SuggestReply,
} from '../protocol.js';
import { ActivityLog } from './activity-log.js';
import { faultNames } from './fault-switches.js';
import { commandViews, localeViews, messageView, modalView, serverView } from './page-views.js';
import type { PageSession } from './session.js';

/** What the page consists of, by its address: nothing else of the disk is ever served. */
const pageFiles: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};
// The same way from the source and from what it was compiled to.
const pageFolder = new URL('../../../dist/public/', import.meta.url);

// Scripts and styles from here alone. The components bring their styles as constructed style
// sheets, which the policy doesn't concern; only an embed's colour comes as a style attribute.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

// A file at its limit grows by a third as base64.
const bodyLimit = Math.ceil((attachmentLimit * 4) / 3) + 64 * 1024;
const modalsKept = 100;
const statusEveryMs = 500;

const place = { memberId: z.string(), channelId: z.string() };
const values = z.record(z.string(), z.string());
const upload = z.object({ name: z.string().min(1), contentType: z.string(), base64: z.base64() });

/** What a person does, each kind with what it needs. */
const act = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    ...place,
    name: z.string(),
    values,
    files: z.record(z.string(), upload),
  }),
  z.object({ kind: z.literal('press'), ...place, messageId: z.string(), customId: z.string() }),
  z.object({
    kind: z.literal('choose'),
    ...place,
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({ kind: z.literal('say'), ...place, files: z.array(upload).min(1).max(10) }),
  z.object({ kind: z.literal('use'), ...place, messageId: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('submit'),
    ...place,
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    files: z.record(z.string(), upload),
  }),
]);
const suggest = z.object({ ...place, name: z.string(), values, option: z.string() });
const check = z.object({ ...place, name: z.string(), values });
const language = z.object({ memberId: z.string(), locale: z.enum(Locale) });
const fault = z.object({ name: z.enum(faultNames), mode: z.enum(['off', 'next', 'always']) });
/** At most a year at once. */
const pass = z.object({
  ms: z
    .number()
    .int()
    .positive()
    .max(366 * 86_400_000),
});

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

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** A page that is open: who looks at which channel. */
interface Reader {
  readonly person: Person;
  readonly response: ServerResponse;
}

class PageDesk {
  port = 0;
  readonly #session: PageSession;
  readonly #log: ActivityLog;
  readonly #readers = new Set<Reader>();
  readonly #modals = new Map<string, Shown>();
  readonly #unwatch: () => void;
  readonly #timer: NodeJS.Timeout;
  #status = '';

  constructor(session: PageSession) {
    this.#session = session;
    this.#log = new ActivityLog(session.discord);
    this.#log.onChange = (activity) => {
      this.#tellAll({ kind: 'activity', activity });
      this.#tellStatus();
    };
    this.#unwatch = session.discord.watch((change) => this.#watch(change));
    // The gateway's coming and going is no change that is told of.
    this.#timer = setInterval(() => this.#tellStatus(), statusEveryMs);
    this.#timer.unref();
  }

  close(): void {
    this.#unwatch();
    this.#log.close();
    clearInterval(this.#timer);
    for (const { response } of this.#readers) response.end();
    this.#readers.clear();
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', policy);
    // Without any referrer, browsers would also hide the page's origin from its own server.
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-store');
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
    const page = Object.hasOwn(pageFiles, url.pathname) ? pageFiles[url.pathname] : undefined;
    if (page !== undefined) {
      const bytes = await readFile(fileURLToPath(new URL(page.file, pageFolder)));
      response.writeHead(200, { 'Content-Type': page.type }).end(bytes);
      return;
    }
    if (url.pathname === '/events') return this.#events(url.searchParams, response);
    const activity = /^\/activity\/(\d+)$/.exec(url.pathname)?.[1];
    if (activity !== undefined) {
      const detail = this.#log.detail(Number(activity));
      if (detail === undefined) return sendText(response, 404, 'That is no longer kept.');
      return sendJson(response, detail);
    }
    const sample = /^\/samples\/(\d{1,3})$/.exec(url.pathname)?.[1];
    if (sample !== undefined) {
      const file = this.#session.samples?.[Number(sample)];
      if (file === undefined) return sendText(response, 404, 'There is no such sample.');
      response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes());
      return;
    }
    const [, channelId = '', fileId = ''] =
      /^\/attachments\/(\d+)\/(\d+)\//.exec(url.pathname) ?? [];
    if (fileId !== '') return this.#file(channelId, fileId, response);
    sendText(response, 404, 'There is nothing here.');
  }

  #file(channelId: string, fileId: string, response: ServerResponse): void {
    const channel = this.#servers
      .map((guild) => guild.channels.get(channelId))
      .find((one) => one !== undefined);
    const file = [...(channel?.messages.values() ?? [])]
      .flatMap((message) => message.attachments)
      .find((one) => one.id === fileId);
    if (file === undefined) {
      sendText(response, 404, 'There is no such file.');
      return;
    }
    const type = file.content_type ?? 'application/octet-stream';
    const image = /^image\/(png|jpeg|gif|webp)$/.test(type);
    response.writeHead(200, {
      'Content-Type': image ? type : 'application/octet-stream',
      // Whatever was uploaded may be looked at, never run.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      ...(image ? {} : { 'Content-Disposition': 'attachment' }),
    });
    response.end(file.bytes);
  }

  async #post(path: string, body: unknown, response: ServerResponse): Promise<void> {
    try {
      const { faults } = this.#session;
      switch (path) {
        case '/act':
          return sendJson(response, await this.#act(act.parse(body)));
        case '/suggest':
          return sendJson(response, await this.#suggest(suggest.parse(body)));
        case '/check':
          return sendJson(response, this.#check(check.parse(body)));
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
          await this.#session.fillSample?.((text) => this.#tellAll({ kind: 'report', text }));
          this.#reenter();
          break;
        default:
          return sendText(response, 404, 'There is nothing here.');
      }
      this.#tellStatus();
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
    for (const guild of this.#servers) {
      const member = guild.members.get(memberId);
      if (member !== undefined) member.locale = locale;
    }
    this.#reenter();
  }

  async #act(asked: z.infer<typeof act>): Promise<ActReply> {
    const person = this.#session.person(asked.memberId, asked.channelId);
    if (asked.kind === 'say') {
      person.say('', asked.files.map(uploadOf));
      return { kind: 'done' };
    }
    const shown = await this.#shown(person, asked);
    if (shown.outcome === 'no response') return { kind: 'no response' };
    const modal = modalView(shown);
    if (modal === undefined) return { kind: 'done' };
    this.#modals.set(modal.id, shown);
    for (const oldest of this.#modals.keys()) {
      if (this.#modals.size <= modalsKept) break;
      this.#modals.delete(oldest);
    }
    return { kind: 'modal', modal };
  }

  async #shown(
    person: Person,
    asked: Exclude<z.infer<typeof act>, { kind: 'say' }>,
  ): Promise<Shown> {
    switch (asked.kind) {
      case 'command':
        return person.fill(asked.name, asked.values, uploadsOf(asked.files));
      case 'press':
        return person.pressId(messageOf(person, asked.messageId), asked.customId);
      case 'choose':
        return person.choose(messageOf(person, asked.messageId), asked.values, asked.customId);
      case 'use':
        return person.use(asked.name, messageOf(person, asked.messageId));
      case 'submit': {
        const modal = this.#modals.get(asked.modalId);
        if (modal === undefined || modal.interaction.member !== person.member) {
          throw new CannotSend('This form is no longer open. Press its button again.');
        }
        return person.submit(modal, asked.values, uploadsOf(asked.files));
      }
    }
  }

  async #suggest(asked: z.infer<typeof suggest>): Promise<SuggestReply> {
    const person = this.#session.person(asked.memberId, asked.channelId);
    const choices = await person.suggest(asked.name, asked.values, asked.option);
    return { choices: choices.map(({ name, value }) => ({ name, value })) };
  }

  #check(asked: z.infer<typeof check>): CheckReply {
    const person = this.#session.person(asked.memberId, asked.channelId);
    return { wrong: person.check(asked.name, asked.values) };
  }

  #events(query: URLSearchParams, response: ServerResponse): void {
    const memberId = query.get('member');
    const channelId = query.get('channel');
    let person: Person;
    try {
      person =
        memberId === null || channelId === null
          ? this.#session.somebody()
          : this.#session.person(memberId, channelId);
      person.sees();
    } catch (error) {
      if (!(error instanceof CannotSend)) throw error;
      sendText(response, 404, error.message);
      return;
    }
    const reader = { person, response };
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    this.#readers.add(reader);
    response.once('close', () => this.#readers.delete(reader));
    this.#enter(reader);
  }

  #enter(reader: Reader): void {
    const { person } = reader;
    const { bot } = person.channel.guild;
    const entry: EntryView = {
      servers: this.#servers.map((guild) => serverView(this.#session, guild)),
      locales: localeViews(),
      memberId: person.member.id,
      channelId: person.channel.id,
      bot: { id: bot.id, name: bot.name },
      commands: commandViews(person),
      messageCommands: person.messageCommands().map(({ name }) => name),
      messages: person.sees().map((message) => this.#view(message, person)),
      activity: this.#log.views,
      status: this.#statusView(),
      tour: this.#session.tour,
      samples: (this.#session.samples ?? []).map(({ name }) => name),
    };
    tell(reader, { kind: 'entry', entry });
  }

  /** The servers, and the conversations of people with the bot, each as one of its own. */
  get #servers(): readonly Guild[] {
    const { guilds, discord } = this.#session;
    return [...guilds, ...discord.conversations];
  }

  #reenter(): void {
    for (const reader of this.#readers) this.#enter(reader);
  }

  #watch(change: Change): void {
    if (change.kind !== 'message') return;
    const { message, what } = change;
    const { guild, messages } = message.channel;
    const isFirst = what === 'posted' && messages.size === 1;
    // A conversation that has just begun is a place to go to.
    if (isFirst && this.#session.discord.conversations.includes(guild)) this.#reenter();
    for (const reader of this.#readers) {
      const { person } = reader;
      if (message.channel !== person.channel) continue;
      if (message.visibleTo !== undefined && message.visibleTo !== person.member.id) continue;
      if (what === 'deleted') tell(reader, { kind: 'gone', id: message.id });
      else tell(reader, { kind: 'message', message: this.#view(message, person) });
    }
  }

  #view(message: Message, person: Person): ReturnType<typeof messageView> {
    return messageView(message, person, (id) => this.#log.commandOf(id));
  }

  #statusView(): StatusView {
    const { discord, faults, botEnded, passTime, fillSample } = this.#session;
    return {
      aheadMs: Math.round((this.#session.now() - Date.now()) / 1000) * 1000,
      faults: faults.modes,
      connected: discord.gateway.sessions().some(({ connected }) => connected),
      ended: botEnded,
      violations: discord.violations.length,
      can: { passTime: passTime !== undefined, fillSample: fillSample !== undefined },
    };
  }

  #tellStatus(): void {
    const status = this.#statusView();
    const text = JSON.stringify(status);
    if (text === this.#status) return;
    this.#status = text;
    this.#tellAll({ kind: 'status', status });
  }

  #tellAll(event: PageEvent): void {
    for (const reader of this.#readers) tell(reader, event);
  }
}

function tell({ response }: Reader, event: PageEvent): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}

function messageOf(person: Person, id: string): Message {
  const message = person.channel.messages.get(id);
  if (message === undefined) throw new CannotSend('This message is no longer there.');
  return message;
}

function uploadsOf(files: Record<string, z.infer<typeof upload>>): Record<string, Upload> {
  return Object.fromEntries(
    Object.entries(files).map(([option, file]) => [option, uploadOf(file)]),
  );
}

function uploadOf({ name, contentType, base64 }: z.infer<typeof upload>): Upload {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > attachmentLimit) {
    const mib = attachmentLimit / 1024 / 1024;
    throw new CannotSend(`${name} is too large: Discord takes ${mib} MiB at most.`);
  }
  return { name, contentType, bytes };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= bodyLimit) chunks.push(bytes);
  }
  if (size > bodyLimit) return undefined;
  try {
    return JSON.parse(String(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response
    .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
