import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: 'Taxa de salvos e nota',
    sample: 'Dados de exemplo inventados',
    subtitle: (days) => `${days}, pelo dia da postagem`,
    rate: 'Salvos, % das visualizações',
    score: 'Índice de salvos, de 100',
    estimated: 'estimados, com a faixa de 80%',
    counted: 'contados por você',
    alt: (o) =>
      `Salvos na metade mais nova dos vídeos: ${o.newer} das visualizações; na metade mais antiga: ${o.older}, ${o.counted ? 'pelas suas contagens' : 'todos estimados do mesmo jeito'}. Gráfico de linha de ${o.videos} vídeos, ${o.days}: taxa de salvos em cima, índice de salvos embaixo. A menor estimativa é ${o.low}%, a maior ${o.high}%. Cada uma tem uma barra com a faixa de 80%.${o.told > 0 ? ` Contados: ${o.told}, numa linha própria, com losangos.` : ''}`,
    altShort: (o) =>
      `Gráfico de linha de ${o.videos} vídeos, ${o.days}: taxa de salvos em cima, índice de salvos embaixo. A menor estimativa é ${o.low}% das visualizações, a maior ${o.high}%.`,
  },
  digest: {
    title: 'Taxa de salvos típica, semana a semana',
    subtitle: 'A linha em cada barra: a faixa de 80%',
    counted: 'Todos contados',
    label: 'salvos, % das visualizações',
    bar: (day) => `até ${day}`,
    alt: (finding, bars) =>
      `${finding} Barras: a taxa de salvos típica de cada semana, em % das visualizações. ${bars.join('; ')}.`,
    up: (now, before) => `Subiu de ${before}% pra ${now}% esta semana.`,
    down: (now, before) => `Caiu de ${before}% pra ${now}% esta semana.`,
    even: (now, before) =>
      `${now}% esta semana, ${before}% antes: perto demais pra dizer se mudou.`,
    first: (now) => `${now}% das visualizações viraram salvos, na primeira semana que existe.`,
    missing: 'Ainda não tem dado desta semana.',
    altCounted: (day, rate) => `Semana até ${day}: ${rate}, todos contados`,
    altBar: (day, rate, low, high) => `Semana até ${day}: ${rate} (faixa de 80%: ${low} a ${high})`,
  },
};
