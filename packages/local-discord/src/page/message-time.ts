import { timestamp } from '../people/timestamp.js';
import type { Store } from './store.js';

/** A moment as Discord's message heads tell it. */
export function timeOf(createdAt: string, { moment }: Store): string {
  const ms = Date.parse(createdAt);
  const clock = timestamp(ms, 't', moment);
  const today = timestamp(moment.now, 'd', moment) === timestamp(ms, 'd', moment);
  return today ? `Today at ${clock}` : `${timestamp(ms, 'd', moment)} ${clock}`;
}
