import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: 'Tasa de guardado y puntaje',
    sample: 'Datos de ejemplo inventados',
    subtitle: (days) => `${days}, por día de publicación`,
    rate: 'Guardados, % de las vistas',
    score: 'Índice de guardados, de 100',
    estimated: 'estimado, con el rango del 80%',
    counted: 'contado por ti',
    alt: (o) =>
      `Guardado en la mitad más nueva de los videos: ${o.newer} de las vistas; en la más vieja, ${o.older}, ${o.counted ? 'según tus conteos' : 'todo estimado igual'}. Gráfico de líneas de ${o.videos} videos, ${o.days}: arriba la tasa de guardado, abajo el índice de guardados. La estimación más baja es ${o.low}%, la más alta ${o.high}%. Cada una tiene una barra con su rango del 80%.${o.told > 0 ? ` Contados: ${o.told}, en su propia línea, con rombos.` : ''}`,
    altShort: (o) =>
      `Gráfico de líneas de ${o.videos} videos, ${o.days}: arriba la tasa de guardado, abajo el índice de guardados. La estimación más baja es ${o.low}% de las vistas, la más alta ${o.high}%.`,
  },
  digest: {
    title: 'Tasa de guardado típica, por semana',
    subtitle: 'La línea en una barra: el rango del 80%',
    counted: 'Todo contado',
    label: 'guardados, % de las vistas',
    bar: (day) => `al ${day}`,
    alt: (finding, bars) =>
      `${finding} Barras: la tasa de guardado típica de cada semana, en % de las vistas. ${bars.join('; ')}.`,
    up: (now, before) => `Subió a ${now}% esta semana, desde ${before}% antes.`,
    down: (now, before) => `Bajó a ${now}% esta semana, desde ${before}% antes.`,
    even: (now, before) =>
      `${now}% esta semana, ${before}% antes: muy parecido para saber si cambió.`,
    first: (now) => `Los guardados fueron el ${now}% de las vistas, en la primera semana que hay.`,
    missing: 'De esta semana todavía no hay.',
    altCounted: (day, rate) => `Semana al ${day}: ${rate}, todo contado`,
    altBar: (day, rate, low, high) => `Semana al ${day}: ${rate} (rango del 80%: ${low} a ${high})`,
  },
};
