import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';
import a11y from 'eslint-plugin-jsx-a11y';

export default tseslint.config(
  { ignores: ['static/build/**', 'node_modules/**', 'coverage/**', '.local/**', '.forge/**', '**/*.cjs'] },
  js.configs.recommended,
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    // The rules that need types are oxlint's (.oxlintrc.json): it asks the native compiler, which takes less of the processor.
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['**/*.config.{ts,mts}', '**/*.config.*.mts', 'static/vite*.mts', 'test/browser/global-setup.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['static/**/*.tsx', 'local/shell/**/*.tsx'],
    plugins: { 'react-hooks': hooks, ...a11y.flatConfigs.recommended.plugins },
    rules: { ...hooks.configs.recommended.rules, ...a11y.flatConfigs.recommended.rules },
  },
  {
    files: ['src/**/domain/**/*.ts', 'src/sla/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain is pure: take now as an argument.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@forge/*', 'node:*'],
              message: 'The domain imports only domain files and pure libraries.',
            },
          ],
        },
      ],
    },
  },
);
