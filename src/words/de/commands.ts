import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description: 'Bewerte ein Video: wie viele Leute es gespeichert haben, mit ehrlicher Spanne',
    options: {
      views: 'Wie TikTok es zeigt: 541200, 541,200, 541.2K oder 1,2 Mio.',
      likes: 'Wie TikTok es zeigt',
      comments: 'Wie TikTok es zeigt',
      shares: 'Wie TikTok es zeigt',
      saves: 'Wenn du sie siehst: die Zahl am Lesezeichen-Symbol',
      screenshot: 'Ein Screenshot des Videos in TikTok, statt der Zahlen',
      screenshot2: 'Ein zweiter, für das, was auf dem ersten fehlt',
      link: 'Der Link des Videos: Spätere Messungen kommen dann in seinen Verlauf',
      title: 'Wie du das Video nennst',
      posted: 'Wann es online ging: 2026-11-01, 1. Nov., gestern, vor 3 Tagen',
      category: 'Wofür das Video gedacht ist',
      duration: 'Länge des Videos in Sekunden',
      watch_time: 'Durchschnittliche Wiedergabezeit in Sekunden (Analytics des Videos)',
      new_followers: 'Neue Follower durch das Video (Analytics des Videos)',
      trying: 'Ein Name für das, was du an deinen Videos gerade ausprobierst',
      private: 'Nur du siehst die Antwort, und sie taucht sonst nirgends auf',
    },
    categories: {
      educational: 'Lehrreich',
      entertaining: 'Unterhaltsam',
      inspirational: 'Inspirierend',
      aesthetic: 'Ästhetisch',
      valuable: 'Nützliche Infos',
    },
  },
  faq: {
    description: 'Was man über Saves, Aufrufe und Zahlen auf TikTok weiß, mit Urteil und Quellen',
    ask: {
      description: 'Frag, was du willst: Saves, Aufrufe, Analytics, Reichweite auf TikTok',
      question: 'Deine Frage, in deinen Worten',
    },
    topics: { description: 'Alle Themen, die ich kenne, mit ihren Fragen' },
    saves: {
      description: 'Was Saves sind, wer sie sieht und wie der Save-Score funktioniert',
      question: 'Fang an, deine Frage zu tippen, oder lass sie weg für den Überblick',
    },
  },
  insights: {
    description: 'Was deine eigenen Zahlen sagen und wie sicher das ist',
    signals: 'Welche deiner Zahlen mit deinen Saves zusammenhängen und was deine Versuche brachten',
    categories: 'Deine Kategorien im Vergleich und wie sicher das ist',
    accuracy: 'Wie weit ich bei deinen Videos danebenlag',
    days: 'Nur, was du in den letzten x Tagen bewertet hast',
  },
  tips: {
    description: 'Eine Sache zum Ausprobieren, aus deinen Zahlen oder für eine Art von Video',
    category: 'Für diese Art von Video; weglassen für Tipps aus deinen eigenen Zahlen',
  },
  leaderboard: {
    description:
      'Faire Bestenlisten der Creators hier, Woche für Woche; nur wer mitmacht, steht drauf',
    show: {
      description:
        'Die Listen einer Woche: niemand gewinnt durch Größe, gezeigt wird nur, wer mitmacht',
      board: 'Eine Liste komplett; weglassen für alle',
      week: 'Eine Woche wie 2026-W47; weglassen für die laufende',
    },
    boards: {
      improvement: 'Am meisten verbessert',
      saved: 'Für die Größe am meisten gespeichert',
      consistency: 'Am beständigsten',
    },
    join: {
      description:
        'Zustimmen, auf diesem Server gezeigt zu werden: in Listen und Wochenrückblicken',
    },
    leave: { description: 'Das zurücknehmen: Du verschwindest sofort von jeder Liste' },
  },
  history: {
    description: 'Alles, was du mir bisher gesagt hast, zum Ansehen und Korrigieren',
    list: {
      description:
        'Deine Messungen, neueste zuerst; oder die eines Mitglieds, das sich hier zeigen lässt',
      member: 'Ein anderes Mitglied, das zugestimmt hat, hier gezeigt zu werden',
      days: 'Nur die letzten x Tage',
    },
    video: {
      description: 'Ein Video über die Zeit: jede Messung, sein Wachstum und wie du es korrigierst',
      video: 'Fang an, Titel oder Datum (JJJJ-MM-TT) zu tippen, oder füge den Link ein',
    },
    trend: {
      description: 'Deine Save-Rate und dein Score über die Zeit, als Diagramm',
      days: 'Wie viele Tage zurück; ohne Angabe 90',
    },
    account: {
      description:
        'Follower, Zuschauer und Aufrufe deines Kontos pro Tag, aus Importen, als Diagramm',
      account: 'Welches deiner Konten; ohne Angabe das zuletzt importierte',
      days: 'Wie viele Tage zurück; ohne Angabe 90',
    },
  },
  import: {
    description:
      'Ein ganzes Konto auf einmal: Downloads aus TikTok Studio oder eine eigene Tabelle',
    file: 'CSV, XLSX oder ZIP aus TikTok Studio → Analytics → Daten herunterladen oder eigene Tabelle',
    more: 'Noch eine Datei; auch von mehreren Konten und in mehreren Sprachen',
    account: 'Wessen Zahlen es sind, wenn es in keiner Datei steht: mia',
    private: 'Diese Zahlen tauchen sonst nirgends auf; die Antwort siehst sowieso nur du',
  },
  guide: {
    description: 'Wo TikTok heute welche Zahl zeigt und was sie bedeutet',
    topic: 'Die Zahl, die du suchst',
  },
  digest: {
    description:
      'Einmal pro Woche im Kanal: was hier lief, wer besser wurde, was man probieren kann',
    setup: {
      description: 'Den Wochenrückblick einschalten oder ändern, wann und wohin er kommt',
      channel: 'Wo er gepostet wird',
      day: 'An welchem Tag',
      time: 'Um welche Uhrzeit dort: 18:00, 6 pm',
      timezone: 'Die nächste große Stadt, das Land oder ein Kürzel: Hanoi, Japan, EST',
      quietWeeks: 'Wenn nichts bewertet wurde: kurze Notiz posten oder auslassen (Standard)',
      quiet: { skip: 'Auslassen', post: 'Kurze Notiz posten' },
    },
    status: {
      description: 'Wann er kommt, wie die letzten liefen, was nicht stimmt und wie du es behebst',
    },
    off: { description: 'Den Wochenrückblick ausschalten' },
    preview: { description: 'Genau der Post, der jetzt rausginge, nur für dich' },
    past: {
      description: 'Ein früherer Rückblick, wie er gepostet wurde',
      week: 'Wähle eine Woche; weglassen für die letzte',
    },
  },
  data: {
    description: 'Was über dich gespeichert ist: nimm alles mit oder lösch alles',
    export: 'Alles über dich von allen Servern, als Dateien, die nur du siehst',
    delete: 'Alles über dich auf allen Servern löschen; ich frage einmal nach',
  },
  help: { description: 'Womit du anfängst' },
};

