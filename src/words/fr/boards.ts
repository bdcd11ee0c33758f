import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `Semaine du ${from}`,
  kept: 'Finie et figée.',
  running: (to) => `En cours jusqu’au ${to}, puis figée.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… et ${count} de plus : choisis un \`board\` pour tout voir`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Compté ✓*' : '*Estimé*'),
  results: {
    improvement: (points, own) => `score **+${points}**, d’habitude à ${own} / 100`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `en moyenne à **${points}** points sur 100 de son niveau habituel`,
  },
  basis: (videos, told, weeks) => {
    const of = `${say('{videos, plural, one {{videos} vidéo} other {{videos} vidéos}}', { videos })}${weeks === null ? '' : ` en ${weeks} semaines`}`;
    return told === 0 || told === videos
      ? of
      : say('{told, plural, one {{of}, dont {told} comptée} other {{of}, dont {told} comptées}}', {
          told,
          of,
        });
  },

  videos: (isCounted) => `Le plus de favoris à taille égale, ${isCounted ? 'comptés' : 'estimés'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** par ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} à ${range.high})`}`,
  untitled: 'une vidéo sans titre',
  counted: (saves) => `${saves} favoris ✓`,
  estimated: (saves, low, high) =>
    `environ ${saves} favoris (fourchette à 80 % : ${low} à ${high})`,
  estimatedShort: (saves, low, high) => `environ ${saves} favoris (${low} à ${high})`,

  together: 'Au total',
  everybody: (creators, videos, saves) =>
    `Cette semaine, ${creators} personnes ont donné les chiffres de ${videos} vidéos : ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Toutes ({guessed})} one {{counted} comptée, {guessed}} other {{counted} comptées, {guessed}}} avec ma meilleure estimation}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `Cette semaine, ${creators} personnes inscrites ont donné les chiffres de ${videos} vidéos : ${saves}.`,

  nobody: 'Personne n’y est encore.',
  nobodyOnAny: 'Les classements sont encore vides.',
  join: {
    name: 'Pour y être',
    value:
      'Personne n’apparaît ici sans son accord. `/leaderboard join` me permet de t’y montrer et dit ce que ça veut dire. Ensuite, envoie les chiffres de tes vidéos :',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Trois nœuds posted:2026-11-02',
  },
  lastWeek: (week) => `La semaine d’avant : \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) =>
    `${week} : du ${from} au ${to}${running ? ' (en cours)' : ''}`,

  joined: {
    title: 'Inscription faite',
    already: 'Inscription déjà faite',
    agreed: 'Sur ce serveur, et sur aucun autre, tu acceptes ceci',
    points: [
      '**Classements.** `/leaderboard show` te nomme avec ta place, les points derrière et le nombre de vidéos, et tes meilleures vidéos avec titre, score et favoris, marquées si une capture montrait les chiffres.',
      '**Résumés.** Le résumé hebdo peut te nommer, avec tes vidéos : titres, scores, favoris, marqués pareil.',
      '**Historique.** Les autres membres peuvent voir ici tes vidéos et leurs chiffres avec `/history list`.',
    ],
    never: 'Ce qui reste à toi',
    nevers: [
      'Les relevés avec `private:True`, et tout ce que tu as envoyé sur un autre serveur ou en message privé, ne sont jamais montrés ici.',
      'Aucun classement ne montre les vues.',
      '`/leaderboard leave` annule tout de suite, pour tous les classements de ce serveur, semaines passées comprises. Quitter le serveur aussi : avant de montrer quelqu’un, je demande à Discord si la personne est encore là, sauf si je l’ai fait depuis moins d’un jour.',
    ],
  },
  left: {
    title: 'Tu as quitté les classements',
    description:
      'Tu n’es plus dans aucun classement de ce serveur, semaines passées comprises. Les prochains résumés ne te nommeront pas, et les autres membres ne voient plus tes vidéos avec `/history list`.\n\nCe que tu as envoyé reste gardé pour toi : `/score` et `/tips` marchent comme avant. Les résumés déjà postés restent dans leur salon. Tu peux revenir avec `/leaderboard join` ; les semaines passées restent sans toi.',
  },
  notIn: {
    title: 'Tu n’es pas dans les classements',
    description:
      'Tu n’es dans aucun classement de ce serveur, et aucun de ses résumés ne te nommera. `/leaderboard join` me permet de t’y montrer et dit ce que ça veut dire.',
  },
};
