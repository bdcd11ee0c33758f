import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description: 'Dá a nota de um vídeo: quantas pessoas salvaram, com uma faixa honesta',
    options: {
      views: 'Como o TikTok mostra: 541200, 541,200, 541.2K ou 1,2 Mio.',
      likes: 'Como o TikTok mostra',
      comments: 'Como o TikTok mostra',
      shares: 'Como o TikTok mostra',
      saves: 'Se der pra ver: o número ao lado do marca-página',
      screenshot: 'Um print do vídeo no TikTok, no lugar dos números',
      screenshot2: 'Outro print, pro que o primeiro não mostra',
      link: 'O link do vídeo: as próximas leituras entram no histórico dele',
      title: 'Como você chama o vídeo',
      posted: 'O dia em que ficou público: 2026-11-01, 1 nov, ontem, há 3 dias',
      category: 'Pra que serve o vídeo',
      duration: 'Duração do vídeo em segundos',
      watch_time: 'Tempo médio assistido em segundos (análises do vídeo)',
      new_followers: 'Novos seguidores que ele trouxe (análises do vídeo)',
      trying: 'Um nome pra uma mudança que você está testando nos seus vídeos',
      private: 'Só você vê a resposta, e ela nunca aparece em outro lugar',
    },
    categories: {
      educational: 'Educação',
      entertaining: 'Entretenimento',
      inspirational: 'Inspiração',
      aesthetic: 'Estética',
      valuable: 'Informação útil',
    },
  },
  faq: {
    description:
      'O que se sabe sobre salvos, visualizações e números no TikTok, com vereditos e fontes',
    ask: {
      description: 'Pergunte sobre salvos, visualizações, análises ou alcance no TikTok',
      question: 'Sua pergunta, do seu jeito',
    },
    topics: { description: 'Todos os assuntos que conheço, e as perguntas de cada um' },
    saves: {
      description: 'O que são os salvos, quem vê e como funciona o índice de salvos',
      question: 'Comece a digitar sua pergunta, ou deixe vazio pra ver o geral',
    },
  },
  insights: {
    description: 'O que os seus números dizem, e quão certo isso é',
    signals: 'Quais números seus andam junto com os salvos, e no que deu o que você testou',
    categories: 'Suas categorias comparadas, e quão certo isso é',
    accuracy: 'Quanto minhas estimativas dos seus vídeos erraram',
    days: 'Só o que você avaliou nos últimos tantos dias',
  },
  tips: {
    description: 'Uma coisa pra testar agora, pelos seus números ou pra um tipo de vídeo',
    category: 'Pra esse tipo de vídeo; deixe vazio pra dicas pelos seus próprios números',
  },
  leaderboard: {
    description: 'Rankings justos dos criadores daqui, semana a semana; só aparece quem entrou',
    show: {
      description: 'Os rankings de uma semana: ninguém ganha por tamanho, e só aparece quem entrou',
      board: 'Um ranking completo; deixe vazio pra ver todos',
      week: 'Uma semana, tipo 2026-W47; deixe vazio pra semana atual',
    },
    boards: {
      improvement: 'Quem mais melhorou',
      saved: 'Mais salvos pro tamanho',
      consistency: 'Mais constantes',
    },
    join: { description: 'Aceite aparecer neste servidor: nos rankings e nos resumos' },
    leave: { description: 'Volte atrás: você some de todos os rankings na hora' },
  },
  history: {
    description: 'Tudo que você me informou até agora, pra rever e corrigir',
    list: {
      description:
        'Suas leituras, das mais novas às mais antigas; ou de quem aceitou aparecer aqui',
      member: 'Outra pessoa, que aceitou aparecer neste servidor',
      days: 'Só os últimos tantos dias',
    },
    video: {
      description: 'Um vídeo ao longo do tempo: cada leitura, quanto cresceu, e como corrigir',
      video: 'Comece a digitar o título ou a data (YYYY-MM-DD), ou cole o link',
    },
    trend: {
      description: 'Sua taxa de salvos e sua nota ao longo do tempo, num gráfico',
      days: 'Quantos dias pra trás; sem isso, 90',
    },
    account: {
      description:
        'Seguidores, espectadores e visualizações por dia, do que você importou, num gráfico',
      account: 'Qual das suas contas; sem isso, a última que você importou',
      days: 'Quantos dias pra trás; sem isso, 90',
    },
  },
  import: {
    description: 'Uma conta inteira de uma vez: arquivos do TikTok Studio, ou uma tabela sua',
    file: 'CSV, XLSX ou ZIP do TikTok Studio → Análises → Baixar dados, ou sua própria tabela',
    more: 'Mais um arquivo; podem ser de várias contas e idiomas',
    account: 'De quem são os números, se nenhum arquivo disser: mia',
    private: 'Estes números nunca aparecem em outro lugar; a resposta só você vê mesmo',
  },
  guide: {
    description: 'Onde o TikTok mostra cada número hoje, e o que ele quer dizer',
    topic: 'O número que você procura',
  },
  digest: {
    description: 'Uma vez por semana num canal: o que deu certo aqui, quem melhorou, o que testar',
    setup: {
      description: 'Liga o resumo semanal, ou muda quando e onde ele sai',
      channel: 'Onde ele é postado',
      day: 'Em que dia',
      time: 'A que horas lá: 18:00, 6 pm',
      timezone: 'A cidade grande mais perto, o país, ou uma sigla: Hanói, Japão, EST',
      quietWeeks: 'Quando ninguém avaliou nada: postar um aviso curto, ou pular (o padrão)',
      quiet: { skip: 'Pular', post: 'Postar um aviso curto' },
    },
    status: {
      description: 'Quando sai o próximo, como foram os últimos, o que deu errado e como resolver',
    },
    off: { description: 'Desliga o resumo semanal' },
    preview: { description: 'Exatamente o post que sairia agora, só pra você' },
    past: {
      description: 'Um resumo anterior, do jeito que foi postado',
      week: 'Escolha uma semana; deixe vazio pra última',
    },
  },
  data: {
    description: 'O que está guardado sobre você: leve tudo com você, ou apague tudo',
    export: 'Tudo guardado sobre você em todos os servidores, em arquivos que só você vê',
    delete: 'Apaga tudo guardado sobre você em todos os servidores; pergunta uma vez',
  },
  help: { description: 'O que fazer primeiro' },
};

