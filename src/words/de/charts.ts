import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: 'Save-Rate und Score',
    sample: 'Erfundene Beispieldaten',
    subtitle: (days) => `${days}, nach Tag des Posts`,
    rate: 'Saves, % der Aufrufe',
    score: 'Save-Score, von 100',
    estimated: 'geschätzt, mit 80-%-Spanne',
    counted: 'von dir gezählt',
    alt: (o) =>
      `Saves in der neueren Hälfte der Videos: ${o.newer} der Aufrufe, in der älteren ${o.older}, ${o.counted ? 'nach deinen Zählungen' : 'alle gleich geschätzt'}. Liniendiagramm mit ${o.videos} Videos, ${o.days}: oben Save-Rate, unten Save-Score. Die niedrigste Schätzung ist ${o.low} %, die höchste ${o.high} %. Jede hat einen Balken für ihre 80-%-Spanne.${o.told > 0 ? ` Gezählt: ${o.told}, auf eigener Linie, mit Rauten.` : ''}`,
    altShort: (o) =>
      `Liniendiagramm mit ${o.videos} Videos, ${o.days}: oben Save-Rate, unten Save-Score. Die niedrigste Schätzung ist ${o.low} % der Aufrufe, die höchste ${o.high} %.`,
  },
  digest: {
    title: 'Übliche Save-Rate, Woche für Woche',
    subtitle: 'Der Strich im Balken: die 80-%-Spanne',
    counted: 'Alle gezählt',
    label: 'Saves, % der Aufrufe',
    bar: (day) => `bis ${day}`,
    alt: (finding, bars) =>
      `${finding} Balken: die übliche Save-Rate jeder Woche, in % der Aufrufe. ${bars.join('; ')}.`,
    up: (now, before) => `Diese Woche hoch auf ${now} %, davor ${before} %.`,
    down: (now, before) => `Diese Woche runter auf ${now} %, davor ${before} %.`,
    even: (now, before) =>
      `Diese Woche ${now} %, davor ${before} %: zu nah beieinander für ein Urteil.`,
    first: (now) => `${now} % der Aufrufe waren Saves, die erste Woche überhaupt.`,
    missing: 'Für diese Woche noch keine.',
    altCounted: (day, rate) => `Woche bis ${day}: ${rate}, alle gezählt`,
    altBar: (day, rate, low, high) => `Woche bis ${day}: ${rate} (80-%-Spanne: ${low} bis ${high})`,
  },
};
