/** A module in the bundler's graph, as far as chunks depend on it. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A part of the site, whose modules load together. */
export interface Part {
  /** Paths of its root modules, relative to the project. */
  readonly roots?: readonly string[];
  /** Entries of pages: their imports belong to the part, the entries themselves do not. */
  readonly entries?: readonly string[];
}

/** A chunk's name and a condition on the parts that need its modules: all of some, any of some, and any of others. */
interface Chunk<P extends string> {
  readonly name: string;
  readonly all?: readonly P[];
  readonly any?: readonly P[];
  readonly and?: readonly P[];
}

/**
 * Names the chunk of each module, so that a page asks for few files: static imports lead from the roots of each part to
 * the modules that it needs, and a module goes to the first chunk that wants what is needed by those parts.
 */
export function chunksOf<P extends string>(
  parts: Readonly<Record<P, Part>>,
  chunks: readonly Chunk<P>[],
): (id: string, graph: Graph) => string | null {
  let needed: ReadonlyMap<string, ReadonlySet<P>> | null = null;
  return (id, graph) => {
    needed ??= neededBy(parts, graph);
    const by = needed.get(id);
    if (!by) return null;
    const anyOf = (some: readonly P[] = []): boolean => some.length === 0 || some.some((part) => by.has(part));
    const fits = ({ all = [], any, and }: Chunk<P>): boolean =>
      all.every((part) => by.has(part)) && anyOf(any) && anyOf(and);
    return chunks.find(fits)?.name ?? null;
  };
}

/** The parts that need each module. */
function neededBy<P extends string>(
  parts: Readonly<Record<P, Part>>,
  graph: Graph,
): ReadonlyMap<string, ReadonlySet<P>> {
  const needed = new Map<string, Set<P>>();
  const visit = (id: string, part: P): void => {
    const by = needed.get(id) ?? new Set();
    const module = graph.getModuleInfo(id);
    if (by.has(part) || !module) return;
    needed.set(id, by.add(part));
    for (const imported of module.importedIds) visit(imported, part);
  };
  for (const part of Object.keys(parts) as P[]) {
    const { roots = [], entries = [] } = parts[part];
    for (const path of [...roots, ...entries]) {
      const { pathname, search } = new URL(`../${path}`, import.meta.url);
      const id = pathname + search;
      const module = graph.getModuleInfo(id);
      if (!module) throw new Error(`The part “${part}” of the site begins with ${path}, which no page imports`);
      for (const start of roots.includes(path) ? [id] : module.importedIds) visit(start, part);
    }
  }
  return needed;
}
