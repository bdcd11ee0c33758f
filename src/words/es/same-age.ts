import type { Language } from '../words.js';
import { say } from './say.js';

const RATES = {
  counted: {
    more: 'Tasa de guardado: más alta (contada)',
    usual: 'Tasa de guardado: parecida (contada)',
    fewer: 'Tasa de guardado: más baja (contada)',
  },
  estimated: {
    more: 'Tasa de guardado: más alta (estimada)',
    usual: 'Tasa de guardado: muy parecida para saber (estimada)',
    fewer: 'Tasa de guardado: más baja (estimada)',
  },
} as const;

const saveRates =
  'La tasa de guardado son los guardados por vista: todo contado, o todo estimado igual. Es parecida si no se aparta más de un cuarto de la del medio; ahí las estimaciones se parecen demasiado para saber, y también donde sus rangos se cruzan. Ambas cosas son heurísticas.';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**Con ${age}: ${times} veces las vistas de tus otros**${ratesOf(rates)}`,
  usual: (age, rates) => `**Con ${age}: más o menos las vistas de tus otros**${ratesOf(rates)}`,
  field: 'En el tiempo',
  seven: (middle, low, high) =>
    `Para su séptimo día, unas ${middle} vistas, 8 de 10 veces entre ${low} y ${high} (una heurística: acertó el 78% de las veces con creadores de los lugares donde se ajustó, y mucho menos en otros).`,
  notYet:
    'No sé cuántas vistas tendrá en su séptimo día: hacen falta otros cinco videos de la misma cuenta con dos registros cada uno, y un registro de este entre su primer y su sexto día.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {Todavía no sé cada cuánto acierta con tus propios videos.} other {Con tus propios videos acertó {held} de {videos} veces{mostly, select, held {} other {: no te fíes}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`${others} otros videos`)} ${saveRates}`,
  howOfAll: `${comparison('otros videos')} ${saveRates}`,
  days: (days) => say('{days, plural, one {{days} día} other {{days} días}}', { days }),
};

function comparison(others: string): string {
  return `Las vistas se comparan con las del video del medio entre tus ${others} de esa edad; entre dos registros supongo que crecen parejo.`;
}

function ratesOf({ saves, basis }: Parameters<Language['sameAge']['usual']>[1]): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
