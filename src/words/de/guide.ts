import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'In der App',
    web: 'Im Web',
    meaning: 'Was es bedeutet',
    delay: 'Verzögerung',
    rounding: 'Rundung',
    contains: 'Was drinsteht',
    lacks: 'Was fehlt',
  },
  overview: {
    title: 'Wo TikTok deine Zahlen zeigt',
    intro:
      'Nimm `/guide` mit `topic`. Jede Seite sagt, wo die Zahl in der App und im Web steht, was sie bedeutet, wie spät und wie gerundet sie ist, mit Quellen:',
    line: (title) => `- ${title}`,
  },
};
