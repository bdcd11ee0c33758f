import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Trois nœuds posted:2026-11-02';

const addHow = `Tape les chiffres d’une vidéo comme ils sont dans TikTok, avec un titre que tu reconnaîtras :\n\`\`\`\n${example}\n\`\`\``;

export const historyText: Language['history'] = {
  untitled: { video: 'Vidéo sans titre', photo: 'Post photo sans titre' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} vues · ${likes} likes · ${comments} commentaires · ${shares} partages`,
    views: (views) => `${views} vues`,
    estimated: (saves, low, high) =>
      `environ ${saves} favoris (fourchette à 80 % : ${low} à ${high})`,
    estimatedFew: (saves) => `environ ${saves} favoris, estimés`,
    unseen: 'personne n’avait regardé',
    told: (saves) => `**${saves}** favoris, comptés`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** favoris, comptés ; estimés à ${estimate} (fourchette à 80 % : ${low} à ${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} à ${range[1]})`,
    tooEarly: 'trop tôt pour un score',
    tooSmall: 'trop petit pour un score',
    private: 'privé',
    open: (url) => `[ouvrir](${url})`,
    grown: (views, time) => `${views} vues en ${time}`,
  },

  time: {
    days: (days, n) => say('{n, plural, one {{days} jour} other {{days} jours}}', { n, days }),
    hours: (hours, n) =>
      say('{n, plural, one {{hours} heure} other {{hours} heures}}', { n, hours }),
    minutes: 'moins d’une heure',
  },

  list: {
    own: 'Tes relevés',
    member: 'Relevés d’un membre',
    ownNote: (total) =>
      `${total} en tout, du plus récent au plus ancien. Rien que pour toi : les relevés privés y sont, et ceux d’autres serveurs et de messages privés.`,
    memberNote: (member, total) =>
      `${total} de <@${member}> sur ce serveur, du plus récent au plus ancien. Les privés n’y sont pas.`,
    days: (days) =>
      say('{days, plural, =1 {le dernier jour} other {les {days} derniers jours}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Plus récents',
    older: 'Plus anciens ▶',
    undo: {
      removed: 'Annuler : relevé retiré',
      corrected: 'Annuler : relevé corrigé',
      merged: 'Annuler : fusion',
      imported: 'Annuler : import',
    },
  },

  nothing: {
    title: 'Rien ici pour l’instant',
    own: 'Je n’ai aucun relevé de toi. Rien que pour toi.',
    earlier: (days) =>
      `Rien de toi sur ${days}. Il y a quelque chose avant : enlève \`days\` pour le voir. Rien que pour toi.`,
    member: 'Il n’y a rien de ce membre sur ce serveur que je puisse montrer.',
    first: 'D’abord',
    addHow,
  },

  video: {
    posted: (day) => `Publiée le ${day}.`,
    total: (total, n) =>
      say(
        '{n, plural, one {{total} relevé.} other {{total} relevés, du plus récent au plus ancien.}}',
        { n, total },
      ),
    readings: 'Relevés',
    sameAge: 'À côté de tes autres vidéos au même âge',
    compared: (o) =>
      `Au jour ${o.day}, cette vidéo avait **${o.factor} fois** les vues que tes vidéos ont d’habitude au jour ${o.day} : ${o.views} contre ${o.usual} d’habitude (${o.others} vidéos, de ${o.least} à ${o.most}). *(heuristique : entre deux relevés, je complète la montée des vues)*`,
    tooFew: (others, needed) =>
      `Trop peu pour le dire : je peux comparer ${others} de tes autres vidéos à l’âge de celle-ci, et il m’en faut **${needed}**. Renote chaque vidéo après quelques jours, et elle compte.`,
    noAge:
      'Je ne connais pas son âge : donne le lien ou `posted` dans `/score`, et renote-la quand elle a au moins un jour.',
    change: 'Corriger ou retirer un relevé …',
    changeOption: (date, views) => `${date} · ${views} vues`,
    merge: 'Même vidéo qu’une autre fiche …',
  },

  panel: {
    title: 'Un relevé',
    intro:
      'Tu veux en faire quoi ? Chaque changement peut s’annuler pendant 24 heures. Les messages qui le montraient gardent leurs anciens chiffres.',
    correct: 'Corriger',
    remove: 'Retirer',
  },

  merge: {
    title: 'Quelle fiche est la même vidéo ?',
    intro: (title) =>
      `**${title}** et la fiche que tu choisis n’en font plus qu’une, avec les relevés des deux. Ça peut s’annuler pendant 24 heures. Les plus probables d’abord.`,
    choose: 'Choisis l’autre fiche',
    none: 'Aucune autre fiche ne peut être la même vidéo.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null
        ? `premiers chiffres le ${told}`
        : `publiée le ${posted}, premiers chiffres le ${told}`,
  },

  changed: {
    titles: {
      removed: 'Retiré',
      corrected: 'Corrigé',
      merged: 'Une seule fiche',
      imported: 'Gardé',
    },
    removed: (title, isLeft) =>
      `Un relevé de **${title}** a disparu, avec son estimation et ce que j’en avais appris.${isLeft ? '' : ' C’était le dernier, donc la vidéo a disparu aussi.'}`,
    corrected: (title) =>
      `Un relevé de **${title}** a d’autres chiffres maintenant, et a été réestimé avec ce que je savais au moment du relevé.`,
    merged: (title) =>
      `Les deux fiches sont **${title}** maintenant. Quel que soit le lien ou le titre que tu mets dans \`/score\`, il rejoint celle-ci.`,
    imported: () => 'Ce qui était dans les fichiers est gardé.',
    undoUntil: (time) => `Tu peux annuler jusqu’au ${time}.`,
    now: 'Maintenant',
    unchanged: 'Ce sont déjà ses chiffres. Rien n’a changé.',
    undo: 'Annuler',
    show: 'Voir la vidéo',
    undone: {
      removed: (title) => `Le relevé de **${title}** est de retour.`,
      corrected: (title) => `Le relevé de **${title}** a retrouvé ses chiffres d’avant.`,
      merged: (title) => `**${title}** et l’autre fiche sont à nouveau deux.`,
      imported: () =>
        'Tout ce qui venait de cet import est reparti, et ce qu’il a changé est comme avant.',
    },
    undoneTitle: 'Annulé',
  },

  trend: {
    title: 'Ton taux de favoris dans le temps',
    description: (days) =>
      `Affichées : les vidéos dont tu as envoyé les chiffres sur ${days}, chacune à son jour de publication. Rien que pour toi.`,
    newest: (title, rate) => `La plus récente : **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate} % des vues, selon ton comptage`,
    rateEstimated: (rate, low, high) =>
      `environ ${rate} % des vues (fourchette à 80 % : ${low} à ${high} %)`,
    rateBoth: (counted, estimated) => `${counted} ; estimée comme les autres, ${estimated}`,
    rate: (rate) => `${rate} %`,
    rateRanged: (rate, low, high) => `${rate} % (${low} à ${high} %)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `D’habitude, sur les ${videos} que tu as comptées : ${rate}.`
        : `D’habitude, sur les ${videos}, estimées pareil : ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Favoris dans la moitié récente : ${newer}.** Dans la plus ancienne : ${older}. Ça les décrit ; ça ne prouve aucun changement.${isEstimated ? ' Entre parenthèses : la fourchette à 80 %.' : ''}`,
    best: (title, rate, isEstimated) =>
      `La plus haute : **${title}**, ${rate} des vues.${isEstimated ? ' Selon les estimations ; ce que tu as compté est dans le graphique.' : ''}`,
    scores: (low, high, usual) =>
      `Indice de favoris de ${low} à ${high}, d’habitude ${usual} *(heuristique ; chacun avec sa fourchette dans le graphique)*.`,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Une autre est trop récente ou trop petite pour être jugée.} other {{count} autres sont trop récentes ou trop petites pour être jugées.}}',
        { count },
      ),
    ofOthers: (count) =>
      say(
        '{count, plural, =1 {Une autre vient d’un autre compte TikTok que celui de ton dernier relevé.} other {{count} autres viennent d’autres comptes TikTok que celui de ton dernier relevé.}}',
        { count },
      ),
    ofUnknown: (count) =>
      say(
        '{count, plural, =1 {Une autre n’y est pas : je ne sais pas duquel de tes comptes elle vient. Note-la avec son lien.} other {{count} autres n’y sont pas : je ne sais pas desquels de tes comptes elles viennent. Note-les avec leurs liens.}}',
        { count },
      ),
    photos: (count) =>
      say(
        '{count, plural, =1 {Un post photo n’y est pas : l’estimation n’a été ajustée que sur des vidéos.} other {{count} posts photo n’y sont pas : l’estimation n’a été ajustée que sur des vidéos.}}',
        { count },
      ),
    isCut: (shown) =>
      `Il y en a plus : seules les ${shown} plus récentes sont affichées, pour que le graphique reste lisible.`,
    noPicture: 'Le graphique ne peut pas être dessiné pour l’instant ; voici ce qu’il montre.',
    tooLittleTitle: 'Pas encore assez pour un graphique',
    tooLittle: (known, needed, days) =>
      say(
        'Pour une courbe, il faut **{needed}** vidéos avec au moins 1 000 vues et un jour d’âge. Sur {days}, j’en connais {known, plural, =0 {zéro} other {{known}}} : encore **{more}** et il y a un graphique. Rien que pour toi.',
        { needed, days, known, more: needed - known },
      ),
  },
};
