import { type EnginePage, evaluate } from '../engines/engine.ts';

/** Tags of the axe rules that are checked. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Faults of the page in its present state, one line each. */
export async function faultsOf(page: EnginePage): Promise<readonly string[]> {
  return evaluate(page, () => {
    const faults: string[] = [];
    const root = document.getElementById('root');
    if (!root?.firstElementChild) return ['the page is blank'];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/\bundefined\b|\[object /.test(node.nodeValue ?? '') && !node.parentElement?.closest('textarea'))
        faults.push(`the page says “${node.nodeValue?.trim().slice(0, 80)}”`);
    for (const element of root.querySelectorAll('[aria-label], [title], [aria-valuetext]'))
      for (const name of ['aria-label', 'title', 'aria-valuetext'])
        if (/\bundefined\b|\[object |\bNaN %/.test(element.getAttribute(name) ?? ''))
          faults.push(`${name} says “${element.getAttribute(name)?.slice(0, 80)}”`);
    for (const alert of root.querySelectorAll('[role="alert"]'))
      if (/cannot be shown\. Change something/.test(alert.textContent ?? '')) faults.push(alert.textContent ?? '');
    for (const element of root.querySelectorAll('[aria-valuenow]'))
      if (!/^-?\d+(\.\d+)?$/.test(element.getAttribute('aria-valuenow') ?? ''))
        faults.push(`aria-valuenow is “${element.getAttribute('aria-valuenow')}”`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1) {
      // the innermost element that reaches as far
      const far = [...root.querySelectorAll('*')].findLast(
        (element) => Math.abs(element.getBoundingClientRect().right + scrollX - scrollWidth) < 1,
      );
      const which = far
        ? `: ${far.tagName.toLowerCase()}.${far.classList.value || far.parentElement?.classList.value}`
        : '';
      faults.push(`${scrollWidth - clientWidth} px too wide at ${clientWidth}${which}`);
    }
    return faults;
  });
}

/** True if a control has focus. */
export const hasFocus = (page: EnginePage): Promise<boolean> =>
  evaluate(page, () => document.activeElement !== null && document.activeElement !== document.body);

/** Violations found by axe, one line per rule; `source` is the script of axe. */
export async function axeFaults(page: EnginePage, source: string): Promise<readonly string[]> {
  await page.run(`(() => { ${source}
})(), ''`);
  return evaluate(
    page,
    async (values) => {
      interface Axe {
        run(where: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      }
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0].html.slice(0, 120)}`);
    },
    RULES,
  );
}
