import type { ServiceContext } from '../context.js';
import { lastReadings } from '../insights/videos.js';
import { Refusal } from '../refusal.js';
import { knownAccounts } from '../scores/accounts.js';
import { DRAFT_LIFE } from '../scores/draft-input.js';
import { waitingDraft } from '../scores/drafts.js';
import type { Drop, DroppedFile } from './drop.js';
import { packDraft, unpackDraft } from './import-draft.js';
import { type News, newsIn } from './news.js';
import { createFileReader, type FileReader } from './reader.js';
import { type StoredImport, storeDrop } from './store.js';
import { type Teaching, taughtBy, teachers } from './teachers.js';

/** Who brings files, where, and with which interaction. */
export interface Bringer {
  readonly interactionId: bigint;
  readonly callerId: bigint;
  readonly guildId: bigint | null;
  /** The member's language as a BCP 47 tag. */
  readonly language: string;
  /** The account they named. */
  readonly account: string | null;
  readonly private: boolean;
}

/** What some files hold, before anything of them is stored. */
export type Looked =
  | {
      readonly kind: 'plan';
      /** Null where there is nothing to store. */
      readonly draftId: bigint | null;
      readonly drop: Drop;
      readonly news: News;
      readonly expiresAt: Date;
    }
  | { readonly kind: 'personal' | 'too much' };

/** An import that is stored, and what would help most now. */
export interface Done extends StoredImport {
  readonly teaching: Teaching;
}

/** Files are read in a thread of their own, unless something else does it. */
export interface ImportsContext extends ServiceContext {
  readonly readFiles?: FileReader;
}

export type Imports = ReturnType<typeof createImports>;

/** Whole accounts at once, from files. */
export function createImports({ db, clock, readFiles = createFileReader() }: ImportsContext) {
  /**
   * Reads files and says what is in them. What could be stored waits for a quarter of an hour; of the
   * files themselves nothing is kept.
   */
  async function look(files: readonly DroppedFile[], who: Bringer): Promise<Looked> {
    const now = clock();
    const known = await knownAccounts(db, who.callerId);
    const read = await readFiles(files, {
      ...{ now, known, told: who.account, language: who.language },
    });
    if (read.kind !== 'read') return { kind: read.kind };
    const { drop } = read;
    const news = await newsIn(db, who.callerId, drop);
    const expiresAt = new Date(now.getTime() + DRAFT_LIFE);
    if (isNothing(news)) return { kind: 'plan', draftId: null, drop, news, expiresAt };
    const id = who.interactionId;
    const { videos, days, hours } = drop;
    const input = packDraft({
      ...{ videos, days, hours, guildId: who.guildId, private: who.private },
    });
    await db.writeTogether([
      { into: 'Creator', row: { id: who.callerId, createdAt: now }, unlessThere: true },
      {
        into: 'Draft',
        row: { id, creatorId: who.callerId, input, expiresAt },
        unlessThere: true,
      },
    ]);
    return { kind: 'plan', draftId: id, drop, news, expiresAt };
  }

  /**
   * Stores what was looked at.
   *
   * @throws Refusal if it has gone, was stored already, or is another member's.
   */
  async function store(draftId: bigint, callerId: bigint): Promise<Done> {
    const draft = await draftOf(draftId, callerId);
    const { guildId, private: isPrivate } = draft;
    const who = {
      importId: draftId,
      creatorId: callerId,
      guildId,
      private: isPrivate,
      at: clock(),
    };
    const stored = await storeDrop(db, draft, who);
    return { ...stored, teaching: await mostTelling(callerId) };
  }

  /** Lets go of what was looked at; done twice it does no harm. */
  async function cancel(draftId: bigint, callerId: bigint): Promise<void> {
    await db.prisma.draft.deleteMany({ where: { id: draftId, creatorId: callerId } });
  }

  /** The creator's videos whose real saves would teach most. */
  async function mostTelling(callerId: bigint): Promise<Teaching> {
    return teachers(db, await lastReadings(db, callerId));
  }

  /** What the real saves of one reading's video have taught, and whose would teach most next. */
  async function taught(callerId: bigint, readingId: bigint) {
    const readings = await lastReadings(db, callerId);
    return { ...taughtBy(readings, readingId), teaching: await teachers(db, readings) };
  }

  return { look, store, cancel, mostTelling, taught };

  async function draftOf(draftId: bigint, callerId: bigint) {
    const draft = unpackDraft((await waitingDraft(db, draftId, callerId, clock())).input);
    if (draft === null) throw new Refusal({ kind: 'draft gone' });
    return draft;
  }
}

/** Whether everything is known already. */
function isNothing({ readings, raised, days, hours }: News): boolean {
  return readings.length + raised.length + days.length + hours.length === 0;
}
