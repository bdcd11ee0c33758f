import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count, n) =>
      say('{n, plural, one {{count} cadastro seu} other {{count} cadastros seus}}', { n, count }),
    holds: 'seu id do Discord, e desde quando está guardado',
  },
  Video: {
    counted: (count, n) =>
      say('{n, plural, one {{count} vídeo} other {{count} vídeos}}', { n, count }),
    holds:
      'cada vídeo: link, id e @ do TikTok, título, data da postagem, categoria, duração, e se algo dele foi informado em privado',
  },
  Reading: {
    counted: (count, n) =>
      say('{n, plural, one {{count} leitura} other {{count} leituras}}', { n, count }),
    holds:
      'os números de um vídeo como você digitou num certo momento. Ao lado de cada contagem está o passo do arredondamento (541.2K: um passo de 100), e em guildId o id do servidor no Discord; vazio é uma mensagem direta, ou um servidor que foi esquecido. Em tip está a dica que apareceu junto',
  },
  Estimate: {
    counted: (count, n) =>
      say('{n, plural, one {{count} estimativa} other {{count} estimativas}}', { n, count }),
    holds:
      'o que foi estimado em cada leitura: salvos, a faixa de 80%, a nota, e do que ela é feita (logaritmos naturais)',
  },
  TrueSave: {
    counted: (count, n) =>
      say('{n, plural, one {{count} contagem real} other {{count} contagens reais}}', { n, count }),
    holds:
      'os salvos que você leu na tela, e quanto a estimativa errou (logaritmo natural). Tudo que aprendo sobre você é calculado daqui, do zero a cada vez',
  },
  Draft: {
    counted: (count, n) =>
      say('{n, plural, one {{count} rascunho} other {{count} rascunhos}}', { n, count }),
    holds: 'números improváveis que esperam seu “Guardar mesmo assim”, por 15 minutos',
  },
  Consent: {
    counted: (count, n) =>
      say('{n, plural, one {{count} autorização} other {{count} autorizações}}', { n, count }),
    holds:
      'os servidores em que você aceitou aparecer, desde quando, e quando o Discord disse pela última vez que você é membro',
  },
  SaidOnce: {
    counted: (count, n) =>
      say('{n, plural, one {{count} saudação ou convite} other {{count} saudações e convites}}', {
        n,
        count,
      }),
    holds: 'os servidores em que cumprimentei você, ou convidei você pros rankings, e quando',
  },
  VideoAlias: {
    counted: (count, n) =>
      say('{n, plural, one {{count} entrada unida} other {{count} entradas unidas}}', { n, count }),
    holds: 'por quais nomes um vídeo era conhecido antes de você unir as entradas dele',
  },
  Undo: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} mudança no seu histórico} other {{count} mudanças no seu histórico}}',
        { n, count },
      ),
    holds:
      'o que você corrigiu, removeu ou uniu, como era antes, enquanto dá pra desfazer; do que você desfez, só que desfez',
  },
  Import: {
    counted: (count, n) =>
      say('{n, plural, one {{count} importação} other {{count} importações}}', { n, count }),
    holds: 'quando você guardou arquivos, e quais leituras e dias vieram com eles (importId)',
  },
  AccountDay: {
    counted: (count, n) =>
      say('{n, plural, one {{count} dia de uma conta} other {{count} dias de contas}}', {
        n,
        count,
      }),
    holds:
      'visualizações, espectadores e seguidores das suas contas do TikTok por dia, dos arquivos que você trouxe. Número vazio é desconhecido; asOf é o último dia do arquivo',
  },
  AccountHour: {
    counted: (count, n) =>
      say('{n, plural, one {{count} hora de uma conta} other {{count} horas de contas}}', {
        n,
        count,
      }),
    holds: 'quantos dos seus seguidores estavam lá em cada hora, dos arquivos que você trouxe',
  },
  BoardEntry: {
    counted: (count, n) =>
      say('{n, plural, one {{count} resultado de ranking} other {{count} resultados de ranking}}', {
        n,
        count,
      }),
    holds: 'seu resultado num ranking de um servidor e semana, em pontos da nota',
  },
  DigestShown: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} resumo que cita você} other {{count} resumos que citam você}}',
        { n, count },
      ),
    holds:
      'os servidores e semanas em que o resumo mostra você ou um vídeo seu pelo nome, e o que ele mostra: os vídeos, e quanto você melhorou',
  },
  Mailbox: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} configuração de mensagens} other {{count} configurações de mensagens}}',
        { n, count },
      ),
    holds:
      'como posso escrever pra você: nossa conversa no Discord, seu fuso, seus horários e idioma, quando vem o recado semanal, e desde quando você não recebe mensagens minhas, se for o caso',
  },
  Reminder: {
    counted: (count, n) =>
      say('{n, plural, one {{count} lembrete} other {{count} lembretes}}', { n, count }),
    holds:
      'cada lembrete que você pediu: o vídeo, a idade dele em horas, pra quando está marcado, e com qual mensagem foi',
  },
  Letter: {
    counted: (count, n) =>
      say('{n, plural, one {{count} mensagem pra você} other {{count} mensagens pra você}}', {
        n,
        count,
      }),
    holds:
      'cada mensagem que mandei por conta própria, ou tentei, nas últimas duas semanas: o dia, se foi, e por que não. O texto fica guardado até ser enviado',
  },
  BoardVideo: {
    counted: (count, n) =>
      say('{n, plural, one {{count} vídeo da semana} other {{count} vídeos da semana}}', {
        n,
        count,
      }),
    holds: 'seus vídeos que estavam entre os mais salvos pro tamanho num servidor e semana',
  },
};

