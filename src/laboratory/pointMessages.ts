import * as v from 'valibot';
import { labCells, limits, type PointSettings } from './recipe.ts';

const within = (name: keyof PointSettings, whole: boolean) => {
  const [low, high] = limits[name];
  const bounded = v.pipe(v.number(), v.minValue(low), v.maxValue(high));
  return whole ? v.pipe(bounded, v.integer()) : bounded;
};

/** A request to the worker to train a point. */
export const requestSchema = v.object({
  cell: v.picklist(labCells),
  settings: v.object({
    gap: within('gap', true),
    opening: within('opening', false),
    parameters: within('parameters', true),
    updates: within('updates', true),
    rate: within('rate', false),
    seeds: within('seeds', true),
  }),
});
export type PointRequest = v.InferOutput<typeof requestSchema>;

/** A report of the worker: its progress, the result of each seed, the reason why a run stopped, and the end. */
export type PointReport =
  | { readonly kind: 'progress'; readonly seed: number; readonly update: number }
  | { readonly kind: 'seed'; readonly accuracy: number; readonly stopped: string | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly sentence: string };
