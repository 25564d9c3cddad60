import { useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { MatrixName } from './MatrixName.tsx';
import type { Matrix, MatrixGroup } from './matrices.ts';

/** One button for each matrix, layer by layer, with its shape. */
export function MatrixPicker({
  groups,
  chosen,
  onChoose,
}: {
  readonly groups: readonly MatrixGroup[];
  readonly chosen: Matrix;
  readonly onChoose: (key: string) => void;
}) {
  const lit = useGatescope((state) => state.hover ?? state.selection.signal);
  return (
    <div className="row matrix-picker">
      {groups.map(({ label, signal, matrices }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form fields; these are buttons.
        <div
          key={label}
          role="group"
          aria-label={label}
          className="well matrix-group"
          data-signal={signal ?? undefined}
          data-lit={signal !== null && signal === lit ? 'self' : ''}
        >
          <span className="hint" aria-hidden="true">
            {label}
          </span>
          <div className="row">
            {matrices.map((matrix) => (
              <Button
                key={matrix.key}
                aria-pressed={matrix.key === chosen.key}
                title={matrix.meaning}
                data-signal={matrix.signal}
                onClick={() => onChoose(matrix.key)}
              >
                <MatrixName matrix={matrix} /> <small>{matrix.shape.slice(matrix.shape.indexOf('=') + 2)}</small>
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
