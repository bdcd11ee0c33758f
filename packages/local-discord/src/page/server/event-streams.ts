import type { ServerResponse } from 'node:http';
import { CannotSend } from '../../people/cannot-send.js';
import type { Person } from '../../people/person.js';
import type { Message } from '../../world/message.js';
import type { Change } from '../../world/world.js';
import type { EntryView, PageEvent, StatusView } from '../protocol.js';
import type { ActivityLog } from './activity-log.js';
import { sendText } from './http.js';
import { commandViews, localeViews, messageView, serverView } from './page-views.js';
import { type PageSession, serversOf } from './session.js';

const statusEveryMs = 500;

/** A page that is open: who looks at which channel. */
interface Reader {
  readonly person: Person;
  readonly response: ServerResponse;
}

/** What every open page is told: what there is when it comes, and each change after that. */
export class EventStreams {
  readonly #session: PageSession;
  readonly #log: ActivityLog;
  readonly #readers = new Set<Reader>();
  readonly #unwatch: () => void;
  readonly #timer: NodeJS.Timeout;
  #status = '';

  constructor(session: PageSession, log: ActivityLog) {
    this.#session = session;
    this.#log = log;
    log.onChange = (activity) => {
      this.tellAll({ kind: 'activity', activity });
      this.tellStatus();
    };
    this.#unwatch = session.discord.watch((change) => this.#watch(change));
    // The gateway's coming and going is no change that is told of.
    this.#timer = setInterval(() => this.tellStatus(), statusEveryMs);
    this.#timer.unref();
  }

  /** Ends every stream. */
  close(): void {
    this.#unwatch();
    clearInterval(this.#timer);
    for (const { response } of this.#readers) response.end();
    this.#readers.clear();
  }

  /** Opens the stream of whoever looks at a channel; without one, of the first there is. */
  open(query: URLSearchParams, response: ServerResponse): void {
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
      servers: serversOf(this.#session).map((guild) => serverView(this.#session, guild)),
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

  /** Tells every page anew what there is. */
  reenter(): void {
    for (const reader of this.#readers) this.#enter(reader);
  }

  #watch(change: Change): void {
    if (change.kind !== 'message') return;
    const { message, what } = change;
    const { guild, messages } = message.channel;
    const isFirst = what === 'posted' && messages.size === 1;
    // A conversation that has just begun is a place to go to.
    if (isFirst && this.#session.discord.conversations.includes(guild)) this.reenter();
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

  /** Tells every page how things stand, where that has changed. */
  tellStatus(): void {
    const status = this.#statusView();
    const text = JSON.stringify(status);
    if (text === this.#status) return;
    this.#status = text;
    this.tellAll({ kind: 'status', status });
  }

  /** Tells every page. */
  tellAll(event: PageEvent): void {
    for (const reader of this.#readers) tell(reader, event);
  }
}

function tell({ response }: Reader, event: PageEvent): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}
