import { useId, useMemo, useState } from 'react';
import { useDerived } from '../../store/context.tsx';
import { Initialisation } from './Initialisation.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixName } from './MatrixName.tsx';
import { MatrixPicker } from './MatrixPicker.tsx';
import { matrixGroups } from './matrices.ts';
import './parameters.css';

/** Every weight, bias and initial state of the cell as a matrix to edit, and the seed from which they come. */
export function ParameterPanel() {
  const derived = useDerived();
  const groups = useMemo(() => matrixGroups(derived), [derived]);
  const [key, setKey] = useState<string | null>(null);
  const id = useId();
  const matrices = groups.flatMap((group) => group.matrices);
  const chosen = matrices.find((matrix) => matrix.key === key) ?? matrices[0];
  return (
    <section className="stack parameter-panel" aria-label="Parameters">
      <h2>Weights and biases</h2>
      <Initialisation />
      <MatrixPicker groups={groups} chosen={chosen} onChoose={setKey} />
      <h3 id={id}>
        <MatrixName matrix={chosen} />: {chosen.meaning} <small>{chosen.shape}</small>
      </h3>
      <MatrixGrid key={chosen.key} matrix={chosen} labelledBy={id} />
      <p className="hint">
        Drag a number up or to the right to raise it, or type one: Enter edits and confirms, Escape cancels, arrow keys
        move, Page Up and Page Down change by 0.1, Alt with an arrow by 0.01.
      </p>
    </section>
  );
}
