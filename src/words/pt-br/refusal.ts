import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type { Unreadable } from '../../services/refusal.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` ou `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `está vazio. Digite como o TikTok mostra, por exemplo ${COUNT_EXAMPLES}.`,
  negative: 'não pode ser menor que zero.',
  fraction: `dá uma fração de pessoa. Digite um número inteiro, ou uma forma curta como ${COUNT_EXAMPLES}.`,
  ambiguous: `pode significar números diferentes em idiomas diferentes. Digite todos os dígitos, por exemplo \`541200\`.`,
  unreadable: `não é um número que eu consiga ler. Digite como o TikTok mostra, por exemplo ${COUNT_EXAMPLES}.`,
  'too large':
    'é maior que qualquer contagem que o TikTok já mostrou. Procure um dígito ou uma letra a mais.',
};

const needed = 'Abra o post e use Compartilhar → Copiar link, ou deixe a opção de fora.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'não é um link. Copie no TikTok com Compartilhar → Copiar link, ou deixe a opção de fora.',
  'not tiktok':
    'não é um link do TikTok. Copie no TikTok com Compartilhar → Copiar link, ou deixe a opção de fora.',
  'no video in it': `leva ao TikTok, mas não a um vídeo ou post de fotos. ${needed}`,
  profile: `é um perfil do TikTok, não um dos vídeos dele. ${needed}`,
  live: `é uma live, que não tem salvos. ${needed}`,
  sound: `é um som do TikTok, não um vídeo com ele. ${needed}`,
  list: `é uma lista de vídeos do TikTok, não um deles. ${needed}`,
  shop: `é uma página do TikTok Shop, não um vídeo. ${needed}`,
  'cut off': `está cortado: falta parte do número. ${needed}`,
  studio: `é uma página do TikTok Studio, mas não a de um vídeo. Abra lá as análises do vídeo, ou o próprio post, e copie esse link; ou deixe a opção de fora.`,
  login: `é a página de login do TikTok, sem vídeo por trás. ${needed}`,
};

function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

export const refusal: Language['refusal'] = {
  title: 'Isso ainda não bate',
  nothingStored: 'Nada foi guardado.',
  commandHeading: 'Pra mandar de novo',
  commandHint: 'Copie, corrija o que está apontado acima, e mande:',
  correctedHint: 'Copie e mande:',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} não é uma duração que eu consiga ler. Digite segundos, ou minutos e segundos: \`34\` ou \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} salvos em ${problem.views} visualizações não dá: ninguém salva um vídeo sem que uma visualização conte. Olhe os dois números de novo.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} ainda não chegou, em nenhum lugar do mundo. Digite o dia em que o vídeo ficou público. O ano no comando abaixo é só meu palpite.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} não é uma hora que eu consiga ler. Digite horas e minutos, por exemplo \`18:00\`, \`09:30\` ou \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} não é um fuso que eu conheça. Digite a cidade grande mais perto ou o país, por exemplo \`Berlin\`, \`Hanoi\` ou \`Japan\`.`;
    }
  },
  onlyTheAuthor: 'Só quem digitou estes números pode fazer isso. Use `/score` com um vídeo seu.',
  readingGone:
    'Estes números não estão mais guardados, ou não aqui. Use `/score` pra mandar de novo.',
  draftGone:
    'Guardo números assim por 15 minutos, e esse tempo acabou. **Nada foi guardado.** Use `/score` pra mandar de novo.',
  videoGone:
    'Não conheço nenhum vídeo seu assim. Use `/history list` pra ver o que está guardado, ou comece a digitar o título em `/history video` e escolha da lista.',
  undoGone:
    'Isso não dá mais pra desfazer: já foi desfeito, passou mais de um dia, ou vieram outras mudanças no meio. `/history list` mostra o que está guardado.',
  twoPosts:
    'Estes dois têm ids diferentes nos links do TikTok, então são dois posts. **Nada mudou.** Se um link estava errado, remova essa leitura e use `/score` com o certo.',
  notShownHere:
    'Esse membro não aceitou aparecer neste servidor, ou não está nele. Quem quer aparecer usa `/leaderboard join`.',
  storedAlready: 'Isso já está guardado. Nada foi guardado duas vezes.',
  onlyInAServer: 'Isso é de um servidor. Use num canal do servidor em questão.',
  questionGone:
    'Só pergunto isso por 15 minutos, e esse tempo acabou. **Nada foi apagado.** Use `/data delete` de novo.',
  tooOften: (when) =>
    `Isso é mais do que faço por um membro ou um servidor de cada vez, pra ter espaço pra todo mundo. **Nada foi guardado.** Mande de novo ${when}.`,
  onlyManagers:
    'Só membros com a permissão **Gerenciar servidor** podem fazer isso. Peça a um deles, ou a quem é dono do servidor.',
  notAWeek: (typed) =>
    `${named('week', typed)} não é uma semana que eu consiga ler. Digite como \`2026-W47\`, ou escolha da lista que abre enquanto você digita. Sem \`week\` vem a semana atual.`,
  weekToCome: (week) => `${week} ainda não chegou. Deixe \`week\` de fora pra ver a semana atual.`,
  weekBefore: (week) =>
    `${week} acabou antes de eu entrar neste servidor, então não tem nada dela. Deixe \`week\` de fora pra ver a semana atual.`,
};

