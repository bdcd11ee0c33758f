import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type { Unreadable } from '../../services/refusal.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` oder `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `ist leer. Tippe es, wie TikTok es zeigt, zum Beispiel ${COUNT_EXAMPLES}.`,
  negative: 'kann nicht unter null sein.',
  fraction: `ergibt keine ganze Person. Tippe eine ganze Zahl oder eine Kurzform wie ${COUNT_EXAMPLES}.`,
  ambiguous:
    'kann je nach Sprache verschiedene Zahlen bedeuten. Tippe alle Ziffern, zum Beispiel `541200`.',
  unreadable: `ist keine Zahl, die ich lesen kann. Tippe es, wie TikTok es zeigt, zum Beispiel ${COUNT_EXAMPLES}.`,
  'too large':
    'ist größer als jede Zahl, die TikTok je gezeigt hat. Such nach einer Ziffer oder einem Buchstaben zu viel.',
};

const needed = 'Öffne den Post und nimm Teilen → Link kopieren, oder lass die Option weg.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'ist kein Link. Kopiere ihn in TikTok mit Teilen → Link kopieren, oder lass die Option weg.',
  'not tiktok':
    'ist kein TikTok-Link. Kopiere ihn in TikTok mit Teilen → Link kopieren, oder lass die Option weg.',
  'no video in it': `führt zu TikTok, aber nicht zu einem Video oder Foto-Post. ${needed}`,
  profile: `ist ein TikTok-Profil, keins seiner Videos. ${needed}`,
  live: `ist ein Livestream, und der hat keine Saves. ${needed}`,
  sound: `ist ein Sound auf TikTok, kein Video damit. ${needed}`,
  list: `ist eine Liste von Videos auf TikTok, nicht eins davon. ${needed}`,
  shop: `ist eine Seite von TikTok Shop, kein Video. ${needed}`,
  'cut off': `ist abgeschnitten: Die Nummer ist nicht ganz da. ${needed}`,
  studio:
    'ist eine Seite von TikTok Studio, aber nicht die eines Videos. Öffne dort die Analytics des Videos oder den Post selbst und kopiere diesen Link, oder lass die Option weg.',
  login: `ist die Login-Seite von TikTok, ohne Video dahinter. ${needed}`,
};

