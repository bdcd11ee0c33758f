import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: 'Estou lendo sua imagem …',
  counts: {
    views: 'Visualizações',
    likes: 'Curtidas',
    comments: 'Comentários',
    saves: 'Salvos',
    shares: 'Compartilhamentos',
  },
  message: {
    name: 'Avaliar esta imagem',
    notYours:
      'Só leio imagens de quem me pede. Use isso numa mensagem sua, ou anexe a imagem no `/score`.',
    none: 'Não tem imagem nessa mensagem. Use numa com um print do seu vídeo no TikTok.',
  },
  check: {
    title: 'É isto que sua imagem mostra?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · difícil de ler, então olhe bem'}`,
    typed: (name, text) => `**${name}** ${text} · como você digitou`,
    overruled: (name, typed, shown) =>
      `**${name}** ${typed} · como você digitou; a imagem mostra ${shown}`,
    missing: (name) => `Falta **${name}**: não consegui ler com certeza`,
    absent: (name) => `Falta **${name}**: sua imagem não mostra`,
    torn: (name) => `Falta **${name}**: suas duas imagens mostram números diferentes`,
    press:
      '**Nada foi guardado ainda.** Se estiver certo, toque em **Está certo** em até 15 minutos. Se não, toque em **Corrigir número**.',
    complete: (names) =>
      `**Nada foi guardado ainda.** Toque em **Corrigir número** em até 15 minutos e preencha ${listed(names)}.`,
    isKnown: 'Aí seus salvos ficam ao lado dos números que você já informou.',
    isNew: 'Aí estes números viram uma nova leitura do mesmo vídeo.',
    one: (n, total, why) => `Imagem ${n} de ${total}: ${why}`,
    alt: (lines) => `As partes da sua imagem que li: ${lines.join(', ')}`,
  },
  buttons: { right: 'Está certo', correct: 'Corrigir número' },
  modal: {
    title: 'Corrigir o que li',
    hint: 'Como o TikTok mostra',
    savesHint: 'O número ao lado do marca-página, se der pra ver',
  },
  refused: {
    title: 'Não consigo ler essa imagem',
    alt: 'Um vídeo próprio no TikTok, com círculos em volta dos números: curtidas, comentários, salvos e compartilhamentos embaixo dos ícones do lado, visualizações embaixo. Desenhado.',
    example: 'Aqui é onde ficam os números, num exemplo desenhado:',
    nothing: '**Nada foi guardado.** O `/score` também aceita os números digitados.',
    why: {
      'not a picture': 'Esse arquivo não é uma imagem PNG, JPEG ou WebP, ou está danificado.',
      'too large':
        'Esse arquivo é maior que o print de qualquer celular: abro no máximo 10 MB e 16 milhões de pontos.',
      'too narrow':
        'Essa imagem é pequena demais pra distinguir os dígitos. Mande o próprio print, com pelo menos 480 pontos de largura, não uma prévia dele.',
      'unknown screen':
        'Não conheço essa tela. Abra seu vídeo no TikTok com os ícones e os números do lado, e tire o print ali. As análises de um post também servem.',
      unreadable:
        'Vejo onde estão os números, mas não consigo ler com certeza. Tire o print num ponto em que o vídeo atrás deles esteja mais calmo, e mande como saiu.',
      'other network':
        'Isso parece outro app. Os números dele querem dizer outra coisa, então só leio telas do TikTok.',
      'not fetched': 'Não consegui pegar essa imagem do Discord. Mande de novo.',
      busy: 'Já tem imagens de outras pessoas na fila. Mande de novo daqui a meio minuto.',
      failed: 'Deu erro do meu lado ao ler essa imagem. Mande de novo, ou digite os números.',
      off: 'Quem me administra desligou a leitura de imagens.',
      'not installed': 'O que uso pra ler imagens não está instalado aqui.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} e ${words.at(-1) ?? ''}`;
}
