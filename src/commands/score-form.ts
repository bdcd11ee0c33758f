import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import { encodeCustomId } from '../lib/custom-id.js';
import { CATEGORIES } from '../services/estimate/estimate.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import { scoreFormText } from '../text/commands.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { Modal } from './components.js';

const FORM = { name: 'score-form', version: 1 } as const;

/** Longer than any count in any form; what is longer is a slip. */
const COUNT_LENGTH = 60;
/** Discord's limit for what is typed into one field. */
const MORE_LENGTH = 4_000;

const COUNTS = ['views', 'likes', 'comments', 'shares'] as const;
/** What is written into the form, a line each; the rest has room in its custom id. */
const LINES = ['saves', 'title', 'link', 'posted', 'new_followers', 'trying'] as const;
const LINE = new RegExp(`^\\s*(${LINES.join('|')})\\s*:(.*)$`);

/** The options of `/score` as they may come: any of them may be left out. */
export type PartOfScore = Partial<TypedScore>;

/** Whether all four counts were typed. */
export function isWhole(typed: PartOfScore): typed is TypedScore {
  return COUNTS.every((name) => typed[name] !== undefined);
}

/**
 * The form that asks for what is missing, with everything in it that was typed: a form has to be
 * the first answer, so that nothing can be kept for it in the database. Null where that is more
 * than a form holds.
 */
export function scoreForm(typed: PartOfScore): Answer | null {
  const words = scoreFormText;
  const lines = LINES.flatMap((name) => {
    const value = typed[name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const isSavesAlone = lines.length === 0 || (lines.length === 1 && typed.saves !== undefined);
  const more = [...(typed.saves === undefined ? ['saves: '] : []), ...lines].join('\n');
  if (more.length > MORE_LENGTH) return null;
  const kept = [typed.category, typed.duration, typed.watch_time, typed.private];
  const fields = kept.map((value) => (value === undefined ? '' : String(value)));
  const modal = new ModalBuilder()
    .setCustomId(encodeCustomId({ ...FORM, fields }))
    .setTitle(words.title);
  const add = (name: string, label: string, hint: string, input: TextInputBuilder) =>
    modal.addLabelComponents(
      new LabelBuilder()
        .setLabel(label)
        .setDescription(hint)
        .setTextInputComponent(input.setCustomId(name)),
    );
  const count = (value: string | undefined, isRequired: boolean) => {
    const input = new TextInputBuilder()
      .setStyle(TextInputStyle.Short)
      .setRequired(isRequired)
      .setMaxLength(COUNT_LENGTH);
    return value === undefined ? input : input.setValue(value);
  };
  for (const name of COUNTS) add(name, words.counts[name], words.hint, count(typed[name], true));
  if (isSavesAlone) add('saves', words.saves, words.savesHint, count(typed.saves, false));
  else {
    const input = new TextInputBuilder()
      .setStyle(TextInputStyle.Paragraph)
      .setRequired(false)
      .setMaxLength(MORE_LENGTH)
      .setValue(more);
    add('more', words.more, words.moreHint, input);
  }
  return { kind: 'modal', modal: modal.toJSON() };
}

/** What the form brings is scored as if all of it had been typed at once. */
export function scoreFormModal(
  answer: (typed: TypedScore, asking: Asking) => Promise<Answer>,
): Modal {
  return {
    ...FORM,
    submit: (fields, values, asking) => {
      const value = (name: string) => values.get(name) ?? '';
      const saves = value('saves').trim();
      const typed = {
        ...{ views: value('views'), likes: value('likes') },
        ...{ comments: value('comments'), shares: value('shares') },
        ...(saves !== '' && { saves }),
        ...linesIn(value('more')),
        ...keptIn(fields),
      };
      return answer(typed, asking);
    },
  };
}

/** What stands in the lines of a form; a line that names nothing goes on with the one before. */
function linesIn(more: string): PartOfScore {
  const found = new Map<string, string>();
  let last = 'title';
  for (const line of more.split('\n')) {
    const [, name, rest] = LINE.exec(line) ?? [];
    if (name !== undefined) last = name;
    const value = `${name === undefined ? (found.get(last) ?? '') : ''} ${rest ?? line}`.trim();
    found.set(last, value);
  }
  return Object.fromEntries([...found].filter(([, value]) => value !== ''));
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
