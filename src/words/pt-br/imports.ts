import type { Language } from '../words.js';
import { say } from './say.js';

/** TikTok names its files in English. */
const tables: Language['imports']['tables'] = {
  content: 'Content: seus vídeos',
  overview: 'Overview: visualizações da sua conta',
  viewers: 'Viewers',
  followers: 'FollowerHistory: seus seguidores',
  activity: 'FollowerActivity: quando eles estão online',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'uma tabela sua',
};

const limits = {
  bytes: 'tem mais do que eu descompacto: nenhuma exportação do TikTok é tão grande',
  entries: 'tem mais arquivos dentro do que eu abro',
  rows: 'tem mais de 10.000 linhas',
  columns: 'tem mais de 64 colunas',
  rowLength: 'uma célula ou linha é mais longa que qualquer título',
};

const plainly = {
  'not available yet': 'o TikTok ainda não tinha contado',
  'posted after the export': 'foi postado depois do dia da exportação',
  'no hour': 'a hora não é uma de 0 a 23',
  'unknown header':
    'não conheço a primeira linha. Conheço os sete arquivos do TikTok Studio, e tabelas com visualizações, curtidas, comentários e compartilhamentos',
  empty: 'não tem nada dentro',
  'not a table': 'não é uma tabela: leio CSV, XLSX e arquivos ZIP com eles',
  'open quote': 'uma aspa abre e nunca fecha',
  damaged: 'está danificado ou bloqueado, então não consigo abrir',
  'archive inside': 'tem um ZIP dentro do ZIP: tire de lá e mande sozinho',
  'nothing inside': 'o ZIP está vazio',
  macros: 'tem macros: salve como CSV, ou como XLSX sem elas',
  'no account': 'nada diz de quem são estes números: mande de novo com `account:`',
  'too large': 'é maior que 10 MB',
  gone: 'o Discord não me entregou: mande de novo',
} as const;

