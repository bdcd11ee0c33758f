import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: 'Stimmt – soweit es sich prüfen ließ',
    'false now': 'Stimmt nicht mehr – was man meist dazu sagt, gilt heute nicht',
    disputed: 'Umstritten – Quellen widersprechen sich',
    unproven: 'Unbewiesen – niemand hat es belegt, oder es ließ sich nicht prüfen',
    changed: 'Geändert – heute läuft es anders, als ältere Anleitungen sagen',
  },
  verdictWord: {
    disputed: 'Umstritten',
    unproven: 'Unbewiesen',
    changed: 'Geändert',
  },
  verdictBeside: {
    true: 'Urteil: stimmt',
    'false now': 'Urteil über das, was man oft hört: stimmt nicht mehr',
    disputed: 'Urteil: umstritten',
    unproven: 'Urteil: unbewiesen',
    changed: 'Urteil: geändert',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Mehr',
  inEnglish: 'Das habe ich bisher nur auf Englisch.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Favorit oder Download?',
  folded: (strongest, others) => `${strongest} · ${others} weitere unter „Mehr“`,
  fields: {
    verdict: 'Urteil',
    changed: 'Was sich geändert hat',
    sources: 'Quellen',
    moreSources: 'Mehr Quellen',
    askMore: 'Weiterfragen',
  },
  undated: 'ohne Datum',

  topics: {
    saves: {
      title: 'Saves',
      line: 'Favoriten und Downloads: was sie sind, wer sie sieht, wo die Zahl steht',
    },
    views: {
      title: 'Aufrufe',
      line: 'Was als Aufruf zählt, wer zugesehen hat und was wenige Aufrufe heißen',
    },
    analytics: {
      title: 'Analytics und Exporte',
      line: 'TikTok Studio: was es zeigt, wie spät, wie weit zurück und was in den Dateien steht',
    },
    ranking: {
      title: '„Für dich“ und Reichweite',
      line: 'Was laut TikTok entscheidet, wer ein Video sieht, und was niemand belegt hat',
    },
    content: {
      title: 'Videos machen',
      line: 'Länge, Zeitpunkt, Bitten um Saves, was man nach einem schwachen Video ändert',
    },
    privacy: {
      title: 'Privatsphäre und Kontrolle',
      line: 'Wer sieht, was du speicherst, likest oder postest, und welche Schalter es gibt',
    },
    keepsake: {
      title: 'Dieser Bot',
      line: 'Wie Schätzung und Score funktionieren, was gespeichert wird und wer es sieht',
    },
  },

  checked: (day) => `Geprüft am ${day}`,
  dueForReview: (checked, review) =>
    `Zuletzt geprüft am ${checked} · neue Prüfung fällig seit ${review}`,

  overview: {
    title: 'Saves auf TikTok',
    intro:
      'Mit „speichern“ ist mal ein **Favorit** gemeint (das Lesezeichen), mal ein **Download**. Die Antworten sind verschieden.',
    what: 'Was Saves sind',
    who: 'Wer sie sieht',
    proxy: 'Wie der Save-Score funktioniert',
    askMore:
      'Tippe `/faq saves` und wähle `question`. `/faq ask` weiß mehr als nur Saves. Am häufigsten gefragt:',
  },

  unsure: {
    title: 'Nicht sicher – meinst du eins davon?',
    asked: (typed) => `Deine Frage: ${typed}`,
    choose: 'Nichts passt gut genug, um die Antwort zu sein. Am nächsten dran:',
    nothingNear: 'Dazu weiß ich noch nichts. Am häufigsten gefragt:',
    how: (command) =>
      `Drück auf eine, frag mit \`${command}\` noch mal und wähle aus der Liste, oder nimm andere Wörter.`,
  },

  contents: {
    title: 'Was ich weiß',
    intro:
      'Jede Antwort sagt, wie sicher sie ist, woher sie kommt und wann sie geprüft wurde. Drück auf ein Thema; die Pfeile blättern.',
    topic: (line, count) =>
      say('{line}. {count, plural, one {{count} Antwort} other {{count} Antworten}}.', {
        line,
        count,
      }),
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Drück auf eine Nummer, um die Antwort zu lesen.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} von {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Seite ${page} von ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Alle Themen',
  },

  gone: 'Diese Antwort gibt es nicht mehr: Sie wurde umbenannt oder entfernt, seit diese Nachricht geschrieben wurde. `/faq topics` listet alle auf, und `/faq ask` durchsucht sie.',
};
