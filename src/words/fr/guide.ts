import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'Dans l’appli',
    web: 'Sur le web',
    meaning: 'Ce que ça veut dire',
    delay: 'Retard',
    rounding: 'Arrondi',
    contains: 'Ce que ça contient',
    lacks: 'Ce qui manque',
  },
  overview: {
    title: 'Où TikTok affiche tes chiffres',
    intro:
      'Utilise `/guide` avec `topic`. Chaque page dit où est le chiffre dans l’appli et sur le web, ce qu’il veut dire, avec quel retard et quel arrondi, et ses sources :',
    line: (title) => `- ${title}`,
  },
};
