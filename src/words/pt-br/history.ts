import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

const addHow = `Digite os números de um vídeo como estão no TikTok, com um título que você vá reconhecer:\n\`\`\`\n${example}\n\`\`\``;

export const historyText: Language['history'] = {
  untitled: { video: 'Vídeo sem título', photo: 'Post de fotos sem título' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} visualizações · ${likes} curtidas · ${comments} comentários · ${shares} compartilhamentos`,
    views: (views) => `${views} visualizações`,
    estimated: (saves, low, high) => `cerca de ${saves} salvos (faixa de 80%: ${low} a ${high})`,
    estimatedFew: (saves) => `cerca de ${saves} salvos, estimados`,
    unseen: 'ninguém tinha visto',
    told: (saves) => `**${saves}** salvos, contados`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** salvos, contados; estimados ${estimate} (faixa de 80%: ${low} a ${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} a ${range[1]})`,
    tooEarly: 'cedo demais pra nota',
    tooSmall: 'pequeno demais pra nota',
    private: 'privado',
    open: (url) => `[abrir](${url})`,
    grown: (views, time) => `${views} visualizações em ${time}`,
  },

  time: {
    days: (days, n) => say('{n, plural, one {{days} dia} other {{days} dias}}', { n, days }),
    hours: (hours, n) => say('{n, plural, one {{hours} hora} other {{hours} horas}}', { n, hours }),
    minutes: 'menos de uma hora',
  },

  list: {
    own: 'Suas leituras',
    member: 'Leituras de um membro',
    ownNote: (total) =>
      `${total} no total, das mais novas às mais antigas. Só você vê isto: aqui estão leituras privadas, e as de outros servidores e mensagens diretas.`,
    memberNote: (member, total) =>
      `${total} de <@${member}> neste servidor, das mais novas às mais antigas. As privadas ficam de fora.`,
    // It stands in sentences and alone: everywhere with its preposition.
    days: (days) =>
      say('{days, plural, =1 {no último dia} other {nos últimos {days} dias}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Mais novas',
    older: 'Mais antigas ▶',
    undo: {
      removed: 'Desfazer: leitura removida',
      corrected: 'Desfazer: leitura corrigida',
      merged: 'Desfazer: entradas unidas',
      imported: 'Desfazer: importação',
    },
  },

  nothing: {
    title: 'Nada aqui ainda',
    own: 'Não conheço nenhuma leitura sua. Só você vê isto.',
    earlier: (days) =>
      `Nada seu ${days}. Antes disso tem coisa: deixe \`days\` de fora pra ver. Só você vê isto.`,
    member: 'Neste servidor não tem nada desse membro que eu possa mostrar.',
    first: 'Primeiro',
    addHow,
  },

  video: {
    posted: (day) => `Postado em ${day}.`,
    total: (total, n) =>
      say(
        '{n, plural, one {{total} leitura.} other {{total} leituras, das mais novas às mais antigas.}}',
        { n, total },
      ),
    readings: 'Leituras',
    sameAge: 'Ao lado dos seus outros vídeos na mesma idade',
    compared: (o) =>
      `No dia ${o.day} este vídeo tinha **${o.factor}x** as visualizações que seus vídeos costumam ter no dia ${o.day}: ${o.views} ao lado das ${o.usual} de costume (${o.others} vídeos, de ${o.least} a ${o.most}). *(heurística: entre duas leituras, eu completo como as visualizações cresceram)*`,
    tooFew: (others, needed) =>
      `Poucos pra saber: consigo comparar ${others} dos seus outros vídeos na idade deste, e preciso de **${needed}**. Avalie cada vídeo de novo depois de alguns dias, e ele conta.`,
    noAge:
      'Não sei a idade dele: dê o link ou `posted` no `/score`, e avalie de novo quando tiver pelo menos um dia.',
    change: 'Corrigir ou remover uma leitura …',
    changeOption: (date, views) => `${date} · ${views} visualizações`,
    merge: 'É o mesmo que outra entrada …',
  },

  panel: {
    title: 'Uma leitura',
    intro:
      'O que você quer fazer com ela? Cada mudança pode ser desfeita por 24 horas. Mensagens que já mostraram a leitura ficam com os números que tinham.',
    correct: 'Corrigir',
    remove: 'Remover',
  },

  merge: {
    title: 'Qual entrada é o mesmo vídeo?',
    intro: (title) =>
      `**${title}** e a entrada que você escolher viram uma só, com as leituras das duas. Dá pra desfazer por 24 horas. As mais prováveis vêm primeiro.`,
    choose: 'Escolha a outra entrada',
    none: 'Não tem outra entrada que possa ser o mesmo vídeo.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null
        ? `informado primeiro em ${told}`
        : `postado em ${posted}, informado primeiro em ${told}`,
  },

  changed: {
    titles: {
      removed: 'Removido',
      corrected: 'Corrigido',
      merged: 'Agora é uma entrada só',
      imported: 'Guardado',
    },
    removed: (title, isLeft) =>
      `Uma leitura de **${title}** foi removida, com a estimativa e o que aprendi com ela.${isLeft ? '' : ' Era a última, então o vídeo também foi removido.'}`,
    corrected: (title) =>
      `Uma leitura de **${title}** agora tem outras contagens, e foi estimada de novo com o que eu sabia quando ela foi feita.`,
    merged: (title) =>
      `As duas entradas agora são **${title}**. Qualquer link ou título que você usar no \`/score\` entra nesta.`,
    imported: () => 'O que estava nos arquivos está guardado.',
    undoUntil: (time) => `Dá pra desfazer até ${time}.`,
    now: 'Agora',
    unchanged: 'Essas já são as contagens dela. Nada mudou.',
    undo: 'Desfazer',
    show: 'Mostrar o vídeo',
    undone: {
      removed: (title) => `A leitura de **${title}** voltou.`,
      corrected: (title) => `A leitura de **${title}** tem de novo as contagens de antes.`,
      merged: (title) => `**${title}** e a outra entrada são duas de novo.`,
      imported: () =>
        'Tudo que veio com esta importação saiu, e o que ela mudou voltou a ser como era.',
    },
    undoneTitle: 'Desfeito',
  },

  trend: {
    title: 'Sua taxa de salvos ao longo do tempo',
    description: (days) =>
      `Aqui estão os vídeos cujos números você mandou ${days}, cada um no dia da postagem. Só você vê isto.`,
    newest: (title, rate) => `Mais novo: **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate}% das visualizações, pela sua contagem`,
    rateEstimated: (rate, low, high) =>
      `cerca de ${rate}% das visualizações (faixa de 80%: ${low} a ${high}%)`,
    rateBoth: (counted, estimated) => `${counted}; estimado como os outros, ${estimated}`,
    rate: (rate) => `${rate}%`,
    rateRanged: (rate, low, high) => `${rate}% (${low} a ${high}%)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `Normal nos ${videos} que você contou: ${rate}.`
        : `Normal em todos os ${videos}, estimados do mesmo jeito: ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Salvos na metade mais nova: ${newer}.** Na metade mais antiga: ${older}. Isso descreve os vídeos; não prova uma mudança.${isEstimated ? ' Entre parênteses: a faixa de 80%.' : ''}`,
    best: (title, rate, isEstimated) =>
      `Maior: **${title}**, ${rate} das visualizações.${isEstimated ? ' Isso é pelas estimativas; o que você contou está no gráfico.' : ''}`,
    scores: (low, high, usual) =>
      `Índice de salvos de ${low} a ${high}, normalmente ${usual} *(heurística; cada um com sua faixa no gráfico)*.`,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Mais um está cedo ou pequeno demais pra julgar.} other {Mais {count} estão cedo ou pequenos demais pra julgar.}}',
        { count },
      ),
    ofOthers: (count) =>
      say(
        '{count, plural, =1 {Mais um é de outra conta do TikTok, não da última que você leu.} other {Mais {count} são de outras contas do TikTok, não da última que você leu.}}',
        { count },
      ),
    ofUnknown: (count) =>
      say(
        '{count, plural, =1 {Mais um ficou de fora: não sei de qual das suas contas ele é. Avalie com o link.} other {Mais {count} ficaram de fora: não sei de qual das suas contas eles são. Avalie com os links.}}',
        { count },
      ),
    photos: (count) =>
      say(
        '{count, plural, =1 {Um post de fotos ficou de fora: a estimativa foi ajustada só com vídeos.} other {{count} posts de fotos ficaram de fora: a estimativa foi ajustada só com vídeos.}}',
        { count },
      ),
    isCut: (shown) =>
      `Tem mais: só os ${shown} mais novos aparecem, pro gráfico continuar legível.`,
    noPicture: 'Não dá pra desenhar o gráfico agora; aqui está o que ele mostra.',
    tooLittleTitle: 'Ainda é pouco pra um gráfico',
    tooLittle: (known, needed, days) =>
      say(
        'Uma linha precisa de **{needed}** vídeos com pelo menos 1.000 visualizações e um dia de idade. {Days} {known, plural, =0 {não conheço nenhum} other {conheço {known}}}: **mais {more}** e tem gráfico. Só você vê isto.',
        { needed, Days: capitalised(days), known, more: needed - known },
      ),
  },
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