export const dataText: Language['data'] = {
  exported: 'Tudo que guardei sobre você',
  exportedWhat: (held) =>
    `De todos os servidores: ${held}.\nSó você vê isto. Abra primeiro o **README.txt**: ele diz o que tem em cada arquivo. O arquivo fica aqui até você fechar a mensagem ou reiniciar o Discord, então baixe agora.`,
  archive: 'Tudo guardado sobre você, em JSON e CSV num arquivo ZIP',
  nothing:
    'Não tenho nada guardado sobre você: nenhum vídeo, nenhum número, nem o seu id. Isso muda com seu primeiro `/score`.',
  tooLarge: (megabytes) =>
    `Tudo sobre você dá ${megabytes} MB mesmo compactado, e o Discord me deixa mandar 10 MB. Peça a quem me administra \`npm run export\` com seu id do Discord: ele faz os mesmos arquivos sem esse limite.`,
  askTitle: 'Apagar tudo guardado sobre você?',
  ask: (held) =>
    `Em todos os servidores de uma vez: ${held}. Junto vai o que aprendi com isso, seu lugar nos rankings, e o que os resumos que guardo mostram de você. As somas da semana de um servidor, de três criadores ou mais, ficam; elas não citam ninguém.\n\n**Eu não consigo trazer de volta, e você também não.** Pra ficar com tudo, use \`/data export\` antes.\n\nMinhas mensagens nos canais ficam no Discord, com os números que mostram; elas são do canal, e você ou quem modera pode apagar. Cópias que quem me administra guarda pra emergências têm seus dados até serem substituídas, e podem ficar rastros nos arquivos brutos de alguns bancos de dados até serem regravados; isso também depende de quem me administra.\n\nO botão funciona por 15 minutos.`,
  deleteButton: 'Apagar tudo',
  deletedTitle: 'Apagado',
  deleted: (held) =>
    `Apagado de todos os servidores: ${held}. Nada disso ficou nas minhas tabelas, então não consigo mais mostrar nem usar. Mensagens antigas minhas ficam nos canais do Discord, mas os botões delas não acham mais nada. Se você me usar de novo, a gente começa do zero.`,
  deletedAlready: 'Não tem mais nada guardado sobre você.',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv e "{file}" em keepsake.json: {rows, plural, one {{rows} linha} other {{rows} linhas}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE: TUDO GUARDADO SOBRE VOCÊ

Situação em ${at.toISOString()} (UTC), de todos os servidores e mensagens diretas.

keepsake.json
    Tudo num arquivo só, pra programas. Ids e contagens são texto, pra não perder nenhum dígito;
    horários são em UTC. Se tudo for grande demais pra um ZIP, ele está em
    keepsake-data-json.zip, e as tabelas em keepsake-data-csv.zip.

csv/
    O mesmo em tabelas, pra Excel, LibreOffice, Numbers e Google Planilhas. Um apóstrofo antes de
    um id longo, ou de um texto que a planilha tomaria por fórmula, deixa ele como é; não faz
    parte dos seus dados.

${tables.join('\n')}
O que não está aqui porque não é guardado: suas mensagens, seu nome e sua foto no Discord, sua conta
do TikTok, e o que você digitou e foi recusado.
`;
  return text.replaceAll('\n', '\r\n');
};
