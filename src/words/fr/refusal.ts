import type { Language } from '../words.js';
import { say } from './say.js';

type Unreadable = Parameters<Language['refusal']['unreadable']>[0];
type CountProblem = Exclude<
  Unreadable,
  { option: 'link' | 'posted' | 'duration' | 'watch_time' }
>['why'];
type LinkProblem = Extract<Unreadable, { option: 'link' }>['why'];

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` ou `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `est vide. Tape-le comme TikTok l’affiche, par exemple ${COUNT_EXAMPLES}.`,
  negative: 'ne peut pas être en dessous de zéro.',
  fraction: `donne un bout de personne. Tape un nombre entier, ou une forme courte comme ${COUNT_EXAMPLES}.`,
  ambiguous:
    'peut vouloir dire plusieurs nombres selon la langue. Tape tous ses chiffres, par exemple `541200`.',
  unreadable: `n’est pas un nombre que je sais lire. Tape-le comme TikTok l’affiche, par exemple ${COUNT_EXAMPLES}.`,
  'too large':
    'dépasse tout ce que TikTok a jamais affiché. Cherche un chiffre ou une lettre de trop.',
};

const needed = 'Ouvre le post et fais Partager → Copier le lien, ou laisse l’option vide.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'n’est pas un lien. Copie-le dans TikTok avec Partager → Copier le lien, ou laisse l’option vide.',
  'not tiktok':
    'n’est pas un lien TikTok. Copie-le dans TikTok avec Partager → Copier le lien, ou laisse l’option vide.',
  'no video in it': `mène à TikTok, mais pas à une vidéo ni à un post photo. ${needed}`,
  profile: `est un profil TikTok, pas une de ses vidéos. ${needed}`,
  live: `est un live, qui n’a pas de favoris. ${needed}`,
  sound: `est un son sur TikTok, pas une vidéo avec. ${needed}`,
  list: `est une liste de vidéos sur TikTok, pas l’une d’elles. ${needed}`,
  shop: `est une page de TikTok Shop, pas une vidéo. ${needed}`,
  'cut off': `est coupé : son numéro n’y est pas en entier. ${needed}`,
  studio:
    'est une page de TikTok Studio, mais pas celle d’une vidéo. Ouvre là-bas les statistiques de la vidéo, ou le post lui-même, et copie ce lien ; ou laisse l’option vide.',
  login: `est la page de connexion de TikTok, sans vidéo derrière. ${needed}`,
};

