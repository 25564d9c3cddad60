import type { CellDeclaration, Choice, Flag } from '../cell/declaration.ts';
import { fetchMain, main } from './main.ts';
import { fetchMore, more } from './more.ts';
import { fetchOwn } from './own.ts';

type Registered = (typeof main)[number] | (typeof more)[number];
/** The id of a registered cell. */
export type CellId = Registered['id'];
/** The id of a stage of a registered cell. */
export type StageId = Registered['stages'][number]['id'];

type Each<T> = T extends unknown ? keyof T : never;
type Value<T, K extends PropertyKey> = T extends { readonly [Name in K]: infer V } ? OptionValue<V> : never;
type OptionValue<T> = T extends Choice<infer V> ? V : T extends Flag ? boolean : never;
type OptionsOf = Registered['options'];
/** Values for the options of registered cells. */
export type CellOptions = { readonly [K in Each<OptionsOf>]?: Value<OptionsOf, K> | undefined };

type MainCell = CellDeclaration & { readonly id: CellId };

const mainAtHand: MainCell[] = [...main];
const atHand: CellDeclaration[] = [...main, ...more];

/** The cells of the main switch, in its order. */
export const mainCells: readonly MainCell[] = mainAtHand;

/** Every cell there is. A page begins with the main ones and a frame with one; the others are fetched for a link or a choice. */
export const registry: readonly CellDeclaration[] = atHand;

/** The cells under “More”. */
export const moreCells = (): readonly CellDeclaration[] => registry.slice(mainCells.length);

/** Fetches the cell with this id, where it is not at hand; without an id, or where there is none of this id, every cell. */
export async function fetchCells(id?: string): Promise<void> {
  if (id !== undefined && declarationOf(id)) return;
  const own = id === undefined ? undefined : await fetchOwn(id);
  if (own) {
    atHand.push(own);
    return;
  }
  const [allMain, allMore] = await Promise.all([fetchMain(), fetchMore()]);
  // a run goes on with the declaration that it began with
  const kept = (declaration: CellDeclaration): CellDeclaration => declarationOf(declaration.id) ?? declaration;
  const [mainKept, moreKept] = [allMain.map(kept), allMore.map(kept)];
  replace(mainAtHand, mainKept as readonly MainCell[]);
  replace(atHand, [...mainKept, ...moreKept]);
}

function replace<T>(list: T[], by: readonly T[]): void {
  list.splice(0, list.length, ...by);
}

/** The declaration with this id, or undefined. */
export function declarationOf(id: string): CellDeclaration | undefined {
  return registry.find((declaration) => declaration.id === id);
}

/** The name of a cell, or the id itself if it has none. */
export function nameOf(id: string): string {
  return declarationOf(id)?.name ?? id;
}
