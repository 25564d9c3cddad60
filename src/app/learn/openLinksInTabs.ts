/** Opens the links of a page within another one in tabs of their own, so that neither of the two is left. */
export function openLinksInTabs(): void {
  const base = document.createElement('base');
  base.target = '_blank';
  document.head.append(base);
}
