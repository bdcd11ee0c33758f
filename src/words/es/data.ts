import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count, n) =>
      say('{n, plural, one {{count} entrada tuya} other {{count} entradas tuyas}}', { n, count }),
    holds: 'tu id de Discord, y desde cuándo está registrado',
  },
  Video: {
    counted: (count, n) =>
      say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
    holds:
      'cada video: enlace, id y usuario de TikTok, título, fecha de publicación, categoría, duración, y si algo de él se dijo en privado',
  },
  Reading: {
    counted: (count, n) =>
      say('{n, plural, one {{count} registro} other {{count} registros}}', { n, count }),
    holds:
      'los números de un video como los escribiste en un momento. Junto a cada uno está el paso al que se redondeó (541.2K: un paso de 100), y en guildId el id de Discord del servidor; vacío es un mensaje directo, o un servidor que se olvidó. En tip está el tip que se mostró con él',
  },
  Estimate: {
    counted: (count, n) =>
      say('{n, plural, one {{count} estimación} other {{count} estimaciones}}', { n, count }),
    holds:
      'lo que se estimó para cada registro: guardados, el rango del 80%, el puntaje, y de qué está hecho (logaritmos naturales)',
  },
  TrueSave: {
    counted: (count, n) =>
      say('{n, plural, one {{count} conteo real} other {{count} conteos reales}}', { n, count }),
    holds:
      'los guardados que leíste en la pantalla, y qué tan lejos quedó la estimación (logaritmo natural). Todo lo que aprendo de ti se calcula de nuevo cada vez a partir de esto',
  },
  Draft: {
    counted: (count, n) =>
      say('{n, plural, one {{count} borrador} other {{count} borradores}}', { n, count }),
    holds: 'números poco probables que esperan tu “Registrar igual”, por 15 minutos',
  },
  Consent: {
    counted: (count, n) =>
      say('{n, plural, one {{count} permiso} other {{count} permisos}}', { n, count }),
    holds:
      'los servidores en los que aceptaste aparecer, desde cuándo, y cuándo fue la última vez que Discord dijo que eres miembro',
  },
  SaidOnce: {
    counted: (count, n) =>
      say('{n, plural, one {{count} saludo o invitación} other {{count} saludos e invitaciones}}', {
        n,
        count,
      }),
    holds: 'los servidores en los que te saludé, o te invité a los rankings, y cuándo',
  },
  VideoAlias: {
    counted: (count, n) =>
      say('{n, plural, one {{count} ficha unida} other {{count} fichas unidas}}', { n, count }),
    holds: 'cómo se conocía un video antes de que unieras sus fichas',
  },
  Undo: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} cambio en tu historial} other {{count} cambios en tu historial}}',
        { n, count },
      ),
    holds:
      'lo que corregiste, quitaste o uniste, como era antes, mientras se pueda deshacer; de lo que deshiciste, que lo hiciste',
  },
  Import: {
    counted: (count, n) =>
      say('{n, plural, one {{count} importación} other {{count} importaciones}}', { n, count }),
    holds: 'cuándo registraste archivos, y qué registros y días llegaron con ellos (importId)',
  },
  AccountDay: {
    counted: (count, n) =>
      say('{n, plural, one {{count} día de una cuenta} other {{count} días de cuentas}}', {
        n,
        count,
      }),
    holds:
      'vistas, espectadores y seguidores de tus cuentas de TikTok por día, de los archivos que trajiste. Un número vacío no se conoce; asOf es el último día de su archivo',
  },
  AccountHour: {
    counted: (count, n) =>
      say('{n, plural, one {{count} hora de una cuenta} other {{count} horas de cuentas}}', {
        n,
        count,
      }),
    holds: 'cuántos de tus seguidores estaban en cada hora, de los archivos que trajiste',
  },
  BoardEntry: {
    counted: (count, n) =>
      say('{n, plural, one {{count} resultado de ranking} other {{count} resultados de ranking}}', {
        n,
        count,
      }),
    holds: 'tu resultado en un ranking de un servidor y una semana, en puntos del puntaje',
  },
  DigestShown: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} resumen que te nombra} other {{count} resúmenes que te nombran}}',
        { n, count },
      ),
    holds:
      'los servidores y semanas cuyo resumen te muestra a ti o un video tuyo por su nombre, y qué muestra: los videos, y cuánto mejoraste',
  },
  Mailbox: {
    counted: (count, n) =>
      say('{n, plural, one {{count} ajuste de mensajes} other {{count} ajustes de mensajes}}', {
        n,
        count,
      }),
    holds:
      'cómo puedo escribirte: nuestra conversación en Discord, tu zona horaria, tus horas y tu idioma, cuándo llega la nota semanal, y desde cuándo no recibes mensajes míos, si es así',
  },
  Reminder: {
    counted: (count, n) =>
      say('{n, plural, one {{count} recordatorio} other {{count} recordatorios}}', { n, count }),
    holds:
      'cada recordatorio que pediste: el video, su edad en horas, cuándo toca, y con qué mensaje se fue',
  },
  Letter: {
    counted: (count, n) =>
      say('{n, plural, one {{count} mensaje para ti} other {{count} mensajes para ti}}', {
        n,
        count,
      }),
    holds:
      'cada mensaje que te mandé por mi cuenta, o lo intenté, en las últimas dos semanas: su día, si salió, y si no, por qué. Lo que decía se conserva hasta que se envía',
  },
  BoardVideo: {
    counted: (count, n) =>
      say('{n, plural, one {{count} video de la semana} other {{count} videos de la semana}}', {
        n,
        count,
      }),
    holds:
      'tus videos que estuvieron entre los más guardados para su tamaño en un servidor y una semana',
  },
};

