import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

const besides = {
  own: 'Ao lado dos seus próprios vídeos. ',
  others: 'Ao lado de vídeos comparáveis; pra você é o normal. ',
  'maybe own': 'Ao lado dos seus próprios vídeos. ',
  'maybe others': 'Ao lado de vídeos comparáveis. ',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'docs do TikTok',
    'a signal TikTok names': 'sinal do TikTok',
    'large study': 'estudo grande',
    heuristic: 'heurística',
  },
  bases: {
    'documented by TikTok': 'documentado pelo TikTok',
    'a signal TikTok names': 'um sinal que o TikTok cita',
    'large study': 'estudo grande',
    heuristic: 'heurística',
  },
  basis: (basis, source, checked) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'O que testar agora',
    video: (title, views, others) =>
      `**${title}**, ${views} visualizações, ao lado dos seus outros ${others} vídeos que dá pra julgar. Só você vê isto.`,
    untitled: 'Seu vídeo mais novo',
    fields: {
      numbers: 'Os números',
      next: 'Teste agora',
      call: 'Um jeito de pedir pra salvar',
      missing: 'O que ajudaria a saber mais',
    },
    pattern: (words, beside) => `${words} ${beside === null ? '' : besides[beside]}*(heurística)*`,
    patterns: {
      'seen-not-liked':
        '**Visto, mas não curtido.** De quem vê, menos gente que o normal curte. Ele perde as pessoas no começo, antes que dê pra compartilhar ou salvar algo.',
      'liked-not-shared':
        '**Curtido, mas não compartilhado.** As pessoas curtem tanto quanto o normal, e mandam menos pros outros que o normal.',
      'shared-not-saved':
        '**Compartilhado, mas não salvo.** As pessoas mandam pros outros, e salvam pra si menos que o normal.',
      'watched-not-saved':
        '**Assistido, mas não salvo.** As pessoas ficam tanto quanto o normal, e salvam menos que o normal.',
      'saved-no-follows':
        '**Salvo, mas sem novos seguidores.** As pessoas salvam tanto quanto o normal, e seguem você menos que o normal.',
      'doing-well': '**Está indo bem.** Ele é salvo claramente mais que o normal.',
      'few-views': '**Poucas visualizações.** Poucas pra ver um padrão.',
      'too-early': '**Cedo demais.** Os números ainda mudam muito pra ver um padrão.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Nenhum padrão claro.** Algo está abaixo do normal, como mostram os números, mas não de um jeito que diga onde as pessoas se perdem.'
        : '**Nenhum passo fraco.** Nenhum está claramente abaixo do seu normal, nem de vídeos comparáveis.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Menos salvos que o normal.** Nenhum outro passo diz onde as pessoas se perdem.'
          : '**Mais salvos que o normal.** Não é certo que esteja indo bem: vídeos comparáveis costumam ser salvos tanto quanto.'
        : `**Os salvos podem estar ${maybe === 'lower' ? 'abaixo' : 'acima'} do normal.** Eles são estimados, e a faixa deixa em aberto: conte pra saber.`,
    steps: {
      likes: '% das visualizações: curtidas',
      shares: '% das curtidas: compartilhamentos',
      watch: '% da duração: assistido',
      saves: '% das visualizações: salvos',
      followers: 'novos seguidores por 10.000 visualizações',
    },
    step: (value, what, compared) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'estimado',
    told: 'contado por você',
    usual: (value, videos) => `seu normal ${value}, ${videos} vídeos`,
    comparable: (value) => `vídeos comparáveis ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Os salvos são suas próprias contagens, também nos vídeos com que são comparados.'
        : `Os salvos são estimados do mesmo jeito em todos os ${all} vídeos, de curtidas e compartilhamentos, entre outros: conte na tela antes de confiar num padrão deles.`,
    missing: {
      saves:
        'o número ao lado do marca-página: toque em **Informar salvos reais** embaixo de uma nota',
      watch: (needed) =>
        `\`watch_time\` e \`duration\` no \`/score\`, deste vídeo e de outros ${needed}: aí dá pra dizer se foi assistido e não salvo`,
      followers: (needed) =>
        `\`new_followers\` no \`/score\`, deste vídeo e de outros ${needed}: aí dá pra dizer se quem salva também segue`,
      category: '`category` no `/score`: aí as dicas e frases combinam com o tipo de vídeo',
    },
  },

  tooLittle: {
    title: 'Ainda é pouco pra saber',
    description: (judged, needed) =>
      say(
        'Olho seu vídeo mais novo ao lado dos seus outros, e preciso de **{needed}** vídeos com pelo menos 1.000 visualizações e um dia de idade. {judged, plural, =0 {Ainda não conheço nenhum} other {Conheço {judged}}}: **mais {more}** e dá pra dizer. Só você vê isto.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      say(
        '{count, plural, =1 {Mais um é pequeno demais, ou estava cedo demais quando você digitou: digite os números de novo quando ele crescer.} other {Mais {count} são pequenos demais, ou estavam cedo demais quando você digitou: digite os números de novo quando eles crescerem.}}',
        { count },
      ),
    add: 'Adicione um',
    addHow: (example) =>
      `Digite os números de um vídeo como estão no TikTok, com um título que você vá reconhecer:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'Enquanto isso',
    meanwhileHow: '`/tips` com `category` tem dicas pra cada tipo de vídeo.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}: o que vale salvar`,
    own: '**Pra este tipo de vídeo**',
    keeping: '**Pra tudo que deve ser salvo**',
    calls: 'Jeitos de pedir pra salvar',
    callsNote:
      'Um motivo, dito uma vez, perto do que é pra salvar. Se pedir traz mais salvos *não foi provado* (checado em 2026-11-23): compare seus próprios vídeos com e sem.',
    footer: 'Nenhuma dica aqui promete nada: o que é salvo varia sobretudo com o assunto.',
  },

  call: (wording) => `• “${wording}”`,

  calls: {
    educational: [
      'Você vai querer o passo três na sua frente quando for testar.',
      'A lista completa está na última tela, pro dia em que precisar.',
      'Guarde este onde você guarda suas receitas.',
    ],
    entertaining: [
      'Alguém que você conhece precisa disto numa segunda ruim.',
      'Pra próxima vez que o grupo ficar quieto.',
      'A parte dois não vai fazer sentido sem esta.',
    ],
    inspirational: [
      'Deixe isto onde você vai achar num dia difícil.',
      'Leia a frase de novo daqui a um mês.',
      'Pra manhã em que você preferia nem começar.',
    ],
    aesthetic: [
      'O lugar está no texto, pra quando você estiver por perto.',
      'As cores estão listadas no final, pra você testar.',
      'Pro seu próximo moodboard.',
    ],
    valuable: [
      'Hoje você não precisa disto. Vai precisar quando se mudar.',
      'Os números estão na última tela, com o dia em que valiam.',
      'Leva dez segundos pra salvar e uma hora pra achar de novo.',
    ],
  },
};
