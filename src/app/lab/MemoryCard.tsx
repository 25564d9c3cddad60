import { useEffect, useMemo, useState } from 'react';
import { nameOf } from '../../cells/index.ts';
import { useDarkGround } from '../../components/useMedia.ts';
import { TRAINED } from '../../presets/ids.ts';
import { signalName } from '../../store/memory/memoryWords.ts';
import type { Example, Task } from '../../training/task.ts';
import { exampleMemory, labMemory, memoryCells } from './labMemory.ts';
import { useSetting } from './labStore.ts';
import { MemoryStrips } from './MemoryStrips.tsx';
import type { CellNetworks } from './useNetworks.ts';

interface MemoryCardProps {
  readonly task: Task;
  readonly example: Example;
  readonly networks: readonly CellNetworks[];
}

/** Longest sequence with a map on the page; longer ones are left to the command line. */
const LONGEST = 102;

const presetOf = (task: Task, cell: string): string => `${TRAINED}${task.id}-${cell}`;

/** The memory of the first symbol in an LSTM and a GRU, side by side, by values borrowed from a run that begins otherwise. */
export function MemoryCard({ task, example, networks }: MemoryCardProps) {
  const examples = useExamples(task);
  const dark = useDarkGround(useSetting('theme'));
  const gap = example.tokens.length - 2;
  const here = useMemo(
    () =>
      example.tokens.length > LONGEST
        ? []
        : memoryCells.flatMap((cell) => {
            const network = networks.find((one) => one.cell === cell)?.after;
            return network ? [{ cell, words: labMemory(network, task, example).words }] : [];
          }),
    [networks, task, example],
  );
  return (
    <section className="card stack" aria-labelledby="memory">
      <h2 id="memory">Where each cell keeps it</h2>
      <p className="prose">
        Run the same network twice, on sequences that begin with different symbols. Then borrow a single value from the
        second run, recompute everything after it, and see how far the answer moves towards that of the second run. Both
        cells below are the trained examples of Explore, which learned the task with a gap of 30.
      </p>
      <div className="columns memory-pair">
        {memoryCells.map((cell, k) => {
          const memory = examples?.[k];
          return (
            <article key={cell} className="stack" aria-label={nameOf(cell)}>
              <h3>{nameOf(cell)}</h3>
              {memory?.map && (
                <>
                  <MemoryStrips
                    map={memory.map}
                    names={memory.map.rows.map((id) => signalName(memory.cell, id))}
                    ends={[`1 (${memory.tokens[0]} or ${memory.others[0]})`, `${memory.tokens.length} (?)`]}
                    dark={dark}
                    summary={memory.words}
                  />
                  <p>{memory.words}</p>
                  <p>{memory.pairs}</p>
                  <p>
                    <a
                      href={`./index.html#v=1&preset=${presetOf(task, cell)}&other=${encodeURIComponent(memory.others.join(''))}`}
                    >
                      Borrow values of this {nameOf(cell)} yourself
                    </a>
                  </p>
                </>
              )}
            </article>
          );
        })}
      </div>
      {here.length > 0 && (
        <div className="stack">
          <h3>The networks of this page, trained with a gap of {gap}</h3>
          {here.map(({ cell, words }) => (
            <p key={cell}>
              <strong>{nameOf(cell)}.</strong> {words}
            </p>
          ))}
        </div>
      )}
      <p className="hint">
        Orange: towards the answer of the second run, all the way at full strength; blue: away from it. The map
        localises but does not explain: a borrowed value can be one that this cell would never have.
      </p>
    </section>
  );
}

type Shown = ReturnType<typeof exampleMemory>;

/** The maps of the examples of the main page, once they are fetched. */
function useExamples(task: Task): readonly Shown[] | null {
  const [memories, setMemories] = useState<readonly Shown[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<readonly Shown[]> => {
      const { trainedInputs } = await import('../../presets/trained/inputs.ts');
      const inputs = await Promise.all(memoryCells.map((cell) => trainedInputs(presetOf(task, cell))));
      return inputs.map((one) => (one ? exampleMemory(one, task) : null));
    };
    load().then((loaded) => wanted && setMemories(loaded), reportError);
    return () => {
      wanted = false;
    };
  }, [task]);
  return memories;
}
