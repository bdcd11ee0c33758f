import type { Language } from '../words.js';
import { say } from './say.js';

export const weekdays: Language['weekdays'] = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
};

export const digestText: Language['digest'] = {
  cannotPost: 'Je ne peux pas encore poster là',
  on: 'Le résumé hebdo est activé',
  whichOne: (time, zone) =>
    `Tu veux dire ${time && zone ? 'quoi' : time ? 'quelle heure' : 'quel endroit'} ?${zone ? ' Chacun a sa règle pour le changement d’heure ; pour un autre endroit, fais `/digest setup` avec une ville.' : ''}\n**Rien n’est encore changé.**`,
  title: 'Résumé hebdo',
  week: (from) => `Semaine du ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Chaque **${day}** à **${time}** (${timezone}) dans <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Les semaines calmes sont sautées.',
    post: 'Les semaines calmes ont un post court.',
  },
  next: (at, relative, there, timezone) =>
    `Prochain : ${at}, ${relative}. Soit ${there} (${timezone}).`,
  goesNow: 'Celui qui était déjà prévu part maintenant.',
  lastField: 'Les derniers',
  wrongField: 'Ce qui bloque',
  never: 'Aucun n’était encore prévu.',
  neverSetUp: 'Aucun résumé n’est réglé ici. `/digest setup` l’active.',
  unreadable:
    'Je n’arrive pas à lire mes notes sur le résumé d’ici. `/digest setup` les réécrit ; ensuite ça repart.',
  isOff: 'Il est désactivé. `/digest setup` le réactive.',
  turnedOff:
    'Le résumé hebdo est désactivé. Plus rien ne sera posté ; `/digest setup` le réactive.',
  wasOff: 'Le résumé hebdo est déjà désactivé.',
  setUpHint:
    'Regarde à quoi il ressemblera avec `/digest preview`, et comment ça se passe avec `/digest status`.',
  posted: (week, at, link) => `✓ ${week} : [posté](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week} : envoi en cours, prévu ${at}`,
  again: (week, attempts, at) =>
    `⏳ ${week} : Discord ne l’a pas pris (${attempts}) ; prochain essai ${at}`,
  parked: (week, why, at) => `⚠️ ${week} : en attente. ${why} Je revérifie ${at}.`,
  skipped: (week, why) => `➖ ${week} : pas posté. ${why}`,
  fault: {
    'time zone':
      'Je ne connais pas le fuseau horaire réglé. Refais `/digest setup`, avec un fuseau de sa liste.',
    row: 'Je n’arrive pas à lire mes notes dessus. Je réessaie ; si ça dure, préviens la personne qui me gère. Le journal dit pourquoi.',
    other:
      'J’ai échoué en le préparant. Préviens la personne qui me gère ; le journal dit pourquoi.',
  },
  times: (n, count) => say('{count, plural, =1 {une fois} other {{n} fois}}', { n, count }),
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'Discord n’accepte pas ma clé en ce moment, donc je ne peux ni regarder ni poster. Je redemande chaque minute et je reprends tout seul dès que ça marche. Si ça dure, préviens la personne qui me gère.';
    }
    if (obstacle === 'unknown') {
      return 'Discord ne m’a pas dit si je peux poster dans le salon. Redemande dans une minute.';
    }
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return say(
          'Dans <#{channelId}>, il me manque {count, plural, one {la permission} other {les permissions}} {names}. Ouvre les paramètres du salon → Permissions, ajoute mon rôle et {count, plural, one {autorise-la} other {autorise-les}} ; ensuite ça repart tout seul, ou avec `/digest setup`.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'Le salon a disparu, ou je ne peux pas y poster. Choisis-en un autre avec `/digest setup`.';
      case 'not in the server':
        return 'Je ne suis pas sur le serveur. Ajoute-moi à nouveau avec le lien de mon profil ; ensuite ça repart tout seul.';
      case 'timed out':
        return 'Je suis en exclusion temporaire sur ce serveur. Annule-la (clic droit sur moi → Retirer l’exclusion temporaire) ; ensuite ça repart tout seul.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'Discord a échoué à chaque essai. Rien à faire ici ; je continue pendant deux jours.';
      case 'refused':
        return `Discord refuse le post (code ${reason.code}). C’est ma faute : préviens la personne qui me gère.`;
      case 'in doubt':
        return 'Je ne sais pas s’il a été posté : trop de messages dans le salon depuis. Cherche-le là-bas ; je ne risque pas de le poster deux fois.';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Je ne tournais pas à l’heure prévue, ni les deux jours d’après.';
      case 'quiet':
        return 'C’était une semaine calme, et les semaines calmes sont sautées.';
      case 'turned off':
        return 'Le résumé était désactivé.';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
