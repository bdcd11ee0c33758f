import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: 'Verdade — até onde deu pra checar',
    'false now': 'Falso hoje — o que costumam dizer sobre isso não vale mais',
    disputed: 'Controverso — as fontes discordam',
    unproven: 'Não provado — ninguém mostrou, ou não deu pra checar',
    changed: 'Mudou — hoje funciona diferente do que dizem guias antigos',
  },
  verdictWord: {
    disputed: 'Controverso',
    unproven: 'Não provado',
    changed: 'Mudou',
  },
  verdictBeside: {
    true: 'Veredito: verdade',
    'false now': 'Veredito sobre o que costumam dizer: falso hoje',
    disputed: 'Veredito: controverso',
    unproven: 'Veredito: não provado',
    changed: 'Veredito: mudou',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Mais',
  inEnglish: 'Por enquanto só tenho isto em inglês.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Favorito ou download?',
  folded: (strongest, others) => `${strongest} · mais ${others} em Mais`,
  fields: {
    verdict: 'Veredito',
    changed: 'O que mudou',
    sources: 'Fontes',
    moreSources: 'Mais fontes',
    askMore: 'Pergunte mais',
  },
  undated: 'sem data',

  topics: {
    saves: {
      title: 'Salvos',
      line: 'Favoritos e downloads: o que são, quem vê, onde fica o número',
    },
    views: {
      title: 'Visualizações',
      line: 'O que conta como visualização, quem viu, e o que quer dizer ter poucas',
    },
    analytics: {
      title: 'Análises e exportações',
      line: 'TikTok Studio: o que mostra, com que atraso, até onde volta, e o que tem nos arquivos',
    },
    ranking: {
      title: 'Para você e alcance',
      line: 'O que o TikTok diz que decide quem vê um vídeo, e o que ninguém mostrou',
    },
    content: {
      title: 'Fazendo vídeos',
      line: 'Duração, horário de postar, pedir pra salvar, o que mudar depois de um vídeo fraco',
    },
    privacy: {
      title: 'Privacidade e controle',
      line: 'Quem vê o que você salva, curte ou posta, e que opções existem',
    },
    keepsake: {
      title: 'Este bot',
      line: 'Como funcionam a estimativa e a nota, o que é guardado, e quem vê',
    },
  },

  checked: (day) => `Checado em ${day}`,
  dueForReview: (checked, review) =>
    `Última checagem em ${checked} · revisão pendente desde ${review}`,

  overview: {
    title: 'Salvos no TikTok',
    intro:
      'As pessoas dizem “salvar” pra um **favorito** (o marca-página) e pra um **download**. As respostas são diferentes.',
    what: 'O que são os salvos',
    who: 'Quem vê',
    proxy: 'Como funciona o índice de salvos',
    askMore:
      'Digite `/faq saves` e escolha `question`. `/faq ask` sabe mais que salvos. As mais perguntadas:',
  },

  unsure: {
    title: 'Não tenho certeza — você quis dizer uma destas?',
    asked: (typed) => `Você perguntou: ${typed}`,
    choose: 'Nada combina bem o bastante pra dar como resposta. As mais próximas:',
    nothingNear: 'Ainda não sei nada perto disso. Estas são as mais perguntadas:',
    how: (command) =>
      `Toque em uma, pergunte de novo com \`${command}\` e escolha da lista, ou use outras palavras.`,
  },

  contents: {
    title: 'O que eu sei',
    intro:
      'Cada resposta diz quão certa é, de onde vem e quando foi checada. Toque num assunto; as setas passam as páginas.',
    topic: (line, count) =>
      say('{line}. {count, plural, one {{count} resposta} other {{count} respostas}}.', {
        line,
        count,
      }),
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Toque num número pra ler a resposta.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} de {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Página ${page} de ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Todos os assuntos',
  },

  gone: 'Essa resposta não existe mais: mudou de nome ou foi retirada depois desta mensagem. `/faq topics` lista todas, e `/faq ask` procura nelas.',
};
