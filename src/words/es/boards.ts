import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `Semana del ${from}`,
  kept: 'Terminó y quedó fija.',
  running: (to) => `Va hasta el ${to}; después queda fija.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… y ${count} más: elige un \`board\` para verlos`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Contado ✓*' : '*Estimado*'),
  results: {
    improvement: (points, own) => `puntaje **+${points}**, desde su ${own} / 100 habitual`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `se aparta en promedio **${points}** de 100 puntos de lo habitual`,
  },
  basis: (videos, told, weeks) => {
    const of = `${say('{videos, plural, one {{videos} video} other {{videos} videos}}', { videos })}${weeks === null ? '' : ` en ${weeks} semanas`}`;
    if (told === 0 || told === videos) return of;
    return say('{of}, {told, plural, one {{told} contado} other {{told} contados}}', { of, told });
  },

  videos: (isCounted) =>
    `Videos más guardados para su tamaño, ${isCounted ? 'contados' : 'estimados'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** de ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} a ${range.high})`}`,
  untitled: 'un video sin título',
  counted: (saves) => `${saves} guardados ✓`,
  estimated: (saves, low, high) => `unos ${saves} guardados (rango del 80%: ${low} a ${high})`,
  estimatedShort: (saves, low, high) => `unos ${saves} guardados (${low} a ${high})`,

  together: 'En total',
  everybody: (creators, videos, saves) =>
    `${creators} creadores dieron datos de ${videos} videos esta semana: ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Los {guessed},} one {{counted} contado, {guessed}} other {{counted} contados, {guessed}}} con mi mejor estimación}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `${creators} creadores que se unieron dieron datos de ${videos} videos esta semana: ${saves}.`,

  nobody: 'Aquí todavía no hay nadie.',
  nobodyOnAny: 'En los rankings todavía no hay nadie.',
  join: {
    name: 'Para aparecer',
    value:
      'En estos rankings no aparece nadie sin su permiso. `/leaderboard join` me deja mostrarte y explica qué significa; después manda los números de tus videos:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week) => `La semana anterior: \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) => `${week}: ${from} a ${to}${running ? ' (en curso)' : ''}`,

  joined: {
    title: 'Ya estás dentro',
    already: 'Ya estabas dentro',
    agreed: 'En este servidor, y en ningún otro, aceptas esto',
    points: [
      '**Rankings.** `/leaderboard show` te nombra con tu puesto, los puntos que lo explican y cuántos videos hay detrás. También muestra tus mejores videos con título, puntaje y guardados, y marca los que tienen números de una captura.',
      '**Resúmenes.** El resumen semanal puede nombrarte a ti y a tus videos: títulos, puntajes y guardados, con la misma marca.',
      '**Historial.** Otros miembros pueden ver aquí tus videos y sus números con `/history list`.',
    ],
    never: 'Lo que sigue siendo tuyo',
    nevers: [
      'Aquí nunca se muestran los registros con `private:True`, ni lo que mandaste en otro servidor o por mensaje directo.',
      'Las vistas no salen en ningún ranking.',
      '`/leaderboard leave` lo revierte al instante en todos los rankings de este servidor, también los de semanas pasadas. Salir del servidor también: antes de mostrar a alguien le pregunto a Discord si sigue aquí, salvo que ya lo haya hecho en el último día.',
    ],
  },
  left: {
    title: 'Ya no apareces',
    description:
      'Ya no estás en ningún ranking de este servidor, tampoco en los de semanas pasadas. Los próximos resúmenes no te nombran, y otros miembros no pueden ver tus videos con `/history list`.\n\nLo que mandaste sigue registrado para ti: `/score` y `/tips` funcionan igual. Los resúmenes ya publicados se quedan en su canal. Con `/leaderboard join` puedes volver; las semanas pasadas se quedan sin ti.',
  },
  notIn: {
    title: 'No estás en los rankings',
    description:
      'No estás en ningún ranking de este servidor, y ningún resumen te nombrará. `/leaderboard join` me deja mostrarte y explica qué significa.',
  },
};
