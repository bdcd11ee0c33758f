import type { Language } from '../words.js';

export const errors: Language['errors'] = {
  busy: 'Gerade kommt mehr rein, als ich schaffe. **Nichts wurde gespeichert.** Schick das bitte in einer Minute noch mal.',
  busyBesideOthers:
    'Gerade kommt mehr rein, als ich schaffe, das **wurde also vielleicht nicht gespeichert**. Schau in einer Minute in `/history list`, wenn es ein Score war; was dort fehlt, schick bitte noch mal.',
  restarting:
    'Ich werde gerade neu gestartet, das **wurde also vielleicht nicht gespeichert**. Schau in einer halben Minute in `/history list`, wenn es ein Score war; was dort fehlt, schick bitte noch mal.',
  formTooLate:
    'Das hat zu lange gedauert, um dir ein Formular zu öffnen, und nichts wurde gespeichert. Drück bitte noch mal.',
  outdated:
    'Dieser Button oder Befehl stammt aus einer alten Version von mir. Nutze den Befehl bitte neu: `/help` listet alle auf.',
  commandChanged:
    'Dieser Befehl ist neuer als der in deinem Discord. **Nichts wurde gespeichert.** Starte Discord neu (oder warte eine Stunde) und nimm ihn noch mal.',
  databaseAway: (reference) =>
    `Ich komme gerade nicht an mein Gedächtnis. **Nichts wurde gespeichert.** Schick das bitte in ein paar Minuten noch mal. Hört es nicht auf, gib denen, die mich betreiben, diese Nummer: \`${reference}\``,
  databaseDamaged: (reference) =>
    `Ein Teil meines Gedächtnisses ist beschädigt, und den brauche ich hier. **Nichts wurde gespeichert.** Noch mal schicken hilft erst, wenn es repariert ist: Gib denen, die mich betreiben, bitte diese Nummer: \`${reference}\``,
  unconfirmed: (reference) =>
    `Beim Speichern ist die Verbindung zu meinem Gedächtnis abgerissen. Ich weiß nicht, **ob es gespeichert wurde**. Warte ein paar Minuten und schick es noch mal, mit demselben Link oder mit demselben Titel und Datum: Dann zählt es als weitere Messung desselben Videos. Nummer: \`${reference}\``,
  fault: (reference) =>
    `Bei mir ist etwas schiefgegangen, es liegt nicht an deiner Eingabe. Versuch es bitte noch mal; passiert es wieder, gib denen, die mich betreiben, diese Nummer: \`${reference}\``,
};
