import { PermissionsBitField } from 'discord.js';

/**
 * Permissions the bot needs in a server. None: answers to commands need no permission, and the
 * bot does nothing else yet.
 */
export const PERMISSIONS = new PermissionsBitField([]);

/** The link with which the bot is added to a server. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: PERMISSIONS.bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
