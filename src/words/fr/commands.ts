import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description:
      'Note une vidéo : combien de gens l’ont mise en favoris, avec une fourchette honnête',
    options: {
      views: 'Comme TikTok l’affiche : 541200, 541,200, 541.2K ou 1,2 Mio.',
      likes: 'Comme TikTok l’affiche',
      comments: 'Comme TikTok l’affiche',
      shares: 'Comme TikTok l’affiche',
      saves: 'Si tu le vois : le nombre à côté de l’icône signet',
      screenshot: 'Une capture de la vidéo dans TikTok, à la place des chiffres',
      screenshot2: 'Une deuxième, pour ce que la première ne montre pas',
      link: 'Le lien de la vidéo : les relevés suivants rejoignent son historique',
      title: 'Comment tu appelles la vidéo',
      posted: 'Le jour où elle est devenue publique : 2026-11-01, 1 Nov, yesterday, 3d ago',
      category: 'À quoi sert la vidéo',
      duration: 'Durée de la vidéo en secondes',
      watch_time: 'Durée moyenne de visionnage en secondes (statistiques de la vidéo)',
      new_followers: 'Nouveaux abonnés qu’elle a apportés (statistiques de la vidéo)',
      trying: 'Un nom pour un changement que tu testes sur tes vidéos',
      private: 'La réponse n’est que pour toi, et n’apparaît jamais ailleurs',
    },
    categories: {
      educational: 'Éducatif',
      entertaining: 'Divertissant',
      inspirational: 'Inspirant',
      aesthetic: 'Esthétique',
      valuable: 'Infos utiles',
    },
  },
  faq: {
    description: 'Ce qu’on sait des favoris, vues et chiffres sur TikTok, avec verdicts et sources',
    ask: {
      description: 'Pose une question sur les favoris, les vues, les statistiques ou la portée',
      question: 'Ta question, avec tes mots',
    },
    topics: { description: 'Tous les thèmes que je connais, et leurs questions' },
    saves: {
      description: 'Ce que sont les favoris, qui les voit, et comment marche l’indice de favoris',
      question: 'Commence à taper ta question, ou laisse vide pour l’aperçu',
    },
  },
  insights: {
    description: 'Ce que disent tes propres chiffres, et à quel point c’est sûr',
    signals: 'Lesquels de tes chiffres bougent avec tes favoris, et ce que tes tests ont donné',
    categories: 'Tes catégories comparées, et à quel point c’est sûr',
    accuracy: 'De combien mes estimations de tes vidéos se trompaient',
    days: 'Seulement ce que tu as noté dans les N derniers jours',
  },
  tips: {
    description: 'Une chose à essayer, d’après tes chiffres ou pour un genre de vidéo',
    category: 'Pour ce genre de vidéo ; laisse vide pour des conseils d’après tes chiffres',
  },
  leaderboard: {
    description: 'Des classements justes pour ce serveur, semaine par semaine ; sur inscription',
    show: {
      description:
        'Les classements d’une semaine : la taille n’y aide pas, et on y est sur inscription',
      board: 'Un classement en entier ; laisse vide pour les avoir tous',
      week: 'Une semaine comme 2026-W47 ; laisse vide pour celle en cours',
    },
    boards: {
      improvement: 'Plus forte progression',
      saved: 'Le plus de favoris à taille égale',
      consistency: 'Plus grande régularité',
    },
    join: {
      description: 'Accepter d’apparaître sur ce serveur : dans ses classements et ses résumés',
    },
    leave: { description: 'Annuler : tu disparais tout de suite de tous les classements' },
  },
  history: {
    description: 'Tout ce que tu m’as donné jusqu’ici, à revoir et à corriger',
    list: {
      description: 'Tes relevés, du plus récent au plus ancien ; ou ceux d’un membre qui a accepté',
      member: 'Quelqu’un d’autre, qui a accepté d’apparaître sur ce serveur',
      days: 'Seulement les N derniers jours',
    },
    video: {
      description: 'Une vidéo dans le temps : ses relevés, sa croissance, et comment corriger',
      video: 'Commence à taper son titre, sa date (YYYY-MM-DD), ou colle son lien',
    },
    trend: {
      description: 'Ton taux de favoris et ton score dans le temps, en graphique',
      days: 'Combien de jours en arrière ; sinon 90',
    },
    account: {
      description: 'Abonnés, spectateurs et vues de ton compte par jour, d’après tes imports',
      account: 'Lequel de tes comptes ; sinon le dernier importé',
      days: 'Combien de jours en arrière ; sinon 90',
    },
  },
  import: {
    description: 'Tout un compte d’un coup : fichiers de TikTok Studio, ou ton propre tableau',
    file: 'CSV, XLSX, ZIP : TikTok Studio → Statistiques → Télécharger les données, ou ton tableau',
    more: 'Un autre fichier ; ils peuvent venir de plusieurs comptes et langues',
    account: 'De quel compte sont les chiffres, si aucun fichier ne le dit : mia',
    private:
      'Ces chiffres n’apparaissent jamais ailleurs ; la réponse n’est que pour toi de toute façon',
  },
  guide: {
    description: 'Où TikTok affiche chaque chiffre aujourd’hui, et ce qu’il veut dire',
    topic: 'Le chiffre que tu cherches',
  },
  digest: {
    description:
      'Une fois par semaine dans un salon : ce qui a marché, qui a progressé, quoi essayer',
    setup: {
      description: 'Activer le résumé hebdo, ou changer quand et où il est posté',
      channel: 'Où il est posté',
      day: 'Quel jour',
      time: 'À quelle heure là-bas : 18:00, 6 pm',
      timezone: 'La grande ville la plus proche, le pays, ou un sigle : Hanoi, Japan, EST',
      quietWeeks: 'Si rien n’a été noté : poster un mot court, ou sauter (par défaut)',
      quiet: { skip: 'Les sauter', post: 'Poster un mot court' },
    },
    status: {
      description: 'Quand part le prochain, les derniers, ce qui bloque et comment le régler',
    },
    off: { description: 'Désactiver le résumé hebdo' },
    preview: { description: 'Le post exact qui partirait maintenant, rien que pour toi' },
    past: {
      description: 'Un ancien résumé, tel qu’il a été posté',
      week: 'Choisis une semaine ; laisse vide pour la dernière',
    },
  },
  data: {
    description: 'Ce qui est gardé sur toi : tout récupérer, ou tout supprimer',
    export: 'Tout ce qui est gardé sur toi, sur tous les serveurs, en fichiers rien que pour toi',
    delete: 'Supprime tout ce qui est gardé sur toi, sur tous les serveurs ; confirmation demandée',
  },
  help: { description: 'Par où commencer' },
};

