import { vi } from 'vitest';

/** Stubs of browser features that jsdom lacks. The browser tests cover real popovers. */
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
