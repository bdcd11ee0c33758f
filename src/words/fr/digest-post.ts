import { plain } from '../../lib/clip.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { say } from './say.js';

/** The kinds of videos as adjectives behind « vidéos »; a choice's name would not agree with it. */
const videosOf = {
  educational: 'vidéos éducatives',
  entertaining: 'vidéos divertissantes',
  inspirational: 'vidéos inspirantes',
  aesthetic: 'vidéos esthétiques',
  valuable: 'vidéos d’infos utiles',
};

export const digestPost: Language['digestPost'] = {
  title: (days) => `La semaine · ${days}`,
  quiet:
    'Semaine calme : personne n’a noté de vidéo ici. Fais `/score`, et la prochaine aura de quoi raconter.',
  redacted: 'Il y avait ici quelque chose que la personne a retiré depuis.',

  fields: {
    numbers: 'La semaine en chiffres',
    videos: {
      counted: 'Le plus de favoris à taille égale',
      estimated: 'Le plus de favoris, par estimation',
    },
    improved: { counted: 'Plus forte progression', estimated: 'En progrès, par estimation' },
    worked: 'Ce qui a marché ici',
    tip: 'Une chose à essayer',
    question: 'Une question',
    nudge: 'Un vrai chiffre, s’il te plaît',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Plus de ' : ''}**${videos}** vidéos de **${creators}** personnes${everybody ? '' : ' inscrites'}`,
  rate: (rate, low, high) => `Taux de favoris habituel : **${rate} %** (${low} à ${high} %)`,
  rateCounted: (rate) => `Taux de favoris habituel : **${rate} %**, tout compté`,
  rateOfJoined: ' chez les personnes inscrites',
  rateBefore: (rate, low, high) => ` ; la semaine d’avant ${rate} % (${low} à ${high} %)`,
  rateBeforeCounted: (rate) => ` ; la semaine d’avant ${rate} %`,
  alike: ', à peu près comme la semaine d’avant',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} à ${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator} : ${score}\n${saves}`,
  link: (url) => ` · [voir](${url})`,
  untitled: 'Une vidéo',
  saves: (saves, low, high) => `${saves} favoris (${low} à ${high})`,
  savesCounted: (saves) => `${saves} favoris, comptés`,

  improvement: (creator, before, now) => `${creator} : **${now} / 100**, d’habitude ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}** : score plus haut pour **${better} personnes sur ${creators}**${points === null ? '' : `, en général de ${points} points sur 100`}. *(heuristique)*`,

  tipFor: (categories) => `Pour les ${categories.map((one) => videosOf[one]).join(' ou les ')} :\n`,
  question: (question) => `**${question}** Appuie sur **Comment ?**`,
  nudge:
    'Lis le nombre à côté du signet d’une vidéo, et tape-le comme `saves` dans `/score` ou derrière **Vrais favoris**. Tes prochaines estimations en tiennent compte.',
  footer: 'Heuristique. Noms : membres des classements',

  picture: 'digest.png',

  how: 'Comment ?',

  skipped:
    'Semaine calme jusqu’ici, et les semaines calmes sont sautées : rien ne partirait maintenant. Avec `quiet_weeks` réglé pour poster, ce serait ceci.',
  postedOn: (week, day) => `${week} · posté le ${day}`,
  nonePosted:
    'Aucun résumé n’a encore été posté sur ce serveur. `/digest preview` montre à quoi il ressemblerait.',
  notPosted: (week) =>
    `Aucun résumé de ${plain(week, 40)} n’a été posté sur ce serveur. Choisis-en un dans la liste de \`week\`.`,
  unreadable: (week) =>
    `Le résumé de ${plain(week, 40)} a été posté, mais je n’arrive pas à lire ce que j’en ai gardé. Il est toujours dans son salon ; /digest status y mène.`,
  takenBack: 'Ce que disait ce résumé a été retiré depuis.',
};