export const importText: Language['imports'] = {
  title: 'Nestes arquivos',
  storedTitle: 'Guardado',
  nothingTitle: 'Nada de novo',
  unreadTitle: 'Nada que eu possa guardar',
  tables,

  videos: (o) => `**${o.videos}**${o.accounts} (conhecidos: ${o.known}, novos: ${o.fresh}).`,
  videoCount: (count, n) =>
    say('{n, plural, one {{count} vídeo} other {{count} vídeos}}', { n, count }),
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` de ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count, n) =>
    say('{n, plural, one {{count} leitura pra guardar.} other {{count} leituras pra guardar.}}', {
      n,
      count,
    }),
  raised: (count) =>
    `Leituras de uma importação anterior que ficam com as contagens maiores: ${count}.`,
  truths: (count, n) =>
    say(
      'Com elas, {n, plural, one {{count} contagem real de salvos} other {{count} contagens reais de salvos}}.',
      { n, count },
    ),
  days: (days, handle, from, to, fresh) =>
    `**${days} dias** de @${handle}, ${from} a ${to} (novos: ${fresh}).`,
  goesOn: (to) => ` Os arquivos vão até ${to}: esses dias ainda não foram contados.`,
  hours: (days) =>
    `Quando seus seguidores estavam online: ${days} dias. O TikTok só guarda os últimos sete, então importe toda semana.`,
  accounts: (count) => `${count} contas.`,
  notStored: (until) => `**Nada foi guardado ainda.** \`Guardar\` funciona até ${until}.`,
  nothingNew: 'Já conheço tudo destes arquivos. Nada foi guardado, e não precisa fazer nada.',
  nothingFound: 'Não achei nada nestes arquivos que eu possa guardar.',
  store: 'Guardar',
  cancel: 'Cancelar',
  cancelled: 'Nada foi guardado, e descartei o que tinha lido.',

  assumed: 'O que estou supondo',
  leftOut: 'Ficou de fora',
  moreLeft: (count) => `… e mais ${count}, no arquivo abaixo.`,
  leftFile: 'O que ficou de fora, com arquivo, linha e motivo',
  moreAssumed: (count) => `… e mais ${count}, no arquivo abaixo.`,
  assumedFile: 'O que estou supondo, linha por linha',
  left: (file, line, why) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, linha ${line}: ${why}.`,

  assume: {
    years: (videos) =>
      `Os anos de ${videos}: pelos ids nos links, já que o TikTok não escreve nenhum.`,
    exportDay: (days) =>
      `Exportado em ${days}: o TikTok escreve o dia sem o ano, e eu uso o mais recente.`,
    days: (files, to) =>
      `Sem anos: ${files}. Uso os mais recentes que servem, então o último dia ali é ${to}.`,
    today: (files) => `Sem dizer quando foi lido: ${files}. Uso hoje.`,
    accountByName: (files, handle) => `De @${handle}, pelo nome do arquivo: ${files}.`,
    onlyAccount: (files, handle) => `De @${handle}, a única conta sua que conheço: ${files}.`,
    translated: (files) =>
      `Com a primeira linha traduzida: ${files}. Nunca vi um de verdade: olhe com atenção.`,
    storedResults: (files) =>
      `Com fórmulas: ${files}. Peguei os resultados guardados junto com elas.`,
    notKept: (files) => `Lido, mas não guardo nada disto: ${files}.`,
    notAvailable: (files, days, n) =>
      say(
        '{n, plural, one {{days} dia ainda não foi contado, ou era antes da conta: {files}. Ele fica em aberto, não zero.} other {{days} dias ainda não foram contados, ou eram antes da conta: {files}. Eles ficam em aberto, não zero.}}',
        { n, days, files },
      ),
    lastHours: (files, day) =>
      `Os últimos zeros de ${day} são horas que ainda não tinham chegado: ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `“${shown(why.cell)}” não é um dia que eu consiga ler`;
      case 'not a count':
        return `“${shown(why.cell)}” não é um número que eu consiga ler`;
      case 'negative':
        return `“${shown(why.cell)}” é menor que zero`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'falta o link do vídeo'
          : `“${shown(why.cell)}” não é link de um vídeo`;
      case 'more than views':
        return `“${shown(why.cell)}” é mais que as ${shown(why.views)} visualizações`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} valores onde a primeira linha tem ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'Esse é seu arquivo pessoal',
  personal:
    'Este é o “Baixar seus dados” do TikTok. Ele tem suas mensagens privadas, endereços e telefone, então não li, e não guardei nada dele.\n\n**Apague a mensagem ou o arquivo onde você mandou.** O que preciso está no TikTok Studio na web: **Análises → Baixar dados**.',
  tooMuch:
    'Estes arquivos pediram mais tempo ou memória que qualquer exportação do TikTok, então parei. Nada foi guardado. Mande um por vez, como CSV.',
  notAnAccount: (typed) =>
    `“${typed}” não é uma conta do TikTok. Escreva o @ dela, tipo \`mia\`, ou o link do perfil. Nada foi guardado.`,

  stored: (o) =>
    `Guardado: ${[o.readings, o.days].filter((one) => one !== '').join(', ')}. Só você vê isto.`,
  storedReadings: (count, n) =>
    say('{n, plural, one {{count} leitura} other {{count} leituras}}', { n, count }),
  storedDays: (count, n) =>
    say('{n, plural, one {{count} dia} other {{count} dias}}', { n, count }),
  see: 'Veja `/history list`, `/history trend`, `/insights signals`; os dias, em `/history account`.',
  undoUntil: (time) => `Dá pra desfazer até ${time}.`,
  undo: 'Desfazer importação',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Este é o que mais me ensina} =3 {Estes três são os que mais me ensinam} other {Estes dois são os que mais me ensinam}}',
        { count },
      ),
    intro: (others, gain) =>
      `Com os salvos reais deles, as faixas dos seus outros vídeos (${others}) ficam cerca de **${gain} mais estreitas**. O número fica ao lado do marca-página.`,
    video: (place, title, views) => `${place}. ${title} (${views} visualizações)`,
    button: (place) => `Informar salvos reais: ${place}`,
    told: (narrower, others) =>
      `Valeu. As faixas dos seus outros vídeos (${others}) agora estão **${narrower} mais estreitas**.`,
    toldNothing: 'Valeu. Fica ao lado da estimativa, e eu aprendo com isso.',
    soFar: (told, n, narrower) =>
      say(
        '{n, plural, =1 {Sua contagem real deixou} other {Suas {told} contagens reais deixaram}} as faixas dos seus outros vídeos {narrower} mais estreitas.',
        { n, told, narrower },
      ),
    done: 'Mais nada deixaria suas faixas muito mais estreitas. Informe os salvos de vídeos novos de vez em quando.',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle} por dia`,
  subtitle: (days) => `${days} · um buraco é um dia que não conheço`,
  followers: 'seguidores',
  viewers: 'espectadores',
  views: 'visualizações',
  grown: (o) => `**${o.change} seguidores** de ${o.from} a ${o.to}: ${o.now} até aí.`,
  viewersLine: (mean, days) => `Cerca de ${mean} espectadores por dia (em ${days} dias).`,
  viewsLine: (sum, days) => `${sum} visualizações da sua conta em ${days} dias.`,
  missing: (days, n) =>
    say(
      '{n, plural, one {{days} dia no meio é desconhecido.} other {{days} dias no meio são desconhecidos.}}',
      { n, days },
    ),
  hoursTitle: 'Quando seus seguidores estavam online',
  hours: (hours, days) =>
    `Mais por volta de ${hours}, no relógio da sua conta (em ${days} dias). Isso não promete nada pra um post.`,
  hoursKeep: 'O TikTok só guarda sete dias disso: importe toda semana, ou se perde.',
  others: (handles) => `Também conheço ${handles}: escolha com \`account\`.`,
  onlyYou: 'Só você vê isto.',
  noneTitle: 'Ainda não tem dias de nenhuma conta',
  none: 'No TikTok Studio na web escolha **Análises → Baixar dados**, em Visão geral, Espectadores e Seguidores. Depois mande os arquivos com `/import`.',
  noneInDays: (days, last) =>
    `Nada ${days}. O último dia que conheço é ${last}: peça mais \`days\`.`,
  noAccount: (typed, known) =>
    `Não conheço nenhum dia de “${typed}”.${known === '' ? '' : ` Conheço os de ${known}.`}`,
  noPicture: 'Não dá pra desenhar o gráfico agora; aqui está o que ele mostra.',
  alt: (o) =>
    `Gráfico de linha de @${o.handle}, ${o.days}: seguidores em cima, espectadores e visualizações da conta embaixo, por dia; buracos são dias desconhecidos. ${o.facts}`,
};
