import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: 'As pessoas salvam seus vídeos?',
  lines: {
    score: '`/score` estima quantos salvaram um vídeo.',
    history: '`/history video` mostra um ao longo dos dias.',
    tips: '`/tips` dá uma coisa pra testar.',
    faq: '`/faq ask` responde suas perguntas.',
    leaderboard: '`/leaderboard join` põe você nos rankings.',
    digest: '`/digest setup` posta o melhor da semana.',
    data: '`/data export` baixa seus dados.',
  },
  more: 'Mais',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Tudo que eu faço',
    intro:
      'Um *salvo* (um favorito, o ícone de marca-página) diz “quero ver isso de novo”. As exportações do TikTok não têm salvos, então eu estimo pelos números que você vê, com uma faixa honesta, e aprendo com cada contagem real que você informa.',
    first: 'Primeiro',
    firstSteps: (example) =>
      `1. Abra um vídeo seu no TikTok e veja as visualizações, curtidas, comentários e compartilhamentos.\n2. Digite como estão lá, ou mande só o comando: abre um formulário.\n\`\`\`\n${example}\n\`\`\`3. Se der pra ver o número ao lado do marca-página, toque em **Informar salvos reais**: as próximas estimativas da sua conta melhoram.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Quem vê o quê',
    privacyText:
      'As respostas do `/score` são pra todo mundo no canal. Com `private:True` só você vê a resposta, e depois não mostro esses números pra mais ninguém. `/data export` manda pra você tudo que guardei sobre você, em todos os servidores; `/data delete` apaga. O que é isso: `/faq ask` → “O que este bot guarda sobre mim?”',
    managers: 'Pra quem gerencia este servidor',
    managersText:
      'Você pode fazer tudo que os membros podem. Quem pode usar qual comando se define em **Configurações do servidor → Integrações → Keepsake**.',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'Oi, eu sou o Keepsake',
  lines: [
    'Eu digo a criadores do TikTok quantas pessoas salvaram um vídeo.',
    '`/score` abre um formulário: digite os números que o TikTok mostra, ou mande um print.',
    '`/digest setup` é pra quem gerencia este servidor: um post semanal com o que deu certo aqui.',
    '`/help` mostra o resto.',
  ],
};
