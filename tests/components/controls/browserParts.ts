import { vi } from 'vitest';

/** What jsdom lacks of a browser, as far as these tests need it. Opening popovers for real is the browser tests' part. */
export function addBrowserParts(): void {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const open = document.createElement('style');
  open.textContent = '[popover] { display: block !important }';
  document.head.append(open);
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
