import type { Language } from '../words.js';

const languages: Language['settingsCommand']['change']['languages'] = {
  server: 'Como el del servidor',
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
  description: 'Qué quiere de mí este servidor',
  show: { description: 'Qué hay configurado aquí' },
  change: {
    description: 'Cambia lo que indiques; el resto queda igual',
    answers: 'Quién ve las respuestas a /score',
    choices: {
      public: 'Todo el canal',
      private: 'Solo quien preguntó',
      short: 'Todo el canal, en corto',
    },
    notices: 'Dónde digo qué falla con el resumen, una vez y sin mención',
    language: 'Idioma de lo público; si no lo hablo, solo números y días van con su formato',
    languages,
    invitations: 'Si invito a los rankings a miembros con buen puntaje, una vez a cada uno',
    greeting: 'Si saludo a los miembros en su primer comando aquí, una vez y en privado',
  },
};

export const settingsText: Language['settings'] = {
  title: 'Qué quiere este servidor',
  changed: 'Cambiado',
  asBefore: 'Como antes',
  answers: {
    public:
      'Las respuestas a `/score` son para **todo el canal**. Con `private:True` la ve solo quien la pidió.',
    private:
      'Las respuestas a `/score` son **solo para quien las pidió**. Los registros cuentan igual en rankings y resúmenes, como antes.',
    short:
      'Las respuestas a `/score` son para **todo el canal, en corto**: el veredicto, el puntaje y la estimación. `¿Cómo?` muestra el resto.',
  },
  invitations: (on) =>
    on
      ? 'Después de un buen puntaje invito **a los rankings** a quien lo logró, una vez a cada miembro.'
      : 'No invito a **nadie** a los rankings.',
  notices: (channelId) =>
    channelId === null
      ? 'Lo que falla con el resumen semanal está **solo** en `/digest status`.'
      : `Lo que falla con el resumen semanal lo digo en **<#${channelId}>**, una vez y sin mención.`,
  language: (chosen) =>
    `Lo que ven todos lo escribo en **${chosen === null ? 'el idioma del servidor' : languages[chosen]}**. Si no lo hablo, solo los números y días van con su formato, y mis palabras son en inglés.`,
  noNotices: 'Quitar avisos',
  greeting: (on) =>
    on
      ? 'En su primer comando aquí saludo a los miembros **en privado**, una vez a cada uno.'
      : 'No saludo a **nadie** que sea nuevo aquí.',
  welcome:
    '**Te doy la bienvenida.** Dos cosas para empezar:\n• `/score` recibe los números de un video, o una captura de ellos, y dice cuántas personas probablemente lo guardaron.\n• `/leaderboard join` te pone en los rankings de este servidor; `/leaderboard leave` te saca.\nSolo tú ves esto.',
  hint: '`/settings change` lo cambia. El resumen semanal tiene sus propios ajustes: `/digest setup`.',
  nothingNamed: 'Indica qué cambiar. **No cambió nada.**',
};
