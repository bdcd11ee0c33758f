import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip } from '../lib/clip.js';

/** Discord's limit for the buttons of a row, */
export const IN_A_ROW = 5;
/** and for the words on one, in characters. */
const LABEL = 80;

/** A row of buttons, or a menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What a button says, which is clipped, and what it brings. */
export interface Labelled {
  readonly label: string;
  readonly customId: string;
  /** Secondary where it is left out. */
  readonly style?: Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>;
}

/** Buttons, five in a row as Discord has it; none where there are none. */
export function buttonRows(buttons: readonly Labelled[]): Row[] {
  return Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, row) =>
    new ActionRowBuilder<ButtonBuilder>()
      .addComponents(
        buttons
          .slice(row * IN_A_ROW, (row + 1) * IN_A_ROW)
          .map(({ label, customId, style = ButtonStyle.Secondary }) =>
            new ButtonBuilder().setCustomId(customId).setLabel(clip(label, LABEL)).setStyle(style),
          ),
      )
      .toJSON(),
  );
}

/** A menu to choose one of some options from; none where there are none. */
export function menuRow(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): Row[] {
  if (options.length === 0) return [];
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>()
      .addComponents(
        new StringSelectMenuBuilder()
          .setCustomId(customId)
          .setPlaceholder(placeholder)
          .addOptions([...options]),
      )
      .toJSON(),
  ];
}
