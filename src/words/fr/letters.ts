import type { Language } from '../words.js';
import { say } from './say.js';

/** Ages of a video, as people say them; by hours after posting. */
const AGES: Readonly<Record<number, string>> = { 24: '24 heures', 72: '3 jours', 168: '7 jours' };

const PRIVACY =
  'Pour m’autoriser : appui long (ou clic droit) sur le nom d’un serveur qu’on a en commun → **Paramètres de confidentialité** → autorise les **Messages privés**.';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description: 'Les rappels que tu as demandés : ce qui attend, quand ils viennent, et leur fin',
    list: { description: 'Ce qui attend, quand ça vient, et si ça peut t’atteindre' },
    hours: {
      description: 'Quand un rappel peut venir ; au plus un message par jour',
      from: 'Pas avant : 09:00, 9 am',
      to: 'Pas après : 21:00, 9 pm',
      timezone: 'Où tu es : tape une ville ou un pays',
    },
    off: { description: 'Annule tous les rappels' },
  },
  weekly: {
    description: 'Un bilan privé de ta semaine, en message privé ; désactivé sauf si tu l’actives',
    on: {
      description: 'T’envoie un bilan privé de ta semaine',
      day: 'Le jour où il vient',
      time: 'L’heure où il vient : 18:00, 6 pm',
      timezone: 'Où tu es : tape une ville ou un pays',
    },
    preview: { description: 'Ce que le bilan dirait maintenant' },
    off: { description: 'Plus de bilan hebdo' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'Je te le rappelle ici. Rien d’autre ne vient sans que tu le demandes. `/reminders list` montre ce qui attend, `/reminders off` y met fin.',
  buttons: {
    at: (age) => `Aussi à ${ageWords(age)}`,
    newNumbers: 'Nouveaux chiffres',
    newNumbersOf: (title) => `Nouveaux chiffres : ${title}`,
    how: 'Comment ?',
    later: 'Rappelle-moi demain',
    stopAll: 'Stop rappels et bilan hebdo',
    stopWeekly: 'Stop bilan hebdo',
  },
  set: (age, at, relative) =>
    `Je te le rappelle **à ${ageWords(age)}** : ${at}, ${relative}, en message privé.`,
  askZone:
    '**Où es-tu ?** Choisis une fois, et j’écris entre 09:00 et 21:00 là-bas. En attendant, un rappel vient à l’heure prévue, quelle qu’elle soit.',
  zoneMenu: 'Où je suis',
  otherZone: 'Un autre endroit, ou d’autres heures : `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Un rappel peut venir à toute heure (${timezone}). Au plus un message par jour.`
      : `Un rappel vient entre ${from} et ${to} (${timezone}). Au plus un message par jour.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Un rappel peut venir à toute heure. Au plus un message par jour.'
      : `**À toute heure jusqu’ici.** Entre ${from} et ${to}, dès que je sais où tu es : \`/reminders hours\` avec \`timezone\` me le dit.`,
  chooseBelow: 'Ou choisis ci-dessous.',
  next: (at) => `Le prochain message : ${at}.`,
  closed: `Discord ne me laisse pas t’écrire, donc **rien n’est réglé**. ${PRIVACY} Puis réessaie.`,
  unreachable: 'Discord n’a pas répondu, donc **rien n’est réglé**. Réessaie dans un instant.',
  nothingAhead:
    'Il ne reste aucun âge à te rappeler : je connais 24 heures, 3 jours et 7 jours après la publication.',
  tooMany: 'Cent rappels t’attendent déjà. `/reminders off` les annule.',
  list: {
    title: 'Tes rappels',
    none: 'Rien n’attend. **Rappelle-moi** sous le score d’une vidéo récente en demande un.',
    line: (title, age, at) => `${title} : à ${ageWords(age)}, ${at}`,
    more: (count) => `et ${count} de plus`,
    weekly: (day, time, at) => `Bilan hebdo : le ${day} à ${time}, prochain ${at}.`,
    closed: (since) =>
      `**Je n’arrive pas à te joindre** (constaté ${since}) : Discord dit que tu ne reçois pas mes messages. ${PRIVACY} Je viens de réessayer.`,
    trouble: (at, why) => `Le message prévu ${at} : ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {Aucun rappel n’attend. Le bilan hebdo s’arrête à part : `/weekly off`.} one {Annulé : {count} rappel. Il n’en viendra plus rien.} other {Annulés : {count} rappels. Il n’en viendra plus rien.}}',
      { n, count },
    ),
  stopped:
    'Arrêté : tous les rappels, et le bilan hebdo. Je ne t’écris que si tu me le redemandes.',
  later: (n) =>
    say(
      '{n, plural, =0 {Il n’en reste rien : déjà reporté, ou annulé.} other {J’y reviens demain, dans tes heures.}}',
      { n },
    ),
  reminder: {
    title: 'L’heure des nouveaux chiffres',
    video: (title, age, views, when) =>
      `${title} a **${ageWords(age)}**. Il y avait ${views} vues ${when}.`,
    more: (count) => `et ${count} vidéos de plus : \`/reminders list\` dit ce qui attend.`,
    what: 'Ouvre-la dans TikTok et appuie sur **Nouveaux chiffres**, ou envoie-moi une capture avec `/score`. Avec le nombre à côté du signet, mes prochaines estimations s’améliorent.',
    untitled: 'Ta vidéo',
  },
  weekly: {
    title: 'Ta semaine',
    scored: (n) =>
      say(
        '{n, plural, =0 {Aucune vidéo notée cette semaine.} one {Tu as noté {n} vidéo.} other {Tu as noté {n} vidéos.}}',
        { n },
      ),
    sameAge: 'Au même âge',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `La vidéo du milieu : ${now} fois les vues de tes autres cette semaine (${videos}), ${before} fois la semaine d’avant (${videosBefore}). Si peu de vidéos ne prouvent aucun changement.`,
    videos: (count, n) =>
      say('{n, plural, one {{count} vidéo} other {{count} vidéos}}', { n, count }),
    card: 'Mes estimations',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} one {Tu as donné {week} vrai chiffre cette semaine. } other {Tu as donné {week} vrais chiffres cette semaine. }}{ever, plural, one {Sur {ever} vidéo} other {Sur tes {ever} vidéos}} avec un vrai chiffre, {inside} {inside, plural, one {était} other {étaient}} dans ma fourchette.',
        { week, ever, inside },
      ),
    tip: 'À essayer',
    how: {
      title: 'Sur quoi repose ta semaine',
      sameAge: 'Au même âge',
      card: 'Mes estimations',
      cardText:
        'Ton premier vrai chiffre de chaque vidéo, à côté de la première fourchette affichée. Elle est faite pour tomber juste 8 fois sur 10, et est jugée là où dix favoris ou plus étaient estimés.',
      tip: 'À essayer, en entier',
    },
    ask: 'Ces vrais chiffres aideraient le plus',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Rien de nouveau, donc rien ne viendrait. Note une vidéo, ou donne un vrai chiffre : là, il y aura quelque chose à dire.',
    on: (day, time, timezone, at) =>
      `Ton bilan hebdo est activé : chaque **${day}** à **${time}** (${timezone}), prochain ${at}. Une semaine sans rien de nouveau, rien ne vient.`,
    off: 'Plus de bilan hebdo. `/weekly on` le fait revenir.',
    wasOff: 'Le bilan hebdo est déjà désactivé.',
  },
  whichOne:
    'Tu veux dire quoi exactement ? Tape-le avec une ville, et une heure comme `18:00`. **Rien n’est changé.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'tu ne reçois pas mes messages.';
      case 'discord failing':
        return 'Discord a échoué à chaque essai.';
      case 'refused':
        return `Discord l’a refusé (code ${reason.code}). Préviens la personne qui me gère.`;
      case 'in doubt':
        return 'Je ne sais pas s’il t’est arrivé, et je ne l’envoie pas deux fois.';
      case 'fault':
        return 'J’ai échoué en l’écrivant. Préviens la personne qui me gère ; le journal dit pourquoi.';
      case 'too late':
        return 'Je ne tournais pas à l’heure prévue.';
      case 'nothing left':
        return 'il ne restait rien à dire.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} heures`;
}
