import type { MessageView } from '../commands/answer.js';
import { MalformedOptions } from '../commands/options.js';
import { refusalEmbed } from '../embeds/refusal.js';
import { Refusal } from '../services/refusal.js';
import { isDamaged, isUnavailable, isUnconfirmed } from '../services/unavailable.js';
import type { Words } from '../words/words.js';

/** What became of an interaction, as the log names it. */
export type Outcome =
  | 'done'
  | 'refused'
  | 'busy'
  | 'stopping'
  | 'unavailable'
  | 'fault'
  | 'stale'
  | 'unsent'
  | 'elsewhere'
  | 'expired';

/**
 * From anything thrown to what the member reads. Known ends say what to do; unknown ones carry a
 * reference that stands in the log beside the error. By precedence: a refusal of a service, a
 * command Discord knows in an older form, a database that can't be reached, a fault.
 *
 * @param besideAnother whether another process may have stored what this one couldn't.
 */
export function explain(
  error: unknown,
  reference: string,
  besideAnother: boolean,
  words: Words,
): { outcome: Outcome; view: MessageView } {
  if (error instanceof Refusal) {
    return { outcome: 'refused', view: { embeds: [refusalEmbed(error.reason, words)] } };
  }
  if (error instanceof MalformedOptions) {
    return { outcome: 'stale', view: { content: words.errors.commandChanged } };
  }
  if (isUnconfirmed(error) || (besideAnother && isUnavailable(error))) {
    return { outcome: 'unavailable', view: { content: words.errors.unconfirmed(reference) } };
  }
  if (isUnavailable(error)) {
    return { outcome: 'unavailable', view: { content: words.errors.databaseAway(reference) } };
  }
  if (isDamaged(error)) {
    return { outcome: 'unavailable', view: { content: words.errors.databaseDamaged(reference) } };
  }
  return { outcome: 'fault', view: { content: words.errors.fault(reference) } };
}
