// Few rules, no noise: what the compiler and prettier do not see.
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', 'editor/dist', 'node_modules', '.astro', '.netlify', '.local', 'netlify/generated'] },
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
  {
    rules: {
      // The compiler says it, with the types at hand.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-console': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // The same commit is the same site, whichever language the machine speaks.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="localeCompare"][arguments.length<2]',
          message: 'Name the language: localeCompare(other, "en").',
        },
      ],
    },
  },
);
