/**
 * What is loaded: types cost nothing and bind nothing at run time. Issue events are by far the most calls, and each cold start pays
 * for all that they load.
 */
const { options } = require('./.dependency-cruiser.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'events-load-no-texts-rules-or-other-subjects',
      comment:
        'No texts, rules, editors, import, forecasts, health or catalog behind an issue event; no barrels.',
      severity: 'error',
      from: { path: '^src/events\\.ts$' },
      to: {
        reachable: true,
        path: [
          '^src/catalog/',
          '^src/(knowledge|settings|approvals|privacy)/',
          '^src/sla/(board|cli|compliance|forecast|health)/',
          '^src/sla/clocks/(due|escalation|notes|sync)/',
          '^src/sla/definitions/(change/|[^/]+\\.ts$)',
          '^src/sla/definitions/domain/(holidays|ics|other-tools|simulate|testcases|usage)/',
          '^src/sla/engine/(forecast|words)/',
          '^src/sla/definitions/domain/rules/[^/]*-rules\\.ts$',
          '^src/sla/definitions/domain/rules/validate\\.ts$',
          '/index\\.ts$',
        ],
        // The shape of stored answers.
        pathNot: ['^src/catalog/domain/(form/answers-schema|texts/text-length)\\.ts$', 'node_modules'],
      },
    },
    {
      name: 'no-folder-reaches-itself',
      comment:
        'A reader follows the arrows down: folders of the app never form a circle, nested ones included.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    tsPreCompilationDeps: false,
    exclude: { path: [...options.exclude.path, '\\.test\\.ts$', '/testing/'] },
  },
};
