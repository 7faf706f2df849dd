// Runs Atlassian's own bundler offline, in a process of its own: the bundler resolves everything from the working folder
// and asks for a main module. The runtime wrapper is a download of Atlassian's, so an empty one stands in for it.
const fs = require('node:fs');
const path = require('node:path');

const [outDir, entriesJson] = process.argv.slice(2);
const appDirectory = process.cwd();
const requireHere = require('node:module').createRequire(__filename);
const { getNodeBundler } = requireHere('@forge/bundler');
if (process.env.TYPES_CHECKED_BESIDE !== undefined) leaveTypesOut();
const { parse } = requireHere('yaml');

const logger = { info() {}, warn: console.error, error: console.error, debug() {}, trace() {} };
const empty = async () => ({ script: '', version: 'local' });
const provider = { getNodeRuntimeWrapper: empty, getNodeRuntimeLoader: empty };
const manifest = parse(fs.readFileSync('manifest.yml', 'utf8'));
const reader = {
  readConfig: async () => manifest,
  runtimeType: async () => 'nodejs',
  getPackageConfig: async () => undefined,
};

getNodeBundler(logger, provider, reader)
  .bundle({ appDirectory, entryPoints: JSON.parse(entriesJson) })
  .then((output) => {
    fs.rmSync(outDir, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(outDir), { recursive: true });
    fs.cpSync(output.outputDir, outDir, { recursive: true });
    process.exit(0);
  })
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });

/** The bundler checks types as it goes, which is two thirds of its time. Where a check beside looks at them anyway, once is enough. */
function leaveTypesOut() {
  const common = requireHere('@forge/bundler/out/config/common');
  const { getCommonWebpackConfig: whole } = common;
  common.getCommonWebpackConfig = (args) => {
    const config = whole(args);
    const loaders = config.module.rules.flatMap(({ use }) => use ?? []);
    const { options } = loaders.find(({ loader }) => loader === 'ts-loader');
    options.transpileOnly = true;
    return config;
  };
}
