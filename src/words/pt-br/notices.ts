import type { Language } from '../words.js';
import { boldPermissions, digestText } from './digest.js';
import { say } from './say.js';

export const noticesText: Language['notices'] = {
  title: 'O resumo semanal precisa de uma mãozinha',
  waits: (week) => `${week}: o resumo está esperando.`,
  ahead: 'Assim, o próximo resumo não pode ser postado.',
  once: 'Digo isto uma vez. Quando estiver resolvido e surgir outra coisa, escrevo de novo.',
  button: 'Como está',
  goTo: (channelId) => `Se algo der errado, aviso em <#${channelId}>.`,
  goNowhere:
    'Se algo der errado, só `/digest status` diz. `/settings change` com `notices` escolhe um canal onde eu escrevo.',
  cannotNotify: 'Ainda não consigo escrever avisos lá',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          'Em <#{channelId}> {count, plural, one {me falta a permissão} other {me faltam as permissões}} {names}. Abra as configurações do canal → Permissões, adicione meu cargo lá e permita {count, plural, one {isso} other {todas}}. Depois use `/settings change` de novo.',
          {
            channelId,
            names: boldPermissions(obstacle.permissions),
            count: obstacle.permissions.length,
          },
        );
      case 'no such channel':
        return 'Esse canal sumiu, ou não é um em que eu possa escrever. Escolha outro.';
      case 'timed out':
        return 'Estou de castigo neste servidor. Tire o castigo (clique direito em mim → Remover castigo), depois use `/settings change` de novo.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
