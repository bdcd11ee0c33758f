import type { Language } from '../words.js';

export const errors: Language['errors'] = {
  busy: 'Me llega más de lo que puedo atender ahora. **No se registró nada.** Mándalo de nuevo en un minuto, por favor.',
  busyBesideOthers:
    'Me llega más de lo que puedo atender ahora, así que **puede que no se haya registrado**. En un minuto mira `/history list` si era un puntaje; lo que no esté ahí, mándalo de nuevo.',
  restarting:
    'Me están reiniciando, así que **puede que no se haya registrado**. En medio minuto mira `/history list` si era un puntaje; lo que no esté ahí, mándalo de nuevo.',
  formTooLate:
    'Tardé demasiado en abrirte un formulario, y no se registró nada. Toca de nuevo, por favor.',
  outdated:
    'Este botón o comando es de una versión mía que ya no existe. Usa el comando de nuevo, por favor: `/help` los muestra todos.',
  commandChanged:
    'Este comando cambió desde la última vez que tu Discord lo miró. **No se registró nada.** Reinicia Discord (o espera una hora) y úsalo de nuevo.',
  databaseAway: (reference) =>
    `Ahora no puedo acceder a mi memoria. **No se registró nada.** Mándalo de nuevo en unos minutos, por favor. Si sigue así, dale esta referencia a quien me administra: \`${reference}\``,
  databaseDamaged: (reference) =>
    `Una parte de mi memoria está dañada, y esto la necesita. **No se registró nada.** Mandarlo de nuevo no sirve hasta que quien me administra la arregle. Dale esta referencia, por favor: \`${reference}\``,
  unconfirmed: (reference) =>
    `Perdí la conexión con mi memoria mientras lo registraba, así que no sé **si se registró**. Espera unos minutos y mándalo de nuevo con el mismo enlace, o el mismo título y fecha: así cuenta como un registro más del mismo video. Referencia: \`${reference}\``,
  fault: (reference) =>
    `Algo salió mal de mi lado, no por lo que escribiste. Prueba de nuevo, por favor; si vuelve a pasar, dale esta referencia a quien me administra: \`${reference}\``,
};
