import type { Language } from '../words.js';
import { say } from './say.js';

export const howText: Language['how'] = {
  title: 'Comment c’est calculé',
  intro:
    'Les exports et interfaces de TikTok ne contiennent pas de favoris, donc il faut les estimer, sauf si tu tapes le nombre vu à l’écran. Ici, un *favori*, c’est l’icône signet, pas un téléchargement.',
  fields: {
    inputs: 'Ce que tu as tapé',
    parts: 'Pourquoi, point par point',
    known: 'Ce que je savais',
    formula: 'La formule',
    range: 'La fourchette',
    score: 'Le score',
    origin: 'D’où vient le modèle',
    next: 'À essayer, en entier',
    sources: 'Sources',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name} : ${value}` : `${name} : ${value} (arrondi : ${rounded})`,
  rounded: (half) => `à ± ${half} près environ`,
  truth: (value) => `favoris, comptés par toi : ${value}`,
  formula: (version) =>
    `Le modèle ${version} additionne des courbes lisses des likes par vue, commentaires par like, partages par like, partages par vue et vues, chacune sur une échelle logarithmique, et une table de leurs effets combinés ; la catégorie de la vidéo et les vrais chiffres s’y ajoutent.`,
  factors:
    'Montrés ici comme facteurs, ils se multiplient pour donner l’estimation (de favoris + 1) :',
  formulaSmall:
    'Avec si peu de vues, un produit de facteurs ferait semblant d’être exact, donc je n’en montre pas : quelques personnes décident.',
  range:
    'Elle est faite pour contenir le vrai nombre dans 8 cas sur 10. Pour des personnes que l’ajustement n’avait pas vues, avec des genres de vidéos qu’il connaît, c’est le cas. Ailleurs, elle a tenu dans 84 % des cas quand je ne savais rien (75 % pour ce qu’on garde pour s’en resservir) et 74 à 77 % après de vrais chiffres. Elle est la plus large quand je ne connais ni la catégorie de la vidéo ni aucun vrai chiffre, et se resserre à chaque chose que j’apprends. Petits nombres, nombres arrondis et vidéos inhabituelles l’élargissent.',
  rangePhoto:
    'Pour les posts photo, elle n’est pas mesurée : tous les nombres qui ont servi à ajuster le modèle viennent de vidéos. Je l’élargis au jugé.',
  kinds:
    'Quand je ne savais rien d’autre, j’étais trop bas sur la beauté, la mode, les recettes, l’argent, le gaming et le fitness, surtout pour ce qu’on recherche pour s’en resservir, et trop haut sur l’actu people et les marques.',
  ownReference: 'Il compare à l’intérieur de la catégorie.',
  commonReference: (category) =>
    `Trop peu de vidéos « ${category} » aux favoris connus pour comparer entre elles, donc il compare à tous les genres ; ce qu’on garde pour s’en resservir y a un score élevé.`,
  reference: {
    videos: (videos) =>
      `vrais favoris de ${videos} vidéos publiques, surtout vietnamiennes et populaires, comparées à nombre de vues égal`,
    every: (videos) =>
      `vrais favoris de ${videos} vidéos publiques de tout genre, surtout vietnamiennes et populaires, comparées à nombre de vues égal`,
    kind: (videos, kind) =>
      `vrais favoris de ${videos} vidéos publiques du genre « ${kind} », surtout vietnamiennes et populaires, comparées à nombre de vues égal`,
  },
  score: (reference) =>
    `Il situe le taux de favoris dans ce groupe : ${reference}. 78 veut dire que 78 sur 100 ont eu moins de favoris, et 50 est le milieu. C’est une heuristique pour comparer des vidéos, pas une donnée publiée par TikTok.`,
  origin: (rows, creators, until, vietnamese) =>
    `Ajusté sur ${rows} vidéos publiques de ${creators} personnes jusqu’au ${until} : surtout populaires, ${vietnamese} % vietnamiennes, aucun post photo. Les niches diffèrent plus que tout le reste, donc pour ton genre de vidéo il peut se tromper toujours du même côté. Les vrais chiffres que tu ajoutes corrigent ça pour ton compte, et dès que trois membres d’un serveur en ont ajouté, un peu pour tout le monde là-bas.`,
  assumptions:
    'Durée de visionnage et nouveaux abonnés comptent peu et élargissent la fourchette : tout ce qu’on en sait vient de 140 vidéos d’une seule personne.',
  links:
    'Un lien me dit le compte, et son numéro la seconde de la mise en ligne. Les liens courts ne disent ni l’un ni l’autre : seulement si la personne qui gère ce bot l’a activé, je demande à TikTok, une fois, où l’un d’eux mène ; il apprend alors le lien et rien sur toi.',
  sources:
    'Ce que TikTok affiche et exporte : `/faq saves` a chaque réponse avec sa source et la date de vérification.',
  judging: (views) =>
    `En dessous de ${views} vues, ou dans les premières 24 heures, pas de score : quelques favoris de plus ou de moins en décideraient.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Avec ${views} vues, quelques personnes décident : on s’attend à ${high} favoris, et un de plus ou de moins ne dit rien.`
        : `Avec ${views} vues, quelques personnes décident : on s’attend à n’importe quoi entre ${low} et ${high} favoris.`,
    few: (saves, low, high) =>
      `Presque personne ne met en favoris une vidéo avec ces chiffres : environ ${saves}, et on s’attend à n’importe quoi entre ${low} et ${high}.`,
    base: (saves, views) => `Une vidéo typique de ${views} vues : environ ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category} : ces vidéos sont gardées environ ${times} fois autant qu’une vidéo dont je ne sais rien`,
    rest: (percent) => `${percent} petites choses et arrondi`,
    even: 'Rien ne ressort : elle ressemble beaucoup à une vidéo typique de sa taille.',
    estimate: (saves) => `Ça donnait une estimation de ${saves}.`,
    count: (percent, count) => `${percent} ce que tu as compté : ${count}`,
    countSmall: (count) => `Tu as compté ${count}.`,
  },
  hit: 'L’estimation était quasi juste.',
  missed: (factor, direction, isInside) =>
    `L’estimation était trop ${direction === 'low' ? 'basse' : 'haute'} d’un facteur de ${factor} : ${isInside ? 'dans' : 'hors de'} sa fourchette.`,
  known: {
    little: (low, high, of) =>
      `**Quelque part entre ${low} et ${high} favoris.** ${littleKnownOf[of]}, donc retiens la fourchette, pas le nombre.`,
    learned: (count) =>
      say(
        '{count, plural, one {Appris du seul vrai chiffre que tu m’as donné.} other {Appris des {count} derniers vrais chiffres que tu m’as donnés.}}',
        { count },
      ),
    learnedHere: (count) =>
      `Appris des ${count} derniers vrais chiffres que d’autres m’ont donnés sur ce serveur.`,
    noAccount:
      'Je ne sais pas de quel compte est cette vidéo, donc aucun de tes vrais chiffres n’a aidé ici. Donne son lien, ou appuie sur **Quel compte ?**',
    noAccountSince:
      'Tu as noté plusieurs comptes depuis. Je ne sais pas duquel est cette vidéo, donc un comptage n’apprendrait rien à aucun. Donne son lien, ou appuie sur **Quel compte ?**',
    askForTruth:
      'Tu vois le nombre à côté du signet ? Appuie sur **Vrais favoris** : tes prochaines estimations en tiennent compte.',
    learns: 'Tes prochaines estimations tiennent compte de ce comptage.',
    shortLink:
      'Un lien court ne me dit ni le compte ni le jour. Le lien complet, si : ouvre la vidéo dans un navigateur et copie son adresse.',
    photo:
      'C’est un post photo. L’estimation n’a été ajustée que sur des vidéos : son erreur ici n’est pas mesurée, et j’apprends seulement de tes propres posts photo.',
    experiment: (name, needed) =>
      `Je conclus sur « ${name} » à ${needed} de chaque dont tu as compté les favoris.`,
    experimentReady: (name) => `\`/insights signals\` compare les vidéos avec et sans « ${name} ».`,
  },
  signals: {
    level: 'niveau',
    views: 'vues',
    likes: 'likes pour ses vues',
    comments: 'commentaires pour ses likes',
    shares: 'partages',
    'watch time': 'durée de visionnage (hypothèse fragile)',
    'follower growth': 'nouveaux abonnés (hypothèse fragile)',
    category: 'catégorie de la vidéo',
    'your community': 'vrais chiffres d’autres membres de ce serveur',
    'your own videos': 'tes propres vidéos avec de vrais chiffres',
    limit: 'pas plus de favoris que de vues',
  },
};

const littleKnownOf = {
  video: 'Je ne sais encore rien de tes vidéos ni de la catégorie de celle-ci',
  photo: 'Je ne sais encore rien de tes posts photo ni de la catégorie de celui-ci',
  account: 'Je ne connais ni sa catégorie, ni duquel de tes comptes elle vient',
} as const;
