import type { ChartRenderer } from '../charts/renderer.js';
import type { PictureOutcome } from '../pictures/spec.js';
import { Refusal } from '../services/refusal.js';
import type { Services } from '../services/services.js';
import { wordsFor } from '../words/languages.js';
import type { Words } from '../words/words.js';
import type { AttachedFile } from './attached-file.js';

/** Hands over files that members attached. */
export interface Files {
  /** The bytes of one; why not, where Discord doesn't hand them over or there are too many. */
  bytesOf(file: AttachedFile, most: number): Promise<Uint8Array | 'gone' | 'too large'>;
}

/** Reads pictures that members send. */
export interface Pictures {
  /** Whether pictures are read here at all. */
  readonly areRead: boolean;
  /**
   * What a screenshot shows, or why it isn't read. Never rejects.
   *
   * @param words for the names beside what is cut out of it.
   */
  read(file: AttachedFile, words: Words): Promise<PictureOutcome>;
}

/** Who asks, where and when: everything a handler may know of an interaction. */
export interface Asking {
  /** Discord's id of the interaction; unique for ever, and it tells the time of the asking. */
  readonly interactionId: bigint;
  readonly callerId: bigint;
  /** Null in a direct message, and where the bot isn't in the server. */
  readonly guildId: bigint | null;
  /**
   * Whether the bot is there for the caller alone, who has installed it for themselves: then nobody
   * else sees an answer, and `guildId` is null, as nothing of it belongs to the server.
   */
  readonly forCallerAlone: boolean;
  /** Whether the caller may manage the server; nobody may in a direct message. */
  readonly managesServer: boolean;
  readonly at: Date;
  /** For what the caller alone sees, in their own language. */
  readonly words: Words;
  /** For what everybody in the channel sees, unless the server wants another language: see `publicWords`. */
  readonly channelWords: Words;
  /** The message a button or a modal belongs to. */
  readonly source: { readonly channelId: string; readonly messageId: string } | null;
  /** There once the database is open. */
  readonly services: Promise<Services>;
  readonly charts: ChartRenderer;
  readonly files: Files;
  readonly pictures: Pictures;
}

/** @throws Refusal outside of a server. */
export function serverOf({ guildId }: Asking): bigint {
  if (guildId === null) throw new Refusal({ kind: 'only in a server' });
  return guildId;
}

/** @throws Refusal unless the caller may manage the server. */
export function requireManager({ managesServer }: Asking): void {
  if (!managesServer) throw new Refusal({ kind: 'only managers' });
}

/** For what everybody in the channel sees, in the language that the server wants for it. */
export async function publicWords({ guildId, channelWords, services }: Asking): Promise<Words> {
  if (guildId === null) return channelWords;
  try {
    const { language } = await (await services).settings.of(guildId);
    return language === null ? channelWords : await wordsFor(language);
  } catch {
    // What needs no database is answered without one, too.
    return channelWords;
  }
}
