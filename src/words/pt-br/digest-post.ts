import { plain } from '../../lib/clip.js';
import type { Worked } from '../../services/digest/parts.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const digestPost: Language['digestPost'] = {
  title: (days) => `A semana · ${days}`,
  quiet:
    'Semana calma: ninguém avaliou um vídeo aqui. Mande um no `/score`, e a próxima tem história.',
  redacted: 'Aqui tinha algo que a própria pessoa tirou depois.',

  fields: {
    numbers: 'A semana em números',
    videos: { counted: 'Mais salvos pro tamanho', estimated: 'Mais salvos, por estimativas' },
    improved: { counted: 'Quem mais melhorou', estimated: 'Quem melhorou, por estimativas' },
    worked: 'O que deu certo aqui',
    tip: 'Uma coisa pra testar',
    question: 'Uma pergunta',
    nudge: 'Uma contagem real, por favor',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Mais de ' : ''}**${videos}** vídeos de **${creators}** criadores${everybody ? '' : ' que entraram'}`,
  rate: (rate, low, high) => `Taxa de salvos normal: **${rate}%** (${low} a ${high}%)`,
  rateCounted: (rate) => `Taxa de salvos normal: **${rate}%**, tudo contado`,
  rateOfJoined: ' entre quem entrou',
  rateBefore: (rate, low, high) => `; na semana anterior ${rate}% (${low} a ${high}%)`,
  rateBeforeCounted: (rate) => `; na semana anterior ${rate}%`,
  alike: ', mais ou menos como na semana anterior',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} a ${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url) => ` · [assistir](${url})`,
  untitled: 'Um vídeo',
  saves: (saves, low, high) => `${saves} salvos (${low} a ${high})`,
  savesCounted: (saves) => `${saves} salvos, contados`,

  improvement: (creator, before, now) => `${creator}: **${now} / 100**, normalmente ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}** tiveram nota maior pra **${better} de ${creators}** criadores${points === null ? '' : `, normalmente ${points} de 100 pontos a mais`}. *(heurística)*`,

  tipFor: (categories) =>
    `Pra vídeos de ${categories.map((one) => commandText.score.categories[one].toLowerCase()).join(' ou ')}:\n`,
  question: (question) => `**${question}** Toque em **Como?**`,
  nudge:
    'Veja o número ao lado do marca-página de um vídeo, e digite como `saves` no `/score` ou em **Informar salvos reais**. Suas próximas estimativas aprendem com ele.',
  footer: 'Heurística. Citados: quem entrou nos rankings',

  picture: 'digest.png',

  how: 'Como?',

  skipped:
    'Até agora a semana está calma, e semanas calmas são puladas: agora não sairia nada. Com `quiet_weeks` em postar, seria isto.',
  postedOn: (week, day) => `${week} · postado ${day}`,
  nonePosted:
    'Nenhum resumo foi postado neste servidor ainda. `/digest preview` mostra como seria um.',
  notPosted: (week) =>
    `Nenhum resumo de ${plain(week, 40)} foi postado neste servidor. Escolha um da lista em \`week\`.`,
  unreadable: (week) =>
    `O resumo de ${plain(week, 40)} foi postado, mas não consigo ler o que guardei dele. Ele continua no canal; /digest status tem o link.`,
  takenBack: 'O que esse resumo dizia foi retirado depois.',
};

function kindOf(what: Worked['what']): string {
  if (what === 'weekend') return 'Vídeos postados no sábado ou domingo';
  if (what === 'weekdays') return 'Vídeos postados de segunda a sexta';
  return `Vídeos de ${commandText.score.categories[what].toLowerCase()}`;
}

