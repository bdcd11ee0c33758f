import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description: 'Mide un video: cuántas personas lo guardaron, con un rango honesto',
    options: {
      views: 'Como lo muestra TikTok: 541200, 541,200, 541.2K o 1,2 Mio.',
      likes: 'Como lo muestra TikTok',
      comments: 'Como lo muestra TikTok',
      shares: 'Como lo muestra TikTok',
      saves: 'Si lo ves: el número junto al ícono de marcador',
      screenshot: 'Una captura del video en TikTok, en vez de los números',
      screenshot2: 'Una segunda, para lo que no se ve en la primera',
      link: 'El enlace del video: así los próximos registros se suman a su historial',
      title: 'Cómo llamas tú al video',
      posted: 'El día en que se publicó: 2026-11-01, 1 nov, ayer, hace 3 días',
      category: 'Para qué es el video',
      duration: 'Duración del video en segundos',
      watch_time: 'Tiempo de visualización promedio en segundos (analíticas del video)',
      new_followers: 'Seguidores nuevos que trajo (analíticas del video)',
      trying: 'Un nombre para un cambio que estás probando en tus videos',
      private: 'Solo tú ves la respuesta, y nunca aparece en otro lado',
    },
    categories: {
      educational: 'Educativo',
      entertaining: 'Entretenido',
      inspirational: 'Inspirador',
      aesthetic: 'Estético',
      valuable: 'Información útil',
    },
  },
  faq: {
    description: 'Qué se sabe de guardados, vistas y números en TikTok, con veredictos y fuentes',
    ask: {
      description: 'Pregunta lo que sea sobre guardados, vistas, analíticas o alcance en TikTok',
      question: 'Tu pregunta, con tus palabras',
    },
    topics: { description: 'Todos los temas que conozco, con sus preguntas' },
    saves: {
      description: 'Qué son los guardados, quién los ve y cómo funciona el índice de guardados',
      question: 'Empieza a escribir tu pregunta, o déjalo vacío para ver el panorama',
    },
  },
  insights: {
    description: 'Qué dicen tus propios números, y qué tan seguro es',
    signals: 'Cuáles de tus números se mueven con tus guardados, y qué salió de lo que probaste',
    categories: 'Tus categorías comparadas, y qué tan seguro es',
    accuracy: 'Qué tan lejos quedaron mis estimaciones de tus videos',
    days: 'Cuántos días atrás; solo cuenta lo que mediste en ellos',
  },
  tips: {
    description: 'Algo para probar ahora, según tus números o para un tipo de video',
    category: 'Para este tipo de video; déjalo vacío para tips según tus números',
  },
  leaderboard: {
    description:
      'Rankings semanales y justos de los creadores de este servidor; solo aparece quien se une',
    show: {
      description: 'Los rankings de una semana: nadie gana por tamaño y solo sale quien se unió',
      board: 'Un ranking completo; déjalo vacío para verlos todos',
      week: 'Una semana como 2026-W47; déjalo vacío para la que está en curso',
    },
    boards: {
      improvement: 'Mayor mejora',
      saved: 'Más guardados para su tamaño',
      consistency: 'Mayor constancia',
    },
    join: { description: 'Acepta aparecer en este servidor: en sus rankings y en sus resúmenes' },
    leave: { description: 'Retira ese permiso: desapareces al instante de todos los rankings' },
  },
  history: {
    description: 'Todo lo que me dijiste hasta ahora, para verlo de nuevo y corregirlo',
    list: {
      description:
        'Tus registros, los nuevos primero; o los de un miembro que aceptó aparecer aquí',
      member: 'Otra persona, que aceptó aparecer en este servidor',
      days: 'Solo los últimos días: cuántos',
    },
    video: {
      description: 'Un video en el tiempo: cada registro, cuánto creció y cómo corregirlo',
      video: 'Empieza a escribir su título, su fecha (YYYY-MM-DD), o pega su enlace',
    },
    trend: {
      description: 'Tu tasa de guardado y tu puntaje en el tiempo, en un gráfico',
      days: 'Cuántos días atrás; si lo dejas vacío, 90',
    },
    account: {
      description:
        'Seguidores, espectadores y vistas de tu cuenta por día, de lo importado, en un gráfico',
      account: 'Cuál de tus cuentas; si lo dejas vacío, la última que importaste',
      days: 'Cuántos días atrás; si lo dejas vacío, 90',
    },
  },
  import: {
    description: 'Una cuenta entera de una vez: las descargas de TikTok Studio, o tu propia tabla',
    file: 'CSV, XLSX o ZIP de TikTok Studio → Analíticas → Descargar datos, o tu propia tabla',
    more: 'Otro archivo; pueden ser de varias cuentas e idiomas',
    account: 'De quién son los números, si ningún archivo lo dice: mia',
    private: 'Estos números nunca salen en otro lado; la respuesta solo la ves tú de todos modos',
  },
  guide: {
    description: 'Dónde muestra TikTok cada número hoy, y qué significa',
    topic: 'El número que buscas',
  },
  digest: {
    description: 'Una vez por semana en un canal: qué funcionó aquí, quién mejoró, qué probar',
    setup: {
      description: 'Activa el resumen semanal, o cambia cuándo y dónde sale',
      channel: 'Dónde se publica',
      day: 'Qué día',
      time: 'A qué hora de ese lugar: 18:00, 6 pm',
      timezone: 'La ciudad grande más cercana o el país, o un nombre corto: Hanoi, Japan, EST',
      quietWeeks: 'Semanas en que nadie midió nada: nota corta, u omitirlas (por defecto)',
      quiet: { skip: 'Omitirlas', post: 'Publicar una nota corta' },
    },
    status: {
      description: 'Cuándo sale el próximo, cómo fueron los últimos, qué falla y cómo arreglarlo',
    },
    off: { description: 'Desactiva el resumen semanal' },
    preview: { description: 'Justo lo que se publicaría ahora, solo para ti' },
    past: {
      description: 'Un resumen anterior, tal como se publicó',
      week: 'Elige una semana; déjalo vacío para la última',
    },
  },
  data: {
    description: 'Lo que tengo sobre ti: llévatelo todo, o bórralo todo',
    export: 'Todo lo que hay sobre ti en todos los servidores, en archivos que solo ves tú',
    delete: 'Borra todo lo que hay sobre ti en todos los servidores; antes pregunto una vez',
  },
  help: { description: 'Qué hacer primero' },
};

