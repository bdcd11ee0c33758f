import { reminderListEmbed } from '../embeds/letters.js';
import { formatCount } from '../lib/format.js';
import type { Answer } from './answer.js';
import type { Button, Modal } from './components.js';
import { fourCountsIn } from './count-fields.js';
import { countsButton } from './counts-button.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { draftAnswer } from './draft-answer.js';
import { idAt } from './history-ids.js';
import { LETTER, LETTER_NUMBERS, STOP_ALL } from './letter-view.js';
import { chooseZone, hoursView } from './remind-zone.js';
import { newNumbersForm } from './score-new.js';
import { scoreView } from './score-view.js';
import { zoneOption } from './zone-option.js';

const NUMBERS_TOLD = { name: 'letter-numbers-told', version: 1 } as const;

const time = { type: 'text', maxLength: 20 } as const;

const list = runnable({
  description: (words) => words.letterCommands.reminders.list.description,
  options: {},
  ephemeral: true,
  run: async (_, { callerId, words, services }) => {
    const found = await (await services).reminders.list(callerId);
    return {
      kind: 'message',
      view: { embeds: [reminderListEmbed(found, words)] },
      ephemeral: true,
    };
  },
});

const hours = runnable({
  description: (words) => words.letterCommands.reminders.hours.description,
  options: {
    from: { ...time, description: (words) => words.letterCommands.reminders.hours.from },
    to: { ...time, description: (words) => words.letterCommands.reminders.hours.to },
    timezone: {
      ...zoneOption,
      description: (words) => words.letterCommands.reminders.hours.timezone,
    },
  },
  ephemeral: true,
  run: async (typed, { callerId, services, at, words }) => {
    const { reminders } = await services;
    const set = await reminders.setHours(typed, { callerId, locale: words.locale });
    return { kind: 'message', view: hoursView(set, at, words), ephemeral: true };
  },
});

const off = runnable({
  description: (words) => words.letterCommands.reminders.off.description,
  options: {},
  ephemeral: true,
  run: async (_, { callerId, services, words }) => {
    const count = await (await services).reminders.stop(callerId, 'reminders');
    const content = words.letters.off(formatCount(count, words.locale), count);
    return { kind: 'message', view: { content }, ephemeral: true };
  },
});

/** What a letter was about comes again tomorrow; it is also by this that a letter is found again. */
const later: Button = {
  ...LETTER,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { callerId, services, words }) => {
    const count = await (await services).reminders.later(idAt(fields, 0), callerId);
    return privately(words.letters.later(count));
  },
};

/** Nothing comes any more. */
const stopAll: Button = {
  ...STOP_ALL,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (_, { callerId, services, words }) => {
    await (await services).reminders.stop(callerId, 'everything');
    return privately(words.letters.stopped);
  },
};

/** Opens the counts as they were last. */
const newNumbers: Button = countsButton(LETTER_NUMBERS, NUMBERS_TOLD, newNumbersForm);

/** What the form brings is shown below the letter, which may be about other videos, too. */
const numbersTold: Modal = {
  ...NUMBERS_TOLD,
  submit: async (fields, values, asking) => {
    const {
      interactionId,
      callerId,
      words: { locale: language },
    } = asking;
    const { scores } = await asking.services;
    const typed = { saves: values.get('saves') ?? '', counts: fourCountsIn(values) };
    const who = { interactionId, callerId, message: null, language };
    const outcome = await scores.addTruth(typed, idAt(fields, 0), who);
    if (outcome.kind === 'draft') return draftAnswer(outcome, asking, 'private');
    return { kind: 'message', view: await scoreView(outcome.score, asking), ephemeral: false };
  },
};

export const reminders: CommandModule = {
  command: defineCommand({
    name: 'reminders',
    description: (words) => words.letterCommands.reminders.description,
    subcommands: { list, hours, off },
  }),
  buttons: [later, stopAll, newNumbers],
  menus: [chooseZone],
  modals: [numbersTold],
};

function privately(content: string): Answer {
  return { kind: 'message', view: { content }, ephemeral: true };
}
