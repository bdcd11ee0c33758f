import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import { COUNT_NAMES } from '../lib/count-names.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { CATEGORIES } from '../services/estimate/estimate.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import type { Words } from '../words/words.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { fromLines, LINES, toLines } from './form-lines.js';

const FORM = { name: 'score-form', version: 1 } as const;

/** Discord's limit for what is typed into one field. */
const MORE_LENGTH = 4_000;
/** Room for the saves and a link behind them. */
const SAVES_LENGTH = 400;

/** The options of `/score` as they may come: any of them may be left out. */
export type PartOfScore = Partial<TypedScore>;

/** Whether all four counts were typed. */
export function isWhole(typed: PartOfScore): typed is TypedScore {
  return COUNT_NAMES.every((name) => typed[name] !== undefined);
}

/**
 * The form that asks for what is missing, with everything in it that was typed: a form has to be
 * the first answer, so that nothing can be kept for it in the database. Null where that is more
 * than a form holds.
 */
export function scoreForm(typed: PartOfScore, words: Words): Answer | null {
  const phrases = words.scoreForm;
  const more = toLines(typed);
  if (more.length > MORE_LENGTH) return null;
  const kept = [typed.category, typed.duration, typed.watch_time, typed.private];
  const fields = kept.map((value) => (value === undefined ? '' : String(value)));
  const modal = new ModalBuilder()
    .setCustomId(encodeCustomId({ ...FORM, fields }))
    .setTitle(phrases.title);
  for (const name of COUNT_NAMES) {
    addShortField(modal, {
      name,
      label: phrases.counts[name],
      hint: phrases.hint,
      value: typed[name],
    });
  }
  const { saves } = typed;
  const isSavesAlone = LINES.every((name) => name === 'saves' || typed[name] === undefined);
  if (isSavesAlone && (saves ?? '').length <= SAVES_LENGTH) {
    addShortField(modal, {
      ...{ name: 'saves', label: phrases.saves, hint: phrases.savesHint, value: saves },
      ...{ required: false, maxLength: SAVES_LENGTH },
    });
  } else {
    const input = new TextInputBuilder()
      .setCustomId('more')
      .setStyle(TextInputStyle.Paragraph)
      .setRequired(false)
      .setMaxLength(MORE_LENGTH)
      .setValue(more);
    modal.addLabelComponents(
      new LabelBuilder()
        .setLabel(phrases.more)
        .setDescription(phrases.moreHint)
        .setTextInputComponent(input),
    );
  }
  return { kind: 'modal', modal: modal.toJSON() };
}

/** What the form brings is scored as if all of it had been typed at once. */
export function scoreFormModal(
  answer: (typed: TypedScore, asking: Asking) => Promise<Answer>,
): Modal {
  return {
    ...FORM,
    submit: (fields, values, asking) =>
      answer(
        {
          ...fourCountsIn(values),
          ...withLink(values.get('saves') ?? ''),
          ...fromLines(values.get('more') ?? ''),
          ...keptIn(fields),
        },
        asking,
      ),
  };
}

/** The saves, and the link where one stands behind them. */
function withLink(text: string): PartOfScore {
  const phrases = text.split(/\s+/).filter((word) => word !== '');
  const isLink = (word: string) => /^https?:|tiktok\.com\//i.test(word);
  const [saves, link] = [phrases.filter((word) => !isLink(word)), phrases.filter(isLink)];
  return {
    ...(saves.length > 0 && { saves: saves.join(' ') }),
    ...(link.length > 0 && { link: link.join(' ') }),
  };
}

/** What the custom id of a form kept. */
function keptIn([category, duration, watchTime, isPrivate]: readonly string[]): PartOfScore {
  const known = CATEGORIES.find((name) => name === category);
  const number = (text: string | undefined) => (text ? Number(text) : Number.NaN);
  return {
    ...(known !== undefined && { category: known }),
    ...(Number.isFinite(number(duration)) && { duration: number(duration) }),
    ...(Number.isFinite(number(watchTime)) && { watch_time: number(watchTime) }),
    ...(isPrivate !== '' && { private: isPrivate === 'true' }),
  };
}
