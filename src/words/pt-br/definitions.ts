import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

export const definitionsText: Language['definitions'] = {
  button: 'Como?',
  boards: {
    title: 'Como os rankings são feitos',
    improvement: (week, before, weeks) =>
      `**Quem mais melhorou**: a nota do meio da semana acima da nota do meio das ${weeks} semanas anteriores da mesma pessoa. A partir de ${week} vídeos na semana e ${before} antes. *(heurística)*`,
    saved: (week) =>
      `**Mais salvos pro tamanho**: a nota do meio da semana. A nota diz onde a taxa de salvos fica entre vídeos com o mesmo tanto de visualizações, então visualizações não dão vantagem. A partir de ${week} vídeos na semana. *(heurística)*`,
    consistency: (videos, weeks) =>
      `**Mais constantes**: a que distância da nota do meio ficam, em média, as notas dos vídeos de ${weeks} semanas. Diz quão constante, não quão alto. A partir de ${videos} vídeos. *(heurística)*`,
    rules: [
      'Um vídeo conta uma vez, na primeira semana em que dá pra julgar, e precisa de um link, ou de título e data.',
      'Contagens reais (✓) são comparadas com contagens reais, estimativas com estimativas. Aqui todas as estimativas saem do mesmo jeito, de curtidas, comentários e compartilhamentos.',
      `${SHOWN_MARK}: um print mostrou os números do vídeo, ninguém digitou.`,
      'Empate divide a posição. A semana vai de segunda a domingo, em UTC. Quando termina, fica guardada: o que for corrigido depois não muda nada lá.',
    ],
  },
  signals: {
    title: 'Como procuro o que anda junto com seus salvos',
    lines: [
      'Cada número é posto ao lado dos seus salvos, vídeo por vídeo. +1: sempre sobem juntos. −1: um cai quando o outro sobe. 0: nada a ver. Entre parênteses está o que é possível (o intervalo de 95%).',
      'Vários são olhados de uma vez, então cada um precisa se destacar mais pra eu citar (método de Holm).',
      'Taxas das mesmas visualizações já andam um pouco juntas sozinhas. Nada disso prova uma causa.',
      'Só com estimativas, deixo de fora curtidas, comentários, compartilhamentos, tempo assistido e novos seguidores: a estimativa é feita deles, e só mostraria a própria fórmula.',
    ],
    experiments: (sizes) =>
      `**O que você está testando**: alterne, um vídeo com, um sem. Eu concluo com ${sizes} de cada lado com salvos contados por você, então espiar no meio não atrapalha.`,
  },
  categories: {
    title: 'Como as categorias são comparadas',
    lines: [
      'Aparece a taxa de salvos do meio de cada uma, e entre parênteses o que é possível (o intervalo de 95%).',
      'Cada uma é comparada com todos os seus outros vídeos que têm categoria. Nada disso prova uma causa.',
    ],
    concluded: (sizes) =>
      `Só concluo com as suas próprias contagens, com ${sizes} dos dois lados. Várias são olhadas de uma vez, então cada uma precisa se destacar mais (método de Holm).`,
  },
  accuracy: {
    title: 'Como as estimativas são conferidas',
    lines: (from, most) => [
      `Cada vídeo conta uma vez, com a primeira contagem real ao lado da estimativa como foi mostrada; os últimos ${most} de todas as suas contas.`,
      `A faixa é feita pra acertar 8 de 10. Ela é julgada onde foram estimados ${from} salvos ou mais.`,
      'Um fator de 2 é o dobro ou a metade da verdade. Entre parênteses está o que é possível (intervalos de 95%).',
      'As estimativas aprendem com suas contagens reais, conta por conta.',
    ],
  },
  tips: {
    title: 'Como a dica é escolhida',
    lines: (most, vietnamese) => [
      `Olho seu vídeo mais novo ao lado dos últimos ${most} da mesma conta. “Normal” é o do meio deles.`,
      `Vídeos comparáveis são aqueles com que a estimativa foi ajustada: na maioria populares, ${vietnamese}% vietnamitas.`,
      'Um padrão é uma heurística, não prova de uma causa.',
    ],
  },
  trend: {
    title: 'Como a linha é feita',
    lines: [
      'Na linha, todos são estimados só de curtidas, comentários e compartilhamentos, pra serem comparáveis. O que aprendi com suas contagens não entra.',
      'Onde duas faixas se sobrepõem, pode não haver diferença. O índice de salvos é uma heurística.',
    ],
  },
};
