import { readFile } from 'node:fs/promises';
import { ModalBuilder } from '@discordjs/builders';
import {
  type Checked,
  checkButtons,
  checkEmbed,
  isAnotherScreen,
  STRIPS,
  stripsAlt,
  unreadPictures,
  VIDEO_PAGE,
} from '../embeds/picture-check.js';
import { SHOWN_COUNTS } from '../lib/count-names.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { videoPageFile } from '../lib/paths.js';
import type { PictureOutcome, PictureProblem, PictureReading } from '../pictures/spec.js';
import type { ShownDraft } from '../services/drafts/draft-answers.js';
import {
  type CorrectedCounts,
  missingIn,
  putTogether,
  type ShownTexts,
  truthOf,
} from '../services/scores/shown.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import type { Words } from '../words/words.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Button, Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { type DraftKind, draftAnswer, isDraftKind, lateDraft } from './draft-answer.js';
import { idAt } from './history-ids.js';
import { defineMessageCommand, type MessageCommand } from './message-command.js';
import { isForAuthorAlone, newScore, scoreView } from './score-view.js';

/** The buttons under what was read, and the modal behind the second; each with the draft. */
const RIGHT = { name: 'shown-right', version: 1 } as const;
const CORRECT = { name: 'shown-correct', version: 1 } as const;
const CORRECTED = { name: 'shown-corrected', version: 1 } as const;

/**
 * Reads the pictures, and asks their author whether it is right; nothing becomes a reading before.
 *
 * @param typed what was typed beside them.
 */
export async function pictureAnswer(
  files: readonly AttachedFile[],
  typed: Partial<TypedScore>,
  asking: Asking,
): Promise<Answer> {
  const outcomes: PictureOutcome[] = [];
  // One after the other: that is how they are read, too.
  for (const file of files) outcomes.push(await asking.pictures.read(file, asking.words));
  const readings = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reading] : []));
  if (readings.length === 0) {
    const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.why]));
    return unread(problems, asking.words);
  }
  const {
    interactionId,
    callerId,
    guildId,
    words: { locale: language },
  } = asking;
  const together = putTogether(typed, readings.map(textsOf), language);
  const missing = missingIn(together.typed);
  const { drafts } = await asking.services;
  const who = { interactionId, creatorId: callerId, guildId, language };
  const draftId = await drafts.keepShown(together.typed, together.shown, who);
  const fields = [String(draftId), typed.private === true ? 'private' : 'public'];
  return checkAnswer({ together, outcomes, told: SHOWN_COUNTS, missing }, fields, asking.words);
}

/**
 * Reads a picture of a video that is known, and asks its author whether it is right: its saves then
 * stand beside the reading, or beside a new one where the picture shows other counts.
 *
 * @param saves as they were typed beside the picture; empty where they weren't.
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function truthPictureAnswer(
  file: AttachedFile,
  saves: string,
  readingId: bigint,
  asking: Asking,
): Promise<Answer> {
  const {
    interactionId,
    callerId,
    source: message,
    words: { locale: language },
  } = asking;
  const outcome = await asking.pictures.read(file, asking.words);
  const isTyped = saves.trim() !== '';
  if (!outcome.ok && !isTyped) {
    return unread([outcome.why], asking.words);
  }
  const texts = outcome.ok ? [textsOf(outcome.reading)] : [];
  const together = putTogether(isTyped ? { saves } : {}, texts, language);
  const { drafts } = await asking.services;
  const who = { interactionId, creatorId: callerId, message, language };
  const told = truthOf(together.typed);
  const { draftId, typed } = await drafts.keepShownTruth(told, together.shown, readingId, who);
  const { isNew, isKnown } = asking.words.picture.check;
  return checkAnswer(
    {
      ...{ together, outcomes: [outcome] },
      told: typed.counts === null ? ['saves'] : SHOWN_COUNTS,
      missing: typed.saves === '' ? ['saves'] : [],
      becomes: typed.counts === null ? isKnown : isNew,
    },
    [String(draftId), 'truth' satisfies DraftKind],
    asking.words,
  );
}

/** Says why nothing was read, and shows where the numbers stand. */
async function unread(problems: readonly PictureProblem[], words: Words): Promise<Answer> {
  // Without it the words do.
  const data = isAnotherScreen(problems) ? await readFile(videoPageFile).catch(() => null) : null;
  const { alt: description } = words.picture.refused;
  const view = {
    embeds: [unreadPictures(problems, data !== null, words)],
    files: data === null ? [] : [{ name: VIDEO_PAGE, data, description }],
  };
  return { kind: 'message', view, ephemeral: true };
}