/** Two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

export const refusal: Language['refusal'] = {
  title: 'Da stimmt noch etwas nicht',
  nothingStored: 'Nichts wurde gespeichert.',
  commandHeading: 'Noch mal schicken',
  commandHint: 'Kopieren, das Genannte korrigieren, schicken:',
  correctedHint: 'Kopieren und schicken:',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} ist keine Dauer, die ich lesen kann. Tippe Sekunden oder Minuten und Sekunden: \`34\` oder \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} Saves bei ${problem.views} Aufrufen geht nicht: Niemand speichert ein Video, ohne dass ein Aufruf zählt. Schau dir beide Zahlen noch mal an.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} kommt erst noch, überall auf der Welt. Tippe den Tag, an dem das Video online ging. Das Jahr im Befehl unten ist von mir nur geraten.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} ist keine Uhrzeit, die ich lesen kann. Tippe Stunden und Minuten, zum Beispiel \`18:00\`, \`09:30\` oder \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} ist keine Zeitzone, die ich kenne. Tippe die nächste große Stadt oder das Land, zum Beispiel \`Berlin\`, \`Hanoi\` oder \`Japan\`.`;
    }
  },
  onlyTheAuthor: 'Das kann nur, wer diese Zahlen getippt hat. Nimm `/score` für ein eigenes Video.',
  readingGone:
    'Diese Zahlen sind nicht mehr gespeichert, oder nicht hier. Schick sie mit `/score` noch mal.',
  draftGone:
    'Solche Zahlen hebe ich 15 Minuten auf, und die sind vorbei. **Nichts wurde gespeichert.** Schick sie mit `/score` noch mal.',
  videoGone:
    'Ich kenne kein solches Video von dir. `/history list` zeigt, was gespeichert ist; oder fang in `/history video` an, den Titel zu tippen, und wähle aus der Liste.',
  undoGone:
    'Das geht nicht mehr: Du hast es schon rückgängig gemacht, mehr als ein Tag ist vorbei, oder es kamen andere Änderungen dazwischen. `/history list` zeigt, was gespeichert ist.',
  twoPosts:
    'Die beiden haben verschiedene IDs in ihren TikTok-Links, also sind es zwei Posts. **Nichts wurde geändert.** War ein Link falsch, entferne diese Messung und nimm `/score` mit dem richtigen.',
  notShownHere:
    'Dieses Mitglied hat nicht zugestimmt, auf diesem Server gezeigt zu werden, oder ist nicht hier. Wer gezeigt werden will, nimmt `/leaderboard join`.',
  storedAlready: 'Das ist schon gespeichert. Nichts wurde doppelt gespeichert.',
  onlyInAServer: 'Das gehört zu einem Server. Nutze es in einem Kanal des Servers, den du meinst.',
  questionGone:
    'So etwas frage ich nur 15 Minuten lang, und die sind vorbei. **Nichts wurde gelöscht.** Nimm `/data delete` noch mal.',
  tooOften: (when) =>
    `Das ist mehr, als ich für ein Mitglied oder einen Server auf einmal mache, damit für alle Platz ist. **Nichts wurde gespeichert.** Schick das bitte ${when} noch mal.`,
  onlyManagers:
    'Das können nur Mitglieder mit der Berechtigung **Server verwalten**. Frag jemanden davon oder die Person, der der Server gehört.',
  notAWeek: (typed) =>
    `${named('week', typed)} ist keine Woche, die ich lesen kann. Tippe sie wie \`2026-W47\`, oder wähle eine aus der Liste, die beim Tippen aufgeht. Ohne \`week\` bekommst du die laufende Woche.`,
  weekToCome: (week) => `${week} kommt erst noch. Lass \`week\` weg für die laufende Woche.`,
  weekBefore: (week) =>
    `${week} war vorbei, bevor ich auf diesen Server kam, davon gibt es also nichts. Lass \`week\` weg für die laufende Woche.`,
};

export const doubtful: Language['doubtful'] = {
  title: 'Was davon meinst du?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} ist, in deiner Sprache gelesen, mehr als die Aufrufe. Meinst du {readings}?} other {• {value} kann {readings} heißen.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)}: Ich kenne ein Video mit diesem Titel.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `Dasselbe, gepostet am ${day}` : `Dasselbe, zuletzt am ${day}`,
  newVideo: 'Ein neues',
  description: (items) =>
    `${items.join('\n')}\n\n**Noch ist nichts gespeichert.** Drück innerhalb von 15 Minuten, was du meinst.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: 'Aufrufe',
  likes: 'Likes',
  comments: 'Kommentare',
  shares: 'Shares',
  saves: 'Saves',
  new_followers: 'neue Follower',
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} oder ${words.at(-1) ?? ''}`;
}

export const improbable: Language['improbable'] = {
  title: 'Schau bitte noch mal hin',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Noch ist nichts gespeichert.** Stimmen die Zahlen, drück innerhalb von 15 Minuten **Trotzdem speichern**. Wenn nicht, schick sie einfach neu.`,
  choose: 'Oder drück, was du gemeint hast.',
  button: 'Trotzdem speichern',
  stored: 'Gespeichert.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} ist mehr als die ${found.views} Aufrufe. Fast immer kommt zuerst ein Aufruf.`;
      case 'more than ever':
        return `**views**: ${found.typed} lese ich als ${format(found.views)}, mehr, als je ein Video hatte. War mit der Kurzform etwas Kleineres gemeint?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} ist in deiner Sprache ${format(found.read)}, in einer anderen weniger. Kaum ein Video hatte je so viele. Meinst du die kleinere Zahl?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} lese ich als ${format(found.read)}. In deinen letzten Messungen war es ${found.least === found.most ? format(found.most) : `${format(found.least)} bis ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} Sekunden pro Aufruf sind mehr als viermal die ${found.duration} Sekunden des Videos. Ist es der Durchschnitt, in Sekunden?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} ist weit weg von den ${format(Math.round(found.low))} bis ${format(Math.round(found.high))}, die ich nach den anderen Zahlen erwarten würde.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'ist leer. Tippe den Tag, an dem das Video online ging, als `JJJJ-MM-TT`, zum Beispiel `2026-11-01`.';
    case 'ambiguous':
      return `könnte ${why.candidates.map((date) => `\`${date}\``).join(' oder ')} sein. Tippe eins davon.`;
    case 'no such day':
      return 'steht in keinem Kalender. Tippe es als `JJJJ-MM-TT`, zum Beispiel `2026-11-01`.';
    case 'before TikTok':
      return 'ist aus der Zeit vor TikTok. Schau dir das Jahr noch mal an.';
    case 'unreadable':
      return 'ist kein Tag, den ich lesen kann. Tippe ihn wie `2026-11-01`, `1. Nov.`, `gestern` oder `vor 3 Tagen`.';
  }
}
