/** A lesson that is read when the site is built; see `scripts/lessonModule.ts`. */
declare module '*.md?lesson' {
  const lesson: import('../../lesson/lesson.ts').Lesson;
  // biome-ignore lint/style/noDefaultExport: what a file of another kind gives is its default export
  export default lesson;
}

/** The beginning of such a lesson. */
declare module '*.md?beginning' {
  const beginning: import('../../lesson/beginning.ts').Beginning;
  // biome-ignore lint/style/noDefaultExport: what a file of another kind gives is its default export
  export default beginning;
}
