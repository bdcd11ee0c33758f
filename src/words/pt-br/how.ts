import type { Language } from '../words.js';
import { say } from './say.js';

export const howText: Language['how'] = {
  title: 'Como cheguei nisto',
  intro:
    'As exportações e interfaces do TikTok não têm salvos, então, se você não digitar o número da tela, ele precisa ser estimado. Aqui um *salvo* é um favorito (o ícone de marca-página), não um download.',
  fields: {
    inputs: 'O que você digitou',
    parts: 'Por quê, parte por parte',
    known: 'O que eu sabia',
    formula: 'A fórmula',
    range: 'A faixa',
    score: 'A nota',
    origin: 'De onde vem o modelo',
    next: 'Teste agora, completo',
    sources: 'Fontes',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (arredondado: ${rounded})`,
  rounded: (half) => `margem de cerca de ± ${half}`,
  truth: (value) => `salvos, contados por você: ${value}`,
  formula: (version) =>
    `O modelo ${version} soma curvas suaves de curtidas por visualização, comentários por curtida, compartilhamentos por curtida, compartilhamentos por visualização e visualizações, cada uma em escala logarítmica, e uma tabela de como agem juntas; pra que serve o vídeo e as contagens reais entram por cima.`,
  factors: 'Mostrados aqui como fatores; multiplicados, dão a estimativa (de salvos + 1):',
  formulaSmall:
    'Com tão poucas visualizações, um produto de fatores só fingiria ser exato, então não mostro nenhum: poucas pessoas decidem.',
  range:
    'Ela é feita pra acertar o número real em 8 de 10 casos. Com criadores que o ajuste não tinha visto, em tipos de vídeo que ele conhece, é isso que acontece. Fora disso, acertou 84% sem saber nada (75% no que as pessoas guardam pra usar de novo) e 74 a 77% depois de contagens reais. É mais larga onde não sei nem pra que serve o vídeo nem nenhuma contagem real, e fica mais estreita a cada coisa que me informam. Contagens pequenas, números arredondados e vídeos fora do comum alargam a faixa.',
  rangePhoto:
    'Em posts de fotos ela não foi medida: todas as contagens com que o modelo foi ajustado são de vídeos. Ela é alargada por um palpite.',
  kinds:
    'Onde eu não sabia mais nada, errei pra baixo em beleza, moda, receitas, dinheiro, games e fitness, mais ainda no que as pessoas procuram pra usar de novo, e pra cima em notícias de famosos e marcas.',
  ownReference: 'Ela compara dentro da categoria.',
  commonReference: (category) =>
    `Tem poucos vídeos de ${category} com salvos conhecidos pra comparar só entre eles, então ela compara com todos os tipos; o que as pessoas guardam pra usar de novo tira nota alta aí.`,
  reference: {
    videos: (videos) =>
      `salvos reais de ${videos} vídeos públicos, na maioria populares e vietnamitas, comparados com o mesmo número de visualizações`,
    every: (videos) =>
      `salvos reais de ${videos} vídeos públicos de todo tipo, na maioria populares e vietnamitas, comparados com o mesmo número de visualizações`,
    kind: (videos, kind) =>
      `salvos reais de ${videos} vídeos públicos de ${kind}, na maioria populares e vietnamitas, comparados com o mesmo número de visualizações`,
  },
  score: (reference) =>
    `Ela diz onde a taxa de salvos fica entre ${reference}: 78 quer dizer que 78 de 100 foram menos salvos, e 50 é o meio. É uma heurística pra comparar vídeos, não algo que o TikTok publica.`,
  origin: (rows, creators, until, vietnamese) =>
    `Ajustado com ${rows} vídeos públicos de ${creators} criadores até ${until}: na maioria populares, ${vietnamese}% deles vietnamitas, nenhum post de fotos. Os nichos diferem mais que qualquer outra coisa, então no seu tipo de vídeo ele pode errar sempre pro mesmo lado. Contagens reais que você informa corrigem isso na sua conta, e, quando três membros de um servidor informam algumas, um pouco pra todo mundo ali.`,
  assumptions:
    'Tempo assistido e novos seguidores contam só um pouco e alargam a faixa: toda a evidência que existe vem de 140 vídeos de um criador.',
  links:
    'Um link me diz a conta, e o número dele o segundo do upload. Links curtos não dizem nenhum dos dois: só pergunto ao TikTok aonde um leva, uma vez, se quem administra este bot ligou isso; ele fica sabendo do link e nada de você.',
  sources:
    'O que o TikTok mostra e exporta: `/faq saves` tem cada resposta com a fonte e a data da checagem.',
  judging: (views) =>
    `Abaixo de ${views} visualizações, ou nas primeiras 24 horas, não tem nota: uns salvos a mais ou a menos decidiriam.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Com ${views} visualizações poucas pessoas decidem: o esperado é ${high} salvos, e um a mais ou a menos não diz nada.`
        : `Com ${views} visualizações poucas pessoas decidem: pode dar de ${low} a ${high} salvos.`,
    few: (saves, low, high) =>
      `Quase ninguém salva um vídeo com números assim: cerca de ${saves}, e pode dar de ${low} a ${high}.`,
    base: (saves, views) => `Um vídeo típico de ${views} visualizações: cerca de ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}: vídeos assim têm cerca de ${times}x os salvos de um vídeo de que não sei nada`,
    rest: (percent) => `${percent} coisas pequenas e arredondamento`,
    even: 'Nada se destaca: ele é bem parecido com um vídeo típico do seu tamanho.',
    estimate: (saves) => `Isso deu uma estimativa de ${saves}.`,
    count: (percent, count) => `${percent} o que você contou: ${count}`,
    countSmall: (count) => `Você contou ${count}.`,
  },
  hit: 'A estimativa praticamente acertou.',
  missed: (factor, direction, isInside) =>
    `A estimativa ficou ${direction === 'low' ? 'baixa' : 'alta'} demais por um fator de ${factor}: ${isInside ? 'dentro' : 'fora'} da faixa dela.`,
  known: {
    little: (low, high, of) =>
      `**Algo entre ${low} e ${high} salvos.** ${littleKnownOf[of]}, então fique com a faixa, não com o número.`,
    learned: (count) =>
      say(
        '{count, plural, one {Aprendi com 1 contagem real que você informou.} other {Aprendi com as últimas {count} contagens reais que você informou.}}',
        { count },
      ),
    learnedHere: (count) =>
      `Aprendi com as últimas ${count} contagens reais que outros informaram neste servidor.`,
    noAccount:
      'Não sei de qual conta é este vídeo, então nenhuma das suas contagens reais ajudou aqui. Dê o link dele, ou toque em **Qual conta?**',
    noAccountSince:
      'Você avaliou várias contas desde então. Não sei de qual é este vídeo, então uma contagem dele não ensinaria nenhuma. Dê o link dele, ou toque em **Qual conta?**',
    askForTruth:
      'Consegue ver o número ao lado do marca-página? Toque em **Informar salvos reais**: suas próximas estimativas aprendem com ele.',
    learns: 'Suas próximas estimativas aprendem com esta contagem.',
    shortLink:
      'Um link curto não me diz a conta nem o dia. O completo diz: abra o vídeo num navegador e copie o endereço.',
    photo:
      'Este é um post de fotos. A estimativa foi ajustada só com vídeos: quanto ela erra aqui não foi medido, e eu aprendo só com seus próprios posts de fotos.',
    experiment: (name, needed) =>
      `Concluo sobre “${name}” com ${needed} de cada com salvos contados por você.`,
    experimentReady: (name) => `\`/insights signals\` compara vídeos com e sem “${name}”.`,
  },
  signals: {
    level: 'nível',
    views: 'visualizações',
    likes: 'curtidas por visualização',
    comments: 'comentários por curtida',
    shares: 'compartilhamentos',
    'watch time': 'tempo assistido (suposição fraca)',
    'follower growth': 'novos seguidores (suposição fraca)',
    category: 'pra que serve o vídeo',
    'your community': 'contagens reais de outros neste servidor',
    'your own videos': 'seus próprios vídeos com contagens reais',
    limit: 'não mais salvos que visualizações',
  },
};

const littleKnownOf = {
  video: 'Ainda não sei nada dos seus vídeos nem pra que serve este',
  photo: 'Ainda não sei nada dos seus posts de fotos nem pra que serve este',
  account: 'Não sei pra que serve este, nem de qual das suas contas ele é',
} as const;
