import type { Cell } from '../cell/cell.ts';
import { foundRoutes } from './foundRoutes.ts';
import { knownRoutes } from './knownRoutes.ts';
import { type Plan, planOf } from './nets.ts';
import { type Routes, routesFrom, routesKey } from './routes.ts';

/** A plan with every net routed: branch k of a net leads to its sink k. */
export interface Layout {
  readonly plan: Plan;
  readonly branches: Routes;
}

/** True if a page begins with the cell, so that its picture is drawn without looking for paths. */
export const isKnown = (cell: Cell): boolean => knownRoutes[routesKey(cell)] !== undefined;

/** The layout of a cell. Throws a sentence where its places do not fit. */
export function layoutOf(cell: Cell): Layout {
  const plan = planOf(cell);
  return { plan, branches: isKnown(cell) ? routesFrom(knownRoutes[routesKey(cell)]) : foundRoutes(cell, plan) };
}
