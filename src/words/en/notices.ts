import type { Obstacle, Unasked } from '../../services/digest/reason.js';
import { digestText } from './digest.js';
import { say } from './say.js';

/** What a server's managers read in the channel they chose for it. */
export const noticesText = {
  title: 'The weekly digest needs a hand',
  /** In front of why. */
  waits: (week: string) => `${week}: the digest is waiting.`,
  ahead: 'Like this, the next digest can’t be posted.',
  once: 'I say this once. When it is fixed and something else comes up, I write again.',
  button: 'How it stands',
  /** Under what `/digest setup` and `/digest status` say. */
  goTo: (channelId: string) => `If something goes wrong, I say so in <#${channelId}>.`,
  goNowhere:
    'If something goes wrong, only `/digest status` says so. `/settings change` with `notices` names a channel where I write it.',
  cannotNotify: 'I can’t write notices there yet',
  /** Why a channel can't be taken for notices, and what to do. */
  obstacle(obstacle: Obstacle | Unasked, channelId: string): string {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return say(
          'In <#{channelId}> I lack the {count, plural, one {permission} other {permissions}} {names}. Open the channel’s settings → Permissions, add my role there, and allow {count, plural, one {it} other {them}}. Then do `/settings change` again.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'That channel is gone, or none I can write in. Choose another one.';
      case 'timed out':
        return 'I am in a time-out in this server. Take it back (right click on me → Remove timeout), then do `/settings change` again.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
