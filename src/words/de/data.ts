import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Eintrag für dich} other {{count} Einträge für dich}}', {
        n,
        count,
      }),
    holds: 'deine Discord-ID und seit wann sie gespeichert ist',
  },
  Video: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Video} other {{count} Videos}}', { n, count }),
    holds:
      'jedes Video: Link, TikTok-ID und Handle, Titel, Tag des Posts, Kategorie, Länge und ob etwas davon privat genannt wurde',
  },
  Reading: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Messung} other {{count} Messungen}}', { n, count }),
    holds:
      'die Zahlen eines Videos, wie du sie zu einem Zeitpunkt getippt hast. Neben jeder Zahl steht der Schritt, auf den sie gerundet war (541.2K: ein Schritt von 100), und in guildId die Discord-ID des Servers; leer heißt Direktnachricht oder ein Server, der vergessen wurde. In tip steht der Tipp, der dazu gezeigt wurde',
  },
  Estimate: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Schätzung} other {{count} Schätzungen}}', { n, count }),
    holds:
      'was für jede Messung geschätzt wurde: Saves, die 80-%-Spanne, der Score und woraus er besteht (natürliche Logarithmen)',
  },
  TrueSave: {
    counted: (count, n) =>
      say('{n, plural, one {{count} echte Save-Zahl} other {{count} echte Save-Zahlen}}', {
        n,
        count,
      }),
    holds:
      'die Saves, die du vom Bildschirm abgelesen hast, und wie weit die Schätzung danebenlag (natürlicher Logarithmus). Alles, was ich über dich lerne, wird jedes Mal neu daraus berechnet',
  },
  Draft: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Entwurf} other {{count} Entwürfe}}', { n, count }),
    holds: 'unwahrscheinliche Zahlen, die 15 Minuten lang auf dein „Trotzdem speichern“ warten',
  },
  Consent: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Zustimmung} other {{count} Zustimmungen}}', { n, count }),
    holds:
      'die Server, auf denen du gezeigt werden darfst, seit wann das gilt und wann Discord zuletzt sagte, dass du dort Mitglied bist',
  },
  SaidOnce: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} Begrüßung oder Einladung} other {{count} Begrüßungen und Einladungen}}',
        { n, count },
      ),
    holds:
      'die Server, auf denen ich dich begrüßt oder zu den Bestenlisten eingeladen habe, und wann',
  },
  VideoAlias: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} zusammengelegter Eintrag} other {{count} zusammengelegte Einträge}}',
        { n, count },
      ),
    holds: 'wie ein Video hieß, bevor du Einträge zusammengelegt hast',
  },
  Undo: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} Änderung an deinem Verlauf} other {{count} Änderungen an deinem Verlauf}}',
        { n, count },
      ),
    holds:
      'was du korrigiert, entfernt oder zusammengelegt hast, in der Fassung davor, solange sich das rückgängig machen lässt; wenn du es rückgängig gemacht hast, nur noch das',
  },
  Import: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Import} other {{count} Importe}}', { n, count }),
    holds: 'wann du Dateien gespeichert hast und welche Messungen und Tage damit kamen (importId)',
  },
  AccountDay: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Tag eines Kontos} other {{count} Tage von Konten}}', {
        n,
        count,
      }),
    holds:
      'Aufrufe, Zuschauer und Follower deiner TikTok-Konten pro Tag, aus den Dateien, die du importiert hast. Eine leere Zahl ist nicht bekannt; asOf ist der letzte Tag der Datei',
  },
  AccountHour: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Stunde eines Kontos} other {{count} Stunden von Konten}}', {
        n,
        count,
      }),
    holds:
      'wie viele deiner Follower in jeder Stunde da waren, aus den Dateien, die du importiert hast',
  },
  BoardEntry: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Listenergebnis} other {{count} Listenergebnisse}}', {
        n,
        count,
      }),
    holds: 'dein Ergebnis auf einer Liste eines Servers und einer Woche, in Punkten des Scores',
  },
  DigestShown: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} Wochenrückblick, der dich nennt} other {{count} Wochenrückblicke, die dich nennen}}',
        { n, count },
      ),
    holds:
      'die Server und Wochen, deren Wochenrückblick dich oder ein Video von dir mit Namen zeigt, und was er zeigt: die Videos, und wie sehr du dich verbessert hast',
  },
  Mailbox: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} Einstellung für Nachrichten} other {{count} Einstellungen für Nachrichten}}',
        { n, count },
      ),
    holds:
      'wie ich dir schreiben darf: unser Chat in Discord, deine Zeitzone, Uhrzeiten und Sprache, wann die Wochennotiz kommt und, falls du keine Nachrichten von mir annimmst, seit wann',
  },
  Reminder: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Erinnerung} other {{count} Erinnerungen}}', { n, count }),
    holds:
      'jede Erinnerung, die du wolltest: das Video, sein Alter in Stunden, wann sie fällig ist und mit welcher Nachricht sie kam',
  },
  Letter: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Nachricht an dich} other {{count} Nachrichten an dich}}', {
        n,
        count,
      }),
    holds:
      'jede Nachricht, die ich dir in den letzten zwei Wochen von selbst schickte oder schicken wollte: ihr Tag, ob sie rausging und wenn nicht, warum. Ihr Text bleibt, bis sie verschickt ist',
  },
  BoardVideo: {
    counted: (count, n) =>
      say('{n, plural, one {{count} Video der Woche} other {{count} Videos der Woche}}', {
        n,
        count,
      }),
    holds:
      'deine Videos, die für ihre Größe zu den meistgespeicherten eines Servers und einer Woche gehörten',
  },
};

