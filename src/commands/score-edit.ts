import { ModalBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import { editEmbed } from '../embeds/edit.js';
import { buttonRows } from '../embeds/rows.js';
import { categoryMenu } from '../embeds/score.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { CATEGORIES } from '../services/estimate/estimate.js';
import { Refusal } from '../services/refusal.js';
import type { Described } from '../services/scores/describe.js';
import type { MessagePlace } from '../services/scores/outcome.js';
import type { Score } from '../services/scores/score.js';
import type { DescribedField, ToldAsTyped } from '../services/scores/told.js';
import type { Words } from '../words/words.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, publicWords } from './asking.js';
import type { Button, Menu, Modal } from './components.js';
import { addShortField, COUNT_LENGTH, fourCountsIn } from './count-fields.js';
import { draftAnswer } from './draft-answer.js';
import { changedView, countsModal } from './history-changes.js';
import { idAt, requireOwner } from './history-ids.js';

/** Opens the panel; the reading, its author, and counts that older messages carry. */
const EDIT = { name: 'score-edit', version: 1 } as const;

/** Everything in the panel: the reading and, where everybody sees it, the message that shows it. */
const NUMBERS = { name: 'edit-numbers', version: 1 } as const;
const ABOUT = { name: 'edit-about', version: 1 } as const;
const ANALYTICS = { name: 'edit-analytics', version: 1 } as const;
const PRIVATE = { name: 'edit-private', version: 1 } as const;
const PUBLIC = { name: 'edit-public', version: 1 } as const;
const REMOVE = { name: 'edit-remove', version: 1 } as const;
const CATEGORY = { name: 'edit-category', version: 1 } as const;

const FORMS = {
  about: ['title', 'link', 'posted', 'trying'],
  analytics: ['duration', 'watch_time', 'new_followers'],
} as const satisfies Record<string, readonly DescribedField[]>;

const LENGTHS: Partial<Record<DescribedField, number>> = { title: 4_000, link: 2_000, trying: 100 };

type Show = (score: Score, asking: Asking) => Promise<MessageView>;

/** The custom id of the button that opens what can be put right in a score. */
export const editId = ({ readingId, creatorId }: Score): string =>
  encodeCustomId({ ...EDIT, fields: [String(readingId), String(creatorId)] });

/**
 * The panel and all that can be done in it, with `show` for the answer that changes with it, and
 * `sendAnew` for one that is sent in place of it.
 */
export function scoreEdit(
  show: Show,
  sendAnew: (score: Score, asking: Asking) => Answer | Promise<Answer>,
) {
  const later = () => ({ as: 'message', ephemeral: true }) as const;
  const inPlace = () => ({ as: 'update', ephemeral: true }) as const;

  const open: Button = {
    ...EDIT,
    late: later,
    press: async (fields, asking) => {
      const readingId = idAt(fields, 0);
      requireOwner(fields, asking.callerId, 1);
      const score = await scoreOf(readingId, asking);
      const place = score.private ? null : asking.source;
      return { kind: 'message', view: await panelOf(score, place, asking), ephemeral: true };
    },
  };

  const numbers: Button = {
    ...NUMBERS,
    late: later,
    press: async (fields, asking) => {
      const { counts, creatorId } = await scoreOf(idAt(fields, 0), asking);
      if (creatorId !== asking.callerId) throw new Refusal({ kind: 'only the author' });
      const modal = countsModal(encodeCustomId({ ...NUMBERS, fields }), counts, asking.words);
      return { kind: 'modal', modal };
    },
  };

  const correctNumbers: Modal = {
    ...NUMBERS,
    submit: async (fields, values, asking) => {
      const {
        interactionId,
        callerId,
        words: { locale: language },
      } = asking;
      const readingId = idAt(fields, 0);
      const { changes } = await asking.services;
      const done = await changes.correct(
        { ...fourCountsIn(values), confirmed: false, language, message: placeIn(fields) },
        readingId,
        { interactionId, callerId },
      );
      if (done.kind === 'draft') return draftAnswer(done, asking, 'correction');
      return changed(await scoreOf(readingId, asking), fields, asking);
    },
  };

  const form = (named: typeof ABOUT | typeof ANALYTICS, kind: keyof typeof FORMS) => {
    const button: Button = {
      ...named,
      late: later,
      press: async (fields, { services, callerId, words }) => {
        const told = await (await services).scores.told(idAt(fields, 0), callerId, words.locale);
        return {
          kind: 'modal',
          modal: formOf(encodeCustomId({ ...named, fields }), kind, told, words),
        };
      },
    };
    const modal: Modal = {
      ...named,
      submit: async (fields, values, asking) => {
        const {
          interactionId,
          callerId,
          words: { locale: language },
        } = asking;
        const typed = Object.fromEntries(FORMS[kind].map((name) => [name, values.get(name) ?? '']));
        const { scores } = await asking.services;
        const who = { interactionId, callerId, language };
        const { score, left } = await scores.describe(typed, idAt(fields, 0), who);
        return changed(score, fields, asking, left);
      },
    };
    return { button, modal };
  };
  const about = form(ABOUT, 'about');
  const analytics = form(ANALYTICS, 'analytics');

  const category: Menu = {
    ...CATEGORY,
    late: inPlace,
    choose: async (fields, [chosen], asking) => {
      const name = CATEGORIES.find((one) => one === chosen);
      if (name === undefined) throw new Refusal({ kind: 'reading gone' });
      const { scores } = await asking.services;
      return changed(
        await scores.categorise(name, idAt(fields, 0), asking.callerId),
        fields,
        asking,
      );
    },
  };

  const makePrivate: Button = {
    ...PRIVATE,
    late: inPlace,
    press: async (fields, asking) => {
      const { scores } = await asking.services;
      const score = await scores.show(true, idAt(fields, 0), asking.callerId);
      return changed(score, fields, asking);
    },
  };

  const makePublic: Button = {
    ...PUBLIC,
    late: inPlace,
    press: async (fields, asking) => {
      const { scores } = await asking.services;
      const score = await scores.show(false, idAt(fields, 0), asking.callerId);
      // What only its author saw can't become everybody's: the score is sent anew.
      if (placeIn(fields) === null) return sendAnew(score, asking);
      return changed(score, fields, asking);
    },
  };

  const remove: Button = {
    ...REMOVE,
    late: inPlace,
    press: async (fields, asking) => {
      const { interactionId, callerId } = asking;
      const { changes } = await asking.services;
      const done = await changes.remove(idAt(fields, 0), { interactionId, callerId });
      const place = placeIn(fields);
      const gone: MessageView = { content: (await publicWords(asking)).edit.wasRemoved };
      return {
        kind: 'update',
        view: changedView(done, asking, null),
        ...(place !== null && { also: { ...place, view: gone } }),
      };
    },
  };

  /** The panel as it is now, and with it the answer that everybody sees. */
  async function changed(
    score: Score,
    fields: readonly string[],
    asking: Asking,
    left: Described['left'] | null = null,
  ): Promise<Answer> {
    const place = placeIn(fields);
    const view = await panelOf(score, place, asking, left);
    if (place === null) return { kind: 'update', view };
    const seen = score.private
      ? { content: (await publicWords(asking)).edit.wentPrivate }
      : await show(score, asking);
    return { kind: 'update', view, also: { ...place, view: seen } };
  }

  /** Where no answer of everybody's changes with it, the score stands in the panel. */
  async function panelOf(
    score: Score,
    place: MessagePlace | null,
    asking: Asking,
    left: Described['left'] | null = null,
  ): Promise<MessageView> {
    const {
      callerId,
      words: { locale },
    } = asking;
    const told = await (await asking.services).scores.told(score.readingId, callerId, locale);
    const shown = score.private ? ((await show(score, asking)).embeds ?? []) : [];
    return {
      embeds: [editEmbed(score, told, left, asking.words), ...shown],
      components: panelRows(score, place, asking.words),
    };
  }

  return {
    buttons: [open, numbers, about.button, analytics.button, makePrivate, makePublic, remove],
    menus: [category],
    modals: [correctNumbers, about.modal, analytics.modal],
  };
}

async function scoreOf(readingId: bigint, { services, callerId: id, guildId }: Asking) {
  return (await services).scores.find(readingId, { id, guildId });
}

function panelRows(score: Score, place: MessagePlace | null, words: Words) {
  const phrases = words.edit.buttons;
  const at = place === null ? [] : [place.channelId, place.messageId];
  const fields = [String(score.readingId), ...at];
  const button = (named: { name: string; version: number }, label: string) => ({
    label,
    customId: encodeCustomId({ ...named, fields }),
  });
  const visibility = score.private
    ? button(PUBLIC, phrases.makePublic)
    : button(PRIVATE, phrases.makePrivate);
  return [
    ...categoryMenu(encodeCustomId({ ...CATEGORY, fields }), score, words),
    ...buttonRows([
      button(NUMBERS, phrases.numbers),
      button(ABOUT, phrases.about),
      button(ANALYTICS, phrases.analytics),
      // In a direct message nobody else is there.
      ...(score.guildId === null ? [] : [visibility]),
      { ...button(REMOVE, phrases.remove), style: ButtonStyle.Danger },
    ]),
  ];
}

/** The message that shows the score to everybody; null where none does. */
function placeIn([, channelId, messageId]: readonly string[]): MessagePlace | null {
  return channelId === undefined || messageId === undefined ? null : { channelId, messageId };
}

function formOf(customId: string, kind: keyof typeof FORMS, told: ToldAsTyped, words: Words) {
  const { labels, hints } = words.editForm;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(words.editForm[kind].title);
  for (const name of FORMS[kind]) {
    addShortField(modal, {
      ...{ name, label: labels[name], hint: hints[name], required: false },
      ...(told[name] !== '' && { value: told[name] }),
      maxLength: LENGTHS[name] ?? COUNT_LENGTH,
    });
  }
  return modal.toJSON();
}
