/** @type {import('jest').Config} */
const transform = {
  '^.+\\.[mc]?tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
/** The one package of the screens that is published as modules only. */
const uiTransform = { ...transform, '/node_modules/wouter/.+\\.js$': transform['^.+\\.[mc]?tsx?$'] };
const moduleNameMapper = {
  '^@forge/jira-bridge$': '<rootDir>/node_modules/@forge/jira-bridge/out/index.js',
  '^@atlaskit/platform-feature-flags(/fg)?$': '<rootDir>/test/setup/feature-flags.cjs',
  '^@atlaskit/react-compiler-gating$': '<rootDir>/test/setup/compiler-gating.cjs',
  '\\.css$': '<rootDir>/test/setup/empty.cjs',
};
module.exports = {
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['<rootDir>/src', '<rootDir>/local', '<rootDir>/static', '<rootDir>/bench'],
      setupFiles: ['<rootDir>/test/setup/fast-check.ts'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/static/build/'],
      transform,
    },
    // What spans several modules: contracts, chaos, costs, what the build emits.
    {
      displayName: 'system',
      testEnvironment: 'node',
      roots: ['<rootDir>/test'],
      setupFiles: ['<rootDir>/test/setup/fast-check.ts'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/browser/'],
      transform,
    },
    {
      displayName: 'ui',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/static', '<rootDir>/local', '<rootDir>/test'],
      testMatch: ['**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/test/browser/', '/static/build/'],
      setupFilesAfterEnv: ['<rootDir>/test/setup/ui.ts'],
      moduleNameMapper,
      transform: uiTransform,
      transformIgnorePatterns: ['/node_modules/(?!wouter/)'],
    },
  ],
};
