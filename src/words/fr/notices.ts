import type { Language } from '../words.js';
import { digestText } from './digest.js';
import { say } from './say.js';

export const noticesText: Language['notices'] = {
  title: 'Le résumé hebdo a besoin d’un coup de main',
  waits: (week) => `${week} : le résumé attend.`,
  ahead: 'Comme ça, le prochain résumé ne peut pas être posté.',
  once: 'Je le dis une fois. Quand c’est réglé et qu’autre chose arrive, j’écris à nouveau.',
  button: 'Où ça en est',
  goTo: (channelId) => `Si quelque chose coince, je le dis dans <#${channelId}>.`,
  goNowhere:
    'Si quelque chose coince, seul `/digest status` le dit. `/settings change` avec `notices` désigne un salon où je l’écris.',
  cannotNotify: 'Je ne peux pas encore écrire d’alertes là',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return say(
          'Dans <#{channelId}>, il me manque {count, plural, one {la permission} other {les permissions}} {names}. Ouvre les paramètres du salon → Permissions, ajoute mon rôle et {count, plural, one {autorise-la} other {autorise-les}}. Puis refais `/settings change`.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'Ce salon a disparu, ou je ne peux pas y écrire. Choisis-en un autre.';
      case 'timed out':
        return 'Je suis en exclusion temporaire sur ce serveur. Annule-la (clic droit sur moi → Retirer l’exclusion temporaire), puis refais `/settings change`.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
