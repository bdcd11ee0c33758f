import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

export const historyText: Language['history'] = {
  untitled: { video: 'Video sin título', photo: 'Publicación de fotos sin título' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} vistas · ${likes} me gusta · ${comments} comentarios · ${shares} compartidos`,
    views: (views) => `${views} vistas`,
    estimated: (saves, low, high) => `unos ${saves} guardados (rango del 80%: ${low} a ${high})`,
    estimatedFew: (saves) => `unos ${saves} guardados, estimados`,
    unseen: 'nadie lo había visto',
    told: (saves) => `**${saves}** guardados, contados`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** guardados, contados; estimados ${estimate} (rango del 80%: ${low} a ${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} a ${range[1]})`,
    tooEarly: 'muy pronto para puntaje',
    tooSmall: 'muy pequeño para puntaje',
    private: 'privado',
    open: (url) => `[abrir](${url})`,
    grown: (views, time) => `${views} vistas en ${time}`,
  },

  time: {
    days: (days, n) => say('{n, plural, one {{days} día} other {{days} días}}', { n, days }),
    hours: (hours, n) => say('{n, plural, one {{hours} hora} other {{hours} horas}}', { n, hours }),
    minutes: 'menos de una hora',
  },

  list: {
    own: 'Tus registros',
    member: 'Registros de un miembro',
    ownNote: (total) =>
      `${total} en total, los nuevos primero. Solo tú ves esto: incluye los privados, y los de otros servidores y mensajes directos.`,
    memberNote: (member, total) =>
      `${total} de <@${member}> en este servidor, los nuevos primero. Los privados quedan fuera.`,
    days: (days) =>
      say('{days, plural, =1 {el último día} other {los últimos {days} días}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Más nuevos',
    older: 'Más viejos ▶',
    undo: {
      removed: 'Deshacer: registro quitado',
      corrected: 'Deshacer: registro corregido',
      merged: 'Deshacer: fichas unidas',
      imported: 'Deshacer: importación',
    },
  },

  nothing: {
    title: 'Aquí todavía no hay nada',
    own: 'No conozco ningún registro tuyo. Solo tú ves esto.',
    earlier: (days) =>
      `No hay nada tuyo en ${days}. Hay algo de antes: quita \`days\` para verlo. Solo tú ves esto.`,
    member: 'De ese miembro no hay nada en este servidor que se pueda mostrar.',
    first: 'Primero',
    addHow: `Escribe los números de un video como están en TikTok, con un título que después reconozcas:\n\`\`\`\n${example}\n\`\`\``,
  },

  video: {
    posted: (day) => `Publicado el ${day}.`,
    total: (total, n) =>
      say('{n, plural, one {{total} registro.} other {{total} registros, los nuevos primero.}}', {
        n,
        total,
      }),
    readings: 'Registros',
    sameAge: 'Junto a tus otros videos a la misma edad',
    compared: (o) =>
      `En el día ${o.day} este video tenía **${o.factor} veces** las vistas que suelen tener tus videos en el día ${o.day}: ${o.views} junto a las ${o.usual} habituales (${o.others} videos, de ${o.least} a ${o.most}). *(heurística: entre dos registros supongo cómo crecieron las vistas)*`,
    tooFew: (others, needed) =>
      `Muy pocos para saber: puedo comparar ${others} de tus otros videos a la edad de este, y necesito **${needed}**. Mide cada video de nuevo después de unos días, y cuenta.`,
    noAge:
      'No sé su edad: da el enlace o `posted` en `/score`, y mídelo de nuevo cuando tenga al menos un día.',
    change: 'Corregir o quitar un registro …',
    changeOption: (date, views) => `${date} · ${views} vistas`,
    merge: 'Es el mismo que otra ficha …',
  },

  panel: {
    title: 'Un registro',
    intro:
      '¿Qué quieres hacer con él? Cada cambio se puede deshacer durante 24 horas. Los mensajes que ya lo mostraron conservan sus números.',
    correct: 'Corregir',
    remove: 'Quitar',
  },

  merge: {
    title: '¿Qué ficha es el mismo video?',
    intro: (title) =>
      `**${title}** y la ficha que elijas se vuelven una, con los registros de ambas. Se puede deshacer durante 24 horas. Las más probables van primero.`,
    choose: 'Elige la otra ficha',
    none: 'No hay otra ficha que pueda ser el mismo video.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null ? `primer registro ${told}` : `publicado ${posted}, primer registro ${told}`,
  },

  changed: {
    titles: {
      removed: 'Quitado',
      corrected: 'Corregido',
      merged: 'Ahora es una ficha',
      imported: 'Registrado',
    },
    removed: (title, isLeft) =>
      `Un registro de **${title}** ya no está, con su estimación y lo que se aprendió de él.${isLeft ? '' : ' Era el último, así que el video tampoco está.'}`,
    corrected: (title) =>
      `Un registro de **${title}** ahora tiene otros números, y se estimó de nuevo con lo que yo sabía cuando se tomó.`,
    merged: (title) =>
      `Ambas fichas ahora son **${title}**. Uses el enlace o el título que uses en \`/score\`, se suma a esta.`,
    imported: () => 'Lo que había en los archivos está registrado.',
    undoUntil: (time) => `Puedes deshacer esto hasta ${time}.`,
    now: 'Ahora',
    unchanged: 'Esos son los números que ya tiene. No cambió nada.',
    undo: 'Deshacer',
    show: 'Ver el video',
    undone: {
      removed: (title) => `El registro de **${title}** está de vuelta.`,
      corrected: (title) => `El registro de **${title}** tiene otra vez sus números de antes.`,
      merged: (title) => `**${title}** y la otra ficha vuelven a ser dos.`,
      imported: () =>
        'Todo lo que llegó con esta importación ya no está, y lo que cambió está como era.',
    },
    undoneTitle: 'Deshecho',
  },

  trend: {
    title: 'Tu tasa de guardado en el tiempo',
    description: (days) =>
      `Se muestran los videos de los que mandaste números en ${days}, cada uno en su día de publicación. Solo tú ves esto.`,
    newest: (title, rate) => `El más nuevo: **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate}% de las vistas, según tu conteo`,
    rateEstimated: (rate, low, high) =>
      `cerca del ${rate}% de las vistas (rango del 80%: ${low} a ${high}%)`,
    rateBoth: (counted, estimated) => `${counted}; estimado como los demás, ${estimated}`,
    rate: (rate) => `${rate}%`,
    rateRanged: (rate, low, high) => `${rate}% (${low} a ${high}%)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `Habitual en los ${videos} que contaste: ${rate}.`
        : `Habitual en los ${videos}, estimados igual: ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Guardado en la mitad más nueva: ${newer}.** En la más vieja: ${older}. Eso los describe; no prueba un cambio.${isEstimated ? ' Entre paréntesis: el rango del 80%.' : ''}`,
    best: (title, rate, isEstimated) =>
      `El más alto: **${title}**, ${rate} de las vistas.${isEstimated ? ' Eso es por estimaciones; lo que contaste está en el gráfico.' : ''}`,
    scores: (low, high, usual) =>
      `Índice de guardados de ${low} a ${high}, lo habitual ${usual} *(heurística; cada uno con su rango en el gráfico)*.`,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Hay uno más, muy pronto o muy pequeño para evaluarlo.} other {Hay {count} más, muy pronto o muy pequeños para evaluarlos.}}',
        { count },
      ),
    ofOthers: (count) =>
      say(
        '{count, plural, =1 {Hay uno más de otra cuenta de TikTok, no de la última que mediste.} other {Hay {count} más de otras cuentas de TikTok, no de la última que mediste.}}',
        { count },
      ),
    ofUnknown: (count) =>
      say(
        '{count, plural, =1 {Uno más queda fuera: no sé de cuál de tus cuentas es. Mídelo con su enlace.} other {{count} más quedan fuera: no sé de cuál de tus cuentas son. Mídelos con sus enlaces.}}',
        { count },
      ),
    photos: (count) =>
      say(
        '{count, plural, =1 {Una publicación de fotos queda fuera: la estimación se ajustó solo con videos.} other {{count} publicaciones de fotos quedan fuera: la estimación se ajustó solo con videos.}}',
        { count },
      ),
    isCut: (shown) =>
      `Hay más: solo se muestran los ${shown} más nuevos, para que el gráfico se pueda leer.`,
    noPicture: 'El gráfico no se puede dibujar ahora; esto es lo que muestra.',
    tooLittleTitle: 'Todavía muy poco para un gráfico',
    tooLittle: (known, needed, days) =>
      say(
        'Una línea necesita **{needed}** videos con al menos 1000 vistas y un día de edad. En {days} {known, plural, =0 {no conozco ninguno} other {conozco {known}}}: **{more} más** y hay gráfico. Solo tú ves esto.',
        { needed, days, known, more: needed - known },
      ),
  },
};
