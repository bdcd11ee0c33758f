import type { Language } from '../words.js';
import { say } from './say.js';

export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Índice de salvos',
    saves: 'Salvos estimados',
    rate: 'Taxa de salvos',
    why: 'Por quê',
    next: 'Teste agora',
  },
  buttons: {
    how: 'Como?',
    realSaves: 'Informar salvos reais',
    changeSaves: 'Mudar salvos reais',
    newNumbers: 'Novos números',
    edit: 'Editar',
    whichAccount: 'Qual conta?',
    remind: 'Me lembre',
  },
  account: {
    ask: 'De qual das suas contas é este vídeo? Aí a estimativa dele aprende com as contagens reais que você informou dessa conta, e elas aprendem com esta.',
    none: 'Não conheço mais nenhuma conta sua. Avalie o vídeo com o link, e volto a conhecer.',
    choose: 'Escolha a conta',
    kept: (handle) => `Anotado: é de @${handle}. A nota foi calculada de novo.`,
  },
  turn: {
    'with it': ' · próximo: com',
    'without it': ' · próximo: sem',
  },
  untitled: { video: 'Seu vídeo', photo: 'Seu post de fotos' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} views, ${likes} curtidas, ${comments} comentários, ${shares} compart.${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Esse vale ranking: `/leaderboard join`',
  shortLink: 'Link curto esconde a conta e o dia.',
  categoryFromLast: (category) => `Como seu último vídeo: ${category}.`,
  category: {
    educational: 'educação',
    entertaining: 'entretenimento',
    inspirational: 'inspiração',
    aesthetic: 'estética',
    valuable: 'informação útil',
  },
  kinds: {
    educational: 'educação',
    entertaining: 'entretenimento',
    inspirational: 'inspiração',
    aesthetic: 'estética',
    valuable: 'info útil',
  },
  categoryMenu: 'Pra que serve este vídeo?',
  secondReading: (since, views) => `De novo: ${views} visualizações desde ${since}.`,
  verdict: {
    estimated: (saves, n, low, high) =>
      low === high
        ? `**${aboutSaves(saves, n)}**`
        : `**${aboutSaves(saves, n)}** (${low} a ${high})`,
    counted: (saves, n) =>
      say('{n, plural, =1 {**{saves} salvo, contado**} other {**{saves} salvos, contados**}}', {
        n,
        saves,
      }),
    scored: (saves, grade, than, lesson) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `acima de ${percent}% ${others}`,
    below: (percent, others) => `abaixo de ${percent}% ${others}`,
    others: 'dos de mesmo tamanho',
    othersOfItsKind: 'do mesmo tipo e tamanho',
    tooEarly: (saves) => `${saves} até agora: cedo demais pra julgar`,
    tooSmall: (saves, views) => `${saves}: poucas visualizações pra julgar, preciso de ${views}`,
    noViews: '**Ninguém viu ainda.** Volte quando tiver visualizações.',
  },
  grades: { low: 'baixo', usual: 'normal', good: 'bom', great: 'ótimo' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (heurística), ${low} a ${high} / 100`,
  tooEarly: (back) => (back === null ? 'cedo demais' : `cedo demais: volte ${back}`),
  tooSmall: (back) => (back === null ? 'pequeno demais' : `pequeno demais: volte ${back}`),
  estimated: (saves, low, high) => `**${saves}** (faixa de 80%: ${low} a ${high})`,
  estimatedFew: (saves) => `cerca de **${saves}**: pouca gente viu`,
  noSaves: '0 até agora',
  guessed: (saves, low, high) => `**${saves}** (um palpite: ${low} a ${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, palpite ${saves}${low === high ? '' : ` (${isMeasured ? '80%: ' : ''}${low} a ${high})`}`,
  rateEstimated: (rate, low, high) => `${rate}% das visualizações (${low} a ${high}%)`,
  rateTold: (rate) => `${rate}% das views, contado por você`,
  rateTiny: 'menos de 0,01% das visualizações',
  noRate: 'sem visualizações ainda',
  rateSmall: 'poucas visualizações pra uma taxa',
  whyNoViews: 'Ainda não tem nada pra comparar.',
  whySmall: (views) => `${views} visualizações é pouco pra saber.`,
  whyFew: 'Números assim quase não trazem salvos.',
  whyEven: 'Nada se destaca pro tamanho dele.',
  whyFirst: (signal, size, percent) => `${signal}: ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same'
      ? 'contagem igual'
      : `contagem ${percent} ${than === 'more' ? 'maior' : 'menor'}`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Você contou igual ao meu palpite'
      : `${percent} a ${than === 'more' ? 'mais' : 'menos'} que meu palpite`,
  lessons: {
    low: 'Chutei baixo.',
    high: 'Chutei alto.',
    close: 'Cheguei perto.',
    'which account': 'Qual conta?',
  },
  sizes: {
    'many times': 'muitas vezes mais',
    'three times': 'cerca do triplo',
    twice: 'cerca do dobro',
    'much more': 'bem mais',
    more: 'um pouco mais',
    less: 'um pouco menos',
    'much less': 'bem menos',
    half: 'cerca da metade',
    'far less': 'muito menos',
  },
  experiment: (name, videos, without) =>
    `“${name}”: ${videos} com, ${without} sem. Próximo: **sem**.`,
  footer: {
    photo: 'Foto: um palpite',
    model: (version) => `modelo ${version}`,
  },
  signals: {
    level: 'nível',
    views: 'visualizações',
    likes: 'curtidas',
    comments: 'comentários',
    shares: 'compartilhamentos',
    'watch time': 'tempo assistido',
    'follower growth': 'seguidores',
    category: 'pra que serve',
    'your community': 'salvos reais de outros',
    'your own videos': 'seus salvos reais',
    limit: 'não mais que visualizações',
  },
};

function aboutSaves(count: string, n: number): string {
  return say(
    '{n, plural, =0 {Cerca de {count} salvos} =1 {Cerca de {count} salvo} other {Uns {count} salvos}}',
    { n, count },
  );
}
