import type { CellDeclaration, Choice, Flag } from '../cell/declaration.ts';
import { coupled } from './coupled.ts';
import { fullGateRecurrence, greff } from './greff.ts';
import { gru } from './gru.ts';
import { janet } from './janet.ts';
import { layerNormLstm } from './layerNorm.ts';
import { lstm } from './lstm.ts';
import { mgu } from './mgu.ts';
import { minGru, minLstm } from './minimal.ts';
import { peephole } from './peephole.ts';
import { rnn } from './rnn.ts';
import { slstm } from './slstm.ts';

const main = [rnn, lstm, peephole, coupled, gru] as const;
const more = [greff, fullGateRecurrence, janet, layerNormLstm, mgu, minGru, minLstm, slstm] as const;

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

/** The cells of the main switch, in its order. */
export const mainCells: readonly (CellDeclaration & { readonly id: CellId })[] = main;

/** The cells under “More”. */
export const moreCells: readonly CellDeclaration[] = more;

/** Every cell there is. */
export const registry: readonly CellDeclaration[] = [...mainCells, ...moreCells];

/** The declaration with this id, or undefined. */
export function declarationOf(id: string): CellDeclaration | undefined {
  return registry.find((declaration) => declaration.id === id);
}

/** The name of a cell, or the id itself if it has none. */
export function nameOf(id: string): string {
  return declarationOf(id)?.name ?? id;
}