export const truthModalText: Language['truthModal'] = {
  title: 'Echte Saves eintragen',
  saves: 'Saves jetzt',
  savesHint: 'Die Zahl am Lesezeichen-Symbol beim Video',
  picture: 'Oder ein Screenshot, auf dem sie stehen',
  pictureHint: 'Vom Video in TikTok, mit den Symbolen am Rand. Ich zeige dir erst, was ich lese',
  counts: {
    views: 'Aufrufe jetzt',
    likes: 'Likes jetzt',
    comments: 'Kommentare jetzt',
    shares: 'Shares jetzt',
  },
  countHint: 'Deine Zahlen hier sind über einen Tag alt: so wie TikTok es jetzt zeigt',
};

export const scoreFormText: Language['scoreForm'] = {
  title: 'Video bewerten',
  counts: { views: 'Aufrufe', likes: 'Likes', comments: 'Kommentare', shares: 'Shares' },
  hint: 'Wie TikTok es zeigt: 541200, 541,200 oder 541.2K',
  saves: 'Saves, wenn du sie siehst',
  savesHint: 'Die Zahl am Lesezeichen-Symbol. Danach darf ein Link zum Video folgen',
  more: 'Saves, Link und der Rest',
  moreHint: 'Je eine Zeile, mit Namen. Saves: die Zahl am Lesezeichen-Symbol',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Neue Zahlen',
  counts: truthModalText.counts,
  hint: 'Wie TikTok es jetzt zeigt',
  saves: truthModalText.saves,
  savesHint: 'Wenn du sie siehst: die Zahl am Lesezeichen-Symbol',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'Diese Messung korrigieren',
  counts: { views: 'Aufrufe', likes: 'Likes', comments: 'Kommentare', shares: 'Shares' },
  hint: 'Wie es in TikTok stand, als du es getippt hast',
};
