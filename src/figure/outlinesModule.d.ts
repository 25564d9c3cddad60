/** The outlines of the characters of figures, made when the site is built; see `scripts/outlinesModule.ts`. */
declare module '*.woff2?outlines' {
  const faces: import('./outlines.ts').Faces;
  // biome-ignore lint/style/noDefaultExport: what a file of another kind gives is its default export
  export default faces;
}