export const truthModalText: Language['truthModal'] = {
  title: 'Guardados reales',
  saves: 'Guardados ahora',
  savesHint: 'El número junto al ícono de marcador en el video',
  picture: 'O una captura que los muestre',
  pictureHint: 'Del video en TikTok, con los íconos al costado. Primero te muestro lo que leí',
  counts: {
    views: 'Vistas ahora',
    likes: 'Me gusta ahora',
    comments: 'Comentarios ahora',
    shares: 'Compartidos ahora',
  },
  countHint: 'Tus números de aquí tienen más de un día: como lo muestra TikTok ahora',
};

export const scoreFormText: Language['scoreForm'] = {
  title: 'Medir un video',
  counts: {
    views: 'Vistas',
    likes: 'Me gusta',
    comments: 'Comentarios',
    shares: 'Compartidos',
  },
  hint: 'Como lo muestra TikTok: 541200, 541,200 o 541.2K',
  saves: 'Guardados, si los ves',
  savesHint: 'El número junto al ícono de marcador. Después puede ir un enlace al video',
  more: 'Guardados, enlace y el resto',
  moreHint: 'Una línea por dato, con su nombre. Saves: el número junto al ícono de marcador',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Números nuevos',
  counts: truthModalText.counts,
  hint: 'Como lo muestra TikTok ahora',
  saves: truthModalText.saves,
  savesHint: 'Si lo ves: el número junto al ícono de marcador',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'Corregir este registro',
  counts: {
    views: 'Vistas',
    likes: 'Me gusta',
    comments: 'Comentarios',
    shares: 'Compartidos',
  },
  hint: 'Como estaba en TikTok cuando lo escribiste',
};
