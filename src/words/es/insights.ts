import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: 'Solo tú ves esto; los registros que diste en privado también cuentan.',
  needs: {
    title: 'Todavía no alcanza para saber',
    add: 'Agrega uno',
    addHow: (example) =>
      `Escribe los números de un video como están en TikTok, con el número junto al marcador como \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Otro video es muy pequeño, o era muy pronto cuando lo escribiste: escribe sus números de nuevo cuando haya crecido.} other {Otros {count} videos son muy pequeños, o era muy pronto cuando los escribiste: escribe sus números de nuevo cuando hayan crecido.}}',
        { count },
      ),
    unknownAccount: (count) =>
      say(
        '{count, plural, =1 {Un video queda fuera: no sé de cuál de tus cuentas es. Mídelo con su enlace.} other {{count} videos quedan fuera: no sé de cuál de tus cuentas son. Mídelos con sus enlaces.}}',
        { count },
      ),
    otherAccounts: (count) =>
      say(
        '{count, plural, =1 {Un video queda fuera: es de otra cuenta de TikTok, no de la última que mediste.} other {{count} videos quedan fuera: son de otras cuentas de TikTok, no de la última que mediste.}}',
        { count },
      ),
    days: 'Quita `days` para mirar más atrás.',
  },

  signals: {
    title: 'Qué se mueve con tus guardados',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Necesito **{needed}** videos con al menos 1000 vistas y un día de edad, mejor si contaste tú sus guardados. {judged, plural, =0 {Todavía no conozco ninguno} other {Conozco {judged}}}: **{more} más** y puedo empezar.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `Sobre **${videos} videos con guardados que contaste tú**.`,
    estimated: (videos, told, needed) =>
      say(
        'Hasta ahora {told, plural, =0 {no contaste los guardados de ningún video} =1 {contaste los guardados de un video} other {contaste los guardados de {told} videos}}, y hacen falta {needed}. Así que esto va sobre **guardados estimados** de {videos} videos, que es mucho más débil{told, plural, =0 {} other {; los que contaste aquí también van estimados, para que todos sean iguales}}. Toca **Guardados reales** bajo tus puntajes: {more} más y comparo con lo real.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Más que azar',
      chance: 'No se distingue del azar',
      fewer: 'Todavía no se puede comparar',
      experiments: 'Lo que estás probando',
    },
    names: {
      likes: 'me gusta para sus vistas',
      comments: 'comentarios para sus vistas',
      shares: 'compartidos para sus vistas',
      watched: 'parte de la duración que se vio',
      followers: 'seguidores nuevos para sus vistas',
      duration: 'duración',
      weekend: 'publicado en fin de semana',
    },
    direction: (rho) => (rho > 0 ? 'cuanto más, más guardados' : 'cuanto más, menos guardados'),
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} a ${high}), ${n} videos`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · ${times} veces la tasa de guardado de entre semana${range}, ${weekends} y ${weekdays} videos`,
    constant: (name, n) => `• **${name}**: igual en los ${n} videos`,
    tooFew: (name, n, needed, how) => `• **${name}**: se conoce en ${n} de ${needed} videos${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**: ${weekends} en fin de semana, ${weekdays} entre semana; hacen falta ${needed} de cada uno (\`posted\` o \`link\`)`,
    how: {
      watched: ' (`watch_time` y `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Todavía nada destaca.** Es lo normal: unos pocos videos prueban poco.',
    found: (names) => `**${names}**: lo que se mueve con tus guardados.`,
  },

  experiments: {
    name: (name) => `**“${name}”**`,
    waiting: (during, without, needed) =>
      `${during} con eso, ${without} sin eso. Comparo desde ${needed} de cada uno: ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `${times} veces la tasa de guardado de ${design === 'turns' ? 'los que van sin eso' : 'antes'}.`,
    possible: (low, high) => `Es posible entre ${low} y ${high} veces`,
    anything: 'Cualquier cosa es posible',
    behind: (during, without, design, basis) =>
      `(${during} con eso, ${without} ${design === 'turns' ? 'sin eso' : 'antes'}, ${basis === 'counted' ? 'todos contados por ti' : 'todos estimados por me gusta, comentarios y compartidos'}).`,
    more: (each) => `Más que azar, con ${each} de cada uno.`,
    chance: (each, next) =>
      `No más de lo que daría el azar, con ${each} de cada uno.${next === null ? '' : ` Vuelvo a mirar con ${next}.`}`,
    notYet: (needed) => `Concluyo con ${needed} de cada uno.`,
    beforeAfter:
      'Eso lo describe. Uno después del otro no prueba nada: lo demás que cambió mientras tanto también cuenta.',
    countMore: (more) =>
      say(
        'Las estimaciones no prueban nada sobre guardados. {more, plural, =1 {Da un conteo real más} other {Da {more} conteos reales más}} de estos, y comparo conteos.',
        { more },
      ),
    needed: (videos, factor) =>
      `${videos} de cada uno, alternados y contados, mostrarían un factor de ${factor} en 8 de 10 casos.`,
    wouldHaveShown: (factor) => `Un factor de ${factor} ya se habría visto en 8 de 10 casos.`,
    hopeless: (most, factor) =>
      `Tus videos varían tanto entre sí que harían falta más de ${most} de cada uno para mostrar un factor de ${factor}.`,
    next: {
      'with it': 'Sigue: uno **con** eso.',
      'without it': 'Sigue: uno **sin** eso.',
    },
  },

  categories: {
    title: 'Tus categorías comparadas',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos) =>
      say(
        'Guardados en % de las vistas, sobre **{videos, plural, =1 {un video} other {{videos} videos}} con guardados que contaste tú**.',
        { videos },
      ),
    estimated: (videos, needed) =>
      say(
        'Guardados en % de las vistas, **los {videos} estimados igual** por me gusta, comentarios y compartidos. Una estimación así no conoce la categoría, así que esto describe y no prueba nada. {needed, plural, =1 {Un conteo real más} other {{needed} conteos reales más}} en dos categorías, y comparo conteos: toca **Guardados reales** bajo tus puntajes.',
        { videos, needed },
      ),
    none: 'Ninguno de tus videos que se pueden evaluar tiene categoría.',
    needed: (needed) =>
      `Una categoría necesita **${needed}** videos con al menos 1000 vistas y un día de edad.`,
    fields: {
      more: 'Más que azar',
      chance: 'No se distingue del azar',
      described: 'Según estimaciones',
      unconcluded: 'Muy pocos para concluir',
      fewer: 'Muy pocos para saber',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**: ${median}%${range}, ${n} videos · ${times}`,
    times: (times, range) => `${times} veces lo de tus otros${range}`,
    until: (more, others) =>
      `; muy pocos para concluir: ${[...(more > 0 ? [`${more} más`] : []), ...(others > 0 ? [`${others} más de los otros`] : [])].join(' y ')}`,
    alone: 'nada con que compararlo',
    tooFew: (name, median, n, needed) => `• **${name}**: ${median}%, ${n} de ${needed} videos`,
    without: (count) =>
      say(
        '{count, plural, =1 {Un video más no tiene `category`.} other {{count} videos más no tienen `category`.}}',
        { count },
      ),
    nothing: '**Ninguna categoría destaca.** Es lo normal: unos pocos videos prueban poco.',
    highest: (name, median, range, basis) =>
      `**La más alta hasta ahora: ${name}**, ${median}%${range}${basis === 'counted' ? '. Muy pocos para concluir.' : ', según estimaciones.'}`,
    found: (names) => `Destaca: **${names}**.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} y ${sizes.at(-1)}`,

  range: (low, high) => ` (${low} a ${high})`,
  noRange: '',

  accuracy: {
    title: 'Qué tan buenas fueron mis estimaciones',
    none: 'Todavía no me diste guardados reales, así que no sé cuánto fallo. Lee el número junto al marcador de un video y toca **Guardados reales** bajo su puntaje, o mándalo junto:',
    noneTitle: 'Todavía nada con que comparar',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        'Sobre {videos, plural, =1 {el único video} other {los {videos} videos}} de los que diste guardados reales{of, select, all {} other {, de tus últimos {most} conteos reales}}, de todas tus cuentas. Cada uno cuenta una vez, con su primer conteo real junto a la estimación como se mostró.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'Los últimos conteos',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}: **${truth}** contados, ${saves} estimados (${low} a ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Todas las estimaciones fueron de menos de ${from} guardados: ahí deciden los números enteros.`,
    views: (views) => `${views} vistas`,
    fields: {
      trend: 'Antes y desde entonces',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} de ${videos}** dentro del rango del 80%: ${percent} (${low} a ${high}).`,
    holds: {
      'as promised': 'Eso encaja con los 8 de 10 prometidos.',
      less: 'Eso es menos que los 8 de 10 prometidos, y más de lo que explica el azar: para tus videos los rangos son muy angostos.',
      more: 'Eso es más que los 8 de 10 prometidos: para tus videos los rangos son más anchos de lo necesario.',
    },
    tooFew: (more) => `${more} más y puedo decir si eso encaja con los 8 de 10 prometidos.`,
    off: (factor, range) =>
      `La mitad de las estimaciones quedó a un factor de **${factor}**${range} o menos de lo real.`,
    lean: {
      low: (factor, range) => `En conjunto quedaron muy bajas, por un factor de ${factor}${range}.`,
      high: (factor, range) =>
        `En conjunto quedaron muy altas, por un factor de ${factor}${range}.`,
      none: 'No se puede saber si tiran a muy bajas o a muy altas.',
    },
    trend: (first, last) =>
      `La mitad quedó a un factor de ${first} o menos en la primera mitad de tus videos, y de **${last}** en la última. Eso los describe; no prueba un cambio.`,
    noTrend: (more) =>
      say(
        '{more, plural, one {{more} video más} other {{more} videos más}} con guardados reales, y puedo comparar la primera mitad con la última.',
        { more },
      ),
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`${during} con eso`] : []),
    ...(without > 0 ? [`${without} sin eso`] : []),
  ];
  // The verb goes with the first number after it.
  return say('{first, plural, one {falta} other {faltan}} {parts}', {
    first: during > 0 ? during : without,
    parts: parts.join(' y '),
  });
}
