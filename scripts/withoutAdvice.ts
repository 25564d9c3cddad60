import type { Plugin } from 'vite';

/**
 * Leaves out of pages and frame the advice to those who place the nodes of a new cell: they show cells of the registry alone,
 * whose wires all find their way.
 */
export const withoutAdvice: Plugin = {
  name: 'without-advice',
  apply: (_, { command, mode }) => command === 'build' && (mode === 'frame' || mode === 'production'),
  transform: {
    filter: { id: /\/src\/figure\/placement\.ts$/ },
    order: 'pre',
    handler: () => ({
      code: `export const clashText = () => null;
export const blockedText = ({ name }) => name + ': a wire finds no way.';`,
      map: null,
    }),
  },
};
