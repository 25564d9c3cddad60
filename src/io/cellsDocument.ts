import { type Cell, cellOf, type Parameter } from '../cell/cell.ts';
import type { CellDeclaration, OptionInfo } from '../cell/declaration.ts';
import { registry } from '../cells/index.ts';

type Options = Readonly<Record<string, string | boolean>>;

/** The part of docs/api.md that follows from the registry: options, states, signals and parameters of every cell. */
export function cellsDocument(): string {
  return registry.map(sectionOf).join('\n\n');
}

function sectionOf(declaration: CellDeclaration): string {
  const cells = combinations(declaration).map((options) => cellOf(declaration, options));
  const states = Object.entries(declaration.states).map(([id, { initial }]) => `${code(id)} (from ${initial})`);
  return `#### ${code(declaration.id)}: ${declaration.name}

${declaration.summary} Output: ${code(declaration.output)}. States: ${states.join(', ')}.

${optionsTable(declaration)}

| signals | with |
| --- | --- |
${grouped(declaration, cells, signalsOf)}

| parameters | with |
| --- | --- |
${grouped(declaration, cells, parametersOf)}`;
}

const code = (text: string | boolean): string => `\`${text}\``;

function optionsTable({ options }: CellDeclaration): string {
  const rows = Object.entries(options).map(([name, info]) => {
    const frameworks = info.kind === 'choice' ? Object.entries(info.frameworks ?? {}) : [];
    const values = valuesOf(info).map((value) => `${code(value)}${value === info.default ? ' (default)' : ''}`);
    const used = frameworks.map(([value, text]) => `${code(value)}: ${text}`);
    return `| ${code(name)} | ${info.label} | ${values.join(', ')} | ${used.join('; ')} |`;
  });
  return ['| option | label | values | frameworks |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const valuesOf = (info: OptionInfo): readonly (string | boolean)[] =>
  info.kind === 'flag' ? [true, false] : Object.keys(info.choices);

function combinations({ options }: CellDeclaration): Options[] {
  return Object.entries(options).reduce<Options[]>(
    (all, [name, info]) => all.flatMap((one) => valuesOf(info).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

const signalsOf = ({ signals }: Cell): string[] => signals.map(({ id, info }) => `${code(id)} ${info.label}`);

const shapeOf = ({ shape }: Parameter): string => shape.join(' × ');

const parametersOf = ({ parameters }: Cell): string[] =>
  parameters.map((parameter) => `${code(parameter.name)} ${shapeOf(parameter)}`);

/** Everything that `list` finds in any of the cells, a row for all that need the same options. */
function grouped(declaration: CellDeclaration, cells: readonly Cell[], list: (cell: Cell) => string[]): string {
  const lists = cells.map((cell) => ({ options: cell.options, found: new Set(list(cell)) }));
  const rows = new Map<string, string[]>();
  for (const entry of new Set(lists.flatMap(({ found }) => [...found]))) {
    const having = lists.filter(({ found }) => found.has(entry)).map(({ options }) => options);
    const needed = having.length === lists.length ? [] : neededOptions(declaration, having);
    const key = needed.length === 0 ? 'any options' : needed.join(', ');
    rows.set(key, [...(rows.get(key) ?? []), entry]);
  }
  return [...rows].map(([needed, entries]) => `| ${entries.join(', ')} | ${needed} |`).join('\n');
}

/** The options that do not have all of their values among these. */
function neededOptions({ options }: CellDeclaration, having: readonly Options[]): string[] {
  return Object.entries(options).flatMap(([name, info]) => {
    const seen = valuesOf(info).filter((value) => having.some((one) => one[name] === value));
    return seen.length === valuesOf(info).length ? [] : `${code(name)} ${seen.map(code).join(' or ')}`;
  });
}