export const truthModalText: Language['truthModal'] = {
  title: 'Ajouter les vrais favoris',
  saves: 'Favoris maintenant',
  savesHint: 'Le nombre à côté de l’icône signet sur la vidéo',
  picture: 'Ou une capture qui les montre',
  pictureHint:
    'De la vidéo dans TikTok, avec les icônes sur le côté. Je te montre d’abord ce que je lis',
  counts: {
    views: 'Vues maintenant',
    likes: 'Likes maintenant',
    comments: 'Commentaires maintenant',
    shares: 'Partages maintenant',
  },
  countHint: 'Tes chiffres ici ont plus d’un jour : tape ce que TikTok affiche maintenant',
};

export const scoreFormText: Language['scoreForm'] = {
  title: 'Noter une vidéo',
  counts: { views: 'Vues', likes: 'Likes', comments: 'Commentaires', shares: 'Partages' },
  hint: 'Comme TikTok l’affiche : 541200, 541,200 ou 541.2K',
  saves: 'Favoris, si tu les vois',
  savesHint: 'Le nombre à côté de l’icône signet. Tu peux ajouter un lien vers la vidéo après',
  more: 'Favoris, lien et le reste',
  moreHint: 'Une ligne chacun, avec son nom. saves : le nombre à côté de l’icône signet',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Nouveaux chiffres',
  counts: truthModalText.counts,
  hint: 'Comme TikTok l’affiche maintenant',
  saves: truthModalText.saves,
  savesHint: 'Si tu le vois : le nombre à côté de l’icône signet',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'Corriger ce relevé',
  counts: { views: 'Vues', likes: 'Likes', comments: 'Commentaires', shares: 'Partages' },
  hint: 'Comme c’était dans TikTok quand tu l’as tapé',
};
