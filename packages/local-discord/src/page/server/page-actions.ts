import type * as z from 'zod';
import { CannotSend } from '../../people/cannot-send.js';
import type { Person } from '../../people/person.js';
import type { Shown } from '../../people/shown.js';
import { attachmentLimit, type Upload } from '../../world/attachments.js';
import type { Message } from '../../world/message.js';
import type { ActReply, CheckReply, SuggestReply } from '../protocol.js';
import { modalView } from './page-views.js';
import type { Act, check, SentFile, suggest } from './request-schemas.js';
import type { PageSession } from './session.js';

const modalsKept = 100;

/** What the people on the page do, and which forms are open to them. */
export class PageActions {
  readonly #session: PageSession;
  readonly #modals = new Map<string, Shown>();

  constructor(session: PageSession) {
    this.#session = session;
  }

  /** Does what a person does, and tells what became of it. */
  async act(asked: Act): Promise<ActReply> {
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

  async #shown(person: Person, asked: Exclude<Act, { kind: 'say' }>): Promise<Shown> {
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

  /** What the bot suggests for an option of a command that is being filled in. */
  async suggest(asked: z.infer<typeof suggest>): Promise<SuggestReply> {
    const person = this.#session.person(asked.memberId, asked.channelId);
    const choices = await person.suggest(asked.name, asked.values, asked.option);
    return { choices: choices.map(({ name, value }) => ({ name, value })) };
  }

  /** What is wrong with what stands in each option. */
  check(asked: z.infer<typeof check>): CheckReply {
    const person = this.#session.person(asked.memberId, asked.channelId);
    return { wrong: person.check(asked.name, asked.values) };
  }
}

function messageOf(person: Person, id: string): Message {
  const message = person.channel.messages.get(id);
  if (message === undefined) throw new CannotSend('This message is no longer there.');
  return message;
}

function uploadsOf(files: Record<string, SentFile>): Record<string, Upload> {
  return Object.fromEntries(
    Object.entries(files).map(([option, file]) => [option, uploadOf(file)]),
  );
}

function uploadOf({ name, contentType, base64 }: SentFile): Upload {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > attachmentLimit) {
    const mib = attachmentLimit / 1024 / 1024;
    throw new CannotSend(`${name} is too large: Discord takes ${mib} MiB at most.`);
  }
  return { name, contentType, bytes };
}
