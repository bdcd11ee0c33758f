import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `Semana de ${from}`,
  kept: 'Terminou e está guardada.',
  running: (to) => `Vai até ${to}, depois fica guardada.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… e mais ${count}: escolha um \`board\` pra ver`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Contados ✓*' : '*Estimados*'),
  results: {
    improvement: (points, own) => `nota **+${points}** sobre a normal, ${own} / 100`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `em média **${points}** de 100 pontos fora do próprio normal`,
  },
  basis: (videos, told, weeks) => {
    const of = `${say('{videos, plural, one {{videos} vídeo} other {{videos} vídeos}}', { videos })}${weeks === null ? '' : ` em ${weeks} semanas`}`;
    return told === 0 || told === videos
      ? of
      : say('{told, plural, one {{of}, {told} contado} other {{of}, {told} contados}}', {
          told,
          of,
        });
  },

  videos: (isCounted) => `Vídeos mais salvos pro tamanho, ${isCounted ? 'contados' : 'estimados'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** de ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} a ${range.high})`}`,
  untitled: 'um vídeo sem título',
  counted: (saves) => `${saves} salvos ✓`,
  estimated: (saves, low, high) => `cerca de ${saves} salvos (faixa de 80%: ${low} a ${high})`,
  estimatedShort: (saves, low, high) => `cerca de ${saves} salvos (${low} a ${high})`,

  together: 'Todo mundo junto',
  everybody: (creators, videos, saves) =>
    `${creators} criadores informaram ${videos} vídeos esta semana: ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Todos os {guessed}} one {{counted} contado, {guessed}} other {{counted} contados, {guessed}}} com minha melhor estimativa}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `${creators} criadores que entraram informaram ${videos} vídeos esta semana: ${saves}.`,

  nobody: 'Ainda não tem ninguém aqui.',
  nobodyOnAny: 'Ainda não tem ninguém nos rankings.',
  join: {
    name: 'Pra entrar',
    value:
      'Só aparece nestes rankings quem aceitou. `/leaderboard join` me deixa mostrar você e explica o que isso quer dizer; depois mande os números dos seus vídeos:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week) => `A semana anterior: \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) =>
    `${week}: ${from} a ${to}${running ? ' (em andamento)' : ''}`,

  joined: {
    title: 'Você entrou',
    already: 'Você já tinha entrado',
    agreed: 'Neste servidor, e em nenhum outro, você aceita isto',
    points: [
      '**Rankings.** `/leaderboard show` mostra seu nome com sua posição, os pontos dela e o número de vídeos por trás, e seus melhores vídeos com títulos, notas e salvos, com uma marca onde um print mostrou os números.',
      '**Resumos.** O resumo semanal pode citar você e seus vídeos: títulos, notas e salvos, com a mesma marca.',
      '**Histórico.** Outros membros podem ver aqui seus vídeos e os números deles com `/history list`.',
    ],
    never: 'O que continua só seu',
    nevers: [
      'Leituras com `private:True`, e tudo que você mandou em outro servidor ou por mensagem direta, nunca aparecem aqui.',
      'Visualizações não aparecem em nenhum ranking.',
      '`/leaderboard leave` desfaz isso na hora, em todos os rankings deste servidor, inclusive semanas passadas. Sair do servidor também: antes de mostrar alguém, pergunto ao Discord se a pessoa ainda está aqui, a não ser que eu já tenha perguntado há menos de um dia.',
    ],
  },
  left: {
    title: 'Você saiu',
    description:
      'Você não está mais em nenhum ranking deste servidor, nem nas semanas passadas. Os próximos resumos não vão citar você, e outros membros não podem ver seus vídeos com `/history list`.\n\nO que você mandou continua guardado pra você: `/score` e `/tips` funcionam como antes. Resumos que já foram postados ficam no canal. Com `/leaderboard join` dá pra voltar; as semanas passadas continuam sem você.',
  },
  notIn: {
    title: 'Você não está nos rankings',
    description:
      'Você não está em nenhum ranking deste servidor, e nenhum resumo daqui vai citar você. `/leaderboard join` me deixa mostrar você e explica o que isso quer dizer.',
  },
};
