import type { DigestPermission } from '../../services/digest/reason.js';
import type { Language } from '../words.js';
import { say } from './say.js';

export const weekdays: Language['weekdays'] = {
  monday: 'segunda-feira',
  tuesday: 'terça-feira',
  wednesday: 'quarta-feira',
  thursday: 'quinta-feira',
  friday: 'sexta-feira',
  saturday: 'sábado',
  sunday: 'domingo',
};

/** As Discord's app in Portuguese calls them. */
const permissionNames: Readonly<Record<DigestPermission, string>> = {
  'View Channel': 'Ver canal',
  'Read Message History': 'Ver histórico de mensagens',
  'Send Messages': 'Enviar mensagens',
  'Embed Links': 'Inserir links',
  'Attach Files': 'Anexar arquivos',
};

export function boldPermissions(permissions: readonly DigestPermission[]): string {
  return permissions.map((name) => `**${permissionNames[name]}**`).join(', ');
}

export const digestText: Language['digest'] = {
  cannotPost: 'Ainda não consigo postar lá',
  on: 'O resumo semanal está ligado',
  whichOne: (time, zone) =>
    `${time && zone ? 'Qual deles' : time ? 'Qual horário' : 'Qual lugar'} você quis dizer?${zone ? ' Cada um tem sua própria regra de quando o relógio muda; pra outro lugar, use `/digest setup` com uma cidade.' : ''}\n**Nada mudou ainda.**`,
  title: 'Resumo semanal',
  week: (from) => `Semana de ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Toda semana, **${day}**, às **${time}** (${timezone}) em <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Semanas calmas são puladas.',
    post: 'Semanas calmas ganham um post curto.',
  },
  next: (at, relative, there, timezone) =>
    `Próximo: ${at}, ${relative}. Isso é ${there} em ${timezone}.`,
  goesNow: 'O que já estava na hora está saindo agora.',
  lastField: 'Os últimos',
  wrongField: 'O que deu errado',
  never: 'Ainda não chegou a hora de nenhum.',
  neverSetUp: 'Nenhum resumo está configurado aqui. `/digest setup` liga.',
  unreadable:
    'Não consigo ler o que anotei do resumo daqui. `/digest setup` escreve de novo; aí ele continua.',
  isOff: 'Está desligado. `/digest setup` liga de novo.',
  turnedOff:
    'O resumo semanal está desligado. Nada mais vai ser postado; `/digest setup` liga de novo.',
  wasOff: 'O resumo semanal já estava desligado.',
  setUpHint:
    'Veja como ele vai ficar com `/digest preview`, e como está indo com `/digest status`.',
  posted: (week, at, link) => `✓ ${week}: [postado](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}: sendo postado, previsto pra ${at}`,
  again: (week, attempts, at) =>
    `⏳ ${week}: o Discord não aceitou ${attempts}; próxima tentativa ${at}`,
  parked: (week, why, at) => `⚠️ ${week}: esperando. ${why} Olho de novo ${at}.`,
  skipped: (week, why) => `➖ ${week}: não postado. ${why}`,
  fault: {
    'time zone':
      'Não conheço o fuso horário que está definido. Use `/digest setup` de novo, com um fuso da lista.',
    row: 'Não consigo ler o que anotei dele. Vou tentar de novo; se continuar assim, avise quem me administra. O log diz por quê.',
    other: 'Eu falhei na hora de montar. Avise quem me administra; o log diz por quê.',
  },
  times: (n, count) => say('{count, plural, =1 {uma vez} other {{n} vezes}}', { n, count }),
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'O Discord não está aceitando minha chave agora, então não consigo olhar nem postar. Pergunto de novo a cada minuto e continuo por conta própria assim que ele aceitar. Se continuar assim, avise quem me administra.';
    }
    if (obstacle === 'unknown') {
      return 'O Discord não me disse se posso postar no canal. Pergunte de novo daqui a um minuto.';
    }
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          'Em <#{channelId}> {count, plural, one {me falta a permissão} other {me faltam as permissões}} {names}. Abra as configurações do canal → Permissões, adicione meu cargo lá e permita {count, plural, one {isso} other {todas}}; aí ele continua sozinho, ou com `/digest setup`.',
          {
            channelId,
            names: boldPermissions(obstacle.permissions),
            count: obstacle.permissions.length,
          },
        );
      case 'no such channel':
        return 'O canal sumiu, ou não é um em que eu possa postar. Escolha outro com `/digest setup`.';
      case 'not in the server':
        return 'Eu não estou no servidor. Me adicione de novo com o link do meu perfil; aí ele continua sozinho.';
      case 'timed out':
        return 'Estou de castigo neste servidor. Tire o castigo (clique direito em mim → Remover castigo); aí ele continua sozinho.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'O Discord falhou toda vez que tentei. Não precisa fazer nada; continuo tentando por dois dias.';
      case 'refused':
        return `O Discord não aceita o post (código ${reason.code}). O erro é meu: avise quem me administra.`;
      case 'in doubt':
        return 'Não sei dizer se foi postado: escreveram demais no canal desde então. Procure lá; não vou arriscar postar duas vezes.';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Eu não estava no ar na hora, nem nos dois dias seguintes.';
      case 'quiet':
        return 'Foi uma semana calma, e semanas calmas são puladas.';
      case 'turned off':
        return 'O resumo foi desligado.';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
