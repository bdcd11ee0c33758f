import type { Language } from '../words.js';
import { say } from './say.js';

const AGES: Readonly<Record<number, string>> = { 24: '24 horas', 72: '3 días', 168: '7 días' };

/** Hours and days differ in their article. */
const AT_AGES: Readonly<Record<number, string>> = {
  24: 'a las 24 horas',
  72: 'a los 3 días',
  168: 'a los 7 días',
};

const PRIVACY =
  'Para permitirlo: mantén presionado (o clic derecho) el nombre de un servidor en común → **Ajustes de privacidad** → permite **Mensajes directos**.';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description:
      'Los recordatorios que pediste: qué hay pendiente, cuándo pueden llegar, y cómo cancelarlos',
    list: { description: 'Qué hay pendiente, cuándo llega, y si puede llegarte' },
    hours: {
      description: 'Cuándo puede llegar un recordatorio; como mucho un mensaje al día',
      from: 'No antes de: 09:00, 9 am',
      to: 'No después de: 21:00, 9 pm',
      timezone: 'Dónde estás: escribe una ciudad o un país',
    },
    off: { description: 'Cancela todos los recordatorios' },
  },
  weekly: {
    description: 'Una nota privada sobre tu semana, por mensaje directo; solo si la activas',
    on: {
      description: 'Te manda una nota privada sobre tu semana',
      day: 'El día en que llega',
      time: 'La hora en que llega: 18:00, 6 pm',
      timezone: 'Dónde estás: escribe una ciudad o un país',
    },
    preview: { description: 'Lo que diría la nota ahora' },
    off: { description: 'Desactiva la nota semanal' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'Aquí te lo recordaré. No llega nada más si no lo pides. `/reminders list` muestra lo pendiente, `/reminders off` lo cancela.',
  buttons: {
    at: (age) => `También ${atAge(age)}`,
    newNumbers: 'Números nuevos',
    newNumbersOf: (title) => `Números nuevos: ${title}`,
    how: '¿Cómo?',
    later: 'Recuérdame mañana',
    stopAll: 'Parar recordatorios y nota semanal',
    stopWeekly: 'Parar la nota semanal',
  },
  set: (age, at, relative) =>
    `Te lo recordaré **${atAge(age)}**: ${at}, ${relative}, por mensaje directo.`,
  askZone:
    '**¿Dónde estás?** Elígelo una vez, y te escribo entre las 09:00 y las 21:00 de ahí. Hasta entonces un recordatorio llega a la hora que le toque.',
  zoneMenu: 'Dónde estoy',
  otherZone: 'Otro lugar, u otras horas: `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Un recordatorio puede llegar a cualquier hora (${timezone}). Como mucho un mensaje al día.`
      : `Un recordatorio llega entre las ${from} y las ${to} (${timezone}). Como mucho un mensaje al día.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Un recordatorio puede llegar a cualquier hora. Como mucho un mensaje al día.'
      : `**Por ahora a cualquier hora.** Entre las ${from} y las ${to} cuando sepa dónde estás: \`/reminders hours\` con \`timezone\` me lo dice.`,
  chooseBelow: 'O elígelo abajo.',
  next: (at) => `El próximo mensaje: ${at}.`,
  closed: `Discord no me deja escribirte, así que **no quedó nada programado**. ${PRIVACY} Después prueba de nuevo.`,
  unreachable: 'Discord no respondió: **no quedó nada programado**. Prueba de nuevo en un momento.',
  nothingAhead:
    'Ya no queda ningún momento para recordarte: conozco 24 horas, 3 días y 7 días después de publicar.',
  tooMany: 'Ya tienes cien recordatorios pendientes. `/reminders off` los cancela.',
  list: {
    title: 'Tus recordatorios',
    none: 'No hay nada pendiente. Pide uno con **Recuérdame** bajo el puntaje de un video reciente.',
    line: (title, age, at) => `${title}: ${atAge(age)}, ${at}`,
    more: (count) => `y ${count} más`,
    weekly: (day, time, at) => `Nota semanal: cada ${day} a las ${time}, la próxima ${at}.`,
    closed: (since) =>
      `**No puedo escribirte** desde ${since}: Discord dice que no recibes mensajes míos. ${PRIVACY} Acabo de intentarlo de nuevo.`,
    trouble: (at, why) => `Mensaje (${at}): ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {No hay ningún recordatorio pendiente. La nota semanal se cancela aparte: `/weekly off`.} one {Cancelado: {count} recordatorio. Ya no llega nada de eso.} other {Cancelados: {count} recordatorios. Ya no llega nada de eso.}}',
      { n, count },
    ),
  stopped:
    'Listo: ya no hay recordatorios ni nota semanal. Solo te escribo si me lo vuelves a pedir.',
  later: (n) =>
    say(
      '{n, plural, =0 {No queda nada de eso: ya se pospuso, o se canceló.} other {Vuelvo con eso mañana, en tu horario.}}',
      { n },
    ),
  reminder: {
    title: 'Hora de números nuevos',
    video: (title, age, views, when) =>
      `${title} tiene **${AGES[age] ?? `${age} horas`}**. Tenía ${views} vistas ${when}.`,
    more: (count) => `y ${count} videos más: \`/reminders list\` muestra lo pendiente.`,
    what: 'Ábrelo en TikTok y toca **Números nuevos**, o mándame una captura con `/score`. Con el número junto al marcador mejoran mis próximas estimaciones.',
    untitled: 'Tu video',
  },
  weekly: {
    title: 'Tu semana',
    scored: (n) =>
      say(
        '{n, plural, =0 {Esta semana no mediste ningún video.} one {Mediste {n} video.} other {Mediste {n} videos.}}',
        { n },
      ),
    sameAge: 'A la misma edad',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `El del medio tuvo ${now} veces las vistas de tus otros esta semana (${videos}), y ${before} veces la semana anterior (${videosBefore}). Tan pocos videos no prueban un cambio.`,
    videos: (count, n) =>
      say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
    card: 'Mis estimaciones',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} one {Diste {week} conteo real esta semana. } other {Diste {week} conteos reales esta semana. }}{inside} de {ever, plural, one {tu {ever} video} other {tus {ever} videos}} con conteo real {inside, plural, one {cayó} other {cayeron}} en mi rango.',
        { week, ever, inside },
      ),
    tip: 'Prueba ahora',
    how: {
      title: 'En qué se basa tu semana',
      sameAge: 'A la misma edad',
      card: 'Mis estimaciones',
      cardText:
        'Tu primer conteo real de cada video, junto al rango que mostré primero. Está hecho para acertar 8 de 10, y se evalúa donde se estimaron diez guardados o más.',
      tip: 'Prueba ahora, completo',
    },
    ask: 'Estos conteos reales ayudarían más',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'No hay nada nuevo, así que no llegaría nada. Mide un video, o da un conteo real: entonces hay algo que decir.',
    on: (day, time, timezone, at) =>
      `Tu nota semanal está activa: cada **${day}** a las **${time}** (${timezone}), la próxima ${at}. En una semana sin nada nuevo no llega nada.`,
    off: 'Ya no llega la nota semanal. `/weekly on` la trae de vuelta.',
    wasOff: 'La nota semanal ya estaba desactivada.',
  },
  whichOne:
    '¿A cuál te refieres? Escríbelo con una ciudad, y una hora como `18:00`. **No cambió nada.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'no recibes mensajes míos.';
      case 'discord failing':
        return 'Discord falló cada vez que lo intenté.';
      case 'refused':
        return `Discord no lo aceptó (código ${reason.code}). Avisa a quien me administra, por favor.`;
      case 'in doubt':
        return 'no sé si te llegó, y no lo mando dos veces.';
      case 'fault':
        return 'fallé al escribirlo. Avisa a quien me administra, por favor; el registro de errores dice por qué.';
      case 'too late':
        return 'yo no estaba en marcha cuando tocaba.';
      case 'nothing left':
        return 'ya no quedaba nada que decir.';
    }
  },
};

function atAge(age: number): string {
  return AT_AGES[age] ?? `a las ${age} horas`;
}
