import type { Language } from '../words.js';
import { say } from './say.js';

export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Indice de favoris',
    saves: 'Favoris estimés',
    rate: 'Taux de favoris',
    why: 'Pourquoi',
    next: 'À essayer',
  },
  buttons: {
    how: 'Comment ?',
    realSaves: 'Vrais favoris',
    changeSaves: 'Modifier les favoris',
    newNumbers: 'Nouveaux chiffres',
    edit: 'Modifier',
    whichAccount: 'Quel compte ?',
    remind: 'Rappelle-moi',
  },
  account: {
    ask: 'Elle vient duquel de tes comptes ? Son estimation apprend alors des vrais chiffres que tu as donnés pour ce compte, et les siens servent aux autres vidéos du compte.',
    none: 'Je ne connais plus aucun compte à toi. Note la vidéo avec son lien, et je le connaîtrai à nouveau.',
    choose: 'Choisis le compte',
    kept: (handle) => `C’est gardé : compte @${handle}. Le score a été recalculé.`,
  },
  turn: {
    'with it': ' · ensuite : avec',
    'without it': ' · ensuite : sans',
  },
  untitled: { video: 'Ta vidéo', photo: 'Ton post photo' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} vues, ${likes} likes, ${comments} commentaires, ${shares} partages${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Pour les classements : `/leaderboard join`',
  shortLink: 'Un lien court cache le compte et le jour.',
  categoryFromLast: (category) => `Comme ta dernière vidéo : ${category}.`,
  category: {
    educational: 'éducatif',
    entertaining: 'divertissant',
    inspirational: 'inspirant',
    aesthetic: 'esthétique',
    valuable: 'infos utiles',
  },
  kinds: {
    educational: 'éducatif',
    entertaining: 'divertissant',
    inspirational: 'inspirant',
    aesthetic: 'esthétique',
    valuable: 'utile',
  },
  categoryMenu: 'À quoi sert cette vidéo ?',
  secondReading: (since, views) => `${views} vues (dernier relevé ${since}).`,
  verdict: {
    estimated: (saves, n, low, high) =>
      low === high
        ? `**Environ ${savesIn(saves, n)}**`
        : `**Environ ${savesIn(saves, n)}** (${low} à ${high})`,
    counted: (saves, n) =>
      say('{n, plural, one {**{count} favori, compté**} other {**{count} favoris, comptés**}}', {
        n,
        count: saves,
      }),
    scored: (saves, grade, than, lesson) =>
      `${saves} : ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `bat ${percent} % ${others}`,
    below: (percent, others) => `sous ${percent} % ${others}`,
    others: 'des vidéos de sa taille',
    othersOfItsKind: 'à genre et taille égaux',
    tooEarly: (saves) => `${saves} pour l’instant : trop tôt pour juger`,
    tooSmall: (saves, views) => `${saves} : trop peu de vues pour juger, il en faut ${views}`,
    noViews: '**Personne n’a encore regardé.** Reviens quand il y aura des vues.',
  },
  grades: { low: 'faible', usual: 'normal', good: 'bien', great: 'super' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (heuristique), ${low} à ${high} / 100`,
  tooEarly: (back) => (back === null ? 'trop tôt' : `trop tôt : reviens ${back}`),
  tooSmall: (back) => (back === null ? 'trop petit' : `trop petit : reviens ${back}`),
  estimated: (saves, low, high) => `**${saves}** (fourchette à 80 % : ${low} à ${high})`,
  estimatedFew: (saves) => `environ **${saves}** : trop peu de gens ont regardé`,
  noSaves: '0 pour l’instant',
  guessed: (saves, low, high) => `**${saves}** (une supposition : ${low} à ${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, supposé : ${saves}${low === high ? '' : ` (${isMeasured ? '80 % : ' : ''}${low} à ${high})`}`,
  rateEstimated: (rate, low, high) => `${rate} % des vues (${low} à ${high} %)`,
  rateTold: (rate) => `${rate} % des vues, selon ton comptage`,
  rateTiny: 'moins de 0,01 % des vues',
  noRate: 'pas encore de vues',
  rateSmall: 'trop peu de vues pour un taux',
  whyNoViews: 'Il n’y a encore rien à comparer.',
  whySmall: (views) => `${views} vues, c’est trop peu pour le dire.`,
  whyFew: 'Ces chiffres n’amènent presque pas de favoris.',
  whyEven: 'Rien ne ressort pour sa taille.',
  whyFirst: (signal, size, percent) => `${signal} : ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same'
      ? 'compté pareil'
      : `compté ${percent} de ${than === 'more' ? 'plus' : 'moins'}`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Tu as compté ce que je supposais'
      : `Compté : ${percent} de ${than === 'more' ? 'plus' : 'moins'} que supposé`,
  lessons: {
    low: 'J’ai visé trop bas.',
    high: 'J’ai visé trop haut.',
    close: 'J’étais tout près.',
    'which account': 'Quel compte ?',
  },
  sizes: {
    'many times': 'plusieurs fois plus',
    'three times': 'environ le triple',
    twice: 'environ le double',
    'much more': 'nettement plus',
    more: 'un peu plus',
    less: 'un peu moins',
    'much less': 'nettement moins',
    half: 'environ la moitié',
    'far less': 'beaucoup moins',
  },
  experiment: (name, videos, without) =>
    `« ${name} » : ${videos} avec, ${without} sans. Ensuite : **sans**.`,
  footer: {
    photo: 'Photo : une supposition',
    model: (version) => `modèle ${version}`,
  },
  signals: {
    level: 'niveau',
    views: 'vues',
    likes: 'likes',
    comments: 'commentaires',
    shares: 'partages',
    'watch time': 'visionnage',
    'follower growth': 'abonnés',
    category: 'catégorie',
    'your community': 'vrais favoris d’autres',
    'your own videos': 'tes vrais favoris',
    limit: 'pas plus que les vues',
  },
};

function savesIn(count: string, n: number): string {
  return say('{n, plural, one {{count} favori} other {{count} favoris}}', { n, count });
}
