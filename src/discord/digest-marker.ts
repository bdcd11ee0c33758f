import { decodeCustomId, encodeCustomId } from '../lib/custom-id.js';

/** What names one server's digest of one week. */
export interface DigestName {
  readonly id: bigint;
  readonly guildId: bigint;
  /** `2026-W48` */
  readonly week: string;
}

/** By which a digest is known in its channel, read from its button. */
interface Marker {
  readonly id: string;
  /** Null in posts of versions that didn't write it down. */
  readonly week: string | null;
}

/** The marker by which a digest is found again in its channel: the custom id of its button. */
export function markerOf({ id, week }: Pick<DigestName, 'id' | 'week'>): string {
  return encodeCustomId({ name: 'digest', version: 1, fields: [String(id), week] });
}

/**
 * What Discord knows a sending by. It is made of server and week alone: a digest that has another id
 * since a backup was restored is the same to Discord.
 */
export function nonceOf({ guildId, week }: Pick<DigestName, 'guildId' | 'week'>): string {
  return `${guildId.toString(36)}-${week}`;
}

/** The markers on the buttons of a message. */
function markersIn(components: unknown): Marker[] {
  const customIds = JSON.stringify(components ?? []).matchAll(/"custom_id":"(digest:[^"\\]*)"/g);
  return [...customIds].flatMap(([, customId = '']) => {
    const [id, week = null] = decodeCustomId(customId)?.fields ?? [];
    return id === undefined ? [] : [{ id, week }];
  });
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
  return markersIn(components).some(
    (marker) => marker.id === String(id) || (marker.week ?? (isOfItsTime && week)) === week,
  );
}
