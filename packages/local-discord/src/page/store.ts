import type { Moment } from '../people/timestamp.js';
import type {
  ActivityView,
  EntryView,
  FileUpload,
  MemberView,
  MessageView,
  ModalView,
  PageEvent,
  ServerView,
  StatusView,
} from './protocol.js';
import { type Act, act, listen, type Place } from './requests.js';

/** What was put into a form, by the labels of its fields. */
export type Filled = Pick<Extract<Act, { kind: 'submit' }>, 'values' | 'files'>;

/** A command that is on its way, or came to nothing: only its sender's page knows of it. */
export interface Note {
  readonly id: number;
  readonly command: string;
  readonly failed: boolean;
}

/** What the page shows, and how it changes. */
export class Store {
  entry: EntryView | undefined;
  readonly messages = new Map<string, MessageView>();
  readonly activity = new Map<number, ActivityView>();
  status: StatusView | undefined;
  modal: ModalView | undefined;
  /** Why a form couldn't be sent. */
  modalProblem = '';
  notes: readonly Note[] = [];
  /** What went wrong with a component, by the message it is on. */
  readonly failures = new Map<string, string>();
  /** Messages whose component is being used, with its custom id. */
  readonly busy = new Map<string, string>();
  /** Ephemeral messages that were put away. */
  readonly dismissed = new Set<string>();
  /** The server can't be reached. */
  lost = false;
  /** What a longer piece of work has to say. */
  report = '';
  /** Which of the sides is open where there is no room for all. */
  sidebarOpen = false;
  panelOpen = false;
  /** Called after every change, with whose it was. */
  onChange: (by: 'reader' | 'server') => void = () => undefined;
  #stop: () => void = () => undefined;
  #nextNote = 1;

  /** Enters a channel as somebody; without arguments as the first there is. */
  enter(place: Partial<Place>): void {
    this.#stop();
    this.#stop = listen(
      place,
      (event) => {
        this.#take(event);
        this.onChange('server');
      },
      (lost) => {
        this.lost = lost;
        this.onChange('server');
      },
    );
  }

  /** Changes something for the reader and shows it. */
  change(work: () => void): void {
    work();
    this.onChange('reader');
  }

  get place(): Place {
    return { memberId: this.entry?.memberId ?? '', channelId: this.entry?.channelId ?? '' };
  }

  /** Discord's present, told in the reader's time zone. */
  get moment(): Moment {
    return {
      now: Date.now() + (this.status?.aheadMs ?? 0),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }

  get server(): ServerView | undefined {
    return this.entry?.servers.find(({ channels }) =>
      channels.some(({ id }) => id === this.entry?.channelId),
    );
  }

  get member(): MemberView | undefined {
    return this.server?.members.find(({ id }) => id === this.entry?.memberId);
  }

  get channelName(): string {
    return this.server?.channels.find(({ id }) => id === this.entry?.channelId)?.name ?? '';
  }

  /** The channel's messages, oldest first, without those put away. */
  get shown(): MessageView[] {
    return [...this.messages.values()].filter(({ id }) => !this.dismissed.has(id));
  }

  /** Sends a command and says what becomes of it; a sentence if it couldn't be sent. */
  async sendCommand(command: Extract<Act, { kind: 'command' }>): Promise<string | undefined> {
    const note = { id: this.#nextNote++, command: command.name, failed: false };
    this.change(() => {
      this.notes = [...this.notes.filter(({ failed }) => !failed), note];
    });
    const { place } = this;
    const reply = await act(place, command);
    this.change(() => {
      this.notes = this.notes.flatMap((one) => {
        if (one.id !== note.id) return [one];
        return reply.kind === 'no response' ? [{ ...one, failed: true }] : [];
      });
      if (reply.kind === 'modal') this.#openModal(reply.modal);
    });
    return reply.kind === 'refused' ? reply.sentence : undefined;
  }

  /** Writes a message of one file; a sentence if it couldn't be sent. */
  async say(file: FileUpload): Promise<string | undefined> {
    const reply = await act(this.place, { kind: 'say', files: [file] });
    return reply.kind === 'refused' ? reply.sentence : undefined;
  }

  /** Uses a button or a menu of a message, or a command that its menu has. */
  async useComponent(what: Extract<Act, { kind: 'press' | 'choose' | 'use' }>): Promise<void> {
    if (this.busy.has(what.messageId)) return;
    this.change(() => {
      this.busy.set(what.messageId, what.kind === 'use' ? what.name : what.customId);
      this.failures.delete(what.messageId);
    });
    const reply = await act(this.place, what);
    this.change(() => {
      this.busy.delete(what.messageId);
      if (reply.kind === 'modal') this.#openModal(reply.modal);
      else if (reply.kind === 'refused') this.failures.set(what.messageId, reply.sentence);
      else if (reply.kind === 'no response') {
        this.failures.set(what.messageId, 'This interaction failed');
      }
    });
  }

  /** Sends the open form. */
  async submitModal({ values, files }: Filled): Promise<void> {
    const { modal } = this;
    if (modal === undefined) return;
    const reply = await act(this.place, { kind: 'submit', modalId: modal.id, values, files });
    this.change(() => {
      if (this.modal !== modal) return;
      if (reply.kind === 'refused') this.modalProblem = reply.sentence;
      else if (reply.kind === 'no response') this.modalProblem = 'Something went wrong. Try again.';
      else this.modal = reply.kind === 'modal' ? reply.modal : undefined;
    });
  }

  #openModal(modal: ModalView): void {
    this.modal = modal;
    this.modalProblem = '';
  }

  #take(event: PageEvent): void {
    switch (event.kind) {
      case 'entry':
        this.#entered(event.entry);
        break;
      case 'message':
        this.messages.set(event.message.id, event.message);
        this.failures.delete(event.message.id);
        break;
      case 'gone':
        this.messages.delete(event.id);
        break;
      case 'activity':
        this.activity.set(event.activity.id, event.activity);
        break;
      case 'status':
        this.status = event.status;
        break;
      case 'report':
        this.report = event.text;
        break;
    }
  }

  #entered(entry: EntryView): void {
    const elsewhere =
      entry.channelId !== this.entry?.channelId || entry.memberId !== this.entry?.memberId;
    this.entry = entry;
    this.status = entry.status;
    this.messages.clear();
    for (const message of entry.messages) this.messages.set(message.id, message);
    this.activity.clear();
    for (const line of entry.activity) this.activity.set(line.id, line);
    if (!elsewhere) return;
    this.notes = [];
    this.failures.clear();
    this.busy.clear();
    this.modal = undefined;
  }
}
