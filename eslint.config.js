import js from '@eslint/js';
import angular from 'angular-eslint';
import ts from 'typescript-eslint';

const nodeGlobals = Object.fromEntries(
  ['AbortController', 'AbortSignal', 'Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'process', 'setTimeout'].map((name) => [name, 'readonly']),
);

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-*/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.angular/**',
      '.data/**',
      'test-results/**',
      'shared/src/api.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A method that answers an asynchronous interface at once needs no await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Nest modules, Angular pages and migrations are classes that say everything in their decorator or name.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Text from outside is refused when it holds control characters; the patterns that say so name them.
      'no-control-regex': 'off',
    },
  },
  {
    // An injected class must stay a value import, or its decorator metadata is gone at run time.
    files: ['backend/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // The log is structured and free of personal data because everything goes through one logger.
    files: ['backend/src/**/*.ts'],
    ignores: ['backend/src/platform/logging/**', 'backend/src/demo/**', '**/*.spec.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // HTTP bodies and matchers are untyped by nature; the assertion on them is the check.
    files: ['**/*.spec.ts', 'backend/test/**/*.ts', 'frontend/e2e/**/*.ts', 'frontend/setup-jest.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/prefer-on-push-component-change-detection': 'error' },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      // An icon button draws its own content and demands a label.
      '@angular-eslint/template/elements-content': [
        'error',
        { allowList: ['aria-label', 'innerHtml', 'innerHTML', 'innerText', 'outerHTML', 'textContent', 'title', 'uiIconButton'] },
      ],
    },
  },
);
