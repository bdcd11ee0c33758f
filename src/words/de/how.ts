import type { Language } from '../words.js';
import { say } from './say.js';

export const howText: Language['how'] = {
  title: 'Wie das berechnet wurde',
  intro:
    'In den Exporten und Schnittstellen von TikTok stehen keine Saves. Tippst du die Zahl nicht vom Bildschirm ab, muss ich sie schätzen. Ein *Save* ist hier ein Favorit (das Lesezeichen-Symbol), kein Download.',
  fields: {
    inputs: 'Was du getippt hast',
    parts: 'Warum, Teil für Teil',
    known: 'Was ich wusste',
    formula: 'Die Formel',
    range: 'Die Spanne',
    score: 'Der Score',
    origin: 'Woher das Modell kommt',
    next: 'Probier mal: der ganze Tipp',
    sources: 'Quellen',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (gerundet: ${rounded})`,
  rounded: (half) => `genau auf etwa ± ${half}`,
  truth: (value) => `Saves, von dir gezählt: ${value}`,
  formula: (version) =>
    `Modell ${version} addiert glatte Kurven von Likes pro Aufruf, Kommentaren pro Like, Shares pro Like, Shares pro Aufruf und Aufrufen, alle auf logarithmischer Skala, und eine Tabelle, wie sie zusammenwirken. Wofür das Video gedacht ist und echte Zahlen kommen obendrauf.`,
  factors: 'Hier als Faktoren gezeigt, multipliziert ergeben sie die Schätzung (von Saves + 1):',
  formulaSmall:
    'Bei so wenigen Aufrufen würde ein Produkt von Faktoren nur genau tun, deshalb zeige ich keins: Ein paar Leute entscheiden.',
  range:
    'Sie soll die echte Zahl in 8 von 10 Fällen enthalten. Bei Creators, die das Modell nicht kannte, und Arten von Videos, die es kennt, tut sie das. Anderswo waren es 84 % ohne Vorwissen (75 % bei dem, was Leute behalten, um es wieder zu nutzen) und 74 bis 77 % nach echten Zahlen. Am breitesten ist sie, wenn ich weder weiß, wofür das Video gedacht ist, noch eine echte Zahl kenne. Mit jeder, die du mir nennst, wird sie schmaler. Kleine Zahlen, gerundete Zahlen und ungewöhnliche Videos machen sie breiter.',
  rangePhoto:
    'Für Foto-Posts ist sie nicht gemessen: Alle Zahlen, an die das Modell angepasst wurde, sind von Videos. Wie viel breiter sie hier ist, ist geraten.',
  kinds:
    'Wo ich sonst nichts wusste, lag ich zu niedrig bei Beauty, Mode, Rezepten, Geld, Gaming und Fitness, am meisten bei dem, was Leute zum Wiederverwenden nachschlagen, und zu hoch bei Promi-News und Marken.',
  ownReference: 'Verglichen wird innerhalb der Kategorie.',
  commonReference: (category) =>
    `Zu wenige Videos der Art „${category}“ mit bekannten Saves, also wird mit allen Arten verglichen; was Leute zum Wiederverwenden behalten, steht dort hoch.`,
  reference: {
    videos: (videos) =>
      `echten Saves von ${videos} öffentlichen Videos, meist beliebten aus Vietnam, bei gleich vielen Aufrufen`,
    every: (videos) =>
      `echten Saves von ${videos} öffentlichen Videos jeder Art, meist beliebten aus Vietnam, bei gleich vielen Aufrufen`,
    kind: (videos, kind) =>
      `echten Saves von ${videos} öffentlichen Videos der Art „${kind}“, meist beliebten aus Vietnam, bei gleich vielen Aufrufen`,
  },
  score: (reference) =>
    `Er sagt, wo die Save-Rate steht, verglichen mit: ${reference}. 78 heißt: 78 von 100 wurden weniger gespeichert; 50 ist die Mitte. Eine Faustregel, um Videos zu vergleichen, nichts, was TikTok veröffentlicht.`,
  origin: (rows, creators, until, vietnamese) =>
    `Angepasst an ${rows} öffentliche Videos von ${creators} Creators bis ${until}: meist beliebte, ${vietnamese} % davon aus Vietnam, keine Foto-Posts. Nischen unterscheiden sich mehr als alles andere. Bei deiner Art von Video kann die Schätzung also dauerhaft in eine Richtung danebenliegen. Echte Zahlen von dir rücken das für dein Konto gerade, und sobald drei Mitglieder eines Servers welche eingetragen haben, ein wenig für alle dort.`,
  assumptions:
    'Wiedergabezeit und neue Follower zählen nur wenig und machen die Spanne breiter: Alle Belege dafür kommen von 140 Videos eines einzigen Creator-Kontos.',
  links:
    'Ein Link verrät mir das Konto, und seine Nummer die Sekunde des Uploads. Kurzlinks verraten beides nicht: Nur wenn die, die diesen Bot betreiben, es eingeschaltet haben, frage ich TikTok, einmal, wohin einer führt; TikTok erfährt dann den Link und nichts von dir.',
  sources:
    'Was TikTok zeigt und exportiert: In `/faq saves` steht jede Antwort mit Quelle und dem Datum der Prüfung.',
  judging: (views) =>
    `Unter ${views} Aufrufen oder in den ersten 24 Stunden gibt es keinen Score: Ein paar Saves mehr oder weniger würden ihn entscheiden.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Bei ${views} Aufrufen entscheiden ein paar Leute. Erwartbare Saves: ${high}; einer mehr oder weniger sagt nichts.`
        : `Bei ${views} Aufrufen entscheiden ein paar Leute: Zu erwarten ist alles von ${low} bis ${high} Saves.`,
    few: (saves, low, high) =>
      `Kaum jemand speichert ein Video mit solchen Zahlen: etwa ${saves}, und zu erwarten ist alles von ${low} bis ${high}.`,
    base: (saves, views) => `Ein typisches Video mit ${views} Aufrufen: etwa ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}: Solche Videos werden etwa ${times}-mal so oft behalten wie eins, über das ich nichts weiß`,
    rest: (percent) => `${percent} Kleinigkeiten und Rundung`,
    even: 'Nichts sticht heraus: Es ist ziemlich wie ein typisches Video seiner Größe.',
    estimate: (saves) => `Das ergab eine Schätzung von ${saves}.`,
    count: (percent, count) => `${percent} was du gezählt hast: ${count}`,
    countSmall: (count) => `Du hast ${count} gezählt.`,
  },
  hit: 'Die Schätzung war so gut wie richtig.',
  missed: (factor, direction, isInside) =>
    `Die Schätzung war um den Faktor ${factor} zu ${direction === 'low' ? 'niedrig' : 'hoch'}: ${isInside ? 'innerhalb' : 'außerhalb'} ihrer Spanne.`,
  known: {
    little: (low, high, of) =>
      `**Irgendwo zwischen ${low} und ${high} Saves.** ${littleKnownOf[of]}. Nimm also die Spanne, nicht die Zahl.`,
    learned: (count) =>
      say(
        '{count, plural, one {Gelernt aus der einen echten Zahl, die du mir genannt hast.} other {Gelernt aus den letzten {count} echten Zahlen, die du mir genannt hast.}}',
        { count },
      ),
    learnedHere: (count) =>
      `Gelernt aus den letzten ${count} echten Zahlen, die mir andere auf diesem Server genannt haben.`,
    noAccount:
      'Ich weiß nicht, zu welchem Konto dieses Video gehört. Deshalb half hier keine deiner echten Zahlen. Gib den Link an, oder drück **Welches Konto?**',
    noAccountSince:
      'Seitdem hast du mehrere Konten bewertet. Ich weiß nicht, zu welchem dieses Video gehört; aus einer Zahl dazu würde keins davon lernen. Gib den Link an, oder drück **Welches Konto?**',
    askForTruth:
      'Siehst du die Zahl am Lesezeichen? Drück **Echte Saves eintragen**: Deine nächsten Schätzungen lernen daraus.',
    learns: 'Deine nächsten Schätzungen lernen aus dieser Zahl.',
    shortLink:
      'Ein Kurzlink verrät mir Konto und Tag nicht. Der volle Link schon: Öffne das Video im Browser und kopiere die Adresse.',
    photo:
      'Das ist ein Foto-Post. Die Schätzung ist nur an Videos angepasst: Wie weit sie hier danebenliegt, ist nicht gemessen, und ich lerne nur aus deinen eigenen Foto-Posts.',
    experiment: (name, needed) =>
      `Zu „${name}“ ziehe ich bei je ${needed} mit gezählten Saves einen Schluss.`,
    experimentReady: (name) =>
      `\`/insights signals\` vergleicht Videos mit und ohne „${name}“ miteinander.`,
  },
  signals: {
    level: 'Niveau',
    views: 'Aufrufe',
    likes: 'Likes pro Aufruf',
    comments: 'Kommentare pro Like',
    shares: 'Shares',
    'watch time': 'Wiedergabezeit (eine schwache Annahme)',
    'follower growth': 'neue Follower (eine schwache Annahme)',
    category: 'wofür das Video gedacht ist',
    'your community': 'echte Zahlen anderer auf diesem Server',
    'your own videos': 'deine eigenen Videos mit echten Zahlen',
    limit: 'nicht mehr Saves als Aufrufe',
  },
};

const littleKnownOf = {
  video: 'Ich weiß noch nichts über deine Videos oder darüber, wofür dieses gedacht ist',
  photo: 'Ich weiß noch nichts über deine Foto-Posts oder darüber, wofür dieser gedacht ist',
  account: 'Ich weiß weder, wofür dieses gedacht ist, noch, zu welchem deiner Konten es gehört',
} as const;
