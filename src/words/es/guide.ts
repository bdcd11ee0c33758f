import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'En la app',
    web: 'En la web',
    meaning: 'Qué significa',
    delay: 'Retraso',
    rounding: 'Redondeo',
    contains: 'Qué contiene',
    lacks: 'Qué falta',
  },
  overview: {
    title: 'Dónde muestra TikTok tus números',
    intro:
      'Usa `/guide` con `topic`. Cada página dice dónde está el número en la app y en la web, qué significa, con cuánto retraso y redondeo, y sus fuentes:',
    line: (title) => `- ${title}`,
  },
};