export const dataText: Language['data'] = {
  exported: 'Alles, was ich über dich gespeichert habe',
  exportedWhat: (held) =>
    `Von allen Servern: ${held}.\nNur du siehst das. Öffne zuerst **README.txt**: Dort steht, was in welcher Datei ist. Die Datei bleibt hier, bis du die Nachricht verwirfst oder Discord neu startest. Sichere sie also jetzt.`,
  archive: 'Alles, was über dich gespeichert ist, als JSON und CSV in einem ZIP-Archiv',
  nothing:
    'Ich habe nichts über dich gespeichert: kein Video, keine Zahl, nicht mal deine ID. Das ändert sich mit deinem ersten `/score`.',
  tooLarge: (megabytes) =>
    `Alles über dich hat selbst gepackt ${megabytes} MB, und Discord lässt mich 10 MB schicken. Frag die, die mich betreiben, nach \`npm run export\` mit deiner Discord-ID: Das macht dieselben Dateien ohne diese Grenze.`,
  askTitle: 'Alles über dich löschen?',
  ask: (held) =>
    `Auf allen Servern zugleich: ${held}. Damit verschwindet auch, was ich daraus gelernt habe, dein Platz auf Bestenlisten und was aufbewahrte Wochenrückblicke von dir zeigen. Summen einer Server-Woche, über mindestens drei Creators, bleiben; sie nennen niemanden.\n\n**Ich kann es nicht zurückholen, und du auch nicht.** Willst du es selbst haben, nimm zuerst \`/data export\`.\n\nMeine Nachrichten in Kanälen bleiben in Discord, mit den Zahlen darin; sie gehören zum Kanal, und du oder die Moderation könnt sie löschen. Notfallkopien derer, die mich betreiben, enthalten deine Daten, bis sie ersetzt werden. In den Rohdateien mancher Datenbanken können Spuren bleiben, bis sie neu geschrieben werden; auch das liegt bei ihnen.\n\nDer Button geht 15 Minuten lang.`,
  deleteButton: 'Alles löschen',
  deletedTitle: 'Gelöscht',
  deleted: (held) =>
    `Weg, auf allen Servern: ${held}. In meinen Tabellen ist nichts davon mehr, ich kann also nichts davon je wieder zeigen oder nutzen. Alte Nachrichten von mir in Kanälen bleiben in Discord, aber ihre Buttons finden nichts mehr. Nutzt du mich wieder, fangen wir neu an.`,
  deletedAlready: 'Über dich ist nichts mehr gespeichert.',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv und „{file}“ in keepsake.json: {rows, plural, one {{rows} Zeile} other {{rows} Zeilen}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE: ALLES, WAS ÜBER DICH GESPEICHERT IST

Stand ${at.toISOString()} (UTC), von allen Servern und aus Direktnachrichten.

keepsake.json
    Alles in einer Datei, für Programme. IDs und Zahlen sind Text, damit keine Ziffer verloren geht;
    Zeiten sind in UTC. Ist alles zu groß für ein Archiv, liegt sie in keepsake-data-json.zip, und
    die Tabellen liegen in keepsake-data-csv.zip.

csv/
    Dasselbe als Tabellen, für Excel, LibreOffice, Numbers und Google Sheets. Ein Apostroph vor
    einer langen ID oder vor Text, den ein Tabellenprogramm für eine Formel hielte, lässt alles, wie
    es ist; er gehört nicht zu deinen Daten.

${tables.join('\n')}
Was hier nicht drin ist, weil es nicht gespeichert ist: deine Nachrichten, dein Name und Bild in
Discord, dein TikTok-Konto und Eingaben, die abgelehnt wurden.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
