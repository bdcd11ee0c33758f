import { howEmbed } from '../embeds/how.js';
import { experimentChoice } from '../embeds/score.js';
import { clip } from '../lib/clip.js';
import { CATEGORIES } from '../services/estimate/estimate.js';
import { Refusal } from '../services/refusal.js';
import type { Outcome, Stored } from '../services/scores/outcome.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Button, Menu, Modal } from './components.js';
import { COUNT_LENGTH } from './count-fields.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import {
  type DraftKind,
  draftAnswer,
  isDraftKind,
  lateDraft,
  READ_AS,
  STORE_ANYWAY,
} from './draft-answer.js';
import { confirmedView } from './history-changes.js';
import { idAt, requireOwner } from './history-ids.js';
import { chooseAccount, whichAccount } from './score-account.js';
import { scoreEdit } from './score-edit.js';
import { isWhole, type PartOfScore, scoreForm, scoreFormModal } from './score-form.js';
import { newNumbersButton, newNumbersModal } from './score-new.js';
import {
  correctedShown,
  correctShown,
  looksRight,
  pictureAnswer,
  scoreThisPicture,
} from './score-picture.js';
import { remindAt, remindMe } from './score-remind.js';
import { CATEGORY, HOW, isForAuthorAlone, newScore, REAL_SAVES, scoreView } from './score-view.js';
import type { TellTruth } from './tell-truth.js';
import { truthButton, truthTold } from './truth-modal.js';

/** TikTok's own limit for a caption. */
const TITLE_LENGTH = 4_000;
const LINK_LENGTH = 2_000;
const NAME_LENGTH = 100;

const count = { type: 'text', maxLength: COUNT_LENGTH } as const;

const command = defineCommand({
  name: 'score',
  forOneAlone: true,
  description: (words) => words.commands.score.description,
  runnable: runnable({
    description: (words) => words.commands.score.description,
    options: {
      views: { ...count, description: (words) => words.commands.score.options.views },
      likes: { ...count, description: (words) => words.commands.score.options.likes },
      comments: { ...count, description: (words) => words.commands.score.options.comments },
      shares: { ...count, description: (words) => words.commands.score.options.shares },
      saves: { ...count, description: (words) => words.commands.score.options.saves },
      screenshot: {
        type: 'attachment',
        description: (words) => words.commands.score.options.screenshot,
      },
      screenshot2: {
        type: 'attachment',
        description: (words) => words.commands.score.options.screenshot2,
      },
      link: {
        type: 'text',
        description: (words) => words.commands.score.options.link,
        maxLength: LINK_LENGTH,
      },
      title: {
        type: 'text',
        description: (words) => words.commands.score.options.title,
        maxLength: TITLE_LENGTH,
      },
      posted: {
        type: 'text',
        description: (words) => words.commands.score.options.posted,
        maxLength: COUNT_LENGTH,
      },
      category: {
        type: 'choice',
        description: (words) => words.commands.score.options.category,
        choices: (words) => words.commands.score.categories,
      },
      duration: {
        type: 'number',
        description: (words) => words.commands.score.options.duration,
        min: 0,
        max: 86_400,
      },
      watch_time: {
        type: 'number',
        description: (words) => words.commands.score.options.watch_time,
        min: 0,
        max: 86_400,
      },
      new_followers: {
        ...count,
        description: (words) => words.commands.score.options.new_followers,
      },
      trying: {
        type: 'text',
        description: (words) => words.commands.score.options.trying,
        maxLength: NAME_LENGTH,
        autocomplete: async (typed, { services, callerId, words }) => {
          const names = await (await services).scores.experiments(callerId, typed);
          return names.map(({ name, turn }) => ({
            name: experimentChoice(name, turn, words),
            value: clip(name, NAME_LENGTH),
          }));
        },
      },
      private: { type: 'boolean', description: (words) => words.commands.score.options.private },
    },
    // What was read of a picture is shown to its author alone.
    ephemeral: (args) => filesIn(args).length > 0 || (args.private ?? false),
    slow: (args) => filesIn(args).length > 0 && ((words) => words.picture.reading),
    run: ({ screenshot, screenshot2, ...args }, asking) => {
      const files = filesIn({ screenshot, screenshot2 });
      if (files.length > 0) return pictureAnswer(files, args, asking);
      return isWhole(args)
        ? answerTo(args, asking)
        : (scoreForm(args, asking.words) ?? answerTo(asFar(args), asking));
    },
  }),
});

function filesIn({
  screenshot,
  screenshot2,
}: {
  screenshot?: AttachedFile | undefined;
  screenshot2?: AttachedFile | undefined;
}): AttachedFile[] {
  return [screenshot, screenshot2].filter((file) => file !== undefined);
}

/** What was typed, with nothing for what wasn't: it is then named as missing. */
function asFar(typed: PartOfScore): TypedScore {
  return { views: '', likes: '', comments: '', shares: '', ...typed };
}

