import type { Language } from '../words.js';

type Languages = Language['settingsCommand']['change']['languages'];

const LANGUAGES: Languages = {
  server: 'Celle du serveur',
  'en-US': 'English, US',
  'en-GB': 'English, UK',
  de: 'Deutsch',
  fr: 'Français',
  'es-ES': 'Español',
  'es-419': 'Español, LATAM',
  'pt-BR': 'Português do Brasil',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  'sv-SE': 'Svenska',
  cs: 'Čeština',
  ro: 'Română',
  ru: 'Русский',
  uk: 'Українська',
  tr: 'Türkçe',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  th: 'ไทย',
  hi: 'हिन्दी',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '中文',
  'zh-TW': '繁體中文',
};

export const settingsCommand: Language['settingsCommand'] = {
  description: 'Ce que ce serveur attend de moi',
  show: { description: 'Ce qui est réglé ici' },
  change: {
    description: 'Change ce que tu nommes ; le reste ne bouge pas',
    answers: 'Qui voit les réponses à /score',
    choices: {
      public: 'Tout le salon',
      private: 'Seulement la personne qui demande',
      short: 'Tout le salon, en version courte',
    },
    notices: 'Où je dis ce qui coince avec le résumé, une fois et sans ping',
    language:
      'La langue des posts publics ; si je ne la parle pas, seuls nombres et jours la suivent',
    languages: LANGUAGES,
    invitations: 'Si j’invite aux classements les membres avec un bon score, une fois chacun',
    greeting:
      'Si j’accueille les membres à leur première commande ici, une fois chacun et en privé',
  },
};

export const settingsText: Language['settings'] = {
  title: 'Ce que ce serveur attend',
  changed: 'Changé',
  asBefore: 'Comme avant',
  answers: {
    public:
      'Les réponses à `/score` sont pour **tout le salon**. Avec `private:True`, seule la personne qui demande voit la sienne.',
    private:
      'Les réponses à `/score` sont **seulement pour la personne qui demande**. Les relevés comptent toujours dans les classements et les résumés.',
    short:
      'Les réponses à `/score` sont pour **tout le salon, en version courte** : le verdict, le score et l’estimation. `Comment ?` montre le reste.',
  },
  invitations: (on) =>
    on
      ? 'Après un bon score, j’invite la personne **aux classements**, une fois par membre.'
      : 'Je n’invite **personne** aux classements.',
  notices: (channelId) =>
    channelId === null
      ? 'Ce qui coince avec le résumé hebdo est dans `/digest status` **seulement**.'
      : `Ce qui coince avec le résumé hebdo, je le dis dans **<#${channelId}>**, une fois et sans ping.`,
  language: (chosen) =>
    `Langue de ce que tout le monde voit : **${chosen === null ? 'la langue du serveur' : LANGUAGES[chosen]}**. Si je ne la parle pas, seuls nombres et jours la suivent, et mes mots sont en anglais.`,
  noNotices: 'Arrêter les alertes',
  greeting: (on) =>
    on
      ? 'À leur première commande ici, j’accueille les membres **en privé**, une fois chacun.'
      : 'Parmi les nouveaux membres, je n’accueille **personne** ici.',
  welcome:
    '**Bienvenue.** Deux choses pour commencer :\n• `/score` prend les chiffres d’une vidéo, ou une capture, et dit combien de gens l’ont sans doute mise en favoris.\n• `/leaderboard join` te met dans les classements de ce serveur ; `/leaderboard leave` t’en retire.\nRien que pour toi.',
  hint: 'Pour changer ça : `/settings change`. Le résumé hebdo a sa commande à part : `/digest setup`.',
  nothingNamed: 'Dis quoi changer. **Rien n’est changé.**',
};
