import type { Language } from '../words.js';
import { say } from './say.js';

export const howText: Language['how'] = {
  title: 'Cómo se calculó esto',
  intro:
    'Las exportaciones e interfaces de TikTok no traen guardados, así que si no escribes el número de la pantalla hay que estimarlo. Aquí un *guardado* es un favorito (el ícono de marcador), no una descarga.',
  fields: {
    inputs: 'Lo que escribiste',
    parts: 'Por qué, parte por parte',
    known: 'Lo que yo sabía',
    formula: 'La fórmula',
    range: 'El rango',
    score: 'El puntaje',
    origin: 'De dónde viene el modelo',
    next: 'Prueba ahora, completo',
    sources: 'Fuentes',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (redondeado: ${rounded})`,
  rounded: (half) => `exacto hasta unos ± ${half}`,
  truth: (value) => `guardados, contados por ti: ${value}`,
  formula: (version) =>
    `El modelo ${version} suma curvas suaves de me gusta por vista, comentarios por me gusta, compartidos por me gusta, compartidos por vista y vistas, cada una en escala logarítmica, y una tabla de cómo actúan juntas; encima van para qué es el video y los conteos reales.`,
  factors: 'Aquí, como factores, se multiplican hasta la estimación (de guardados + 1):',
  formulaSmall:
    'Con tan pocas vistas un producto de factores solo fingiría ser exacto, así que no lo muestro: deciden unas pocas personas.',
  range:
    'Está hecho para contener el número real en 8 de 10 casos. Con creadores que el ajuste no había visto, en tipos de video que conoce, lo logra. En los demás acertó el 84% sin saber nada (75% en lo que la gente guarda para volver a usarlo) y entre 74 y 77% tras conteos reales. Es más ancho cuando no sé para qué es el video ni ningún conteo real, y se achica con cada dato que me dan. Los números pequeños, los redondeados y los videos raros lo ensanchan.',
  rangePhoto:
    'Para publicaciones de fotos no está medido: todos los números con los que se ajustó el modelo son de videos. Cuánto lo ensancho es una suposición.',
  kinds:
    'Sin saber nada más, me quedé corto en belleza, moda, recetas, dinero, gaming y fitness, sobre todo en lo que la gente busca para volver a usarlo, y me pasé en noticias de famosos y marcas.',
  ownReference: 'Compara dentro de la categoría.',
  commonReference: (category) =>
    `Muy pocos videos de “${category}” tienen guardados conocidos para comparar entre ellos, así que compara con todos los tipos; ahí lo que se guarda para volver a usarlo saca mucho.`,
  reference: {
    videos: (videos) =>
      `los guardados reales de ${videos} videos públicos, la mayoría populares y vietnamitas, comparados con igual número de vistas`,
    every: (videos) =>
      `los guardados reales de ${videos} videos públicos de todo tipo, la mayoría populares y vietnamitas, comparados con igual número de vistas`,
    kind: (videos, kind) =>
      `los guardados reales de ${videos} videos públicos de tipo “${kind}”, la mayoría populares y vietnamitas, comparados con igual número de vistas`,
  },
  score: (reference) =>
    `Dice dónde queda la tasa de guardado entre ${reference}: 78 significa que 78 de 100 se guardaron menos, y 50 es el medio. Es una heurística para comparar videos, no algo que TikTok publique.`,
  origin: (rows, creators, until, vietnamese) =>
    `Ajustado con ${rows} videos públicos de ${creators} creadores hasta ${until}: la mayoría populares, el ${vietnamese}% vietnamitas, sin publicaciones de fotos. Los nichos difieren más que cualquier otra cosa, así que para tu tipo de video puede fallar siempre hacia el mismo lado. Los conteos reales que agregas lo corrigen para tu cuenta y, cuando tres miembros de un servidor han agregado alguno, un poco para todos ahí.`,
  assumptions:
    'El tiempo de visualización y los seguidores nuevos cuentan poco y ensanchan el rango: toda la evidencia viene de 140 videos de un solo creador.',
  links:
    'Un enlace me dice la cuenta, y su número, el segundo en que se subió. Los enlaces cortos no dicen ninguna de las dos cosas: solo si quien administra este bot lo activó le pregunto a TikTok, una vez, a dónde lleva uno. Así TikTok conoce el enlace y nada de ti.',
  sources:
    'Qué muestra y exporta TikTok: `/faq saves` tiene cada respuesta con su fuente y la fecha en que se comprobó.',
  judging: (views) =>
    `Con menos de ${views} vistas, o en las primeras 24 horas, no hay puntaje: lo decidirían unos pocos guardados más o menos.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Con ${views} vistas deciden unas pocas personas: lo esperable es ${high} guardados, y uno más o menos no dice nada.`
        : `Con ${views} vistas deciden unas pocas personas: es esperable cualquier cosa entre ${low} y ${high} guardados.`,
    few: (saves, low, high) =>
      `Casi nadie guarda un video con esos números: unos ${saves}, y es esperable cualquier cosa entre ${low} y ${high}.`,
    base: (saves, views) => `Un video típico de ${views} vistas: unos ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}: esos videos se guardan unas ${times} veces lo que uno del que no sé nada`,
    rest: (percent) => `${percent} cosas pequeñas y redondeo`,
    even: 'Nada destaca: se parece mucho a un video típico de su tamaño.',
    estimate: (saves) => `Eso dio una estimación de ${saves}.`,
    count: (percent, count) => `${percent} lo que contaste: ${count}`,
    countSmall: (count) => `Contaste ${count}.`,
  },
  hit: 'La estimación prácticamente acertó.',
  missed: (factor, direction, isInside) =>
    `La estimación quedó muy ${direction === 'low' ? 'baja' : 'alta'}, por un factor de ${factor}: ${isInside ? 'dentro' : 'fuera'} de su rango.`,
  known: {
    little: (low, high, of) =>
      `**En algún punto entre ${low} y ${high} guardados.** ${littleKnownOf[of]}, así que quédate con el rango, no con el número.`,
    learned: (count) =>
      say(
        '{count, plural, one {Aprendí del único conteo real que me diste.} other {Aprendí de los últimos {count} conteos reales que me diste.}}',
        { count },
      ),
    learnedHere: (count) =>
      `Aprendí de los últimos ${count} conteos reales que otros me dieron en este servidor.`,
    noAccount:
      'No sé de qué cuenta es este video, así que ninguno de tus conteos reales ayudó aquí. Da su enlace, o toca **¿Qué cuenta?**',
    noAccountSince:
      'Desde entonces mediste varias cuentas. No sé de cuál es este video, así que un conteo suyo no le enseñaría a ninguna. Da su enlace, o toca **¿Qué cuenta?**',
    askForTruth:
      '¿Ves el número junto al marcador? Toca **Guardados reales**: tus próximas estimaciones aprenden de él.',
    learns: 'Tus próximas estimaciones aprenden de este conteo.',
    shortLink:
      'Un enlace corto no me dice la cuenta ni el día. El completo sí: abre el video en un navegador y copia su dirección.',
    photo:
      'Esto es una publicación de fotos. La estimación se ajustó solo con videos: cuánto falla aquí no está medido, y aprendo solo de tus propias publicaciones de fotos.',
    experiment: (name, needed) =>
      `Sobre “${name}” concluyo al llegar a ${needed} de cada uno con guardados contados por ti.`,
    experimentReady: (name) =>
      `\`/insights signals\` compara los videos con “${name}” y los que van sin eso.`,
  },
  signals: {
    level: 'nivel',
    views: 'vistas',
    likes: 'me gusta para sus vistas',
    comments: 'comentarios para sus me gusta',
    shares: 'compartidos',
    'watch time': 'tiempo de visualización (un supuesto débil)',
    'follower growth': 'seguidores nuevos (un supuesto débil)',
    category: 'para qué es el video',
    'your community': 'conteos reales de otros en este servidor',
    'your own videos': 'tus propios videos con conteos reales',
    limit: 'no más guardados que vistas',
  },
};

const littleKnownOf = {
  video: 'Todavía no sé nada de tus videos ni de para qué es este',
  photo: 'Todavía no sé nada de tus publicaciones de fotos ni de para qué es esta',
  account: 'No sé para qué es este, ni de cuál de tus cuentas es',
} as const;
