import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { many } from '../setup/cases.ts';

const script = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

type Rules = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules of WCAG. */
export const STANDARD: Rules = { type: 'tag', values: standard };
/** Rules of WCAG, and best practices for whole pages. */
const ALL: Rules = { type: 'tag', values: [...standard, 'best-practice'] };
/** Rules whose result depends on the theme. */
const COLOURS: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * Violations of the rules, one line per place, in the whole page or in the parts matched by these selectors.
 */
export async function violations(page: Page, parts?: readonly string[], rules = ALL): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  return page.evaluate(
    async ([runOnly, include]) => {
      interface Result {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
      }
      const { axe } = window as unknown as { axe: { run(where: object, options: object): Promise<Result> } };
      const where = include ? { include } : document;
      // the message shows the element itself, so that selectors, which are slow, are not needed
      const found = await axe.run(where, { runOnly, resultTypes: ['violations'], selectors: false });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    [rules, parts] as const,
  );
}

/** The same in light and, for rules that depend on the theme, in dark, without reloading the page. */
export async function violationsInBoth(page: Page, parts?: readonly string[], all = ALL): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of [
    ['dark', COLOURS],
    ['light', all],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, parts, rules)).map((line) => `${colorScheme}, ${line}`));
  }
  return found;
}

/** In both schemes in the long run, else in the present one: parts of which another test looks at the colours in both. */
export const perScheme = many ? violationsInBoth : violations;
