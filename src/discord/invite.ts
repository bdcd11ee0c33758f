import { DIGEST_BITS } from './channels.js';

/**
 * The link with which the bot is added to a server, with the permissions the weekly digest needs in
 * its channel; answers to commands need none.
 */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: DIGEST_BITS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
