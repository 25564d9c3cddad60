/**
 * The script that a frame runs first: at an address without a link it shows the picture of that view, which is in the page, until
 * the instance takes its place. Any other view would show other values: of that only the outline appears, in its theme.
 */
const first = document.querySelector<HTMLElement>('.first-view');
const show = (): void => {
  if (!first) return;
  const { hash } = window.location;
  first.hidden = false;
  first.toggleAttribute('data-outline', hash.length > 1);
  first.dataset.theme = /[#&]theme=(light|dark|projector)(?:&|$)/.exec(hash)?.[1] ?? 'auto';
};
window.addEventListener('hashchange', show);
show();