export const truthModalText: Language['truthModal'] = {
  title: 'Informar salvos reais',
  saves: 'Salvos agora',
  savesHint: 'O número ao lado do marca-página no vídeo',
  picture: 'Ou um print que mostre os salvos',
  pictureHint: 'Do vídeo no TikTok, com os ícones do lado. Antes eu mostro o que li',
  counts: {
    views: 'Visualizações agora',
    likes: 'Curtidas agora',
    comments: 'Comentários agora',
    shares: 'Compartilhamentos agora',
  },
  countHint: 'Seus números aqui têm mais de um dia: digite como o TikTok mostra agora',
};

export const scoreFormText: Language['scoreForm'] = {
  title: 'Avaliar um vídeo',
  counts: {
    views: 'Visualizações',
    likes: 'Curtidas',
    comments: 'Comentários',
    shares: 'Compartilhamentos',
  },
  hint: 'Como o TikTok mostra: 541200, 541,200 ou 541.2K',
  saves: 'Salvos, se der pra ver',
  savesHint: 'O número ao lado do marca-página. Depois dele pode vir um link do vídeo',
  more: 'Salvos, link e o resto',
  moreHint: 'Um por linha, com o nome. Salvos: o número ao lado do marca-página',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Novos números',
  counts: truthModalText.counts,
  hint: 'Como o TikTok mostra agora',
  saves: truthModalText.saves,
  savesHint: 'Se der pra ver: o número ao lado do marca-página',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'Corrigir esta leitura',
  counts: {
    views: 'Visualizações',
    likes: 'Curtidas',
    comments: 'Comentários',
    shares: 'Compartilhamentos',
  },
  hint: 'Como estava no TikTok quando você digitou',
};
