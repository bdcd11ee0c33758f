import type { TableKind } from '../../services/import/drop.js';
import type { Language } from '../words.js';
import { say } from './say.js';

/** File names stay as TikTok writes them. */
const tables: Readonly<Record<TableKind, string>> = {
  content: 'Content: deine Videos',
  overview: 'Overview: Aufrufe deines Kontos',
  viewers: 'Viewers',
  followers: 'FollowerHistory: deine Follower',
  activity: 'FollowerActivity: wann sie online sind',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'eine eigene Tabelle',
};

const limits = {
  bytes: 'es ist mehr drin, als ich entpacke: So groß ist kein Export von TikTok',
  entries: 'es sind mehr Dateien drin, als ich öffne',
  rows: 'es sind mehr als 10.000 Zeilen',
  columns: 'es sind mehr als 64 Spalten',
  rowLength: 'eine Zelle oder Zeile darin ist länger als jeder Titel',
};

const plainly = {
  'not available yet': 'TikTok hatte es noch nicht gezählt',
  'posted after the export': 'es wurde nach dem Tag des Exports gepostet',
  'no hour': 'die Stunde ist keine von 0 bis 23',
  'unknown header':
    'die erste Zeile kenne ich nicht. Ich kenne die sieben Dateien aus TikTok Studio und Tabellen mit Aufrufen, Likes, Kommentaren und Shares',
  empty: 'es ist nichts drin',
  'not a table': 'es ist keine Tabelle: Ich lese CSV, XLSX und ZIP-Archive davon',
  'open quote': 'ein Anführungszeichen geht darin auf und nie wieder zu',
  damaged: 'es ist beschädigt oder gesperrt, ich kann es nicht öffnen',
  'archive inside': 'im Archiv steckt ein Archiv: Nimm es heraus und schick es einzeln',
  'nothing inside': 'das Archiv ist leer',
  macros: 'es enthält Makros: Sichere es als CSV oder als XLSX ohne Makros',
  'no account': 'nirgends steht, wessen Zahlen das sind: Schick es noch mal mit `account:`',
  'too large': 'es ist größer als 10 MB',
  gone: 'Discord hat es mir nicht gegeben: Schick es noch mal',
} as const;

