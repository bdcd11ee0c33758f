import type { Language } from '../words.js';
import { say } from './say.js';

export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Índice de guardados',
    saves: 'Guardados estimados',
    rate: 'Tasa de guardado',
    why: 'Por qué',
    next: 'Prueba ahora',
  },
  buttons: {
    how: '¿Cómo?',
    realSaves: 'Guardados reales',
    changeSaves: 'Cambiar guardados',
    newNumbers: 'Números nuevos',
    edit: 'Editar',
    whichAccount: '¿Qué cuenta?',
    remind: 'Recuérdame',
  },
  account: {
    ask: '¿De cuál de tus cuentas es este video? Así su estimación aprende de los conteos reales que diste de esa cuenta, y ellos aprenden de este.',
    none: 'Ya no conozco ninguna cuenta tuya. Mide el video con su enlace, y la conozco de nuevo.',
    choose: 'Elige la cuenta',
    kept: (handle) => `Anotado: es de @${handle}. El puntaje se calculó de nuevo.`,
  },
  turn: {
    'with it': ' · sigue: con eso',
    'without it': ' · sigue: sin eso',
  },
  untitled: { video: 'Tu video', photo: 'Tu publicación de fotos' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} vistas, ${likes} me gusta, ${comments} comentarios, ${shares} compartidos${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Uno para los rankings: `/leaderboard join`',
  shortLink: 'Un enlace corto oculta cuenta y día.',
  categoryFromLast: (category) => `Como tu último video: ${category}.`,
  category: {
    educational: 'educativo',
    entertaining: 'entretenido',
    inspirational: 'inspirador',
    aesthetic: 'estético',
    valuable: 'información útil',
  },
  kinds: {
    educational: 'educativo',
    entertaining: 'entretenido',
    inspirational: 'inspirador',
    aesthetic: 'estético',
    valuable: 'útil',
  },
  categoryMenu: '¿Para qué es este video?',
  secondReading: (since, views) => `De nuevo: ${views} vistas desde ${since}.`,
  verdict: {
    estimated: (saves, n, low, high) =>
      low === high
        ? `**${aboutSaves(saves, n)}**`
        : `**${aboutSaves(saves, n)}** (${low} a ${high})`,
    counted: (saves, n) =>
      say('**{n, plural, one {{saves} guardado, contado} other {{saves} guardados, contados}}**', {
        n,
        saves,
      }),
    scored: (saves, grade, than, lesson) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `supera al ${percent}% de ${others}`,
    below: (percent, others) => `por debajo del ${percent}% de ${others}`,
    others: 'los de su tamaño',
    othersOfItsKind: 'los de su tipo y tamaño',
    tooEarly: (saves) => `${saves} hasta ahora: muy pronto para evaluar`,
    tooSmall: (saves, views) => `${saves}: muy pocas vistas para evaluar, necesito ${views}`,
    noViews: '**Todavía no lo vio nadie.** Vuelve cuando tenga vistas.',
  },
  grades: { low: 'bajo', usual: 'normal', good: 'bueno', great: 'genial' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (heurística), ${low} a ${high} / 100`,
  tooEarly: (back) => (back === null ? 'muy pronto' : `muy pronto: vuelve ${back}`),
  tooSmall: (back) => (back === null ? 'muy pequeño' : `muy pequeño: vuelve ${back}`),
  estimated: (saves, low, high) => `**${saves}** (rango del 80%: ${low} a ${high})`,
  estimatedFew: (saves) => `unos **${saves}**: lo vieron muy pocos`,
  noSaves: '0 hasta ahora',
  guessed: (saves, low, high) => `**${saves}** (una suposición: ${low} a ${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, supuse ${saves}${low === high ? '' : ` (${isMeasured ? '80%: ' : ''}${low} a ${high})`}`,
  rateEstimated: (rate, low, high) => `${rate}% de las vistas (${low} a ${high}%)`,
  rateTold: (rate) => `${rate}% de las vistas, según tu conteo`,
  rateTiny: 'menos del 0.01% de las vistas',
  noRate: 'todavía sin vistas',
  rateSmall: 'muy pocas vistas para una tasa',
  whyNoViews: 'Todavía no hay nada que comparar.',
  whySmall: (views) => `${views} vistas son muy pocas para saber.`,
  whyFew: 'Con esos números casi no hay guardados.',
  whyEven: 'Nada destaca para su tamaño.',
  whyFirst: (signal, size, percent) => `${signal}: ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same'
      ? 'contaste lo mismo'
      : `contaste ${percent} ${than === 'more' ? 'más' : 'menos'}`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Contaste lo que supuse'
      : `Contaste ${percent} ${than === 'more' ? 'más' : 'menos'} de lo que supuse`,
  lessons: {
    low: 'Supuse de menos.',
    high: 'Supuse de más.',
    close: 'Estuve cerca.',
    'which account': '¿Qué cuenta?',
  },
  sizes: {
    'many times': 'muchas veces más',
    'three times': 'cerca del triple',
    twice: 'cerca del doble',
    'much more': 'mucho más',
    more: 'un poco más',
    less: 'un poco menos',
    'much less': 'mucho menos',
    half: 'cerca de la mitad',
    'far less': 'muchísimo menos',
  },
  experiment: (name, videos, without) =>
    `“${name}”: ${videos} con, ${without} sin. Sigue: **sin**.`,
  footer: {
    photo: 'Foto: una suposición',
    model: (version) => `modelo ${version}`,
  },
  signals: {
    level: 'nivel',
    views: 'vistas',
    likes: 'me gusta',
    comments: 'comentarios',
    shares: 'compartidos',
    'watch time': 'tiempo visto',
    'follower growth': 'seguidores',
    category: 'para qué es',
    'your community': 'conteos de otros',
    'your own videos': 'tus conteos',
    limit: 'no más que vistas',
  },
};

function aboutSaves(saves: string, n: number): string {
  return say(
    '{n, plural, =0 {Cerca de {saves} guardados} one {Cerca de {saves} guardado} other {Unos {saves} guardados}}',
    { n, saves },
  );
}
