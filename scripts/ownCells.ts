import { registry } from '../src/cells/index.ts';
import { isPeephole } from '../src/figure/nets.ts';
import { rare } from '../src/ops/rare.ts';
import { formsOf } from './firstFigures.ts';

interface OwnCell {
  /** Its module, relative to the sources, and the name that it is exported by. */
  readonly module: string;
  readonly name: string;
  /** The rare operations that one of its forms needs. */
  readonly rare: readonly string[];
  /** True if one of its forms has peepholes, which few pictures draw. */
  readonly peepholes: boolean;
}

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../src/cells/*.ts', { eager: true });
const exported = Object.entries(modules).flatMap(([path, values]) =>
  Object.entries(values).map(([name, value]) => ({ module: path.replace('../src/', ''), name, value })),
);

/** The parts of the file of each cell of the registry, by the id of the cell. */
export const ownCells: Readonly<Record<string, OwnCell>> = Object.fromEntries(
  registry.map((declaration) => {
    const found = exported.find(({ value }) => value === declaration);
    if (!found) throw new Error(`No module exports the cell “${declaration.id}”`);
    const signals = formsOf(declaration).flatMap((cell) => cell.signals);
    const used = new Set<string>(signals.map(({ op }) => op));
    const peepholes = signals.some(({ affine }) => affine?.terms.some(({ parameter }) => isPeephole(parameter)));
    const { module, name } = found;
    return [declaration.id, { module, name, rare: Object.keys(rare).filter((op) => used.has(op)), peepholes }];
  }),
);
