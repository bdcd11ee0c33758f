import type { Language } from '../words.js';
import { say } from './say.js';

/** As TikTok names its files. */
const tables: Language['imports']['tables'] = {
  content: 'Content : tes vidéos',
  overview: 'Overview : vues de ton compte',
  viewers: 'Viewers',
  followers: 'FollowerHistory : tes abonnés',
  activity: 'FollowerActivity : quand ils sont en ligne',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'un tableau à toi',
};

const limits = {
  bytes: 'il contient plus que ce que je décompresse : aucun export de TikTok n’est si gros',
  entries: 'il y a dedans plus de fichiers que je n’en ouvre',
  rows: 'il y a plus de 10 000 lignes',
  columns: 'il a plus de 64 colonnes',
  rowLength: 'une cellule ou une ligne y est plus longue que n’importe quel titre',
};

const plainly = {
  'not available yet': 'TikTok ne l’avait pas encore compté',
  'posted after the export': 'elle a été publiée après le jour de l’export',
  'no hour': 'l’heure n’est pas entre 0 et 23',
  'unknown header':
    'je ne connais pas sa première ligne. Je connais les sept fichiers de TikTok Studio, et les tableaux avec vues, likes, commentaires et partages',
  empty: 'il n’y a rien dedans',
  'not a table':
    'ce n’est pas un tableau : je lis CSV, XLSX, et les archives ZIP qui en contiennent',
  'open quote': 'un guillemet s’y ouvre et ne se ferme jamais',
  damaged: 'il est abîmé ou verrouillé, donc je ne peux pas l’ouvrir',
  'archive inside': 'il y a une archive dans l’archive : sors-la et envoie-la à part',
  'nothing inside': 'l’archive est vide',
  macros: 'il contient des macros : enregistre-le en CSV, ou en XLSX sans elles',
  'no account': 'rien ne dit à qui sont ces chiffres : renvoie-le avec `account:`',
  'too large': 'il dépasse 10 Mo',
  gone: 'Discord ne me l’a pas donné : renvoie-le',
} as const;