export const importText: Language['imports'] = {
  title: 'In diesen Dateien',
  storedTitle: 'Gespeichert',
  nothingTitle: 'Nichts Neues',
  unreadTitle: 'Nichts, was ich speichern kann',
  tables,

  videos: (o) => `**${o.videos}**${o.accounts}: ${o.known} bekannt, ${o.fresh} neu.`,
  videoCount: (count, n) =>
    say('{n, plural, one {{count} Video} other {{count} Videos}}', { n, count }),
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` von ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count, n) =>
    say(
      '{n, plural, one {{count} Messung zum Speichern.} other {{count} Messungen zum Speichern.}}',
      {
        n,
        count,
      },
    ),
  raised: (count) => `Größere Zahlen für Messungen aus einem früheren Import: ${count}.`,
  truths: (count, n) =>
    say('Dazu {n, plural, one {{count} echte Save-Zahl} other {{count} echte Save-Zahlen}}.', {
      n,
      count,
    }),
  days: (days, handle, from, to, fresh) =>
    `**Tage von @${handle}: ${days}**, ${from} bis ${to}: ${fresh} neu.`,
  goesOn: (to) => ` Die Dateien gehen bis ${to}: Diese Tage sind noch nicht gezählt.`,
  hours: (days) =>
    `Wann deine Follower online waren (Tage: ${days}). TikTok behält nur die letzten sieben, importiere es also jede Woche.`,
  accounts: (count) => `${count} Konten.`,
  notStored: (until) => `**Noch ist nichts gespeichert.** \`Speichern\` geht bis ${until}.`,
  nothingNew:
    'Alles in diesen Dateien kenne ich schon. Nichts wurde gespeichert, und es gibt nichts zu tun.',
  nothingFound: 'In diesen Dateien ist nichts, was ich speichern kann.',
  store: 'Speichern',
  cancel: 'Abbrechen',
  cancelled: 'Nichts gespeichert, und was ich gelesen hatte, ist weg.',

  assumed: 'Was ich annehme',
  leftOut: 'Weggelassen',
  moreLeft: (count) => `… und ${count} mehr, in der Datei unten.`,
  leftFile: 'Was weggelassen wurde, mit Datei, Zeile und Grund',
  moreAssumed: (count) => `… und ${count} mehr, in der Datei unten.`,
  assumedFile: 'Was ich annehme, Zeile für Zeile',
  left: (file, line, why) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, Zeile ${line}: ${why}.`,

  assume: {
    years: (videos) =>
      `Die Jahre für ${videos}: aus den IDs in den Links, denn TikTok schreibt keine.`,
    exportDay: (days) =>
      `Tag des Exports: ${days}. TikTok schreibt den Tag ohne Jahr, und ich nehme das späteste.`,
    days: (files, to) =>
      `Ohne Jahre: ${files}. Ich nehme die spätesten, die passen; der letzte Tag darin ist also ${to}.`,
    today: (files) => `Ohne Angabe, wann es abgelesen wurde: ${files}. Ich nehme heute.`,
    accountByName: (files, handle) => `Von @${handle}, laut Dateiname: ${files}.`,
    onlyAccount: (files, handle) =>
      `Von @${handle}, dem einzigen Konto, das ich von dir kenne: ${files}.`,
    translated: (files) =>
      `Mit übersetzter erster Zeile: ${files}. Eine echte habe ich nie gesehen: Schau genau hin.`,
    storedResults: (files) =>
      `Mit Formeln: ${files}. Ich habe die Ergebnisse genommen, die dabei stehen.`,
    notKept: (files) => `Gelesen, aber nichts davon behalten: ${files}.`,
    notAvailable: (files, days, n) =>
      say(
        '{n, plural, one {{days} Tag ist noch nicht gezählt oder war vor dem Konto: {files}. Er bleibt offen, nicht null.} other {{days} Tage sind noch nicht gezählt oder waren vor dem Konto: {files}. Sie bleiben offen, nicht null.}}',
        { n, days, files },
      ),
    lastHours: (files, day) =>
      `Die letzten Nullen vom ${day} sind Stunden, die noch bevorstanden: ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `„${shown(why.cell)}“ ist kein Tag, den ich lesen kann`;
      case 'not a count':
        return `„${shown(why.cell)}“ ist keine Zahl, die ich lesen kann`;
      case 'negative':
        return `„${shown(why.cell)}“ ist unter null`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'es gibt keinen Link zum Video'
          : `„${shown(why.cell)}“ ist kein Link zu einem Video`;
      case 'more than views':
        return `„${shown(why.cell)}“ ist mehr als die ${shown(why.views)} Aufrufe`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} Werte, wo die erste Zeile ${why.wanted} hat`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'Das ist dein persönliches Archiv',
  personal:
    'Das ist „Deine Daten herunterladen“ von TikTok. Darin stehen deine privaten Nachrichten, Adressen und deine Telefonnummer. Deshalb habe ich es nicht gelesen und nichts davon behalten.\n\n**Lösch die Nachricht oder Datei überall, wohin du sie geschickt hast.** Was ich brauche, steht in TikTok Studio im Web: **Analytics → Daten herunterladen**.',
  tooMuch:
    'Diese Dateien brauchten mehr Zeit oder Speicher als jeder Export von TikTok, deshalb habe ich aufgehört. Nichts wurde gespeichert. Schick sie einzeln, als CSV.',
  notAnAccount: (typed) =>
    `„${typed}“ ist kein TikTok-Konto. Schreib das Handle, wie \`mia\`, oder den Link des Profils. Nichts wurde gespeichert.`,

  stored: (o) =>
    `Gespeichert: ${[o.readings, o.days].filter((one) => one !== '').join(', ')}. Nur du siehst das.`,
  storedReadings: (count, n) =>
    say('{n, plural, one {{count} Messung} other {{count} Messungen}}', { n, count }),
  storedDays: (count, n) =>
    say('{n, plural, one {{count} Tag} other {{count} Tage}}', { n, count }),
  see: 'Schau in `/history list`, `/history trend`, `/insights signals`; für Tage in `/history account`.',
  undoUntil: (time) => `Rückgängig machen kannst du das bis ${time}.`,
  undo: 'Import rückgängig machen',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Daraus lerne ich am meisten} =3 {Aus diesen drei lerne ich am meisten} other {Aus diesen zwei lerne ich am meisten}}',
        { count },
      ),
    intro: (others, gain) =>
      `Mit ihren echten Saves werden die Spannen deiner anderen Videos (${others}) etwa **${gain} schmaler**. Die Zahl steht am Lesezeichen.`,
    video: (place, title, views) => `${place}. ${title} (${views} Aufrufe)`,
    button: (place) => `Echte Saves eintragen: ${place}`,
    told: (narrower, others) =>
      `Danke. Die Spannen deiner anderen Videos (${others}) sind jetzt **${narrower} schmaler**.`,
    toldNothing: 'Danke. Die Zahl steht neben der Schätzung, und ich lerne daraus.',
    soFar: (told, n, narrower) =>
      say(
        '{n, plural, =1 {Deine eine echte Zahl hat die Spannen deiner anderen Videos {narrower} schmaler gemacht.} other {Deine {told} echten Zahlen haben die Spannen deiner anderen Videos {narrower} schmaler gemacht.}}',
        { n, told, narrower },
      ),
    done: 'Nichts anderes würde deine Spannen viel schmaler machen. Nenn ab und zu die Saves neuer Videos.',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle} pro Tag`,
  subtitle: (days) => `${days} · Lücke: ein Tag, den ich nicht kenne`,
  followers: 'Follower',
  viewers: 'Zuschauer',
  views: 'Aufrufe',
  grown: (o) => `**${o.change} Follower** von ${o.from} bis ${o.to}: am Ende ${o.now}.`,
  viewersLine: (mean, days) => `Zuschauer pro Tag: etwa ${mean} (Tage: ${days}).`,
  viewsLine: (sum, days) => `Aufrufe deines Kontos: ${sum} (Tage: ${days}).`,
  missing: (days, n) =>
    say(
      '{n, plural, one {{days} Tag dazwischen ist nicht bekannt.} other {{days} Tage dazwischen sind nicht bekannt.}}',
      { n, days },
    ),
  hoursTitle: 'Wann deine Follower online waren',
  hours: (hours, days) =>
    `Am meisten gegen ${hours}, nach der Uhr deines Kontos (Tage: ${days}). Das verspricht nichts für einen Post.`,
  hoursKeep:
    'TikTok behält davon nur sieben Tage: Importiere es jede Woche, sonst ist es verloren.',
  others: (handles) => `Ich kenne auch ${handles}: Wähle mit \`account\`.`,
  onlyYou: 'Nur du siehst das.',
  noneTitle: 'Noch keine Tage eines Kontos',
  none: 'Wähle in TikTok Studio im Web **Analytics → Daten herunterladen**, für Übersicht, Zuschauer und Follower. Schick die Dateien dann mit `/import`.',
  noneInDays: (days, last) => `Nichts ${days}. Letzter bekannter Tag: ${last}. Nimm mehr \`days\`.`,
  noAccount: (typed, known) =>
    `Von „${typed}“ kenne ich keine Tage.${known === '' ? '' : ` Ich kenne die von ${known}.`}`,
  noPicture: 'Das Diagramm lässt sich gerade nicht zeichnen; hier steht, was es zeigt.',
  alt: (o) =>
    `Liniendiagramm von @${o.handle}, ${o.days}: oben Follower, darunter Zuschauer und Aufrufe des Kontos, je ein Tag; Lücken sind Tage, die nicht bekannt sind. ${o.facts}`,
};