/** Two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}** : \`${typed}\``;
}

export const refusal: Language['refusal'] = {
  title: 'Il y a un truc qui cloche',
  nothingStored: 'Rien n’a été gardé.',
  commandHeading: 'À renvoyer',
  commandHint: 'Copie, corrige ce qui est nommé plus haut, et envoie :',
  correctedHint: 'Copie et envoie :',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} n’est pas une durée que je sais lire. Tape des secondes, ou minutes et secondes : \`34\` ou \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves** : ${problem.saves} favoris pour ${problem.views} vues, c’est impossible : personne ne met une vidéo en favoris sans qu’une vue soit comptée. Regarde encore les deux nombres.`;
      case 'posted in the future':
        return `**posted** : ${problem.posted} est encore à venir, partout sur terre. Tape le jour où la vidéo est devenue publique. L’année dans la commande ci-dessous n’est qu’une supposition.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} n’est pas une heure que je sais lire. Tape heures et minutes, par exemple \`18:00\`, \`09:30\` ou \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} n’est pas un fuseau horaire que je connais. Tape la grande ville la plus proche ou le pays, par exemple \`Berlin\`, \`Hanoi\` ou \`Japan\`.`;
    }
  },
  onlyTheAuthor:
    'Seule la personne qui a tapé ces chiffres peut faire ça. Utilise `/score` pour une vidéo à toi.',
  readingGone: 'Ces chiffres ne sont plus gardés, ou pas ici. Utilise `/score` pour les renvoyer.',
  draftGone:
    'Je garde ces chiffres 15 minutes, et c’est passé. **Rien n’a été gardé.** Utilise `/score` pour les renvoyer.',
  videoGone:
    'Je ne connais pas cette vidéo de toi. Regarde avec `/history list` ce qui est gardé, ou commence à taper son titre dans `/history video` et choisis dans la liste.',
  undoGone:
    'Ça ne peut plus s’annuler : c’est déjà fait, plus d’un jour a passé, ou d’autres changements sont venus entre-temps. `/history list` montre ce qui est gardé.',
  twoPosts:
    'Ces deux-là ont des identifiants différents dans leurs liens TikTok, donc ce sont deux posts. **Rien n’a changé.** Si un lien était faux, retire ce relevé et refais `/score` avec le bon.',
  notShownHere:
    'Ce membre n’a pas accepté d’apparaître sur ce serveur, ou n’y est pas. Pour apparaître, il faut faire `/leaderboard join`.',
  storedAlready: 'C’est déjà gardé. Rien n’a été gardé deux fois.',
  onlyInAServer: 'Ça ne marche que sur un serveur. Fais-le dans un salon du serveur en question.',
  questionGone:
    'Ce genre de question ne vaut que 15 minutes, et c’est passé. **Rien n’a été supprimé.** Refais `/data delete`.',
  tooOften: (when) =>
    `C’est plus que ce que je fais d’un coup pour un membre ou un serveur, pour qu’il y ait de la place pour tout le monde. **Rien n’a été gardé.** Renvoie ça ${when}.`,
  onlyManagers:
    'Seuls les membres avec la permission **Gérer le serveur** peuvent faire ça. Demande à l’un d’eux, ou à la personne propriétaire du serveur.',
  notAWeek: (typed) =>
    `${named('week', typed)} n’est pas une semaine que je sais lire. Tape-la comme \`2026-W47\`, ou choisis dans la liste qui s’ouvre en tapant. Sans \`week\`, tu as la semaine en cours.`,
  weekToCome: (week) =>
    `${week} est encore à venir. Laisse \`week\` vide pour la semaine en cours.`,
  weekBefore: (week) =>
    `${week} était finie avant mon arrivée sur ce serveur, donc je n’en ai rien. Laisse \`week\` vide pour la semaine en cours.`,
};

export const doubtful: Language['doubtful'] = {
  title: 'Tu veux dire quoi ?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} dépasse les vues, lu dans ta langue. Tu voulais dire {readings} ?} other {• {value} peut être {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)} : je connais une vidéo avec ce titre.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `La même, publiée le ${day}` : `La même, dernier relevé le ${day}`,
  newVideo: 'Une nouvelle',
  description: (items) =>
    `${items.join('\n')}\n\n**Rien n’est encore gardé.** Appuie sur le bon choix dans les 15 minutes.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: 'vues',
  comments: 'commentaires',
  shares: 'partages',
  saves: 'favoris',
  new_followers: 'nouveaux abonnés',
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ou ${words.at(-1) ?? ''}`;
}

export const improbable: Language['improbable'] = {
  title: 'Regarde encore une fois',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Rien n’est encore gardé.** Si les chiffres sont justes, appuie sur **Garder quand même** dans les 15 minutes. Sinon, renvoie-les simplement.`,
  choose: 'Ou appuie sur ce que tu voulais dire.',
  button: 'Garder quand même',
  stored: 'C’est gardé.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}** : ${found.typed} dépasse les ${found.views} vues. Une vue vient presque toujours d’abord.`;
      case 'more than ever':
        return `**views** : je lis ${found.typed} comme ${format(found.views)}, plus qu’aucune vidéo n’a jamais eu. La forme courte voulait dire quelque chose de plus petit ?`;
      case 'may be less':
        return `**${found.option}** : ${found.typed}, c’est ${format(found.read)} dans ta langue, et moins dans une autre. Presque aucune vidéo n’en a eu autant. Tu voulais dire le plus petit nombre ?`;
      case 'unlike before':
        return `**${found.option}** : je lis ${found.typed} comme ${format(found.read)}. Dans tes derniers relevés, c’était ${found.least === found.most ? format(found.most) : `${format(found.least)} à ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time** : ${found.watchTime} secondes par vue, c’est plus de quatre fois les ${found.duration} secondes de la vidéo. C’est bien la moyenne, en secondes ?`;
      case 'saves far from the estimate':
        return `**saves** : ${format(found.saves)} est loin des ${format(Math.round(found.low))} à ${format(Math.round(found.high))} que j’attendrais d’après les autres chiffres.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'est vide. Tape le jour où la vidéo est devenue publique en `YYYY-MM-DD`, par exemple `2026-11-01`.';
    case 'ambiguous':
      return `peut être ${why.candidates.map((date) => `\`${date}\``).join(' ou ')}. Tape une de ces dates.`;
    case 'no such day':
      return 'n’est pas un jour du calendrier. Tape-le en `YYYY-MM-DD`, par exemple `2026-11-01`.';
    case 'before TikTok':
      return 'est d’avant TikTok. Regarde encore l’année.';
    case 'unreadable':
      return 'n’est pas un jour que je sais lire. Tape-le comme `2026-11-01`, `1 Nov`, `yesterday` ou `3d ago`.';
  }
}