function kindOf(what: Parameters<Language['digestPost']['worked']>[0]): string {
  if (what === 'weekend') return 'Vidéos postées le samedi ou le dimanche';
  if (what === 'weekdays') return 'Vidéos postées du lundi au vendredi';
  const kind = videosOf[what];
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

export const digestMore: Language['digestMore'] = {
  title: 'La suite de la semaine',
  fields: {
    numbers: 'La semaine en chiffres',
    improved: 'Plus forte progression',
    card: 'Ce que valaient les estimations',
    tip: 'Une chose à essayer, en entier',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Plus de ' : ''}**${videos}** vidéos de **${creators}** personnes${among(everybody)}`,
  countsBefore: (videos, creators) => ` (la semaine d’avant : ${videos} de ${creators})`,
  rate: (rate, low, high, everybody) =>
    `Taux de favoris habituel : environ **${rate} %** des vues (${low} à ${high} %)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Taux de favoris habituel : **${rate} %** des vues, tout compté${among(everybody)}`,
  alike: ' : à peu près pareil',
  improvement: (creator, before, now, videos, basis) =>
    `${creator} : **${now} / 100**, d’habitude ${before} (${videos} vidéos${basis == null ? '' : basis === 'counted' ? ', comptées' : ', estimées'})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '**{truths}** vrais chiffres{among} : {judged, plural, =0 {tous trop petits pour juger la fourchette} other {fourchette juste **{inside}** fois sur {judged}, elle est faite pour 8 sur 10}} ; en général un écart d’un facteur de {factor}.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · la suite avec \`/faq ask\``,
};

function among(everybody: boolean): string {
  return everybody ? '' : ' parmi les membres qui ont accepté d’apparaître';
}

export const digestHow: Language['digestHow'] = {
  title: 'Comment ce résumé est fait',
  intro:
    'À partir de ce qui a été noté sur ce serveur, hors privé, dans les sept jours avant le post. Pour chaque vidéo, le dernier relevé de la semaine compte. Un membre n’est nommé que s’il a accepté avec `/leaderboard join`.\n\nCe qu’on ne peut pas savoir n’est pas montré : il faut trois personnes pour un total.\n\nTu veux être dans le prochain ? Note une vidéo avec `/score`, et tape le nombre à côté du signet avec **Vrais favoris**.',
  fields: {
    totals: 'Totaux',
    rate: 'Taux de favoris habituel',
    videos: 'Le plus de favoris à taille égale',
    improved: 'Plus forte progression',
    card: 'Ce que valaient les estimations',
    worked: 'Ce qui a marché ici',
  },
  totals: (fewest) =>
    `Montrés seulement s’ils reposent sur ${fewest} personnes ou plus. Les personnes qui n’ont pas accepté d’être nommées y comptent si elles sont elles-mêmes ${fewest} ou plus ; sinon, les totaux portent sur les autres seulement, et le disent.`,
  rate: 'Le taux de favoris du milieu de toutes les vidéos jugeables : au moins 1 000 vues, et un jour d’âge là où on le connaît. Si toutes sont comptées, c’est celui des comptages. Sinon, toutes sont estimées pareil, à partir des likes, commentaires et partages, pour pouvoir comparer les semaines. Sa fourchette va du milieu des bornes basses au milieu des bornes hautes : la fourchette à 80 % si toutes les estimations se trompent ensemble, et plus large que nécessaire sinon. Là où les fourchettes de deux semaines se chevauchent, elles sont à peu près pareilles.',
  videos: (most) =>
    `Les ${most} meilleurs scores par vrais chiffres, et par estimation, des membres qui ont accepté (\`/leaderboard join\`) ; le post montre les trois premiers, vrais chiffres d’abord. Un score dit combien de vidéos comparables avec autant de vues ont eu moins de favoris, donc les gros comptes n’ont pas d’avantage. Entre parenthèses, les fourchettes à 80 % ; toutes les estimations sont faites pareil, à partir des likes, commentaires et partages. Il faut un lien, ou un titre et une date ; la vidéo compte la semaine où elle a pu être jugée pour la première fois. ${SHOWN_MARK} : une capture montrait ses chiffres, personne ne les a tapés. *(heuristique)*`,
  improved: (now, before, weeks) =>
    `Le score du milieu d’au moins ${now} vidéos de cette semaine, au-dessus de celui d’au moins ${before} des ${weeks} semaines d’avant : toutes comptées, ou toutes estimées pareil. Seulement là où le hasard seul n’y arriverait guère, tous les membres regardés ensemble. *(heuristique)*`,
  card: (fewest) =>
    `Le premier vrai chiffre de chaque vidéo, s’il a été donné dans la semaine, face à la première estimation affichée ; à partir de ${fewest} personnes. La fourchette est jugée là où dix favoris ou plus étaient estimés.`,
  worked: (weeks, fewest) =>
    `Chaque catégorie, et week-end ou semaine, face aux autres vidéos des mêmes personnes sur les ${weeks} dernières semaines. Chaque personne compte autant ; dit à partir de ${fewest} personnes, et seulement si le hasard seul ne le donnerait guère dans aucun résumé d’une année (5 % partagés entre tous les essais de 52 semaines). Aucune preuve d’une cause. *(heuristique)*`,
};
