/** The words of a title in lower case and without accents, joined by hyphens; empty where there are none. */
export const slugOf = (title: string): string =>
  (
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('-');
