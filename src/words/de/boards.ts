import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `Woche ab ${from}`,
  kept: 'Vorbei und festgehalten.',
  running: (to) => `Läuft bis ${to}, dann wird sie festgehalten.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… und ${count} weitere: Wähl mit \`board\` eine Liste`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Gezählt ✓*' : '*Geschätzt*'),
  results: {
    improvement: (points, own) => `Score **+${points}**, sonst meist ${own} / 100`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `im Schnitt **${points}** von 100 Punkten neben dem Üblichen`,
  },
  basis: (videos, told, weeks) => {
    const of = `${say('{videos, plural, one {{videos} Video} other {{videos} Videos}}', { videos })}${weeks === null ? '' : ` in ${weeks} Wochen`}`;
    return told === 0 || told === videos ? of : `${of}, ${told} gezählt`;
  },

  videos: (isCounted) =>
    `Für ihre Größe am meisten gespeichert, ${isCounted ? 'gezählt' : 'geschätzt'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** von ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} bis ${range.high})`}`,
  untitled: 'ein Video ohne Titel',
  counted: (saves) => `${saves} Saves ✓`,
  estimated: (saves, low, high) => `etwa ${saves} Saves (80-%-Spanne: ${low} bis ${high})`,
  estimatedShort: (saves, low, high) => `etwa ${saves} Saves (${low} bis ${high})`,

  together: 'Alle zusammen',
  everybody: (creators, videos, saves) =>
    `${creators} Creators haben diese Woche ${videos} Videos gemeldet: ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Alle} other {{counted} gezählt,}} {guessed} mit meiner besten Schätzung}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `${creators} Creators, die dabei sind, haben diese Woche ${videos} Videos gemeldet: ${saves}.`,

  nobody: 'Hier steht noch niemand.',
  nobodyOnAny: 'Auf den Bestenlisten steht noch niemand.',
  join: {
    name: 'So kommst du drauf',
    value:
      'Auf diesen Listen steht nur, wer zugestimmt hat. Mit `/leaderboard join` darf ich dich dort zeigen, und ich sage dir, was das heißt. Schick dann die Zahlen deiner Videos:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Drei Knoten posted:2026-11-02',
  },
  lastWeek: (week) => `Die Woche davor: \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) => `${week}: ${from} bis ${to}${running ? ' (läuft)' : ''}`,

  joined: {
    title: 'Du bist dabei',
    already: 'Du warst schon dabei',
    agreed: 'Auf diesem Server, und auf keinem anderen, stimmst du dem zu',
    points: [
      '**Bestenlisten.** `/leaderboard show` nennt dich mit deinem Platz, den Punkten dafür und der Zahl der Videos dahinter. Dazu deine besten Videos mit Titel, Score und Saves, markiert, wo ein Screenshot die Zahlen gezeigt hat.',
      '**Wochenrückblick.** Der Wochenrückblick darf dich und deine Videos nennen: Titel, Scores, Saves, genauso markiert.',
      '**Verlauf.** Andere Mitglieder können deine Videos und ihre Zahlen von hier mit `/history list` sehen.',
    ],
    never: 'Was bei dir bleibt',
    nevers: [
      'Messungen mit `private:True` und alles, was du auf einem anderen Server oder per Direktnachricht geschickt hast, zeige ich hier nie.',
      'Aufrufe stehen auf keiner Liste.',
      '`/leaderboard leave` nimmt es sofort zurück, für alle Listen dieses Servers, auch für vergangene Wochen. Genauso, wenn du den Server verlässt: Bevor ich jemanden zeige, frage ich Discord, ob die Person noch hier ist, außer meine letzte Frage ist keinen Tag her.',
    ],
  },
  left: {
    title: 'Du bist raus',
    description:
      'Du stehst auf keiner Liste dieses Servers mehr, auch nicht in vergangenen Wochen. Kommende Wochenrückblicke nennen dich nicht, und andere Mitglieder sehen deine Videos nicht mit `/history list`.\n\nWas du geschickt hast, bleibt für dich gespeichert: `/score` und `/tips` gehen wie bisher. Wochenrückblicke, die schon gepostet sind, bleiben in ihrem Kanal. Mit `/leaderboard join` kannst du zurückkommen; vergangene Wochen bleiben ohne dich.',
  },
  notIn: {
    title: 'Du stehst auf keiner Liste',
    description:
      'Du stehst auf keiner Liste dieses Servers, und kein Wochenrückblick hier nennt dich. Mit `/leaderboard join` darf ich dich dort zeigen, und ich sage dir, was das heißt.',
  },
};