/** Shows what was read to whoever asked, with the buttons that store or correct it. */
function checkAnswer(checked: Checked, fields: readonly string[], words: Words): Answer {
  const ids = {
    right: encodeCustomId({ ...RIGHT, fields }),
    correct: encodeCustomId({ ...CORRECT, fields }),
  };
  // The picture that told most: Discord shows one large, and the numbers stand beside it anyway.
  const readings = checked.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reading] : []));
  const [most] = readings.sort((a, b) => sizeOf(b.counts) - sizeOf(a.counts));
  return {
    kind: 'message',
    view: {
      embeds: [checkEmbed(checked, words)],
      ...(most !== undefined && {
        files: [{ name: STRIPS, data: most.strips, description: stripsAlt(most, words) }],
      }),
      components: checkButtons(ids, checked.missing.length === 0, words),
    },
    ephemeral: true,
  };
}

function textsOf({ counts }: PictureReading): ShownTexts {
  return Object.fromEntries(Object.entries(counts).map(([count, { text }]) => [count, text]));
}

/** As `/score screenshot:`, on a message of one's own with a picture. */
export const scoreThisPicture: MessageCommand = defineMessageCommand({
  name: (words) => words.picture.message.name,
  cost: 'ordinary',
  late: { as: 'message', ephemeral: true, always: (words) => words.picture.reading },
  run: async ({ authorId, files }, asking) => {
    const { notYours, none } = asking.words.picture.message;
    const refusal = authorId !== asking.callerId ? notYours : files.length === 0 ? none : null;
    if (refusal === null) return pictureAnswer(files.slice(0, MOST_FILES), {}, asking);
    return { kind: 'message', view: { content: refusal }, ephemeral: true };
  },
});

/** As many as `/score` takes. */
const MOST_FILES = 2;

const sizeOf = (counts: object): number => Object.keys(counts).length;

/** Stores what was read, as if it had been typed. */
export const looksRight: Button = {
  ...RIGHT,
  late: ([, kind]) => lateDraft(kind),
  press: (fields, asking) => stored(fields, null, asking),
};

/** Opens what was read, to be typed over. */
export const correctShown: Button = {
  ...CORRECT,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { services, callerId, words }) => {
    const { drafts } = await services;
    const waits = await drafts.shownDraft(idAt(fields, 0), callerId);
    return { kind: 'modal', modal: correctModal(fields, waits, words) };
  },
};

/** Stores what was read as its author typed it over. */
export const correctedShown: Modal = {
  ...CORRECTED,
  submit: (fields, values, asking) => {
    const corrected = { ...fourCountsIn(values), saves: values.get('saves') ?? '' };
    return stored(fields, corrected, asking);
  },
};

async function stored(
  fields: readonly string[],
  corrected: CorrectedCounts | null,
  asking: Asking,
): Promise<Answer> {
  const { drafts } = await asking.services;
  const outcome = await drafts.storeShown(idAt(fields, 0), asking.callerId, corrected);
  if (outcome.kind === 'draft') {
    const [, kind] = fields;
    return draftAnswer(outcome, asking, isDraftKind(kind) ? kind : 'public');
  }
  const { score, message } = outcome;
  if (fields[1] !== ('truth' satisfies DraftKind)) return newScore(score, asking);
  const isShared = message !== null || !isForAuthorAlone(score);
  const view = await scoreView(score, asking, { isShared });
  if (message === null) return { kind: 'update', view };
  return {
    kind: 'update',
    view: { content: asking.words.improbable.stored },
    also: { ...message, view },
  };
}

function correctModal(fields: readonly string[], waits: ShownDraft, words: Words) {
  const { title, hint, savesHint } = words.picture.modal;
  const modal = new ModalBuilder()
    .setCustomId(encodeCustomId({ ...CORRECTED, fields }))
    .setTitle(title);
  const known = (value: string | undefined) => (value === '' ? undefined : value);
  // In the order of the screen, so that nobody types a number into its neighbour's line.
  for (const name of SHOWN_COUNTS) {
    const isSaves = name === 'saves';
    if (!isSaves && waits[name] === undefined) continue;
    addShortField(modal, {
      ...{ name, label: words.picture.counts[name], value: known(waits[name]) },
      ...(isSaves ? { hint: savesHint, required: waits.kind === 'truth' } : { hint }),
    });
  }
  return modal.toJSON();
}
