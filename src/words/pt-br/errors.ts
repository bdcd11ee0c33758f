import type { Language } from '../words.js';

export const errors: Language['errors'] = {
  busy: 'Estou recebendo mais do que dou conta agora. **Nada foi guardado.** Mande de novo daqui a um minuto.',
  busyBesideOthers:
    'Estou recebendo mais do que dou conta agora, então isso **pode não ter sido guardado**. Daqui a um minuto, se era uma nota, olhe em `/history list`; o que não estiver lá, mande de novo.',
  restarting:
    'Estou reiniciando agora, então isso **pode não ter sido guardado**. Daqui a meio minuto, se era uma nota, olhe em `/history list`; o que não estiver lá, mande de novo.',
  formTooLate:
    'Demorei demais pra abrir um formulário pra você, e nada foi guardado. Toque de novo.',
  outdated:
    'Este botão ou comando é de uma versão minha que não existe mais. Use o comando de novo: `/help` lista todos.',
  commandChanged:
    'Este comando mudou desde a última vez que seu Discord olhou. **Nada foi guardado.** Reinicie o Discord (ou espere uma hora) e use de novo.',
  databaseAway: (reference) =>
    `Não consigo acessar minha memória agora. **Nada foi guardado.** Mande de novo daqui a alguns minutos. Se continuar, passe esta referência a quem me administra: \`${reference}\``,
  databaseDamaged: (reference) =>
    `Uma parte da minha memória está danificada, e isto precisa dela. **Nada foi guardado.** Mandar de novo não adianta até quem me administra consertar: passe a essa pessoa esta referência: \`${reference}\``,
  unconfirmed: (reference) =>
    `Perdi a conexão com a minha memória enquanto guardava isso, então não sei dizer **se foi guardado**. Espere alguns minutos e mande de novo com o mesmo link, ou o mesmo título e data: aí conta como mais uma leitura do mesmo vídeo. Referência: \`${reference}\``,
  fault: (reference) =>
    `Algo deu errado do meu lado, e não foi o que você digitou. Tente de novo; se acontecer outra vez, passe esta referência a quem me administra: \`${reference}\``,
};