export const digestMore: Language['digestMore'] = {
  title: 'Mais desta semana',
  fields: {
    numbers: 'A semana em números',
    improved: 'Quem mais melhorou',
    card: 'Quão boas foram as estimativas',
    tip: 'Uma coisa pra testar, completa',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Mais de ' : ''}**${videos}** vídeos de **${creators}** criadores${among(everybody)}`,
  countsBefore: (videos, creators) => ` (na semana anterior: ${videos} de ${creators} criadores)`,
  rate: (rate, low, high, everybody) =>
    `Taxa de salvos normal: cerca de **${rate}%** das visualizações (${low} a ${high}%)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Taxa de salvos normal: **${rate}%** das visualizações, tudo contado${among(everybody)}`,
  alike: ': mais ou menos igual',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}: **${now} / 100**, normalmente ${before} (${videos} vídeos${basis == null ? '' : basis === 'counted' ? ', contados' : ', estimados'})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '**{truths}** contagens reais{among}: {judged, plural, =0 {todas pequenas demais pra julgar a faixa} other {a faixa acertou **{inside}** de {judged}, e é feita pra 8 de 10}}; erro normal: um fator de {factor}.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · mais em \`/faq ask\``,
};

function among(everybody: boolean): string {
  return everybody ? '' : ' entre quem aceitou aparecer';
}

export const digestHow: Language['digestHow'] = {
  title: 'Como este resumo é feito',
  intro:
    'Do que foi avaliado neste servidor, e não em privado, nos sete dias antes do post. De cada vídeo conta a última leitura da semana. Só cito membros que aceitaram com `/leaderboard join`.\n\nO que não dá pra saber não aparece: totais precisam de três criadores.\n\nQuer estar no próximo? Avalie um vídeo com `/score`, e digite o número ao lado do marca-página em **Informar salvos reais**.',
  fields: {
    totals: 'Totais',
    rate: 'Taxa de salvos normal',
    videos: 'Mais salvos pro tamanho',
    improved: 'Quem mais melhorou',
    card: 'Quão boas foram as estimativas',
    worked: 'O que deu certo aqui',
  },
  totals: (fewest) =>
    `Só aparecem com ${fewest} criadores ou mais. Quem não aceitou aparecer conta neles se esse grupo também tiver ${fewest} ou mais; senão os totais são só dos outros, e isso fica dito.`,
  rate: 'A taxa de salvos do meio de todos os vídeos que dá pra julgar: pelo menos 1.000 visualizações, e um dia de idade onde se sabe. Se todos foram contados, é a das contagens. Senão todos são estimados do mesmo jeito, de curtidas, comentários e compartilhamentos, pra as semanas serem comparáveis. A faixa vai do meio de todos os limites de baixo ao meio de todos os de cima: a faixa de 80% se todas as estimativas erram juntas, e mais larga que o necessário se não. Onde as faixas de duas semanas se sobrepõem, elas são mais ou menos iguais.',
  videos: (most) =>
    `As ${most} maiores notas por contagens reais, e por estimativas, de membros que aceitaram (\`/leaderboard join\`); o post traz as três primeiras, contagens reais antes. A nota diz quantos vídeos comparáveis com o mesmo tanto de visualizações foram menos salvos, então contas grandes não têm vantagem. Entre parênteses estão faixas de 80%; todas as estimativas saem do mesmo jeito, de curtidas, comentários e compartilhamentos. Um vídeo precisa de link, ou de título e data, e conta na primeira semana em que deu pra julgar. ${SHOWN_MARK}: um print mostrou os números, ninguém digitou. *(heurística)*`,
  improved: (now, before, weeks) =>
    `A nota do meio de pelo menos ${now} vídeos desta semana, acima da de pelo menos ${before} das ${weeks} semanas anteriores: todos contados, ou todos estimados do mesmo jeito. Só onde o acaso sozinho dificilmente faria isso, olhando todos os membros juntos. *(heurística)*`,
  card: (fewest) =>
    `A primeira contagem real de cada vídeo, se foi informada na semana, contra a primeira estimativa mostrada; a partir de ${fewest} criadores. A faixa é julgada onde foram estimados dez salvos ou mais.`,
  worked: (weeks, fewest) =>
    `Cada categoria, e fim de semana ou dias de semana, contra os outros vídeos dos mesmos criadores nas últimas ${weeks} semanas. Cada criador conta igual; só digo a partir de ${fewest} criadores, e só se o acaso sozinho dificilmente faria isso em qualquer resumo de um ano (5% divididos entre todas as tentativas de 52 semanas). Não prova uma causa. *(heurística)*`,
};
