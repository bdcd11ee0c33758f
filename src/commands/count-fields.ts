import { LabelBuilder, type ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import { clip, oneLine } from '../lib/clip.js';
import type { CountName } from '../lib/count-names.js';
import type { TypedScore } from '../services/scores/typed-score.js';

/** Longer than any count in any form; what is longer is a slip. */
export const COUNT_LENGTH = 60;

/** One line of a form. */
export interface ShortField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What stands in it when it opens. */
  readonly value?: string | undefined;
  /** True where it is left out. */
  readonly required?: boolean;
  /** `COUNT_LENGTH` where it is left out. */
  readonly maxLength?: number;
}

/** Adds a line to a form. */
export function addShortField(modal: ModalBuilder, field: ShortField): void {
  const { name, label, hint, value, required = true, maxLength = COUNT_LENGTH } = field;
  const input = new TextInputBuilder()
    .setCustomId(name)
    .setStyle(TextInputStyle.Short)
    .setRequired(required)
    .setMaxLength(maxLength);
  // Discord refuses a form whose lines hold a line break or too much: a forged command has both.
  if (value !== undefined) input.setValue(clip(oneLine(value), maxLength));
  modal.addLabelComponents(
    new LabelBuilder().setLabel(label).setDescription(hint).setTextInputComponent(input),
  );
}

/** The four counts that a form brings, as they were typed. */
export function fourCountsIn(values: ReadonlyMap<string, string>): Pick<TypedScore, CountName> {
  const value = (name: string) => values.get(name) ?? '';
  return {
    views: value('views'),
    likes: value('likes'),
    comments: value('comments'),
    shares: value('shares'),
  };
}
