import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Beside = NonNullable<Parameters<Language['tips']['own']['pattern']>[1]>;

const besides: Readonly<Record<Beside, string>> = {
  own: 'Par rapport à tes propres vidéos. ',
  others: 'Par rapport aux vidéos comparables ; pour toi, c’est comme d’habitude. ',
  'maybe own': 'Par rapport à tes propres vidéos. ',
  'maybe others': 'Par rapport aux vidéos comparables. ',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'doc TikTok',
    'a signal TikTok names': 'signal TikTok',
    'large study': 'grande étude',
    heuristic: 'heuristique',
  },
  bases: {
    'documented by TikTok': 'documenté par TikTok',
    'a signal TikTok names': 'un signal cité par TikTok',
    'large study': 'grande étude',
    heuristic: 'heuristique',
  },
  basis: (basis, source, checked) => `${basis} : ${source} · ${checked}`,

  own: {
    title: 'Quoi essayer ensuite',
    video: (title, views, others) =>
      `**${title}**, ${views} vues, à côté de tes ${others} autres vidéos jugeables. Rien que pour toi.`,
    untitled: 'Ta vidéo la plus récente',
    fields: {
      numbers: 'Les chiffres',
      next: 'À essayer',
      call: 'Une façon de demander un favori',
      missing: 'Ce qui en dirait plus',
    },
    pattern: (words, beside) => `${words} ${beside === null ? '' : besides[beside]}*(heuristique)*`,
    patterns: {
      'seen-not-liked':
        '**Vue, mais pas likée.** Parmi les gens qui la voient, moins de likes que d’habitude. Elle perd du monde au début, avant qu’on puisse partager ou garder quoi que ce soit.',
      'liked-not-shared':
        '**Likée, mais pas partagée.** On la like autant que d’habitude, et on la partage moins que d’habitude.',
      'shared-not-saved':
        '**Partagée, mais pas en favoris.** On l’envoie à d’autres, et on la garde pour soi moins que d’habitude.',
      'watched-not-saved':
        '**Regardée, mais pas en favoris.** On reste aussi longtemps que d’habitude, et on la garde moins que d’habitude.',
      'saved-no-follows':
        '**En favoris, mais pas d’abonnés.** On la garde autant que d’habitude, et on s’abonne moins que d’habitude.',
      'doing-well': '**Elle marche bien.** On la garde nettement plus que d’habitude.',
      'few-views': '**Peu de vues.** Trop peu pour voir un schéma.',
      'too-early': '**Trop tôt.** Ses chiffres bougent encore trop pour voir un schéma.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Pas de schéma clair.** Quelque chose est sous l’habitude, comme le montrent les chiffres, mais sans dire où tu perds les gens.'
        : '**Pas d’étape faible.** Aucune n’est nettement sous ton habitude, ni sous les vidéos comparables.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Moins de favoris que d’habitude.** Aucune autre étape ne dit où tu perds les gens.'
          : '**Plus de favoris que d’habitude.** Pas sûr qu’elle marche bien : les vidéos comparables sont souvent autant gardées.'
        : `**Les favoris sont peut-être ${maybe === 'lower' ? 'plus bas' : 'plus hauts'} que d’habitude.** Ils sont estimés, et la fourchette laisse la question ouverte : compte-les pour savoir.`,
    steps: {
      likes: '% des vues : likes',
      shares: '% des likes : partages',
      watch: '% de la durée : regardé',
      saves: '% des vues : favoris',
      followers: 'nouveaux abonnés pour 10 000 vues',
    },
    step: (value, what, compared) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'estimé',
    told: 'compté par toi',
    usual: (value, videos) => `d’habitude ${value}, ${videos} vidéos`,
    comparable: (value) => `vidéos comparables ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Les favoris sont tes propres comptages, aussi dans celles qui servent à comparer.'
        : `Les favoris sont estimés pareil dans les ${all} vidéos, entre autres à partir des likes et partages : compte-les à l’écran avant de te fier à un schéma.`,
    missing: {
      saves: 'le nombre à côté du signet : appuie sur **Vrais favoris** sous un score',
      watch: (needed) =>
        `\`watch_time\` et \`duration\` dans \`/score\`, pour cette vidéo et ${needed} autres : là, je peux dire si elle a été regardée sans être gardée`,
      followers: (needed) =>
        `\`new_followers\` dans \`/score\`, pour cette vidéo et ${needed} autres : là, je peux dire si les gens qui la gardent s’abonnent`,
      category: '`category` dans `/score` : là, conseils et formules vont avec le genre de vidéo',
    },
  },

  tooLittle: {
    title: 'Pas encore assez pour le dire',
    description: (judged, needed) =>
      say(
        'Je mets ta vidéo la plus récente à côté de tes autres, et il me faut **{needed}** vidéos avec au moins 1 000 vues et un jour d’âge. {judged, plural, =0 {Je n’en connais aucune} other {J’en connais {judged}}} : encore **{more}** et je peux le dire. Rien que pour toi.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      say(
        '{count, plural, =1 {Une autre est trop petite, ou était trop récente quand tu l’as tapée : retape ses chiffres quand elle aura grandi.} other {{count} autres sont trop petites, ou étaient trop récentes quand tu les as tapées : retape leurs chiffres quand elles auront grandi.}}',
        { count },
      ),
    add: 'En ajouter une',
    addHow: (example) =>
      `Tape les chiffres d’une vidéo comme ils sont dans TikTok, avec un titre que tu reconnaîtras :\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Trois nœuds posted:2026-11-02',
    meanwhile: 'En attendant',
    meanwhileHow: '`/tips` avec `category` a des conseils pour chaque genre de vidéo.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]} : à garder`,
    own: '**Pour ce genre de vidéo**',
    keeping: '**Pour tout ce qui doit être gardé**',
    calls: 'Façons de demander un favori',
    callsNote:
      'Une raison, dite une fois, près de ce qu’il faut garder. Est-ce que demander apporte plus de favoris ? *Non prouvé* (vérifié le 2026-11-23) : compare tes propres vidéos avec et sans.',
    footer: 'Aucun conseil ici ne promet rien : ce qu’on garde dépend surtout du sujet.',
  },

  call: (wording) => `• « ${wording} »`,

  calls: {
    educational: [
      'Tu voudras l’étape trois sous les yeux quand tu essaieras.',
      'La liste complète est sur le dernier écran, pour le jour où il te la faut.',
      'Mets celle-ci là où tu gardes tes recettes.',
    ],
    entertaining: [
      'Quelqu’un que tu connais en aura besoin un lundi pourri.',
      'Pour la prochaine fois que le groupe ne répond plus.',
      'La partie deux n’aura aucun sens sans celle-ci.',
    ],
    inspirational: [
      'Mets ça là où tu le retrouveras un jour difficile.',
      'Relis la phrase dans un mois.',
      'Pour le matin où tu n’as pas envie de commencer.',
    ],
    aesthetic: [
      'L’endroit est dans le texte, pour quand tu passes dans le coin.',
      'Les couleurs sont listées à la fin, pour les essayer toi-même.',
      'Pour ton prochain moodboard.',
    ],
    valuable: [
      'Tu n’en as pas besoin aujourd’hui. Le jour où tu déménages, si.',
      'Les chiffres sont sur le dernier écran, avec le jour où ils étaient vrais.',
      'Dix secondes pour la garder, une heure pour la retrouver.',
    ],
  },
};
