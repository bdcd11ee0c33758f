import { ModalBuilder } from '@discordjs/builders';
import {
  checkButtons,
  checkEmbed,
  STRIPS,
  stripsAlt,
  unreadPictures,
} from '../embeds/picture-check.js';
import { COUNT_NAMES, type ShownCount } from '../lib/count-names.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { PictureOutcome } from '../pictures/spec.js';
import type { Score } from '../services/scores/score.js';
import { type CorrectedCounts, missingIn, putTogether } from '../services/scores/shown.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import { pictureText } from '../text/pictures.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Button, Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { draftAnswer, lateDraft } from './draft-answer.js';
import { idAt } from './history-ids.js';
import { defineMessageCommand, type MessageCommand } from './message-command.js';

/** The buttons under what was read, and the modal behind the second; each with the draft. */
const RIGHT = { name: 'shown-right', version: 1 } as const;
const CORRECT = { name: 'shown-correct', version: 1 } as const;
const CORRECTED = { name: 'shown-corrected', version: 1 } as const;

type Show = (score: Score, asking: Asking) => Answer | Promise<Answer>;

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
  for (const file of files) outcomes.push(await asking.pictures.read(file));
  const readings = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reading] : []));
  const [first] = readings;
  if (first === undefined) {
    const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.why]));
    return { kind: 'message', view: { embeds: [unreadPictures(problems)] }, ephemeral: true };
  }
  const texts = readings.map(({ counts }) =>
    Object.fromEntries(Object.entries(counts).map(([count, { text }]) => [count, text])),
  );
  const { interactionId, callerId, guildId, locale: language } = asking;
  const together = putTogether(typed, texts, language);
  const missing = missingIn(together.typed);
  const { drafts } = await asking.services;
  const who = { interactionId, creatorId: callerId, guildId, language };
  const draftId = await drafts.keepShown(together.typed, together.shown, who);
  const fields = [String(draftId), typed.private === true ? 'private' : 'public'];
  const ids = {
    right: encodeCustomId({ ...RIGHT, fields }),
    correct: encodeCustomId({ ...CORRECT, fields }),
  };
  // The picture that told most: Discord shows one large, and the numbers stand beside it anyway.
  const most = readings.reduce((a, b) => (sizeOf(b.counts) > sizeOf(a.counts) ? b : a), first);
  return {
    kind: 'message',
    view: {
      embeds: [checkEmbed(together, outcomes, missing)],
      files: [{ name: STRIPS, data: most.strips, description: stripsAlt(most) }],
      components: checkButtons(ids, missing.length === 0),
    },
    ephemeral: true,
  };
}

/** As `/score screenshot:`, on a message of one's own with a picture. */
export const scoreThisPicture: MessageCommand = defineMessageCommand({
  name: pictureText.message.name,
  cost: 'ordinary',
  late: { as: 'message', ephemeral: true, always: pictureText.reading },
  run: async ({ authorId, files }, asking) => {
    const { notYours, none } = pictureText.message;
    const refusal = authorId !== asking.callerId ? notYours : files.length === 0 ? none : null;
    if (refusal === null) return pictureAnswer(files.slice(0, MOST_FILES), {}, asking);
    return { kind: 'message', view: { content: refusal }, ephemeral: true };
  },
});

/** As many as `/score` takes. */
const MOST_FILES = 2;

const sizeOf = (counts: object): number => Object.keys(counts).length;

/** Stores what was read, as if it had been typed. */
export function looksRight(show: Show): Button {
  return {
    ...RIGHT,
    late: ([, kind]) => lateDraft(kind),
    press: (fields, asking) => stored(fields, null, asking, show),
  };
}

/** Opens what was read, to be typed over. */
export const correctShown: Button = {
  ...CORRECT,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { services, callerId }) => {
    const { drafts } = await services;
    const typed = await drafts.shownDraft(idAt(fields, 0), callerId);
    return { kind: 'modal', modal: correctModal(fields, typed) };
  },
};

/** Stores what was read as its author typed it over. */
export function correctedShown(show: Show): Modal {
  return {
    ...CORRECTED,
    submit: (fields, values, asking) => {
      const corrected = { ...fourCountsIn(values), saves: values.get('saves') ?? '' };
      return stored(fields, corrected, asking, show);
    },
  };
}

async function stored(
  fields: readonly string[],
  corrected: CorrectedCounts | null,
  asking: Asking,
  show: Show,
): Promise<Answer> {
  const { drafts } = await asking.services;
  const outcome = await drafts.storeShown(idAt(fields, 0), asking.callerId, corrected);
  if (outcome.kind === 'draft') {
    return draftAnswer(outcome, asking, fields[1] === 'private' ? 'private' : 'public');
  }
  return show(outcome.score, asking);
}

function correctModal(fields: readonly string[], typed: TypedScore) {
  const { title, hint, savesHint } = pictureText.modal;
  const modal = new ModalBuilder()
    .setCustomId(encodeCustomId({ ...CORRECTED, fields }))
    .setTitle(title);
  const value = (name: ShownCount) => (typed[name] === '' ? undefined : typed[name]);
  for (const name of COUNT_NAMES) {
    addShortField(modal, { name, label: pictureText.counts[name], hint, value: value(name) });
  }
  addShortField(modal, {
    ...{ name: 'saves', label: pictureText.counts.saves, hint: savesHint },
    ...{ value: value('saves'), required: false },
  });
  return modal.toJSON();
}
