import type { ChartRenderer } from '../charts/renderer.js';
import { within } from '../lib/within.js';
import type { PictureOutcome } from '../pictures/spec.js';
import { Refusal } from '../services/refusal.js';
import type { Services } from '../services/services.js';
import type { ServerSettings } from '../services/settings.js';
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

/** Milliseconds in which a server's choice is looked up: what needs no database isn't held up by one. */
const PATIENCE = 1_000;

/** For what everybody in the channel sees, in the language that the server wants for it. */
export async function publicWords(asking: Asking): Promise<Words> {
  const { guildId, channelWords, services } = asking;
  if (guildId === null) return channelWords;
  const settings = services.then((all) => all.settings.of(guildId));
  // Without the database it is answered all the same.
  const wanted = await within(PATIENCE, settings).catch(() => null);
  return wordsWanted(wanted, asking);
}

/** The same where it is known already what the server wants; in a conversation nobody wants any. */
export async function wordsWanted(
  wanted: Pick<ServerSettings, 'language'> | null,
  { guildId, channelWords }: Asking,
): Promise<Words> {
  const language = guildId === null ? null : (wanted?.language ?? null);
  return language === null ? channelWords : wordsFor(language);
}
