import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: 'Ich lese dein Bild …',
  counts: {
    views: 'Aufrufe',
    likes: 'Likes',
    comments: 'Kommentare',
    saves: 'Saves',
    shares: 'Shares',
  },
  message: {
    name: 'Dieses Bild bewerten',
    notYours:
      'Ich lese nur Bilder von denen, die mich darum bitten. Nutze das bei einer eigenen Nachricht, oder häng das Bild an `/score` an.',
    none: 'In dieser Nachricht ist kein Bild. Nutze es bei einer mit einem Screenshot deines Videos in TikTok.',
  },
  check: {
    title: 'Zeigt dein Bild das hier?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · schwer zu lesen, schau also genau hin'}`,
    typed: (name, text) => `**${name}** ${text} · wie von dir getippt`,
    overruled: (name, typed, shown) =>
      `**${name}** ${typed} · wie von dir getippt; das Bild zeigt ${shown}`,
    missing: (name) => `**${name}** fehlen: Das konnte ich nicht sicher lesen`,
    absent: (name) => `**${name}** fehlen: Dein Bild zeigt sie nicht`,
    torn: (name) => `**${name}** fehlen: Deine zwei Bilder zeigen verschiedene Zahlen`,
    press:
      '**Noch ist nichts gespeichert.** Wenn es stimmt, drück innerhalb von 15 Minuten **Stimmt so**. Wenn nicht, drück **Zahl korrigieren**.',
    complete: (names) =>
      `**Noch ist nichts gespeichert.** Drück innerhalb von 15 Minuten **Zahl korrigieren** und füll das aus: ${listed(names)}.`,
    isKnown: 'Deine Saves stehen dann neben den Zahlen, die du vorher genannt hast.',
    isNew: 'Diese Zahlen werden dann eine neue Messung desselben Videos.',
    one: (n, total, why) => `Bild ${n} von ${total}: ${why}`,
    alt: (lines) => `Die Teile deines Bildes, die ich gelesen habe: ${lines.join(', ')}`,
  },
  buttons: { right: 'Stimmt so', correct: 'Zahl korrigieren' },
  modal: {
    title: 'Gelesenes korrigieren',
    hint: 'Wie TikTok es zeigt',
    savesHint: 'Die Zahl am Lesezeichen-Symbol, wenn du sie siehst',
  },
  refused: {
    title: 'Dieses Bild kann ich nicht lesen',
    alt: 'Ein eigenes Video in TikTok, mit Ringen um die Zahlen: Likes, Kommentare, Saves und Shares unter den Symbolen am Rand, Aufrufe unten. Gezeichnet.',
    example: 'Hier stehen die Zahlen, an einem gezeichneten Beispiel:',
    nothing: '**Nichts wurde gespeichert.** `/score` nimmt die Zahlen auch getippt.',
    why: {
      'not a picture': 'Diese Datei ist kein Bild in PNG, JPEG oder WebP, oder sie ist beschädigt.',
      'too large':
        'Diese Datei ist größer als jeder Handy-Screenshot: Mehr als 10 MB und 16 Millionen Pixel öffne ich nicht.',
      'too narrow':
        'Dieses Bild ist zu klein, um die Ziffern zu unterscheiden. Schick den Screenshot selbst, mindestens 480 Pixel breit, keine Vorschau davon.',
      'unknown screen':
        'Diesen Bildschirm kenne ich nicht. Öffne dein Video in TikTok, sodass die Symbole mit ihren Zahlen am Rand stehen, und mach dort den Screenshot. Die Analytics eines Posts gehen auch.',
      unreadable:
        'Ich sehe, wo die Zahlen stehen, kann sie aber nicht sicher lesen. Mach den Screenshot da, wo das Video dahinter ruhiger ist, und schick ihn, wie er ist.',
      'other network':
        'Das sieht nach einer anderen App aus. Ihre Zahlen bedeuten etwas anderes, deshalb lese ich nur Bilder aus TikTok.',
      'not fetched': 'Ich konnte das Bild nicht von Discord holen. Schick es bitte noch mal.',
      busy: 'Es warten schon Bilder von anderen. Schick es bitte in einer halben Minute noch mal.',
      failed:
        'Beim Lesen des Bildes ist bei mir etwas schiefgegangen. Schick es bitte noch mal, oder tippe die Zahlen.',
      off: 'Wer mich betreibt, hat das Lesen von Bildern abgeschaltet.',
      'not installed': 'Womit ich Bilder lese, ist hier nicht installiert.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} und ${words.at(-1) ?? ''}`;
}
