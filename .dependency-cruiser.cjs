/** The arrows of the design: entry → subjects → work → platform, everything → kernel; static and local apart. */
const subjects = 'catalog|requests|sla|knowledge|settings|people';
/** Pure code of a subject. */
const pure = ['^src/[^/]+/domain/', '^src/sla/[^/]+/domain/', '^src/sla/engine/'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain files import only the kernel, domain files and pure libraries.',
      severity: 'error',
      from: { path: pure, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: [...pure, '^src/kernel/'] },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'What everything stands on stands on nothing of the app.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'work-knows-no-subject',
      comment: 'The engine room is handed what it works for by the entry points.',
      severity: 'error',
      from: { path: '^src/work/', pathNot: '\\.test\\.ts$' },
      to: { path: `^src/(${subjects}|entry)/` },
    },
    {
      name: 'domain-no-platform',
      comment: 'No Forge SDK and no Node built-ins in pure code: the same code runs in the browser.',
      severity: 'error',
      from: { path: [...pure, '^src/kernel/'], pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          'node_modules/@forge/',
          '^(node:)?(fs|path|crypto|child_process|worker_threads|os|http|https|net)$',
        ],
      },
    },
    {
      name: 'nothing-imports-entry',
      comment: 'Entry points parse, authorise, delegate, answer; nothing stands on them but the bundles.',
      severity: 'error',
      from: {
        path: '^(src|static)/',
        pathNot: ['^src/entry/', '^src/(index|events|background)\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: '^src/entry/' },
    },
    {
      name: 'subjects-through-index',
      comment:
        'A subject reaches another only through its doors (index, events, contract types) or its domain.',
      severity: 'error',
      from: { path: `^src/(${subjects})/` },
      to: {
        path: `^src/(${subjects})/`,
        pathNot: ['^src/$1/', `^src/(${subjects})/(index|events|contract)\\.ts$`, ...pure],
      },
    },
    ...['people', 'sla', 'catalog', 'requests', 'knowledge'].map((subject, at, lower) => ({
      name: `${subject}-stands-below`,
      comment:
        'settings → knowledge → requests → catalog → sla → people: what a lower subject needs of a higher one is handed in.',
      severity: 'error',
      from: { path: `^src/${subject}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^src/(${[...lower.slice(at + 1), 'settings'].join('|')})/` },
    })),
    {
      name: 'calls-are-for-the-entry',
      comment: 'The resolvers carry out what screens may ask; the contract takes its types from it, no more.',
      severity: 'error',
      from: {
        path: '^(src|static)/',
        pathNot: ['^src/entry/', '^src/contract\\.ts$', '/calls\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: '^src/.+/calls\\.ts$' },
    },
    {
      name: 'contract-is-types',
      severity: 'error',
      from: { path: '^src/contract\\.ts$' },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-subject',
      comment: 'The outside knows no use case; it may know domain types.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^src/(${subjects}|entry|work)/`, pathNot: pure },
    },
    {
      name: 'static-imports-contract-and-domain',
      comment: 'Screens share types of the contract and pure domain code with the backend, nothing else.',
      severity: 'error',
      from: { path: '^static/' },
      to: {
        path: '^src/',
        pathNot: ['^src/contract\\.ts$', '^src/[^/]+/contract\\.ts$', ...pure, '^src/kernel/'],
      },
    },
    { name: 'static-not-local', severity: 'error', from: { path: '^static/' }, to: { path: '^local/' } },
    {
      name: 'local-imports-nothing-of-the-app',
      comment: 'The local site runs the app as Forge does; it knows none of its code.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(src|static)/' },
    },
    {
      name: 'app-not-local-or-test',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(local|test|bench)/' },
    },
    {
      name: 'no-dev-dependency-in-app',
      severity: 'error',
      from: { path: '^(src|static)/', pathNot: ['\\.test\\.tsx?$', '/testing/', '^static/[^/]+\\.mts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: ['^static/build', '^\\.local', '^\\.forge', '^local/forge/testing/basic/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
