import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: 'Só você vê isto; leituras em privado também contam.',
  needs: {
    title: 'Ainda é pouco pra saber',
    add: 'Adicione um',
    addHow: (example) =>
      `Digite os números de um vídeo como estão no TikTok, com o número ao lado do marca-página em \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Mais um vídeo é pequeno demais, ou estava cedo demais quando você digitou: digite os números de novo quando ele crescer.} other {Mais {count} vídeos são pequenos demais, ou estavam cedo demais quando você digitou: digite os números de novo quando eles crescerem.}}',
        { count },
      ),
    unknownAccount: (count) =>
      say(
        '{count, plural, =1 {Um vídeo ficou de fora: não sei de qual das suas contas ele é. Avalie com o link.} other {{count} vídeos ficaram de fora: não sei de qual das suas contas eles são. Avalie com os links.}}',
        { count },
      ),
    otherAccounts: (count) =>
      say(
        '{count, plural, =1 {Um vídeo é de outra conta do TikTok, não da última que você leu, e ficou de fora.} other {{count} vídeos são de outras contas do TikTok, não da última que você leu, e ficaram de fora.}}',
        { count },
      ),
    days: 'Deixe `days` de fora pra olhar mais pra trás.',
  },

  signals: {
    title: 'O que anda junto com seus salvos',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Preciso de **{needed}** vídeos com pelo menos 1.000 visualizações e um dia de idade, de preferência com os salvos contados por você. {judged, plural, =0 {Ainda não conheço nenhum} other {Conheço {judged}}}: **mais {more}** e dá pra começar.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `De **${videos} vídeos com salvos contados por você**.`,
    estimated: (videos, told, needed) =>
      say(
        'Você {told, plural, =0 {não contou os salvos de nenhum vídeo} =1 {contou os salvos de um vídeo} other {contou os salvos de {told} vídeos}} até agora, e preciso de {needed}. Então isto usa os **salvos estimados** de {videos} vídeos, o que é bem mais fraco{told, plural, =0 {} other {; os que você contou também são estimados aqui, pra ficarem todos iguais}}. Toque em **Informar salvos reais** embaixo das suas notas: mais {more} e eu comparo com a verdade.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Mais que o acaso',
      chance: 'Não dá pra separar do acaso',
      fewer: 'Ainda não dá pra comparar',
      experiments: 'O que você está testando',
    },
    names: {
      likes: 'curtidas por visualização',
      comments: 'comentários por visualização',
      shares: 'compartilhamentos por visualização',
      watched: 'parte da duração que foi assistida',
      followers: 'novos seguidores por visualização',
      duration: 'duração',
      weekend: 'postado no fim de semana',
    },
    direction: (rho) => (rho > 0 ? 'quanto mais, mais salvos' : 'quanto mais, menos salvos'),
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} a ${high}), ${n} vídeos`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · ${times}x a taxa de salvos dos dias de semana${range}, ${weekends} e ${weekdays} vídeos`,
    constant: (name, n) => `• **${name}**: igual em todos os ${n} vídeos`,
    tooFew: (name, n, needed, how) => `• **${name}**: conheço em ${n} de ${needed} vídeos${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**: ${weekends} em fins de semana, ${weekdays} em dias de semana; preciso de ${needed} de cada (\`posted\` ou \`link\`)`,
    how: {
      watched: ' (`watch_time` e `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Nada se destaca ainda.** Isso é normal: poucos vídeos provam pouco.',
    found: (names) => `**${names}**: é o que anda junto com seus salvos.`,
  },

  experiments: {
    name: (name) => `**“${name}”**`,
    waiting: (during, without, needed) =>
      `${during} com, ${without} sem. Comparo a partir de ${needed} de cada: ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `${times}x a taxa de salvos ${design === 'turns' ? 'dos que não têm' : 'de antes'}.`,
    possible: (low, high) => `Pode ser de ${low}x a ${high}x`,
    anything: 'Tudo é possível',
    behind: (during, without, design, basis) =>
      `(${during} com, ${without} ${design === 'turns' ? 'sem' : 'antes'}, ${basis === 'counted' ? 'todos contados por você' : 'todos estimados de curtidas, comentários e compartilhamentos'}).`,
    more: (each) => `Mais que o acaso, com ${each} de cada.`,
    chance: (each, next) =>
      `Nada além do que o acaso traria, com ${each} de cada.${next === null ? '' : ` Olho de novo com ${next}.`}`,
    notYet: (needed) => `Concluo com ${needed} de cada.`,
    beforeAfter:
      'Isso só descreve. Um depois do outro não prova nada: o que mais mudou nesse meio-tempo também conta.',
    countMore: (missing) =>
      say(
        'Estimativas não provam nada sobre salvos. {missing, plural, =1 {Informe mais uma contagem real} other {Informe mais {missing} contagens reais}} destes, e eu comparo contagens.',
        { missing },
      ),
    needed: (videos, factor) =>
      `${videos} de cada, alternados e contados, mostrariam um fator de ${factor} em 8 de 10 casos.`,
    wouldHaveShown: (factor) => `Um fator de ${factor} já teria aparecido em 8 de 10 casos.`,
    hopeless: (most, factor) =>
      `Seus vídeos diferem tanto entre si que seria preciso ter mais de ${most} de cada pra mostrar um fator de ${factor}.`,
    next: {
      'with it': 'Próximo: um **com**.',
      'without it': 'Próximo: um **sem**.',
    },
  },

  categories: {
    title: 'Suas categorias comparadas',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos) =>
      say(
        'Salvos em % das visualizações, de **{videos, plural, =1 {um vídeo} other {{videos} vídeos}} com salvos contados por você**.',
        { videos },
      ),
    estimated: (videos, missing) =>
      say(
        'Salvos em % das visualizações, **todos os {videos} estimados do mesmo jeito** de curtidas, comentários e compartilhamentos. Uma estimativa assim não conhece a categoria, então isto descreve e não prova nada. {missing, plural, =1 {Mais uma contagem real} other {Mais {missing} contagens reais}} em duas categorias, e eu comparo contagens: toque em **Informar salvos reais** embaixo das suas notas.',
        { videos, missing },
      ),
    none: 'Nenhum vídeo seu que dê pra julgar tem categoria.',
    needed: (needed) =>
      `Uma categoria precisa de **${needed}** vídeos com pelo menos 1.000 visualizações e um dia de idade.`,
    fields: {
      more: 'Mais que o acaso',
      chance: 'Não dá pra separar do acaso',
      described: 'Por estimativas',
      unconcluded: 'Poucos pra concluir',
      fewer: 'Poucos pra saber',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**: ${median}%${range}, ${n} vídeos · ${times}`,
    times: (times, range) => `${times}x a dos seus outros${range}`,
    until: (more, others) =>
      `; poucos pra concluir: ${[...(more > 0 ? [`mais ${more}`] : []), ...(others > 0 ? [`mais ${others} dos outros`] : [])].join(' e ')}`,
    alone: 'nada com que comparar',
    tooFew: (name, median, n, needed) => `• **${name}**: ${median}%, ${n} de ${needed} vídeos`,
    without: (count) =>
      say(
        '{count, plural, =1 {Mais um vídeo não tem `category`.} other {Mais {count} vídeos não têm `category`.}}',
        { count },
      ),
    nothing: '**Nenhuma categoria se destaca.** Isso é normal: poucos vídeos provam pouco.',
    highest: (name, median, range, basis) =>
      `**Maior até agora: ${name}**, ${median}%${range}${basis === 'counted' ? '. Poucos pra concluir.' : ', por estimativas.'}`,
    found: (names) => `Destaque: **${names}**.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} e ${sizes.at(-1)}`,

  range: (low, high) => ` (${low} a ${high})`,
  noRange: '',

  accuracy: {
    title: 'Quão boas foram minhas estimativas',
    none: 'Você ainda não me informou salvos reais, então não sei quanto eu erro. Veja o número ao lado do marca-página de um vídeo e toque em **Informar salvos reais** embaixo da nota, ou mande junto:',
    noneTitle: 'Ainda não tem com que conferir',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        '{videos, plural, =1 {Do único vídeo} other {Dos {videos} vídeos}} com salvos reais que você informou{of, select, all {} other {, das suas últimas {most} contagens reais}}, de todas as suas contas. Cada um conta uma vez, com a primeira contagem real ao lado da estimativa como foi mostrada.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'As últimas contagens',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}: **${truth}** contados, ${saves} estimados (${low} a ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Todas as estimativas ficaram abaixo de ${from} salvos: aí só os números inteiros decidem.`,
    views: (views) => `${views} visualizações`,
    fields: {
      trend: 'Antes e depois',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} de ${videos}** dentro da faixa de 80%: ${percent} (${low} a ${high}).`,
    holds: {
      'as promised': 'Isso combina com os 8 de 10 prometidos.',
      less: 'Isso é menos que os 8 de 10 prometidos, e mais do que o acaso explica: pros seus vídeos as faixas são estreitas demais.',
      more: 'Isso é mais que os 8 de 10 prometidos: pros seus vídeos as faixas são mais largas que o necessário.',
    },
    tooFew: (more) => `Mais ${more} e dá pra dizer se isso combina com a promessa de 8 de 10.`,
    off: (factor, range) =>
      `Metade das estimativas ficou dentro de um fator de **${factor}**${range} da verdade.`,
    lean: {
      low: (factor, range) =>
        `No geral elas foram baixas demais, por um fator de ${factor}${range}.`,
      high: (factor, range) =>
        `No geral elas foram altas demais, por um fator de ${factor}${range}.`,
      none: 'Não dá pra dizer se elas tendem a ser baixas ou altas demais.',
    },
    trend: (first, last) =>
      `Metade ficou dentro de um fator de ${first} na primeira metade dos seus vídeos, e de **${last}** na última. Isso descreve os vídeos; não prova uma mudança.`,
    noTrend: (more) =>
      say(
        '{more, plural, one {Mais {more} vídeo} other {Mais {more} vídeos}} com salvos reais, e dá pra comparar a primeira metade com a última.',
        { more },
      ),
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`mais ${during} com`] : []),
    ...(without > 0 ? [`mais ${without} sem`] : []),
  ];
  return `${parts.join(' e ')}, e já dá`;
}