export const doubtful: Language['doubtful'] = {
  title: 'Qual deles você quis dizer?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} é mais que as visualizações, como se lê no seu idioma. Você quis dizer {readings}?} other {• {value} pode ser {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)}: conheço um vídeo com esse título.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `O mesmo, postado em ${day}` : `O mesmo, visto em ${day}`,
  newVideo: 'Um novo',
  description: (items) =>
    `${items.join('\n')}\n\n**Nada foi guardado ainda.** Toque no que você quis dizer em até 15 minutos.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: 'visualizações',
  likes: 'curtidas',
  comments: 'comentários',
  shares: 'compartilhamentos',
  saves: 'salvos',
  new_followers: 'novos seguidores',
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ou ${words.at(-1) ?? ''}`;
}

export const improbable: Language['improbable'] = {
  title: 'Olhe mais uma vez',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Nada foi guardado ainda.** Se os números estiverem certos, toque em **Guardar mesmo assim** em até 15 minutos. Se não, é só mandar de novo.`,
  choose: 'Ou toque no que você quis dizer.',
  button: 'Guardar mesmo assim',
  stored: 'Guardado.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} é mais que as ${found.views} visualizações. Quase sempre vem uma visualização antes.`;
      case 'more than ever':
        return `**views**: ${found.typed} se lê como ${format(found.views)}, mais do que qualquer vídeo já teve. A forma curta queria dizer algo menor?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} é ${format(found.read)} no seu idioma, e menos em outro. Quase nenhum vídeo teve tanto. Você quis dizer o número menor?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} se lê como ${format(found.read)}. Nas suas últimas leituras era ${found.least === found.most ? format(found.most) : `${format(found.least)} a ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} segundos por visualização é mais que quatro vezes os ${found.duration} segundos do vídeo. É a média, em segundos?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} está longe dos ${format(Math.round(found.low))} a ${format(Math.round(found.high))} que eu esperaria pelos outros números.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'está vazio. Digite o dia em que o vídeo ficou público como `YYYY-MM-DD`, por exemplo `2026-11-01`.';
    case 'ambiguous':
      return `pode ser ${why.candidates.map((date) => `\`${date}\``).join(' ou ')}. Digite um deles.`;
    case 'no such day':
      return 'não é um dia do calendário. Digite como `YYYY-MM-DD`, por exemplo `2026-11-01`.';
    case 'before TikTok':
      return 'é antes de o TikTok existir. Olhe o ano de novo.';
    case 'unreadable':
      return 'não é um dia que eu consiga ler. Digite como `2026-11-01`, `1 Nov`, `yesterday` ou `3d ago`.';
  }
}
