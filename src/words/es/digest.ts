import type { Language } from '../words.js';
import { say } from './say.js';

export const weekdays: Language['weekdays'] = {
  monday: 'lunes',
  tuesday: 'martes',
  wednesday: 'miércoles',
  thursday: 'jueves',
  friday: 'viernes',
  saturday: 'sábado',
  sunday: 'domingo',
};

/** As Discord's Spanish app calls them: they come by their English names. */
const permissionNames: Readonly<Record<string, string>> = {
  'View Channel': 'Ver canal',
  'Read Message History': 'Leer el historial de mensajes',
  'Send Messages': 'Enviar mensajes',
  'Embed Links': 'Insertar enlaces',
  'Attach Files': 'Adjuntar archivos',
};

export function permissionList(permissions: readonly string[]): string {
  return permissions.map((name) => `**${permissionNames[name] ?? name}**`).join(', ');
}

export const digestText: Language['digest'] = {
  cannotPost: 'Todavía no puedo publicar ahí',
  on: 'El resumen semanal está activo',
  whichOne: (time, zone) =>
    `¿A ${time && zone ? 'cuál' : time ? 'qué hora' : 'qué lugar'} te refieres?${zone ? ' Cada uno tiene su propia regla para el cambio de hora; para otro lugar usa `/digest setup` con una ciudad.' : ''}\n**Todavía no cambió nada.**`,
  title: 'Resumen semanal',
  week: (from) => `Semana del ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Cada **${day}** a las **${time}** (${timezone}) en <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Las semanas tranquilas se omiten.',
    post: 'En las tranquilas sale una nota corta.',
  },
  next: (at, relative, there, timezone) =>
    `Próximo: ${at}, ${relative}. Eso es ${there} en ${timezone}.`,
  goesNow: 'El que ya tocaba sale ahora.',
  lastField: 'Los últimos',
  wrongField: 'Qué falla',
  never: 'Todavía no tocaba ninguno.',
  neverSetUp: 'Aquí no hay ningún resumen configurado. `/digest setup` lo activa.',
  unreadable:
    'No puedo leer lo que anoté del resumen de aquí. `/digest setup` lo escribe de nuevo; después sigue.',
  isOff: 'Está desactivado. `/digest setup` lo activa de nuevo.',
  turnedOff:
    'El resumen semanal está desactivado. No se publica nada más; `/digest setup` lo activa de nuevo.',
  wasOff: 'El resumen semanal ya estaba desactivado.',
  setUpHint: 'Mira cómo se verá con `/digest preview`, y cómo va con `/digest status`.',
  posted: (week, at, link) => `✓ ${week}: [publicado](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}: publicándose, previsto ${at}`,
  again: (week, attempts, at) =>
    `⏳ ${week}: Discord no lo aceptó ${attempts}; próximo intento ${at}`,
  parked: (week, why, at) => `⚠️ ${week}: en espera. ${why} Vuelvo a mirar ${at}.`,
  skipped: (week, why) => `➖ ${week}: no se publicó. ${why}`,
  fault: {
    'time zone':
      'No conozco la zona horaria que tiene puesta. Haz `/digest setup` de nuevo, con una zona de su lista.',
    row: 'No puedo leer lo que anoté de él. Lo intento de nuevo; si sigue así, avisa a quien me administra. El registro de errores dice por qué.',
    other: 'Fallé al armarlo. Avisa a quien me administra; el registro de errores dice por qué.',
  },
  times: (n, count) => say('{count, plural, =1 {una vez} other {{n} veces}}', { n, count }),
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'Discord no acepta mi clave en este momento, así que no puedo mirar ni publicar. Pregunto de nuevo cada minuto y sigo por mi cuenta en cuanto la acepte. Si sigue así, avisa a quien me administra.';
    }
    if (obstacle === 'unknown') {
      return 'Discord no me dijo si puedo publicar en el canal. Pregunta de nuevo en un minuto.';
    }
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          'En <#{channelId}> me {count, plural, one {falta el permiso} other {faltan los permisos}} {names}. Abre los ajustes del canal → Permisos, agrega mi rol y {count, plural, one {permítelo} other {permítelos}}; después sigue solo, o con `/digest setup`.',
          {
            channelId,
            names: permissionList(obstacle.permissions),
            count: obstacle.permissions.length,
          },
        );
      case 'no such channel':
        return 'El canal ya no existe, o no es uno donde pueda publicar. Elige otro con `/digest setup`.';
      case 'not in the server':
        return 'No estoy en el servidor. Agrégame de nuevo con el enlace de mi perfil; después sigue solo.';
      case 'timed out':
        return 'Tengo un aislamiento temporal en este servidor. Quítalo (clic derecho sobre mí → Quitar aislamiento); después sigue solo.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'Discord falló cada vez que lo intenté. Aquí no hay nada que hacer; lo sigo intentando durante dos días.';
      case 'refused':
        return `Discord no acepta la publicación (código ${reason.code}). Es una falla mía: avisa a quien me administra.`;
      case 'in doubt':
        return 'No sé si se publicó: desde entonces se escribió demasiado en el canal. Búscalo ahí; no me arriesgo a publicarlo dos veces.';
      case 'fault':
        return digestText.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Yo no estaba en marcha cuando tocaba, ni en los dos días siguientes.';
      case 'quiet':
        return 'Fue una semana tranquila, y esas se omiten.';
      case 'turned off':
        return 'El resumen se desactivó.';
      default:
        return digestText.obstacle(reason, channelId);
    }
  },
};
