import type { Language } from '../words.js';
import { say } from './say.js';

export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Save-Score',
    saves: 'Geschätzte Saves',
    rate: 'Save-Rate',
    why: 'Warum',
    next: 'Probier mal',
  },
  buttons: {
    how: 'Wie?',
    realSaves: 'Echte Saves eintragen',
    changeSaves: 'Echte Saves ändern',
    newNumbers: 'Neue Zahlen',
    edit: 'Bearbeiten',
    whichAccount: 'Welches Konto?',
    remind: 'Erinnere mich',
  },
  account: {
    ask: 'Zu welchem deiner Konten gehört dieses Video? Seine Schätzung lernt dann aus den echten Zahlen, die du zu diesem Konto genannt hast, und die lernen von ihm.',
    none: 'Ich kenne kein Konto mehr von dir. Bewerte das Video mit seinem Link, dann kenne ich es wieder.',
    choose: 'Wähle das Konto',
    kept: (handle) => `Notiert: Es gehört zu @${handle}. Der Score wurde neu berechnet.`,
  },
  turn: {
    'with it': ' · als Nächstes: damit',
    'without it': ' · als Nächstes: ohne',
  },
  untitled: { video: 'Dein Video', photo: 'Dein Foto-Post' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} Aufrufe, ${likes} Likes, ${comments} Kommentare, ${shares} Shares${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Reif für die Listen: `/leaderboard join`',
  shortLink: 'Ein Kurzlink verbirgt Konto und Tag.',
  categoryFromLast: (category) => `Wie dein letztes Video: ${category}.`,
  category: {
    educational: 'lehrreich',
    entertaining: 'unterhaltsam',
    inspirational: 'inspirierend',
    aesthetic: 'ästhetisch',
    valuable: 'nützliche Infos',
  },
  kinds: {
    educational: 'lehrreich',
    entertaining: 'unterhaltsam',
    inspirational: 'inspirierend',
    aesthetic: 'ästhetisch',
    valuable: 'nützlich',
  },
  categoryMenu: 'Wofür ist dieses Video gedacht?',
  secondReading: (since, views) => `${views} Aufrufe seit der Messung ${since}.`,
  verdict: {
    estimated: (saves, n, low, high) =>
      low === high
        ? `**Etwa ${savesIn(saves, n)}**`
        : `**Etwa ${savesIn(saves, n)}** (${low} bis ${high})`,
    counted: (saves, n) => `**${savesIn(saves, n)}, gezählt**`,
    scored: (saves, grade, than, lesson) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `vor ${percent} % ${others}`,
    below: (percent, others) => `hinter ${percent} % ${others}`,
    others: 'gleich großer Videos',
    othersOfItsKind: 'seiner Art und Größe',
    tooEarly: (saves) => `${saves} bisher: zu früh für ein Urteil`,
    tooSmall: (saves, views) => `${saves}: zu wenige Aufrufe, ich brauche ${views}`,
    noViews: '**Noch hat es niemand gesehen.** Komm wieder, wenn es Aufrufe hat.',
  },
  grades: { low: 'niedrig', usual: 'normal', good: 'gut', great: 'stark' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (Faustregel), ${low} bis ${high} / 100`,
  tooEarly: (back) => (back === null ? 'zu früh' : `zu früh: Komm ${back} wieder`),
  tooSmall: (back) => (back === null ? 'zu klein' : `zu klein: Komm ${back} wieder`),
  estimated: (saves, low, high) => `**${saves}** (80-%-Spanne: ${low} bis ${high})`,
  estimatedFew: (saves) => `etwa **${saves}**: zu wenige haben es gesehen`,
  noSaves: 'bisher 0',
  guessed: (saves, low, high) => `**${saves}** (geraten: ${low} bis ${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, geraten ${saves}${low === high ? '' : ` (${isMeasured ? '80 %: ' : ''}${low} bis ${high})`}`,
  rateEstimated: (rate, low, high) => `${rate} % der Aufrufe (${low} bis ${high} %)`,
  rateTold: (rate) => `${rate} % der Aufrufe, von dir gezählt`,
  rateTiny: 'weniger als 0,01 % der Aufrufe',
  noRate: 'noch keine Aufrufe',
  rateSmall: 'zu wenige Aufrufe für eine Rate',
  whyNoViews: 'Es gibt noch nichts zu vergleichen.',
  whySmall: (views) => `${views} Aufrufe sind zu wenige.`,
  whyFew: 'Solche Zahlen bringen fast keine Saves.',
  whyEven: 'Für seine Größe sticht nichts heraus.',
  whyFirst: (signal, size, percent) => `${signal}: ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same' ? 'gleich gezählt' : `${percent} ${MORE_OR_LESS[than]} gezählt`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Gezählt wie geraten'
      : `${percent} ${MORE_OR_LESS[than]} gezählt als geraten`,
  lessons: {
    low: 'Zu niedrig geraten.',
    high: 'Zu hoch geraten.',
    close: 'Ich lag nah dran.',
    'which account': 'Welches Konto?',
  },
  sizes: {
    'many times': 'ein Vielfaches',
    'three times': 'etwa das Dreifache',
    twice: 'etwa das Doppelte',
    'much more': 'viel mehr',
    more: 'etwas mehr',
    less: 'etwas weniger',
    'much less': 'viel weniger',
    half: 'etwa die Hälfte',
    'far less': 'weit weniger',
  },
  experiment: (name, videos, without) =>
    `„${name}“: ${videos} mit, ${without} ohne. Als Nächstes: **ohne**.`,
  footer: {
    photo: 'Foto: geraten',
    model: (version) => `Modell ${version}`,
  },
  signals: {
    level: 'Niveau',
    views: 'Aufrufe',
    likes: 'Likes',
    comments: 'Kommentare',
    shares: 'Shares',
    'watch time': 'Wiedergabezeit',
    'follower growth': 'Follower',
    category: 'Art',
    'your community': 'echte Saves anderer',
    'your own videos': 'deine echten Saves',
    limit: 'höchstens die Aufrufe',
  },
};

const MORE_OR_LESS = { more: 'mehr', less: 'weniger' } as const;

function savesIn(count: string, n: number): string {
  return say('{n, plural, one {{count} Save} other {{count} Saves}}', { n, count });
}
