import type { Language } from '../words.js';
import { say } from './say.js';

/** Dative: they stand after „nach“ and „seit“. */
const AGES: Readonly<Record<number, string>> = { 24: '24 Stunden', 72: '3 Tagen', 168: '7 Tagen' };

const PRIVACY =
  'So erlaubst du es: Namen eines gemeinsamen Servers halten (oder Rechtsklick) → **Privatsphäre-Einstellungen** → **Direktnachrichten** erlauben.';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description:
      'Erinnerungen, um die du gebeten hast: was wartet, wann sie kommen dürfen, ihr Ende',
    list: { description: 'Was wartet, wann es kommt und ob es dich erreichen kann' },
    hours: {
      description: 'Wann eine Erinnerung kommen darf; höchstens eine Nachricht am Tag',
      from: 'Nicht vor: 09:00, 9 am',
      to: 'Nicht nach: 21:00, 9 pm',
      timezone: 'Wo du bist: Tippe eine Stadt oder ein Land',
    },
    off: { description: 'Alle Erinnerungen absagen' },
  },
  weekly: {
    description:
      'Eine private Notiz zu deiner Woche, per Direktnachricht; aus, bis du sie einschaltest',
    on: {
      description: 'Schickt dir eine private Notiz zu deiner Woche',
      day: 'Der Tag, an dem sie kommt',
      time: 'Die Uhrzeit, zu der sie kommt: 18:00, 6 pm',
      timezone: 'Wo du bist: Tippe eine Stadt oder ein Land',
    },
    preview: { description: 'Was die Notiz jetzt sagen würde' },
    off: { description: 'Keine Wochennotiz mehr' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'Hier erinnere ich dich. Sonst kommt nichts, außer du bittest darum. `/reminders list` zeigt, was wartet, `/reminders off` beendet es.',
  buttons: {
    at: (age) => `Auch nach ${ageWords(age)}`,
    newNumbers: 'Neue Zahlen',
    newNumbersOf: (title) => `Neue Zahlen: ${title}`,
    how: 'Wie?',
    later: 'Erinnere mich morgen',
    stopAll: 'Erinnerungen und Notiz stoppen',
    stopWeekly: 'Wochennotiz stoppen',
  },
  set: (age, at, relative) =>
    `Ich erinnere dich **nach ${ageWords(age)}**: ${at}, ${relative}, per Direktnachricht.`,
  askZone:
    '**Wo bist du?** Wähle es einmal, und ich schreibe zwischen 09:00 und 21:00 dort. Bis dahin kommt eine Erinnerung zu jeder Stunde, zu der sie fällig ist.',
  zoneMenu: 'Wo ich bin',
  otherZone: 'Ein anderer Ort oder andere Zeiten: `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Eine Erinnerung darf zu jeder Stunde kommen (${timezone}). Höchstens eine Nachricht am Tag.`
      : `Eine Erinnerung kommt zwischen ${from} und ${to} (${timezone}). Höchstens eine Nachricht am Tag.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Eine Erinnerung darf zu jeder Stunde kommen. Höchstens eine Nachricht am Tag.'
      : `**Bisher zu jeder Stunde.** Zwischen ${from} und ${to}, sobald ich weiß, wo du bist: Sag es mir mit \`/reminders hours\` und \`timezone\`.`,
  chooseBelow: 'Oder wähle es unten.',
  next: (at) => `Die nächste Nachricht: ${at}.`,
  closed: `Discord lässt mich dir nicht schreiben, **nichts ist eingestellt**. ${PRIVACY} Versuch es dann noch mal.`,
  unreachable: 'Keine Antwort von Discord, **nichts ist eingestellt**. Versuch es gleich noch mal.',
  nothingAhead:
    'Es bleibt kein Alter, an das ich erinnern würde: Ich kenne 24 Stunden, 3 Tage und 7 Tage nach dem Posten.',
  tooMany: 'Auf dich warten schon hundert Erinnerungen. `/reminders off` sagt sie ab.',
  list: {
    title: 'Deine Erinnerungen',
    none: 'Nichts wartet. **Erinnere mich** unter dem Score eines jungen Videos legt eine an.',
    line: (title, age, at) => `${title}: nach ${ageWords(age)}, ${at}`,
    more: (count) => `und ${count} mehr`,
    weekly: (day, time, at) => `Wochennotiz: jeden ${day} um ${time}, die nächste ${at}.`,
    closed: (since) =>
      `**Ich erreiche dich nicht** (zum ersten Mal ${since}): Laut Discord nimmst du keine Nachrichten von mir an. ${PRIVACY} Gerade habe ich es wieder versucht.`,
    trouble: (at, why) => `Die Nachricht vom ${at}: ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {Keine Erinnerung wartet. Die Wochennotiz schaltest du extra aus: `/weekly off`.} one {Abgesagt: {count} Erinnerung. Davon kommt nichts mehr.} other {Abgesagt: {count} Erinnerungen. Davon kommt nichts mehr.}}',
      { n, count },
    ),
  stopped:
    'Gestoppt: alle Erinnerungen und die Wochennotiz. Ich schreibe dir nur, wenn du mich wieder darum bittest.',
  later: (n) =>
    say(
      '{n, plural, =0 {Davon ist nichts mehr übrig: Es wurde schon verschoben oder abgesagt.} other {Ich komme morgen darauf zurück, zu deinen Zeiten.}}',
      { n },
    ),
  reminder: {
    title: 'Zeit für neue Zahlen',
    video: (title, age, views, when) =>
      `${title} ist seit **${ageWords(age)}** online. Aufrufe ${when}: ${views}.`,
    more: (count) => `und ${count} weitere Videos: \`/reminders list\` sagt, was wartet.`,
    what: 'Öffne es in TikTok und drück **Neue Zahlen**, oder schick mir mit `/score` einen Screenshot davon. Mit der Zahl am Lesezeichen werden meine nächsten Schätzungen besser.',
    untitled: 'Dein Video',
  },
  weekly: {
    title: 'Deine Woche',
    scored: (n) =>
      say(
        '{n, plural, =0 {Diese Woche kein Video bewertet.} one {Du hast {n} Video bewertet.} other {Du hast {n} Videos bewertet.}}',
        { n },
      ),
    sameAge: 'Im selben Alter',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `Mittlerer Wert diese Woche: ${now}-mal so viele Aufrufe wie deine anderen (${videos}), in der Woche davor ${before}-mal (${videosBefore}). So wenige Videos beweisen keine Veränderung.`,
    videos: (count, n) =>
      say('{n, plural, one {{count} Video} other {{count} Videos}}', { n, count }),
    card: 'Meine Schätzungen',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} one {Du hast diese Woche {week} echte Zahl genannt. } other {Du hast diese Woche {week} echte Zahlen genannt. }}Von {ever, plural, one {deinem {ever} Video} other {deinen {ever} Videos}} mit echter Zahl {inside, plural, one {lag {inside}} other {lagen {inside}}} in meiner Spanne.',
        { week, ever, inside },
      ),
    tip: 'Probier mal',
    how: {
      title: 'Worauf deine Woche beruht',
      sameAge: 'Im selben Alter',
      card: 'Meine Schätzungen',
      cardText:
        'Deine erste echte Zahl zu jedem Video, verglichen mit der Spanne, die ich zuerst gezeigt habe. Darin sollen 8 von 10 liegen; beurteilt wird ab zehn geschätzten Saves.',
      tip: 'Probier mal: der ganze Tipp',
    },
    ask: 'Diese echten Zahlen würden am meisten helfen',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Es gibt nichts Neues, also käme nichts. Bewerte ein Video oder nenn eine echte Zahl: Dann gibt es etwas zu sagen.',
    on: (day, time, timezone, at) =>
      `Deine Wochennotiz ist an: jeden **${day}** um **${time}** (${timezone}), die nächste ${at}. In einer Woche ohne Neues kommt nichts.`,
    off: 'Es kommt keine Wochennotiz mehr. `/weekly on` holt sie zurück.',
    wasOff: 'Die Wochennotiz ist schon aus.',
  },
  whichOne:
    'Was davon meinst du? Tippe es mit einer Stadt und einer Uhrzeit wie `18:00`. **Nichts ist geändert.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'du nimmst keine Nachrichten von mir an.';
      case 'discord failing':
        return 'Es scheiterte jedes Mal an Discord.';
      case 'refused':
        return `Discord hat sie nicht angenommen (Code ${reason.code}). Sag es bitte denen, die mich betreiben.`;
      case 'in doubt':
        return 'Ich weiß nicht, ob sie dich erreicht hat, und schicke sie nicht zweimal.';
      case 'fault':
        return 'Beim Schreiben ist bei mir etwas schiefgegangen. Sag es bitte denen, die mich betreiben; warum, steht im Log.';
      case 'too late':
        return 'Ich lief nicht, als sie fällig war.';
      case 'nothing left':
        return 'es gab nichts mehr zu sagen.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} Stunden`;
}
