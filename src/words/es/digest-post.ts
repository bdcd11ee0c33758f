import { plain } from '../../lib/clip.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const kinds: Readonly<Record<string, string>> = {
  educational: 'educativos',
  entertaining: 'entretenidos',
  inspirational: 'inspiradores',
  aesthetic: 'estéticos',
  valuable: 'con información útil',
};

const bases = { counted: 'contados', estimated: 'estimados' } as const;

export const digestPost: Language['digestPost'] = {
  title: (days) => `La semana · ${days}`,
  quiet:
    'Semana tranquila: nadie midió un video aquí. Mide uno con `/score`, y la próxima habrá algo que contar.',
  redacted: 'Aquí había algo que quien lo creó retiró después.',

  fields: {
    numbers: 'La semana en números',
    videos: { counted: 'Más guardados para su tamaño', estimated: 'Más guardados, estimados' },
    improved: { counted: 'Mayor mejora', estimated: 'Mejora, según estimaciones' },
    worked: 'Qué funcionó aquí',
    tip: 'Algo para probar',
    question: 'Una pregunta',
    nudge: 'Un conteo real, por favor',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Más de ' : ''}**${videos}** videos de **${creators}** creadores${everybody ? '' : ' que se unieron'}`,
  rate: (rate, low, high) => `Tasa de guardado habitual: **${rate}%** (${low} a ${high}%)`,
  rateCounted: (rate) => `Tasa de guardado habitual: **${rate}%**, todo contado`,
  rateOfJoined: ' de quienes se unieron',
  rateBefore: (rate, low, high) => `; la semana anterior ${rate}% (${low} a ${high}%)`,
  rateBeforeCounted: (rate) => `; la semana anterior ${rate}%`,
  alike: ', casi igual que la semana anterior',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} a ${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url) => ` · [ver](${url})`,
  untitled: 'Un video',
  saves: (saves, low, high) => `${saves} guardados (${low} a ${high})`,
  savesCounted: (saves) => `${saves} guardados, contados`,

  improvement: (creator, before, now) => `${creator}: **${now} / 100**, suele tener ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}**: mejor puntaje en **${better} de ${creators}** creadores${points === null ? '' : `, por lo general por ${points} de 100 puntos`}. *(heurística)*`,

  tipFor: (categories) =>
    `Para videos ${categories.map((one) => kinds[one] ?? one).join(' o ')}:\n`,
  question: (question) => `**${question}** Toca **¿Cómo?**`,
  nudge:
    'Lee el número junto al marcador de un video, y escríbelo como `saves` en `/score` o con **Guardados reales**. Tus próximas estimaciones aprenden de él.',
  footer: 'Heurística. Nombro a quien se unió a los rankings',

  picture: 'digest.png',

  how: '¿Cómo?',

  skipped:
    'Hasta ahora es una semana tranquila, y esas se omiten: ahora no saldría nada. Con `quiet_weeks` en publicar sería esto.',
  postedOn: (week, day) => `${week} · publicado el ${day}`,
  nonePosted:
    'En este servidor todavía no se publicó ningún resumen. `/digest preview` muestra cómo sería.',
  notPosted: (week) =>
    `En este servidor no se publicó ningún resumen de ${plain(week, 40)}. Elige uno de la lista en \`week\`.`,
  unreadable: (week) =>
    `El resumen de ${plain(week, 40)} se publicó, pero no puedo leer lo que conservé de él. Sigue en su canal; /digest status lleva a él.`,
  takenBack: 'Lo que decía ese resumen se retiró después.',
};

function kindOf(what: string): string {
  if (what === 'weekend') return 'Videos publicados sábado o domingo';
  if (what === 'weekdays') return 'Videos publicados de lunes a viernes';
  return `Videos ${kinds[what] ?? what}`;
}

