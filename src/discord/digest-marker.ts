import { encodeCustomId } from '../lib/custom-id.js';
import { markersIn } from './markers.js';

/** What names one server's digest of one week. */
export interface DigestName {
  readonly id: bigint;
  readonly guildId: bigint;
  /** `2026-W48` */
  readonly week: string;
}

/** What marks digests in their channels. */
const MARKER = 'digest';

/** The marker by which a digest is found again in its channel: the custom id of its button. */
export function markerOf({ id, week }: Pick<DigestName, 'id' | 'week'>): string {
  return encodeCustomId({ name: MARKER, version: 1, fields: [String(id), week] });
}

/**
 * What Discord knows a sending by. It is made of server and week alone: a digest that has another id
 * since a backup was restored is the same to Discord.
 */
export function nonceOf({ guildId, week }: Pick<DigestName, 'guildId' | 'week'>): string {
  return `${guildId.toString(36)}-${week}`;
}

/**
 * Whether a message with these buttons is the digest.
 *
 * @param isOfItsTime whether it was posted when the digest may have been: all there is to go by where
 *   the marker says no week, and the id may be another one since a backup was restored.
 */
export function isDigest(
  components: unknown,
  { id, week }: Pick<DigestName, 'id' | 'week'>,
  isOfItsTime: boolean,
): boolean {
  return markersIn(components, MARKER).some(
    // Posts of earlier versions didn't write the week down.
    ([one, itsWeek = isOfItsTime && week]) =>
      one !== undefined && (one === String(id) || itsWeek === week),
  );
}
