import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'No app',
    web: 'Na web',
    meaning: 'O que quer dizer',
    delay: 'Atraso',
    rounding: 'Arredondamento',
    contains: 'O que contém',
    lacks: 'O que falta',
  },
  overview: {
    title: 'Onde o TikTok mostra seus números',
    intro:
      'Use `/guide` com `topic`. Cada página diz onde o número fica no app e na web, o que quer dizer, com que atraso e arredondamento, e traz as fontes:',
    line: (title) => `- ${title}`,
  },
};
