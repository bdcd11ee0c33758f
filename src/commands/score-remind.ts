import { hoursLine, remindedComponents } from '../embeds/letters.js';
import { fullTime, relativeTime } from '../embeds/timestamp.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { searchTimeZones, zoneWithTime } from '../lib/time-zones.js';
import { AGES, agesAhead, type Reminded } from '../services/letters/reminders.js';
import type { Score } from '../services/scores/score.js';
import { lettersText } from '../text/letters.js';
import type { Answer } from './answer.js';
import type { Asking } from './asking.js';
import type { Button, Menu } from './components.js';
import { idAt, requireOwner } from './history-ids.js';

const REMIND = { name: 'remind', version: 1 } as const;
const REMIND_AT = { name: 'remind-at', version: 1 } as const;
const ZONE = { name: 'remind-zone', version: 1 } as const;

/** Discord's limit for the options of a menu. */
const MOST_ZONES = 25;

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
    const { callerId, locale, interactionId } = asking;
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
    const { callerId, locale, interactionId } = asking;
    const { reminders } = await asking.services;
    const asker = { callerId, locale, interactionId };
    const done = await reminders.remind(idAt(fields, 0), asker, age);
    return answerTo(done, fields, asking, 'update');
  },
};

/** Where the member is: asked once. */
export const chooseZone: Menu = {
  ...ZONE,
  late: () => ({ as: 'update', ephemeral: true }),
  choose: async (_, [timezone = ''], { callerId, locale, services }) => {
    const { reminders } = await services;
    const { hours, next } = await reminders.setHours({ timezone }, { callerId, locale });
    const lines = [hoursLine(hours)];
    if (next !== null) lines.push(lettersText.next(fullTime(next)));
    return { kind: 'update', view: { content: lines.join('\n'), components: [] } };
  },
};

function answerTo(
  done: Reminded,
  fields: readonly string[],
  { at }: Asking,
  as: 'message' | 'update',
): Answer {
  if (done.kind !== 'set') {
    const view = { content: refusals[done.kind], components: [] };
    return as === 'message' ? { kind: 'message', view, ephemeral: true } : { kind: 'update', view };
  }
  const { age, dueAt, more, hours } = done;
  const isAsked = hours.timezone === null;
  const lines = [
    lettersText.set(age, fullTime(dueAt), relativeTime(dueAt)),
    ...(isAsked ? [lettersText.askZone, lettersText.otherZone] : [hoursLine(hours)]),
  ];
  const others = more.map((one) => ({
    age: one,
    customId: encodeCustomId({ ...REMIND_AT, fields: [...fields.slice(0, 2), String(one)] }),
  }));
  const zones = searchTimeZones('', MOST_ZONES, at).map((value) => ({
    ...{ value, label: zoneWithTime(value, at) },
  }));
  const zone = isAsked ? { customId: encodeCustomId({ ...ZONE, fields: [] }), zones } : null;
  const view = { content: lines.join('\n'), components: remindedComponents(others, zone) };
  return as === 'message' ? { kind: 'message', view, ephemeral: true } : { kind: 'update', view };
}

const refusals: Readonly<Record<Exclude<Reminded['kind'], 'set'>, string>> = {
  closed: lettersText.closed,
  unreachable: lettersText.unreachable,
  'nothing ahead': lettersText.nothingAhead,
  'too many': lettersText.tooMany,
};
