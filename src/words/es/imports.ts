import type { Language } from '../words.js';
import { say } from './say.js';

const limits = {
  bytes: 'contiene más de lo que descomprimo: ninguna exportación de TikTok es tan grande',
  entries: 'tiene más archivos de los que abro',
  rows: 'tiene más de 10 000 filas',
  columns: 'tiene más de 64 columnas',
  rowLength: 'una celda o fila es más larga que cualquier título',
};

const plainly = {
  'not available yet': 'TikTok todavía no lo había contado',
  'posted after the export': 'se publicó después del día de la exportación',
  'no hour': 'la hora no es una de 0 a 23',
  'unknown header':
    'no conozco su primera línea. Conozco los siete archivos de TikTok Studio, y tablas con vistas, me gusta, comentarios y compartidos',
  empty: 'no hay nada dentro',
  'not a table': 'no es una tabla: leo CSV, XLSX, y archivos ZIP de estos',
  'open quote': 'unas comillas se abren y no se cierran nunca',
  damaged: 'está dañado o bloqueado, así que no puedo abrirlo',
  'archive inside': 'hay un ZIP dentro del ZIP: sácalo y mándalo solo',
  'nothing inside': 'el ZIP está vacío',
  macros: 'contiene macros: conviértelo a CSV, o a XLSX sin ellas',
  'no account': 'nada dice de quién son estos números: mándalo de nuevo con `account:`',
  'too large': 'pesa más de 10 MB',
  gone: 'Discord no me lo entregó: mándalo de nuevo',
} as const;

