import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: 'Taux de favoris et score',
    sample: 'Exemple inventé',
    subtitle: (days) => `${days}, par jour de publication`,
    rate: 'Favoris, en % des vues',
    score: 'Indice de favoris, sur 100',
    estimated: 'estimé, avec la fourchette à 80 %',
    counted: 'compté par toi',
    alt: (o) =>
      `Favoris dans la moitié récente des vidéos : ${o.newer} des vues, dans la plus ancienne ${o.older}, ${o.counted ? 'selon tes comptages' : 'tout estimé pareil'}. Courbe de ${o.videos} vidéos, ${o.days} : taux de favoris en haut, indice de favoris en bas. L’estimation la plus basse est ${o.low} %, la plus haute ${o.high} %. Chacune a une barre pour sa fourchette à 80 %.${o.told > 0 ? ` Comptées : ${o.told}, sur leur propre ligne, avec des losanges.` : ''}`,
    altShort: (o) =>
      `Courbe de ${o.videos} vidéos, ${o.days} : taux de favoris en haut, indice de favoris en bas. L’estimation la plus basse est ${o.low} % des vues, la plus haute ${o.high} %.`,
  },
  digest: {
    title: 'Taux de favoris typique, par semaine',
    subtitle: 'Le trait dans la barre : fourchette à 80 %',
    counted: 'Tout compté',
    label: 'favoris, en % des vues',
    bar: (day) => `au ${day}`,
    alt: (finding, bars) =>
      `${finding} Barres : le taux de favoris typique de chaque semaine, en % des vues. ${bars.join(' ; ')}.`,
    up: (now, before) => `En hausse à ${now} % cette semaine, contre ${before} % avant.`,
    down: (now, before) => `En baisse à ${now} % cette semaine, contre ${before} % avant.`,
    even: (now, before) =>
      `${now} % cette semaine, ${before} % avant : trop proche pour les départager.`,
    first: (now) => `${now} % des vues ont donné un favori, première semaine connue.`,
    missing: 'Rien encore pour cette semaine.',
    altCounted: (day, rate) => `Semaine au ${day} : ${rate}, tout compté`,
    altBar: (day, rate, low, high) =>
      `Semaine au ${day} : ${rate} (fourchette à 80 % : ${low} à ${high})`,
  },
};