async function answerTo(typed: TypedScore, asking: Asking): Promise<Answer> {
  const outcome = await submitOnce(typed, asking);
  if (outcome.kind === 'draft') {
    return draftAnswer(outcome, asking, typed.private ? 'private' : 'public');
  }
  return newScore(outcome.score, asking);
}

/**
 * During a restart two processes may hear of the same command. Whichever stores it, both show the
 * same score, and whoever answers first is seen.
 */
async function submitOnce(typed: TypedScore, asking: Asking): Promise<Outcome> {
  const {
    interactionId,
    callerId,
    guildId,
    words: { locale: language },
  } = asking;
  const { scores } = await asking.services;
  try {
    return await scores.submit(typed, { interactionId, creatorId: callerId, guildId, language });
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason.kind !== 'stored already') throw error;
    const score = await scores.find(interactionId, { id: callerId, guildId });
    return { kind: 'score', score, message: null };
  }
}

/** Anyone may ask how a score they can see was worked out. */
const how: Button = {
  ...HOW,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, asking) => {
    const readingId = idAt(fields, 0);
    const viewer = { id: asking.callerId, guildId: asking.guildId };
    const score = await (await asking.services).scores.find(readingId, viewer);
    return {
      kind: 'message',
      view: { embeds: [howEmbed(score, asking.words)] },
      ephemeral: true,
    };
  },
};

const TRUTH = { name: 'truth', version: 1 } as const;

const realSaves: Button = truthButton(REAL_SAVES, TRUTH);

/** What is told of a score changes it where it stands. */
const tellTruth: TellTruth = async (typed, readingId, asking) => {
  const {
    interactionId,
    callerId,
    source: message,
    words: { locale: language },
  } = asking;
  const { scores } = await asking.services;
  const who = { interactionId, callerId, message, language };
  const outcome = await scores.addTruth(typed, readingId, who);
  if (outcome.kind === 'draft') return draftAnswer(outcome, asking, 'truth');
  const isShared = !isForAuthorAlone(outcome.score);
  return { kind: 'update', view: await scoreView(outcome.score, asking, { isShared }) };
};

const truth: Modal = truthTold(TRUTH, tellTruth);

/** What the video is for, in one press; the estimate is then made anew and shown in its place. */
const chooseCategory: Menu = {
  ...CATEGORY,
  late: () => ({ as: 'update', ephemeral: false }),
  choose: async (fields, [chosen], asking) => {
    const readingId = idAt(fields, 0);
    requireOwner(fields, asking.callerId, 1);
    const category = CATEGORIES.find((name) => name === chosen);
    if (category === undefined) throw new Refusal({ kind: 'reading gone' });
    const { scores } = await asking.services;
    const score = await scores.categorise(category, readingId, asking.callerId);
    const isShared = !isForAuthorAlone(score);
    const view = await scoreView(score, asking, { asksForCategory: true, isShared });
    return { kind: 'update', view };
  },
};

const storeAnyway: Button = {
  ...STORE_ANYWAY,
  late: ([, kind]) => lateDraft(kind),
  press: async (fields, asking) => {
    const { drafts } = await asking.services;
    return settled(await drafts.confirmDraft(idAt(fields, 0), asking.callerId), fields, asking);
  },
};

/** Stores what is doubtful as its author means it; asks again where that is hardly true. */
const readAs: Button = {
  ...READ_AS,
  late: ([, kind]) => lateDraft(kind),
  press: async (fields, asking) => {
    const { drafts } = await asking.services;
    const place = Number(fields[2]);
    const outcome = await drafts.chooseReading(idAt(fields, 0), asking.callerId, place);
    if (outcome.kind === 'score') return settled(outcome, fields, asking);
    const kind = fields[1];
    return draftAnswer(outcome, asking, isDraftKind(kind) ? kind : 'private');
  },
};

/** What became of a draft, shown where it belongs. */
async function settled(
  { score, message }: Stored,
  fields: readonly string[],
  asking: Asking,
): Promise<Answer> {
  if (fields[1] === ('correction' satisfies DraftKind) && message === null) {
    return { kind: 'update', view: await confirmedView(idAt(fields, 0), score.readingId, asking) };
  }
  if (message === null) return newScore(score, asking);
  const view = await scoreView(score, asking);
  return {
    kind: 'update',
    view: { content: asking.words.improbable.stored },
    also: { ...message, view },
  };
}

const edit = scoreEdit(scoreView, newScore);

export const score: CommandModule = {
  command,
  messageCommands: [scoreThisPicture],
  buttons: [
    ...[how, realSaves, storeAnyway, readAs, newNumbersButton, whichAccount],
    ...[looksRight, correctShown],
    ...[remindMe, remindAt, ...edit.buttons],
  ],
  menus: [chooseCategory, chooseAccount, ...edit.menus],
  modals: [
    ...[truth, scoreFormModal(answerTo), newNumbersModal(tellTruth), correctedShown],
    ...edit.modals,
  ],
};
