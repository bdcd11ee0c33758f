import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count, n) =>
      say('{n, plural, one {{count} fiche à ton nom} other {{count} fiches à ton nom}}', {
        n,
        count,
      }),
    holds: 'ton identifiant Discord, et depuis quand il est gardé',
  },
  Video: {
    counted: (count, n) =>
      say('{n, plural, one {{count} vidéo} other {{count} vidéos}}', { n, count }),
    holds:
      'chaque vidéo : lien, identifiant et pseudo TikTok, titre, date de publication, catégorie, durée, et si quelque chose en a été donné en privé',
  },
  Reading: {
    counted: (count, n) =>
      say('{n, plural, one {{count} relevé} other {{count} relevés}}', { n, count }),
    holds:
      'les chiffres d’une vidéo comme tu les as tapés à un moment. À côté de chaque nombre se trouve le pas de son arrondi (541.2K : un pas de 100), et dans guildId l’identifiant Discord du serveur ; vide, c’est un message privé, ou un serveur oublié. Dans tip se trouve le conseil affiché avec',
  },
  Estimate: {
    counted: (count, n) =>
      say('{n, plural, one {{count} estimation} other {{count} estimations}}', { n, count }),
    holds:
      'ce qui a été estimé pour chaque relevé : favoris, fourchette à 80 %, score, et de quoi il est fait (logarithmes naturels)',
  },
  TrueSave: {
    counted: (count, n) =>
      say('{n, plural, one {{count} vrai chiffre} other {{count} vrais chiffres}}', { n, count }),
    holds:
      'les favoris que tu as lus à l’écran, et l’écart de l’estimation (logarithme naturel). Tout ce qui est appris sur toi est recalculé à chaque fois à partir de là',
  },
  Draft: {
    counted: (count, n) =>
      say('{n, plural, one {{count} brouillon} other {{count} brouillons}}', { n, count }),
    holds: 'des chiffres improbables qui attendent ton « Garder quand même », 15 minutes',
  },
  Consent: {
    counted: (count, n) =>
      say('{n, plural, one {{count} accord} other {{count} accords}}', { n, count }),
    holds:
      'les serveurs où tu as accepté d’apparaître, depuis quand, et quand Discord a dit pour la dernière fois que tu en es membre',
  },
  SaidOnce: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} message d’accueil ou invitation} other {{count} messages d’accueil et invitations}}',
        { n, count },
      ),
    holds:
      'les serveurs où tu as eu mon message d’accueil ou mon invitation aux classements, et quand',
  },
  VideoAlias: {
    counted: (count, n) =>
      say('{n, plural, one {{count} fiche fusionnée} other {{count} fiches fusionnées}}', {
        n,
        count,
      }),
    holds: 'sous quoi une vidéo était connue avant que tu fusionnes ses fiches',
  },
  Undo: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} changement de ton historique} other {{count} changements de ton historique}}',
        { n, count },
      ),
    holds:
      'ce que tu as corrigé, retiré ou fusionné, dans son état d’avant, tant que ça peut s’annuler ; de ce que tu as annulé, seulement que tu l’as annulé',
  },
  Import: {
    counted: (count, n) =>
      say('{n, plural, one {{count} import} other {{count} imports}}', { n, count }),
    holds: 'quand tu as gardé des fichiers, et quels relevés et jours en viennent (importId)',
  },
  AccountDay: {
    counted: (count, n) =>
      say('{n, plural, one {{count} jour d’un compte} other {{count} jours de comptes}}', {
        n,
        count,
      }),
    holds:
      'vues, spectateurs et abonnés de tes comptes TikTok par jour, d’après tes fichiers. Un nombre vide n’est pas connu ; asOf est le dernier jour de son fichier',
  },
  AccountHour: {
    counted: (count, n) =>
      say('{n, plural, one {{count} heure d’un compte} other {{count} heures de comptes}}', {
        n,
        count,
      }),
    holds: 'combien de tes abonnés étaient là à chaque heure, d’après tes fichiers',
  },
  BoardEntry: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} résultat de classement} other {{count} résultats de classement}}',
        { n, count },
      ),
    holds: 'ton résultat dans un classement d’un serveur et d’une semaine, en points du score',
  },
  DigestShown: {
    counted: (count, n) =>
      say('{n, plural, one {{count} résumé qui te nomme} other {{count} résumés qui te nomment}}', {
        n,
        count,
      }),
    holds:
      'les serveurs et semaines dont le résumé te montre, toi ou une de tes vidéos, par ton nom, et ce qu’il montre : les vidéos, et ta progression',
  },
  Mailbox: {
    counted: (count, n) =>
      say('{n, plural, one {{count} réglage de messages} other {{count} réglages de messages}}', {
        n,
        count,
      }),
    holds:
      'comment je peux t’écrire : notre conversation dans Discord, ton fuseau horaire, tes heures et ta langue, quand vient le bilan hebdo, et depuis quand tu ne reçois plus mes messages, si c’est le cas',
  },
  Reminder: {
    counted: (count, n) =>
      say('{n, plural, one {{count} rappel} other {{count} rappels}}', { n, count }),
    holds:
      'chaque rappel que tu as demandé : la vidéo, son âge en heures, quand il est prévu, et avec quel message il est parti',
  },
  Letter: {
    counted: (count, n) =>
      say('{n, plural, one {{count} message pour toi} other {{count} messages pour toi}}', {
        n,
        count,
      }),
    holds:
      'chaque message que je t’ai envoyé de moi-même, ou essayé d’envoyer, ces deux dernières semaines : son jour, s’il est parti, sinon pourquoi. Son contenu est gardé jusqu’à l’envoi',
  },
  BoardVideo: {
    counted: (count, n) =>
      say('{n, plural, one {{count} vidéo de la semaine} other {{count} vidéos de la semaine}}', {
        n,
        count,
      }),
    holds:
      'tes vidéos parmi celles avec le plus de favoris à taille égale, sur un serveur et une semaine',
  },
};