export const dataText: Language['data'] = {
  exported: 'Todo lo que tengo sobre ti',
  exportedWhat: (held) =>
    `De todos los servidores: ${held}.\nSolo tú puedes ver esto. Abre primero **README.txt**: dice qué hay en cada archivo. El archivo se queda aquí hasta que descartes el mensaje o reinicies Discord, así que descárgalo ya.`,
  archive: 'Todo lo que hay sobre ti, en JSON y CSV dentro de un ZIP',
  nothing:
    'No tengo nada sobre ti: ningún video, ningún número, ni siquiera tu id. Eso cambia con tu primer `/score`.',
  tooLarge: (megabytes) =>
    `Todo lo tuyo ocupa ${megabytes} MB incluso comprimido, y Discord me deja mandar 10 MB. Pide a quien me administra un \`npm run export\` con tu id de Discord: hace los mismos archivos sin ese límite.`,
  askTitle: '¿Borrar todo lo que hay sobre ti?',
  ask: (held) =>
    `En todos los servidores a la vez: ${held}. Con eso se va lo que aprendí de ahí, tu lugar en los rankings y lo que los resúmenes que conservo muestran de ti. Las sumas de la semana de un servidor, de tres creadores o más, se quedan; no nombran a nadie.\n\n**No puedo recuperarlo, y tú tampoco.** Para tenerlo tú, usa antes \`/data export\`.\n\nMis mensajes en canales se quedan en Discord, con los números que muestran; son del canal, y tú o un moderador pueden borrarlos. Las copias de emergencia de quien me administra contienen tus datos hasta que se reemplacen. En los archivos internos de algunas bases de datos pueden quedar rastros hasta que se reescriban; eso también depende de quien me administra.\n\nEl botón funciona por 15 minutos.`,
  deleteButton: 'Borrar todo',
  deletedTitle: 'Borrado',
  deleted: (held) =>
    `Ya no está, en ningún servidor: ${held}. En mis tablas no queda nada, así que no puedo volver a mostrarlo ni usarlo. Mis mensajes viejos en canales se quedan en Discord, pero sus botones ya no encuentran nada. Si vuelves a usarme, empezamos de cero.`,
  deletedAlready: 'Ya no hay nada sobre ti.',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv y "{file}" en keepsake.json: {rows, plural, one {{rows} fila} other {{rows} filas}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE: TODO LO QUE HAY SOBRE TI

Al ${at.toISOString()} (UTC), de todos los servidores y mensajes directos.

keepsake.json
    Todo en un archivo, para programas. Los id y los números están como texto, para que no se
    pierda ningún dígito; las horas están en UTC. Si todo es demasiado para un solo ZIP, está en
    keepsake-data-json.zip, y las tablas en keepsake-data-csv.zip.

csv/
    Lo mismo en tablas, para Excel, LibreOffice, Numbers y Google Sheets. Un apóstrofo delante de
    un id largo, o de un texto que una hoja de cálculo tomaría por fórmula, lo deja como es; no es
    parte de tus datos.

${tables.join('\n')}
Lo que no está aquí porque no se registra: tus mensajes, tu nombre y tu foto en Discord, tu cuenta
de TikTok, y lo que no se aceptó al escribirlo.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
