/** The package by its own name, also before it is built. */
declare module 'gatescope/react' {
  export const GateDiagram: typeof import('../../src/embed/GateDiagram.tsx').GateDiagram;
}
