import type { Language } from '../words.js';
import { digestText, permissionList } from './digest.js';
import { say } from './say.js';

export const noticesText: Language['notices'] = {
  title: 'El resumen semanal necesita una mano',
  waits: (week) => `${week}: el resumen está en espera.`,
  ahead: 'Así, el próximo resumen no se puede publicar.',
  once: 'Lo digo una vez. Cuando esté arreglado y pase otra cosa, vuelvo a escribir.',
  button: 'Cómo va',
  goTo: (channelId) => `Si algo falla, lo digo en <#${channelId}>.`,
  goNowhere:
    'Si algo falla, solo lo dice `/digest status`. `/settings change` con `notices` indica un canal donde lo escribo.',
  cannotNotify: 'Todavía no puedo escribir avisos ahí',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          'En <#{channelId}> me {count, plural, one {falta el permiso} other {faltan los permisos}} {names}. Abre los ajustes del canal → Permisos, agrega mi rol y {count, plural, one {permítelo} other {permítelos}}. Después haz `/settings change` de nuevo.',
          {
            channelId,
            names: permissionList(obstacle.permissions),
            count: obstacle.permissions.length,
          },
        );
      case 'no such channel':
        return 'Ese canal ya no existe, o no es uno donde pueda escribir. Elige otro.';
      case 'timed out':
        return 'Tengo un aislamiento temporal en este servidor. Quítalo (clic derecho sobre mí → Quitar aislamiento), y haz `/settings change` de nuevo.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