export const importText: Language['imports'] = {
  title: 'En estos archivos',
  storedTitle: 'Registrado',
  nothingTitle: 'Nada nuevo',
  unreadTitle: 'Nada que pueda registrar',
  tables: {
    content: 'Content: tus videos',
    overview: 'Overview: vistas de tu cuenta',
    viewers: 'Viewers',
    followers: 'FollowerHistory: tus seguidores',
    activity: 'FollowerActivity: cuándo están en línea',
    gender: 'FollowerGender',
    territories: 'FollowerTopTerritories',
    own: 'una tabla tuya',
  },

  videos: (o) => `**${o.videos}**${o.accounts}: ${o.known} ya conocidos, ${o.fresh} nuevos.`,
  videoCount: (count, n) =>
    say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` de ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count, n) =>
    say('{n, plural, one {{count} registro por anotar.} other {{count} registros por anotar.}}', {
      n,
      count,
    }),
  raised: (count) => `Registros importados antes que suben a los números más altos: ${count}.`,
  truths: (count, n) =>
    say(
      '{n, plural, one {{count} conteo real de guardados} other {{count} conteos reales de guardados}} con ellos.',
      { n, count },
    ),
  days: (days, handle, from, to, fresh) =>
    `**${days} días** de @${handle}, ${from} a ${to}: ${fresh} nuevos.`,
  goesOn: (to) => ` Los archivos siguen hasta ${to}: esos días todavía no están contados.`,
  hours: (days) =>
    `Cuándo estaban en línea tus seguidores: ${days} días. TikTok conserva solo los últimos siete, así que tráelo cada semana.`,
  accounts: (count) => `${count} cuentas.`,
  notStored: (until) => `**Todavía no se registró nada.** \`Registrar\` funciona hasta ${until}.`,
  nothingNew:
    'Ya conocía todo lo que hay en estos archivos. No se registró nada, y no hay nada que hacer.',
  nothingFound: 'En estos archivos no encontré nada que pueda registrar.',
  store: 'Registrar',
  cancel: 'Cancelar',
  cancelled: 'No se registró nada, y lo que había leído ya no está.',

  assumed: 'Lo que doy por cierto',
  leftOut: 'Quedó fuera',
  moreLeft: (count) => `… y ${count} más, en el archivo de abajo.`,
  leftFile: 'Lo que quedó fuera, con archivo, línea y motivo',
  moreAssumed: (count) => `… y ${count} más, en el archivo de abajo.`,
  assumedFile: 'Lo que doy por cierto, línea por línea',
  left: (file, line, why) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, línea ${line}: ${why}.`,

  assume: {
    years: (videos) =>
      `Los años de ${videos}: de los id en sus enlaces, porque TikTok no los escribe.`,
    exportDay: (days) =>
      `Exportado el ${days}: TikTok escribe el día sin año, y tomo el más reciente.`,
    days: (files, to) =>
      `Sin años: ${files}. Tomo los más recientes que encajan, así que el último día es ${to}.`,
    today: (files) => `Sin decir cuándo se leyó: ${files}. Tomo la fecha de hoy.`,
    accountByName: (files, handle) => `De @${handle}, por el nombre del archivo: ${files}.`,
    onlyAccount: (files, handle) => `De @${handle}, la única cuenta tuya que conozco: ${files}.`,
    translated: (files) =>
      `Con la primera línea traducida: ${files}. Nunca vi una real: revisa bien.`,
    storedResults: (files) => `Con fórmulas: ${files}. Tomé los resultados que vienen con ellas.`,
    notKept: (files) => `Leído, pero no conservo nada: ${files}.`,
    notAvailable: (files, days, n) =>
      say(
        '{n, plural, one {{days} día todavía no está contado, o fue antes de la cuenta: {files}. Queda abierto, no en cero.} other {{days} días todavía no están contados, o fueron antes de la cuenta: {files}. Quedan abiertos, no en cero.}}',
        { n, days, files },
      ),
    lastHours: (files, day) =>
      `Los últimos ceros de ${day} son horas que aún no habían llegado: ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `“${shown(why.cell)}” no es un día que pueda leer`;
      case 'not a count':
        return `“${shown(why.cell)}” no es un número que pueda leer`;
      case 'negative':
        return `“${shown(why.cell)}” es menor que cero`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'no hay enlace al video'
          : `“${shown(why.cell)}” no es un enlace a un video`;
      case 'more than views':
        return `“${shown(why.cell)}” es más que las ${shown(why.views)} vistas`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} valores donde la primera línea tiene ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'Ese es tu archivo personal',
  personal:
    'Esto es “Descargar tus datos” de TikTok. Contiene tus mensajes privados, direcciones y número de teléfono, así que no lo leí, y no conservé nada.\n\n**Borra el mensaje o el archivo donde lo hayas mandado.** Lo que necesito está en TikTok Studio en la web: **Analíticas → Descargar datos**.',
  tooMuch:
    'Estos archivos pidieron más tiempo o memoria que cualquier exportación de TikTok, así que paré. No se registró nada. Mándalos uno por uno, como CSV.',
  notAnAccount: (typed) =>
    `“${typed}” no es una cuenta de TikTok. Escribe su usuario, como \`mia\`, o el enlace del perfil. No se registró nada.`,

  stored: (o) =>
    `Registrado: ${[o.readings, o.days].filter((one) => one !== '').join(', ')}. Solo tú ves esto.`,
  storedReadings: (count, n) =>
    say('{n, plural, one {{count} registro} other {{count} registros}}', { n, count }),
  storedDays: (count, n) =>
    say('{n, plural, one {{count} día} other {{count} días}}', { n, count }),
  see: 'Mira `/history list`, `/history trend`, `/insights signals`; para los días `/history account`.',
  undoUntil: (time) => `Puedes deshacer esto hasta ${time}.`,
  undo: 'Deshacer importación',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Este es el que más me enseña} =3 {Estos tres son los que más me enseñan} other {Estos dos son los que más me enseñan}}',
        { count },
      ),
    intro: (others, gain) =>
      `Con sus guardados reales, los rangos de tus otros videos (${others}) se achican cerca de un **${gain}**. El número está junto al marcador.`,
    video: (place, title, views) => `${place}. ${title} (${views} vistas)`,
    button: (place) => `Guardados reales: ${place}`,
    told: (narrower, others) =>
      `Gracias. Los rangos de tus otros videos (${others}) ahora son un **${narrower} más angostos**.`,
    toldNothing: 'Gracias. Queda junto a la estimación, y aprendo de él.',
    soFar: (told, n, narrower) =>
      say(
        '{n, plural, =1 {Tu único conteo real achicó} other {Tus {told} conteos reales achicaron}} los rangos de tus otros videos un {narrower}.',
        { n, told, narrower },
      ),
    done: 'Nada más achicaría mucho tus rangos. Cada tanto dime los guardados de videos nuevos.',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle} por día`,
  subtitle: (days) => `${days} · un hueco es un día que no conozco`,
  followers: 'seguidores',
  viewers: 'espectadores',
  views: 'vistas',
  grown: (o) => `**${o.change} seguidores** del ${o.from} al ${o.to}: al final, ${o.now}.`,
  viewersLine: (mean, days) => `Unos ${mean} espectadores por día (en ${days} días).`,
  viewsLine: (sum, days) => `${sum} vistas de tu cuenta en ${days} días.`,
  missing: (days, n) =>
    say(
      '{n, plural, one {{days} día en medio no se conoce.} other {{days} días en medio no se conocen.}}',
      { n, days },
    ),
  hoursTitle: 'Cuándo estaban en línea tus seguidores',
  hours: (hours, days) =>
    `Sobre todo hacia las ${hours}, en el reloj de tu cuenta (en ${days} días). Eso no promete nada para una publicación.`,
  hoursKeep: 'TikTok conserva solo siete días de esto: impórtalo cada semana, o se pierde.',
  others: (handles) => `También conozco ${handles}: elige con \`account\`.`,
  onlyYou: 'Solo tú ves esto.',
  noneTitle: 'Todavía no hay días de una cuenta',
  none: 'En TikTok Studio en la web elige **Analíticas → Descargar datos**, para Overview, Viewers y Followers. Después manda los archivos con `/import`.',
  noneInDays: (days, last) =>
    `Nada en ${days}. El último día que conozco es el ${last}: pide más \`days\`.`,
  noAccount: (typed, known) =>
    `No conozco días de “${typed}”.${known === '' ? '' : ` Conozco los de ${known}.`}`,
  noPicture: 'El gráfico no se puede dibujar ahora; esto es lo que muestra.',
  alt: (o) =>
    `Gráfico de líneas de @${o.handle}, ${o.days}: arriba los seguidores, abajo los espectadores y las vistas de la cuenta, día por día; los huecos son días que no se conocen. ${o.facts}`,
};
