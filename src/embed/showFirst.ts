/**
 * The script that a frame runs first: at an address without a link it shows the picture of that view, which is in the page, until
 * the instance takes its place. Any other view would show other values.
 */
const first = document.querySelector('.first-view');
const show = (): void => void first?.toggleAttribute('hidden', window.location.hash.length > 1);
window.addEventListener('hashchange', show);
show();
