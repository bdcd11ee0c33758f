import { hoursLine, remindedComponents } from '../embeds/letters.js';
import { fullTime } from '../embeds/timestamp.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { HoursSet } from '../services/letters/reminders.js';
import type { Words } from '../words/words.js';
import type { MessageView } from './answer.js';
import type { Menu } from './components.js';
import { zoneChoices } from './zone-option.js';

const ZONE = { name: 'remind-zone', version: 1 } as const;

/** The menu that asks a member where they are. */
export function zoneQuestion(at: Date): Parameters<typeof remindedComponents>[1] {
  const zones = zoneChoices('', at).map(({ name: label, value }) => ({ label, value }));
  return { customId: encodeCustomId({ ...ZONE, fields: [] }), zones };
}

/** When reminders may come from now on; asks where the member is while that isn't known. */
export function hoursView({ hours, next }: HoursSet, at: Date, words: Words): MessageView {
  const isAsked = hours.timezone === null && hours.from !== hours.to;
  const lines = [hoursLine(hours, words), ...(isAsked ? [words.letters.chooseBelow] : [])];
  if (next !== null) lines.push(words.letters.next(fullTime(next)));
  const zone = isAsked ? zoneQuestion(at) : null;
  return { content: lines.join('\n'), components: remindedComponents([], zone, words) };
}

/** Where the member is: asked once. */
export const chooseZone: Menu = {
  ...ZONE,
  late: () => ({ as: 'update', ephemeral: true }),
  choose: async (_, [timezone = ''], { callerId, services, at, words }) => {
    const { reminders } = await services;
    const set = await reminders.setHours({ timezone }, { callerId, locale: words.locale });
    return { kind: 'update', view: hoursView(set, at, words) };
  },
};
