import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: 'Est-ce qu’on garde tes vidéos ?',
  lines: {
    score: '`/score` estime les favoris d’une vidéo.',
    history: '`/history video` la suit dans le temps.',
    tips: '`/tips` te donne une chose à essayer.',
    faq: '`/faq ask` répond à tes questions.',
    leaderboard: '`/leaderboard join` t’inscrit au classement.',
    digest: '`/digest setup` poste le top de la semaine.',
    data: '`/data export` te remet tes données.',
  },
  more: 'Plus',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Tout ce que je sais faire',
    intro:
      'Un *favori* (l’icône signet) dit « je veux revoir ça ». Les exports de TikTok ne contiennent pas de favoris, donc je les estime à partir des chiffres que tu vois, avec une fourchette honnête, et j’apprends de chaque vrai chiffre que tu me donnes.',
    first: 'D’abord',
    firstSteps: (example) =>
      `1. Ouvre une de tes vidéos dans TikTok et lis ses vues, likes, commentaires et partages.\n2. Tape-les comme ils y sont, ou envoie la commande seule : un formulaire s’ouvre.\n\`\`\`\n${example}\n\`\`\`3. Si tu vois le nombre à côté du signet, appuie sur **Vrais favoris** : les prochaines estimations pour ton compte s’améliorent.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Qui voit quoi',
    privacyText:
      'Les réponses à `/score` sont pour tout le salon. Avec `private:True`, la réponse n’est que pour toi, et je ne montre ces chiffres à personne d’autre plus tard. `/data export` te remet tout ce que je garde sur toi, sur tous les serveurs ; `/data delete` le supprime. Ce que c’est : `/faq ask` → « Qu’est-ce que ce bot garde sur moi ? »',
    managers: 'Pour qui gère ce serveur',
    managersText:
      'Tu peux faire tout ce que font les membres. Qui peut utiliser quelle commande se règle dans **Paramètres du serveur → Intégrations → Keepsake**.',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'Salut, moi c’est Keepsake',
  lines: [
    'Tu crées sur TikTok ? Je te dis combien de gens ont mis une vidéo en favoris.',
    '`/score` ouvre un formulaire : tape les chiffres que TikTok t’affiche, ou ajoute une capture.',
    '`/digest setup`, c’est pour qui gère ce serveur : un post par semaine sur ce qui a marché ici.',
    '`/help` montre le reste.',
  ],
};
