/** Folders, seen by what is loaded: types cost nothing and bind nothing at run time. */
const { options } = require('./.dependency-cruiser.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
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
