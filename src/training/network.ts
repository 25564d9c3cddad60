import { cellOf } from '../cell/cell.ts';
import { sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import type { Head } from '../engine/head.ts';
import type { Parameters } from '../engine/parameters.ts';
import { compile, type Program } from '../engine/program.ts';

/** The network that is trained: layers of one cell, each reading the hidden states of the one below, and a linear head on top. */
export interface Architecture {
  readonly cell: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  /** The number of inputs. */
  readonly D: number;
  /** Units a layer. */
  readonly H: number;
  readonly layers: number;
  /** The number of outputs K. */
  readonly outputs: number;
}

/** All weights of a network, bottom layer first. */
export interface Network {
  readonly layers: readonly Parameters[];
  readonly head: Head;
}

/** One program a layer. Throws a sentence for an unknown cell, option or size. */
export function programsOf({ cell, options, D, H, layers }: Architecture): readonly Program[] {
  const declaration = declarationOf(cell);
  if (!declaration) throw new Error(`There is no cell “${cell}”`);
  const settled = cellOf(declaration, options);
  return Array.from({ length: layers }, (_, k) => compile(settled, sizesOf(k === 0 ? D : H, H)));
}
