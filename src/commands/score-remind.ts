import { hoursLine, remindedComponents } from '../embeds/letters.js';
import { fullTime, relativeTime } from '../embeds/timestamp.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { AGES, agesAhead, type Reminded } from '../services/letters/reminders.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { Button } from './components.js';
import { idAt, requireOwner } from './history-ids.js';
import { zoneQuestion } from './remind-zone.js';

const REMIND = { name: 'remind', version: 1 } as const;
const REMIND_AT = { name: 'remind-at', version: 1 } as const;

/** The custom id of `Remind me` under a score; null where no age worth a reading lies ahead. */
export function remindId({ readingId, creatorId, posted }: Score, at: Date): string | null {
  if (posted === undefined || agesAhead(posted.latest, at).length === 0) return null;
  return encodeCustomId({ ...REMIND, fields: [String(readingId), String(creatorId)] });
}

/** Reminds of the video at the next age that lies ahead. */
export const remindMe: Button = {
  ...REMIND,
  cost: 'costly',
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, asking) => {
    requireOwner(fields, asking.callerId, 1);
    const readingId = idAt(fields, 0);
    const {
      callerId,
      words: { locale },
      interactionId,
    } = asking;
    const { reminders } = await asking.services;
    const done = await reminders.remind(readingId, { callerId, locale, interactionId });
    return answerTo(done, fields, asking, 'message');
  },
};

/** Reminds of it at another age, too. */
export const remindAt: Button = {
  ...REMIND_AT,
  cost: 'costly',
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, asking) => {
    requireOwner(fields, asking.callerId, 1);
    const age = AGES.find((one) => String(one) === fields[2]);
    const {
      callerId,
      words: { locale },
      interactionId,
    } = asking;
    const { reminders } = await asking.services;
    const asker = { callerId, locale, interactionId };
    const done = await reminders.remind(idAt(fields, 0), asker, age);
    return answerTo(done, fields, asking, 'update');
  },
};

function answerTo(
  done: Reminded,
  fields: readonly string[],
  { at, words }: Asking,
  as: 'message' | 'update',
): Answer {
  if (done.kind !== 'set') {
    const view = { content: refusalOf(done.kind, words), components: [] };
    return as === 'message' ? { kind: 'message', view, ephemeral: true } : { kind: 'update', view };
  }
  const { age, dueAt, more, hours } = done;
  const isAsked = hours.timezone === null;
  const lines = [
    words.letters.set(age, fullTime(dueAt), relativeTime(dueAt)),
    ...(isAsked ? [words.letters.askZone, words.letters.otherZone] : [hoursLine(hours, words)]),
  ];
  const others = more.map((one) => ({
    age: one,
    customId: encodeCustomId({ ...REMIND_AT, fields: [...fields.slice(0, 2), String(one)] }),
  }));
  const zone = isAsked ? zoneQuestion(at) : null;
  const view = { content: lines.join('\n'), components: remindedComponents(others, zone, words) };
  return as === 'message' ? { kind: 'message', view, ephemeral: true } : { kind: 'update', view };
}

function refusalOf(kind: Exclude<Reminded['kind'], 'set'>, { letters }: Words): string {
  const refusals = {
    closed: letters.closed,
    unreachable: letters.unreachable,
    'nothing ahead': letters.nothingAhead,
    'too many': letters.tooMany,
  };
  return refusals[kind];
}
