import { ModalBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import {
  changedEmbed,
  entriesMenu,
  mergeEmbed,
  readingPanelEmbed,
  undoneEmbed,
} from '../embeds/history.js';
import { buttonRows } from '../embeds/rows.js';
import { COUNT_NAMES } from '../lib/count-names.js';
import { typedCount } from '../lib/typed-count.js';
import type { Done } from '../services/history/changes.js';
import type { HistoryReading } from '../services/history/readings.js';
import { UNDO_LIFE } from '../services/history/undo.js';
import type { FourCounts } from '../services/scores/count-input.js';
import type { Words } from '../words/words.js';
import type { Answer, MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { Button, Menu, Modal } from './components.js';
import { addShortField, fourCountsIn } from './count-fields.js';
import { draftAnswer } from './draft-answer.js';
import { decodeCounts, encodeCounts, historyId, idAt, part, requireOwner } from './history-ids.js';

const update = () => ({ as: 'update', ephemeral: true }) as const;

/** Opens what can be done with a reading beside the video's history. */
const chooseReading: Menu = {
  ...part('history-change'),
  late: () => ({ as: 'message', ephemeral: true }),
  choose: async (fields, values, { services, callerId, words }) => {
    requireOwner(fields, callerId);
    const reading = await (await services).history.reading(callerId, idAt(values, 0));
    const phrases = words.history.panel;
    const { readingId, counts } = reading;
    return privately({
      embeds: [readingPanelEmbed(reading, words)],
      components: buttonRows([
        {
          label: phrases.correct,
          customId: historyId('history-correct', readingId, encodeCounts(counts)),
          style: ButtonStyle.Primary,
        },
        {
          label: phrases.remove,
          customId: historyId('history-remove', readingId),
          style: ButtonStyle.Danger,
        },
      ]),
    });
  },
};

/** Opens the modal; works without the database, since a modal can't be shown late. */
const correct: Button = {
  ...part('history-correct'),
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { words }) => ({
    kind: 'modal',
    modal: countsModal(
      historyId('history-correction', idAt(fields, 0)),
      decodeCounts(fields[1] ?? ''),
      words,
    ),
  }),
};

const correction: Modal = {
  ...part('history-correction'),
  submit: async (fields, values, asking) => {
    const { services, interactionId, callerId } = asking;
    const readingId = idAt(fields, 0);
    const done = await (await services).changes.correct(
      { ...fourCountsIn(values), confirmed: false, language: asking.words.locale },
      readingId,
      { interactionId, callerId },
    );
    if (done.kind === 'draft') return draftAnswer(done, asking, 'correction');
    if (done.kind === 'unchanged') {
      return privately({ content: asking.words.history.changed.unchanged });
    }
    const reading = await (await services).history.reading(callerId, readingId);
    return {
      kind: 'update',
      view: changedView({ ...done, videoId: reading.videoId }, asking, reading),
    };
  },
};

const remove: Button = {
  ...part('history-remove'),
  late: update,
  press: async (fields, asking) => {
    const { services, interactionId, callerId } = asking;
    const who = { interactionId, callerId };
    const done = await (await services).changes.remove(idAt(fields, 0), who);
    return { kind: 'update', view: changedView(done, asking, null) };
  },
};

/** Offers the entries that may be the same video. */
const merge: Button = {
  ...part('history-merge'),
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { services, callerId, words }) => {
    requireOwner(fields, callerId);
    const videoId = idAt(fields, 1);
    const { history } = await services;
    const [video, others] = await Promise.all([
      history.video(callerId, videoId, null),
      history.sameCandidates(callerId, videoId),
    ]);
    return privately({
      embeds: [mergeEmbed(video, others.length > 0, words)],
      components: entriesMenu(historyId('history-same', videoId), others, words),
    });
  },
};

const chooseSame: Menu = {
  ...part('history-same'),
  late: update,
  choose: async (fields, values, asking) => {
    const { services, interactionId, callerId } = asking;
    const who = { interactionId, callerId };
    const done = await (await services).changes.merge(idAt(fields, 0), idAt(values, 0), who);
    return { kind: 'update', view: changedView(done, asking, null) };
  },
};

const undo: Button = {
  ...part('history-undo'),
  late: update,
  press: async (fields, { services, callerId, words }) => {
    const done = await (await services).changes.undo(idAt(fields, 0), callerId);
    return {
      kind: 'update',
      view: {
        embeds: [undoneEmbed(done.kind, done.title, words)],
        components: buttonRows(showVideo(done.videoId, callerId, words)),
      },
    };
  },
};

export const changeButtons: readonly Button[] = [correct, remove, merge, undo];
export const changeMenus: readonly Menu[] = [chooseReading, chooseSame];
export const changeModals: readonly Modal[] = [correction];

/** A correction that its author said is right: the draft's id is that of its undo, too. */
export async function confirmedView(
  changeId: bigint,
  readingId: bigint,
  asking: Asking,
): Promise<MessageView> {
  const reading = await (await asking.services).history.reading(asking.callerId, readingId);
  const until = new Date(asking.at.getTime() + UNDO_LIFE);
  const { title, videoId } = reading;
  return changedView({ kind: 'corrected', changeId, until, title, videoId }, asking, reading);
}

/** What a change did, with its undo. */
export function changedView(
  done: Done,
  { callerId, words }: Asking,
  now: HistoryReading | null,
): MessageView {
  return {
    embeds: [changedEmbed(done, now, words)],
    components: buttonRows([
      {
        label: words.history.changed.undo,
        customId: historyId('history-undo', done.changeId),
        style: ButtonStyle.Primary,
      },
      ...showVideo(done.videoId, callerId, words),
    ]),
  };
}

function showVideo(videoId: bigint | null, callerId: bigint, words: Words) {
  if (videoId === null) return [];
  const customId = historyId('history-video', callerId, videoId, '');
  return [{ label: words.history.changed.show, customId }];
}

/** Asks for the counts of a reading, with those it has, if they are known. */
export function countsModal(customId: string, counts: FourCounts | null, words: Words) {
  const phrases = words.correctionModal;
  const modal = new ModalBuilder().setCustomId(customId).setTitle(phrases.title);
  for (const name of COUNT_NAMES) {
    const value = counts === null ? undefined : typedCount(counts[name], words.locale);
    addShortField(modal, { name, label: phrases.counts[name], hint: phrases.hint, value });
  }
  return modal.toJSON();
}

function privately(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: true };
}
