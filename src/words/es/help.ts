import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: '¿La gente guarda tus videos?',
  lines: {
    score: '`/score` estima cuántos guardaron un video.',
    history: '`/history video` muestra su evolución.',
    tips: '`/tips` te da algo para probar.',
    faq: '`/faq ask` responde tus preguntas.',
    leaderboard: '`/leaderboard join` te suma a rankings.',
    digest: '`/digest setup`: lo mejor de cada semana.',
    data: '`/data export` te entrega tus datos.',
  },
  more: 'Más',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Todo lo que puedo hacer',
    intro:
      'Un *guardado* (un favorito, el ícono de marcador) dice “quiero volver a esto”. Las exportaciones de TikTok no traen guardados, así que los estimo por los números que ves, con un rango honesto, y aprendo de cada conteo real que me das.',
    first: 'Primero',
    firstSteps: (example) =>
      `1. Abre uno de tus videos en TikTok y lee sus vistas, me gusta, comentarios y compartidos.\n2. Escríbelos tal como están, o manda el comando solo: se abre un formulario.\n\`\`\`\n${example}\n\`\`\`3. Si ves el número junto al marcador, toca **Guardados reales**: las próximas estimaciones de tu cuenta mejoran.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Quién ve qué',
    privacyText:
      'Las respuestas a `/score` las ve todo el canal. Con `private:True` solo tú ves la respuesta, y después no muestro esos números a nadie más. `/data export` te entrega todo lo que tengo sobre ti, de todos los servidores; `/data delete` lo borra. Qué es eso: `/faq ask` → “¿Qué datos míos tiene este bot?”',
    managers: 'Para quienes gestionan este servidor',
    managersText:
      'Puedes hacer todo lo que pueden los miembros. Quién puede usar cada comando se define en **Ajustes del servidor → Integraciones → Keepsake**.',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'Hola, soy Keepsake',
  lines: [
    'Les digo a creadores de TikTok cuánta gente guardó un video.',
    '`/score` abre un formulario: escribe los números que te muestra TikTok, o agrega una captura.',
    '`/digest setup` es para quien gestiona este servidor: una publicación semanal de lo que funcionó aquí.',
    '`/help` muestra el resto.',
  ],
};
