import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: 'Werden deine Videos gespeichert?',
  lines: {
    score: '`/score` schätzt die Saves eines Videos.',
    history: '`/history video` zeigt eins über die Zeit.',
    tips: '`/tips` gibt dir eine Sache zum Probieren.',
    faq: '`/faq ask` beantwortet deine Fragen.',
    leaderboard: '`/leaderboard join`: ab in die Listen.',
    digest: '`/digest setup` postet das Beste der Woche.',
    data: '`/data export` gibt dir deine Daten.',
  },
  more: 'Mehr',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Alles, was ich kann',
    intro:
      'Ein *Save* (ein Favorit, das Lesezeichen-Symbol) sagt: „Das will ich wiederhaben“. In den Exporten von TikTok stehen keine Saves. Deshalb schätze ich sie aus den Zahlen, die du siehst, mit ehrlicher Spanne, und lerne aus jeder echten Zahl, die du mir nennst.',
    first: 'Zuerst',
    firstSteps: (example) =>
      `1. Öffne eins deiner Videos in TikTok und lies Aufrufe, Likes, Kommentare und Shares ab.\n2. Tippe sie, wie sie dort stehen, oder schick nur den Befehl: Dann öffnet sich ein Formular.\n\`\`\`\n${example}\n\`\`\`3. Siehst du die Zahl am Lesezeichen, drück **Echte Saves eintragen**: Die nächsten Schätzungen für dein Konto werden besser.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Wer was sieht',
    privacyText:
      'Antworten auf `/score` sind für alle im Kanal. Mit `private:True` siehst nur du die Antwort, und ich zeige diese Zahlen auch später niemandem sonst. `/data export` gibt dir alles, was ich über dich gespeichert habe, auf allen Servern; `/data delete` löscht es. Was das ist: `/faq ask` → „Was speichert dieser Bot über mich?“',
    managers: 'Für alle, die diesen Server verwalten',
    managersText:
      'Du kannst alles, was die Mitglieder können. Wer welchen Befehl nutzen darf, stellst du in **Servereinstellungen → Integrationen → Keepsake** ein.',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'Hi, ich bin Keepsake',
  lines: [
    'Ich sage TikTok-Creators, wie viele Leute ein Video gespeichert haben.',
    '`/score` öffnet ein Formular: Tippe die Zahlen aus TikTok, oder häng einen Screenshot an.',
    '`/digest setup` ist für alle, die den Server verwalten: ein Post pro Woche, was hier funktioniert hat.',
    '`/help` zeigt den Rest.',
  ],
};