export const dataText: Language['data'] = {
  exported: 'Tout ce que je garde sur toi',
  exportedWhat: (held) =>
    `De tous les serveurs : ${held}.\nRien que pour toi. Ouvre d’abord **README.txt** : il dit ce que contient chaque fichier. Le fichier reste ici jusqu’à ce que tu fermes le message ou relances Discord, alors enregistre-le maintenant.`,
  archive: 'Tout ce qui est gardé sur toi, en JSON et CSV dans une archive ZIP',
  nothing:
    'Je ne garde rien sur toi : aucune vidéo, aucun chiffre, pas même ton identifiant. Ça change avec ton premier `/score`.',
  tooLarge: (megabytes) =>
    `Même compressé, tout ce qui te concerne pèse ${megabytes} Mo, et Discord me laisse envoyer 10 Mo. Demande à la personne qui me gère de lancer \`npm run export\` avec ton identifiant Discord : les mêmes fichiers, sans cette limite.`,
  askTitle: 'Supprimer tout ce qui est gardé sur toi ?',
  ask: (held) =>
    `Sur tous les serveurs d’un coup : ${held}. Avec, tout ce que j’en ai appris, ta place dans les classements, et ce que les résumés que je garde montrent de toi. Les totaux d’une semaine de serveur, sur trois personnes ou plus, restent ; ils ne nomment personne.\n\n**Je ne peux pas le récupérer, et toi non plus.** Pour l’avoir, fais d’abord \`/data export\`.\n\nMes messages dans les salons restent dans Discord, avec leurs chiffres ; ils appartiennent au salon : tu peux les supprimer, la modération aussi. Les copies de secours de la personne qui me gère contiennent tes données jusqu’à leur remplacement, et des traces peuvent rester dans les fichiers bruts de certaines bases jusqu’à leur réécriture ; ça aussi dépend d’elle.\n\nLe bouton marche 15 minutes.`,
  deleteButton: 'Tout supprimer',
  deletedTitle: 'Supprimé',
  deleted: (held) =>
    `Parti, sur tous les serveurs : ${held}. Rien n’en reste dans mes tables, donc je ne peux plus le montrer ni l’utiliser. Mes anciens messages dans les salons restent dans Discord, mais leurs boutons ne trouvent plus rien. Si tu m’utilises à nouveau, on repart de zéro.`,
  deletedAlready: 'Il n’y a plus rien de gardé sur toi.',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv et "{file}" dans keepsake.json : {rows, plural, one {{rows} ligne} other {{rows} lignes}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE : TOUT CE QUI EST GARDÉ SUR TOI

État au ${at.toISOString()} (UTC), de tous les serveurs et messages privés.

keepsake.json
    Tout en un fichier, pour les programmes. Identifiants et nombres sont du texte, pour ne perdre
    aucun chiffre ; les heures sont en UTC. Si tout est trop gros pour une archive, il est dans
    keepsake-data-json.zip, et les tableaux dans keepsake-data-csv.zip.

csv/
    La même chose en tableaux, pour Excel, LibreOffice, Numbers et Google Sheets. Une apostrophe
    devant un long identifiant, ou devant un texte qu’un tableur prendrait pour une formule, le
    garde tel quel ; elle ne fait pas partie de tes données.

${tables.join('\n')}
Ce qui n’est pas ici parce que ce n’est pas gardé : tes messages, ton nom et ta photo dans Discord,
ton compte TikTok, et les saisies refusées.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
