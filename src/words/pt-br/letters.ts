import type { Language } from '../words.js';
import { say } from './say.js';

const AGES: Readonly<Record<number, string>> = { 24: '24 horas', 72: '3 dias', 168: '7 dias' };

const PRIVACY =
  'Pra liberar: segure (ou clique com o botão direito em) um servidor em comum → **Configurações de privacidade** → permita **Mensagens diretas**.';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description: 'Lembretes que você pediu: o que está na fila, quando pode chegar, e como parar',
    list: { description: 'O que está na fila, quando chega, e se consigo falar com você' },
    hours: {
      description: 'Quando um lembrete pode chegar; no máximo uma mensagem por dia',
      from: 'Não antes de: 09:00, 9 am',
      to: 'Não depois de: 21:00, 9 pm',
      timezone: 'Onde você está: digite uma cidade ou um país',
    },
    off: { description: 'Cancela todos os lembretes' },
  },
  weekly: {
    description: 'Um recado privado sobre a sua semana, por mensagem direta; só se você ligar',
    on: {
      description: 'Manda pra você um recado privado sobre a sua semana',
      day: 'O dia em que chega',
      time: 'A hora em que chega: 18:00, 6 pm',
      timezone: 'Onde você está: digite uma cidade ou um país',
    },
    preview: { description: 'O que o recado diria agora' },
    off: { description: 'Desliga o recado semanal' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'Vou lembrar você por aqui. Nada mais chega, a não ser que você peça. `/reminders list` mostra a fila, `/reminders off` acaba com isso.',
  buttons: {
    at: (age) => `Também com ${ageWords(age)}`,
    newNumbers: 'Novos números',
    newNumbersOf: (title) => `Novos números: ${title}`,
    how: 'Como?',
    later: 'Lembrar amanhã',
    stopAll: 'Parar lembretes e recado',
    stopWeekly: 'Parar recado semanal',
  },
  set: (age, at, relative) =>
    `Vou lembrar você **quando o vídeo fizer ${ageWords(age)}**: ${at}, ${relative}, por mensagem direta.`,
  askZone:
    '**Onde você está?** Escolha uma vez, e eu escrevo entre 09:00 e 21:00 daí. Até lá, um lembrete chega na hora marcada, seja qual for.',
  zoneMenu: 'Onde estou',
  otherZone: 'Outro lugar, ou outros horários: `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Um lembrete pode chegar a qualquer hora (${timezone}). No máximo uma mensagem por dia.`
      : `Um lembrete chega entre ${from} e ${to} (${timezone}). No máximo uma mensagem por dia.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Um lembrete pode chegar a qualquer hora. No máximo uma mensagem por dia.'
      : `**Por enquanto, a qualquer hora.** Entre ${from} e ${to}, quando eu souber onde você está: \`/reminders hours\` com \`timezone\` me diz.`,
  chooseBelow: 'Ou escolha abaixo.',
  next: (at) => `A próxima mensagem: ${at}.`,
  closed: `O Discord não me deixa escrever pra você, então **nada foi marcado**. ${PRIVACY} Depois tente de novo.`,
  unreachable: 'O Discord não respondeu, então **nada foi marcado**. Tente de novo daqui a pouco.',
  nothingAhead:
    'Não sobrou nenhum momento pra lembrar: conheço 24 horas, 3 dias e 7 dias depois da postagem.',
  tooMany: 'Já tem cem lembretes esperando por você. `/reminders off` cancela todos.',
  list: {
    title: 'Seus lembretes',
    none: 'Nada na fila. **Me lembre**, embaixo da nota de um vídeo recente, pede um.',
    line: (title, age, at) => `${title}: com ${ageWords(age)}, ${at}`,
    more: (count) => `e mais ${count}`,
    weekly: (day, time, at) => `Recado semanal: ${day}, às ${time}, próximo ${at}.`,
    closed: (since) =>
      `**Não consigo falar com você** desde ${since}: o Discord diz que você não recebe mensagens minhas. ${PRIVACY} Acabei de tentar de novo.`,
    trouble: (at, why) => `A mensagem de ${at}: ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {Nenhum lembrete na fila. O recado semanal se desliga à parte: `/weekly off`.} one {Cancelado: {count} lembrete. Não chega mais nada dele.} other {Cancelados: {count} lembretes. Não chega mais nada deles.}}',
      { n, count },
    ),
  stopped: 'Parei tudo: os lembretes e o recado semanal. Só escrevo se você pedir de novo.',
  later: (n) =>
    say(
      '{n, plural, =0 {Não sobrou nada dele: já foi adiado, ou cancelado.} other {Volto a isso amanhã, no seu horário.}}',
      { n },
    ),
  reminder: {
    title: 'Hora de novos números',
    video: (title, age, views, when) =>
      `${title} já tem **${ageWords(age)}**. Tinha ${views} visualizações ${when}.`,
    more: (count) => `e mais ${count} vídeos: \`/reminders list\` mostra a fila.`,
    what: 'Abra no TikTok e toque em **Novos números**, ou me mande um print com `/score`. Com o número ao lado do marca-página, minhas próximas estimativas melhoram.',
    untitled: 'Seu vídeo',
  },
  weekly: {
    title: 'Sua semana',
    scored: (n) =>
      say(
        '{n, plural, =0 {Nenhum vídeo avaliado esta semana.} one {Você avaliou {n} vídeo.} other {Você avaliou {n} vídeos.}}',
        { n },
      ),
    sameAge: 'Na mesma idade',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `No meio, ${now}x as visualizações dos seus outros esta semana (${videos}), ${before}x na semana anterior (${videosBefore}). Tão poucos vídeos não provam uma mudança.`,
    videos: (count, n) =>
      say('{n, plural, one {{count} vídeo} other {{count} vídeos}}', { n, count }),
    card: 'Minhas estimativas',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} one {Você informou {week} contagem real esta semana. } other {Você informou {week} contagens reais esta semana. }}{ever, plural, one {{inside} de {ever} vídeo} other {{inside} dos seus {ever} vídeos}} com contagem real {inside, plural, one {ficou} other {ficaram}} dentro da minha faixa.',
        { week, ever, inside },
      ),
    tip: 'Teste agora',
    how: {
      title: 'Em que a sua semana se apoia',
      sameAge: 'Na mesma idade',
      card: 'Minhas estimativas',
      cardText:
        'Sua primeira contagem real de cada vídeo, ao lado da faixa que mostrei primeiro. Ela é feita pra acertar 8 de 10, e é julgada onde foram estimados dez salvos ou mais.',
      tip: 'Teste agora, completo',
    },
    ask: 'Estas contagens reais ajudariam mais',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Não tem nada de novo, então não chegaria nada. Avalie um vídeo, ou informe uma contagem real: aí tem o que dizer.',
    on: (day, time, timezone, at) =>
      `Seu recado semanal está ligado: toda semana, **${day}**, às **${time}** (${timezone}), próximo ${at}. Em semana sem novidade não chega nada.`,
    off: 'O recado semanal não chega mais. `/weekly on` traz de volta.',
    wasOff: 'O recado semanal já estava desligado.',
  },
  whichOne:
    'Qual deles você quis dizer? Digite com uma cidade, e uma hora como `18:00`. **Nada mudou.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'você não recebe mensagens minhas.';
      case 'discord failing':
        return 'O Discord falhou toda vez que tentei.';
      case 'refused':
        return `O Discord não aceitou (código ${reason.code}). Avise quem me administra.`;
      case 'in doubt':
        return 'Não sei dizer se chegou até você, e não vou mandar duas vezes.';
      case 'fault':
        return 'Eu falhei na hora de escrever. Avise quem me administra; o log diz por quê.';
      case 'too late':
        return 'Eu não estava no ar na hora.';
      case 'nothing left':
        return 'não sobrou nada pra dizer.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} horas`;
}
