import { decodeCustomId } from '../lib/custom-id.js';

/**
 * What stands in the custom ids of a message's buttons by which a post is found again.
 *
 * @param components as Discord tells them, whatever that is.
 * @param name of the custom ids that mark such posts.
 * @returns the fields of each.
 */
export function markersIn(components: unknown, name: string): (readonly string[])[] {
  const customIds = JSON.stringify(components ?? []).matchAll(/"custom_id":"([^"\\]*)"/g);
  return [...customIds].flatMap(([, customId = '']) => {
    const id = decodeCustomId(customId);
    return id?.name === name ? [id.fields] : [];
  });
}