export const importText: Language['imports'] = {
  title: 'Dans ces fichiers',
  storedTitle: 'Gardé',
  nothingTitle: 'Rien de nouveau',
  unreadTitle: 'Rien que je puisse garder',
  tables,

  videos: (o) => `**${o.videos}**${o.accounts} : déjà connues ${o.known}, nouvelles ${o.fresh}.`,
  videoCount: (count, n) =>
    say('{n, plural, one {{count} vidéo} other {{count} vidéos}}', { n, count }),
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` de ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count, n) =>
    say('{n, plural, one {{count} relevé à garder.} other {{count} relevés à garder.}}', {
      n,
      count,
    }),
  raised: (count) => `${count} relevés d’un import précédent prennent les nombres plus grands.`,
  truths: (count, n) =>
    say(
      '{n, plural, one {Avec {count} vrai chiffre de favoris.} other {Avec {count} vrais chiffres de favoris.}}',
      { n, count },
    ),
  days: (days, handle, from, to, fresh) =>
    `**${days} jours** de @${handle}, du ${from} au ${to} : nouveaux ${fresh}.`,
  goesOn: (to) => ` Les fichiers vont jusqu’au ${to} : ces jours-là ne sont pas encore comptés.`,
  hours: (days) =>
    `Quand tes abonnés étaient en ligne : ${days} jours. TikTok ne garde que les sept derniers, donc apporte-le chaque semaine.`,
  accounts: (count) => `${count} comptes.`,
  notStored: (until) => `**Rien n’est encore gardé.** \`Garder\` marche jusqu’au ${until}.`,
  nothingNew:
    'Tout ce qui est dans ces fichiers est déjà connu. Rien n’a été gardé, et il n’y a rien à faire.',
  nothingFound: 'Je n’ai rien trouvé dans ces fichiers que je puisse garder.',
  store: 'Garder',
  cancel: 'Annuler',
  cancelled: 'Rien n’a été gardé, et ce que j’avais lu a disparu.',

  assumed: 'Ce que je tiens pour vrai',
  leftOut: 'Laissé de côté',
  moreLeft: (count) => `… et ${count} de plus, dans le fichier ci-dessous.`,
  leftFile: 'Ce qui est laissé de côté, avec fichier, ligne et raison',
  moreAssumed: (count) => `… et ${count} de plus, dans le fichier ci-dessous.`,
  assumedFile: 'Ce que je tiens pour vrai, ligne par ligne',
  left: (file, line, why) =>
    line === null ? `\`${file}\` : ${why}.` : `\`${file}\`, ligne ${line} : ${why}.`,

  assume: {
    years: (videos) =>
      `Les années de ${videos} : d’après les identifiants dans leurs liens, car TikTok n’en écrit pas.`,
    exportDay: (days) =>
      `Exporté le ${days} : TikTok écrit le jour sans l’année, et je prends la plus récente.`,
    days: (files, to) =>
      `Sans années : ${files}. Je prends les plus récentes qui collent, donc le dernier jour dedans est le ${to}.`,
    today: (files) => `Sans rien sur la date de lecture : ${files}. Je prends aujourd’hui.`,
    accountByName: (files, handle) => `De @${handle}, d’après le nom du fichier : ${files}.`,
    onlyAccount: (files, handle) => `De @${handle}, le seul compte que je te connaisse : ${files}.`,
    translated: (files) =>
      `Avec une première ligne traduite : ${files}. Je n’en ai jamais vu de vraie : regarde bien.`,
    storedResults: (files) =>
      `Avec des formules : ${files}. J’ai pris les résultats enregistrés avec.`,
    notKept: (files) => `Lu, mais je n’en garde rien : ${files}.`,
    notAvailable: (files, days, n) =>
      say(
        '{n, plural, one {{days} jour n’est pas encore compté, ou était avant le compte : {files}. Il reste ouvert, pas à zéro.} other {{days} jours ne sont pas encore comptés, ou étaient avant le compte : {files}. Ils restent ouverts, pas à zéro.}}',
        { n, days, files },
      ),
    lastHours: (files, day) =>
      `Les derniers zéros du ${day} sont des heures pas encore arrivées : ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `« ${shown(why.cell)} » n’est pas un jour que je sais lire`;
      case 'not a count':
        return `« ${shown(why.cell)} » n’est pas un nombre que je sais lire`;
      case 'negative':
        return `« ${shown(why.cell)} » est en dessous de zéro`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'il n’y a pas de lien vers la vidéo'
          : `« ${shown(why.cell)} » n’est pas un lien vers une vidéo`;
      case 'more than views':
        return `« ${shown(why.cell)} » dépasse les ${shown(why.views)} vues`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} valeurs là où la première ligne en a ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'C’est ton archive personnelle',
  personal:
    'C’est « Télécharger tes données » de TikTok. Elle contient tes messages privés, adresses et numéro de téléphone, donc je ne l’ai pas lue, et je n’en ai rien gardé.\n\n**Supprime le message ou le fichier partout où tu l’as envoyé.** Ce qu’il me faut est dans TikTok Studio sur le web : **Statistiques → Télécharger les données**.',
  tooMuch:
    'Ces fichiers ont demandé plus de temps ou de mémoire que n’importe quel export de TikTok, donc j’ai arrêté. Rien n’a été gardé. Envoie-les un par un, en CSV.',
  notAnAccount: (typed) =>
    `« ${typed} » n’est pas un compte TikTok. Écris son pseudo, comme \`mia\`, ou le lien du profil. Rien n’a été gardé.`,

  stored: (o) =>
    `C’est gardé : ${[o.readings, o.days].filter((one) => one !== '').join(', ')}. Rien que pour toi.`,
  storedReadings: (count, n) =>
    say('{n, plural, one {{count} relevé} other {{count} relevés}}', { n, count }),
  storedDays: (count, n) =>
    say('{n, plural, one {{count} jour} other {{count} jours}}', { n, count }),
  see: 'Regarde `/history list`, `/history trend`, `/insights signals` ; pour les jours `/history account`.',
  undoUntil: (time) => `Tu peux annuler jusqu’au ${time}.`,
  undo: 'Annuler cet import',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Celle-ci m’apprend le plus} =3 {Ces trois m’apprennent le plus} other {Ces deux m’apprennent le plus}}',
        { count },
      ),
    intro: (others, gain) =>
      `Avec leurs vrais favoris, les fourchettes de tes autres vidéos (${others}) deviennent environ **${gain} plus étroites**. Le nombre est à côté du signet.`,
    video: (place, title, views) => `${place}. ${title} (${views} vues)`,
    button: (place) => `Vrais favoris : ${place}`,
    told: (narrower, others) =>
      `Merci. Les fourchettes de tes autres vidéos (${others}) sont **${narrower} plus étroites** maintenant.`,
    toldNothing: 'Merci. C’est gardé à côté de l’estimation, et ça m’apprend quelque chose.',
    soFar: (told, n, narrower) =>
      say(
        '{n, plural, =1 {Ton vrai chiffre a rendu les fourchettes de tes autres vidéos {narrower} plus étroites.} other {Tes {told} vrais chiffres ont rendu les fourchettes de tes autres vidéos {narrower} plus étroites.}}',
        { n, told, narrower },
      ),
    done: 'Rien d’autre ne resserrerait beaucoup tes fourchettes. Donne de temps en temps les favoris de nouvelles vidéos.',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle} par jour`,
  subtitle: (days) => `${days} · un trou est un jour que je ne connais pas`,
  followers: 'abonnés',
  viewers: 'spectateurs',
  views: 'vues',
  grown: (o) => `**${o.change} abonnés** du ${o.from} au ${o.to} : ${o.now} à la fin.`,
  viewersLine: (mean, days) => `Environ ${mean} spectateurs par jour (sur ${days} jours).`,
  viewsLine: (sum, days) => `${sum} vues de ton compte en ${days} jours.`,
  missing: (days, n) =>
    say(
      '{n, plural, one {{days} jour entre-temps n’est pas connu.} other {{days} jours entre-temps ne sont pas connus.}}',
      { n, days },
    ),
  hoursTitle: 'Quand tes abonnés étaient en ligne',
  hours: (hours, days) =>
    `Surtout vers ${hours}, à l’heure de ton compte (sur ${days} jours). Ça ne promet rien pour un post.`,
  hoursKeep: 'TikTok n’en garde que sept jours : importe-le chaque semaine, sinon c’est perdu.',
  others: (handles) => `Je connais aussi ${handles} : choisis avec \`account\`.`,
  onlyYou: 'Rien que pour toi.',
  noneTitle: 'Encore aucun jour de compte',
  none: 'Dans TikTok Studio sur le web, choisis **Statistiques → Télécharger les données**, pour Vue d’ensemble, Spectateurs et Abonnés. Puis envoie les fichiers avec `/import`.',
  noneInDays: (days, last) =>
    `Rien sur ${days}. Le dernier jour que je connais est le ${last} : demande plus de \`days\`.`,
  noAccount: (typed, known) =>
    `Je ne connais aucun jour de « ${typed} ».${known === '' ? '' : ` Je connais ceux de ${known}.`}`,
  noPicture: 'Le graphique ne peut pas être dessiné pour l’instant ; voici ce qu’il montre.',
  alt: (o) =>
    `Courbe de @${o.handle}, ${o.days} : abonnés en haut, spectateurs et vues du compte en bas, par jour ; les trous sont des jours pas connus. ${o.facts}`,
};