export const digestMore: Language['digestMore'] = {
  title: 'Más de esta semana',
  fields: {
    numbers: 'La semana en números',
    improved: 'Mayor mejora',
    card: 'Qué tan buenas fueron las estimaciones',
    tip: 'Algo para probar, completo',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Más de ' : ''}**${videos}** videos de **${creators}** creadores${among(everybody)}`,
  countsBefore: (videos, creators) => ` (la semana anterior: ${videos} de ${creators})`,
  rate: (rate, low, high, everybody) =>
    `Tasa de guardado habitual: cerca del **${rate}%** de las vistas (${low} a ${high}%)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Tasa de guardado habitual: **${rate}%** de las vistas, todo contado${among(everybody)}`,
  alike: ': casi igual',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}: **${now} / 100**, suele tener ${before} (${videos} videos${basis == null ? '' : `, ${bases[basis]}`})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      'Conteos reales: **{truths}**{among}. {judged, plural, =0 {Todos muy pequeños para evaluar el rango} other {El rango acertó **{inside}** de {judged}, y está hecho para 8 de 10}}; el error habitual es un factor de {factor}.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · más con \`/faq ask\``,
};

function among(everybody: boolean): string {
  return everybody ? '' : ' entre quienes aceptaron aparecer';
}

export const digestHow: Language['digestHow'] = {
  title: 'Cómo se hace este resumen',
  intro:
    'Sale de lo que se midió en este servidor, y no en privado, en los siete días antes de publicarlo. De cada video cuenta el último registro de la semana. Solo nombro a quien aceptó con `/leaderboard join`.\n\nLo que no se puede saber no se muestra: los totales necesitan tres creadores.\n\n¿Quieres estar en el próximo? Mide un video con `/score`, y escribe el número junto al marcador con **Guardados reales**.',
  fields: {
    totals: 'Totales',
    rate: 'Tasa de guardado habitual',
    videos: 'Más guardados para su tamaño',
    improved: 'Mayor mejora',
    card: 'Qué tan buenas fueron las estimaciones',
    worked: 'Qué funcionó aquí',
  },
  totals: (fewest) =>
    `Solo se muestran si se basan en ${fewest} creadores o más. Quienes no aceptaron que los nombre cuentan si ellos mismos son ${fewest} o más; si no, los totales son solo de los demás, y lo dicen.`,
  rate: 'La tasa de guardado del medio entre todos los videos que se pudieron evaluar: al menos 1000 vistas, y un día de edad si se sabe. Si todos se contaron, es la de los conteos. Si no, todos se estiman igual, por me gusta, comentarios y compartidos, para poder comparar semanas. Su rango va del valor medio de todos los extremos bajos al valor medio de todos los altos: es el rango del 80% si todas las estimaciones fallan juntas, y más ancho de lo necesario si no. Donde los rangos de dos semanas se cruzan, son casi iguales.',
  videos: (most) =>
    `Los ${most} puntajes más altos por conteos reales, y por estimaciones, de miembros que aceptaron (\`/leaderboard join\`); la publicación tiene los tres primeros, con los conteos reales por delante. Un puntaje dice cuántos videos comparables con las mismas vistas se guardaron menos, así que las cuentas grandes no tienen ventaja. Entre paréntesis van los rangos del 80%; todo se estima igual, por me gusta, comentarios y compartidos. Un video necesita un enlace, o un título y una fecha, y cuenta en la semana en que se pudo evaluar por primera vez. ${SHOWN_MARK}: sus números vienen de una captura, nadie los escribió. *(heurística)*`,
  improved: (now, before, weeks) =>
    `El puntaje del medio de al menos ${now} videos de esta semana, por encima del de al menos ${before} de las ${weeks} semanas anteriores: todos contados, o todos estimados igual. Solo donde el puro azar difícilmente lo lograría, mirando a todos los miembros juntos. *(heurística)*`,
  card: (fewest) =>
    `El primer conteo real de cada video, si se dio en la semana, contra la estimación que se mostró primero; desde ${fewest} creadores. El rango se evalúa donde se estimaron diez guardados o más.`,
  worked: (weeks, fewest) =>
    `Cada categoría, y fin de semana o entre semana, contra los otros videos de los mismos creadores en las últimas ${weeks} semanas. Cada creador cuenta igual. Se dice desde ${fewest} creadores, y solo si el puro azar difícilmente lo lograría en algún resumen de un año (5% repartido entre todos los intentos de 52 semanas). No prueba una causa. *(heurística)*`,
};
