import type { Page } from 'playwright';

/** Drops a file on the page, as a file manager does. */
export async function drop(page: Page, name: string, bytes: readonly number[] | string): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], called as string));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, bytes] as const,
  );
}
