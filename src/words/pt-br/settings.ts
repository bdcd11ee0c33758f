import type { Language } from '../words.js';

const LANGUAGES: Language['settingsCommand']['change']['languages'] = {
  server: 'O do servidor',
  'en-US': 'English, US',
  'en-GB': 'English, UK',
  de: 'Deutsch',
  fr: 'Français',
  'es-ES': 'Español',
  'es-419': 'Español, LATAM',
  'pt-BR': 'Português do Brasil',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  'sv-SE': 'Svenska',
  cs: 'Čeština',
  ro: 'Română',
  ru: 'Русский',
  uk: 'Українська',
  tr: 'Türkçe',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  th: 'ไทย',
  hi: 'हिन्दी',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '中文',
  'zh-TW': '繁體中文',
};

export const settingsCommand: Language['settingsCommand'] = {
  description: 'O que este servidor quer de mim',
  show: { description: 'O que está definido aqui' },
  change: {
    description: 'Muda o que você disser; o resto fica',
    answers: 'Quem vê as respostas do /score',
    choices: {
      public: 'Todo mundo no canal',
      private: 'Só quem pediu',
      short: 'Todo mundo no canal, versão curta',
    },
    notices: 'Onde digo o que dá errado com o resumo, uma vez e sem marcar ninguém',
    language: 'O idioma dos posts públicos; se não falo, só números e dias saem do jeito dele',
    languages: LANGUAGES,
    invitations: 'Se convido membros com nota boa pros rankings, cada um uma vez',
    greeting: 'Se dou boas-vindas no primeiro comando aqui, uma vez por membro e em privado',
  },
};

export const settingsText: Language['settings'] = {
  title: 'O que este servidor quer',
  changed: 'Mudou',
  asBefore: 'Como antes',
  answers: {
    public:
      'As respostas do `/score` são pra **todo mundo no canal**. Com `private:True` só quem mandou vê.',
    private:
      'As respostas do `/score` são **só pra quem mandou**. As leituras continuam contando nos rankings e resumos, como antes.',
    short:
      'As respostas do `/score` são pra **todo mundo no canal, em versão curta**: o veredito, a nota e a estimativa. `Como?` mostra o resto.',
  },
  invitations: (on) =>
    on
      ? 'Depois de uma nota boa convido quem mandou **pros rankings**, cada membro uma vez.'
      : 'Não convido **ninguém** pros rankings.',
  notices: (channelId) =>
    channelId === null
      ? 'O que dá errado com o resumo semanal aparece **só** em `/digest status`.'
      : `O que dá errado com o resumo semanal eu digo em **<#${channelId}>**, uma vez e sem marcar ninguém.`,
  language: (chosen) =>
    `O que todo mundo vê eu escrevo neste idioma: **${chosen === null ? 'o do servidor' : LANGUAGES[chosen]}**. Se não falo esse idioma, só números e dias saem do jeito dele, e meu texto vem em inglês.`,
  noNotices: 'Parar avisos',
  greeting: (on) =>
    on
      ? 'No primeiro comando aqui dou boas-vindas **em privado**, uma vez por membro.'
      : 'Não dou boas-vindas a **ninguém** que chega aqui.',
  welcome:
    '**Que bom ter você aqui.** Duas coisas pra começar:\n• `/score` recebe os números de um vídeo, ou um print deles, e diz quantas pessoas provavelmente salvaram.\n• `/leaderboard join` põe você nos rankings deste servidor; `/leaderboard leave` tira.\nSó você vê isto.',
  hint: '`/settings change` muda isto. O resumo semanal tem o seu: `/digest setup`.',
  nothingNamed: 'Diga o que mudar. **Nada mudou.**',
};
