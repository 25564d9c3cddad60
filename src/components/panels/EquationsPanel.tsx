import { useMemo, useState } from 'react';
import { parameterCountOf } from '../../notation/count.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { type EquationMode, Equations } from '../equations/Equations.tsx';
import { useBefore } from '../useBefore.ts';

/** The equations of the cell and how many numbers it learns, beside those of the cell shown before. */
export function EquationsPanel() {
  const { cell, tape, sizes } = useDerived();
  const { t } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const { hover, select } = useActions();
  const before = useBefore();
  const [mode, setMode] = useState<EquationMode>('symbols');
  const counts = useMemo(
    () => [cell, ...(before ? [before] : [])].map((c) => ({ name: c.name, ...parameterCountOf(c, sizes) })),
    [cell, before, sizes],
  );
  return (
    <>
      <h2>
        Equations <small>{cell.name}</small>
      </h2>
      <Equations
        cell={cell}
        before={before}
        readings={tape}
        t={t}
        unit={unit}
        mode={mode}
        selected={signal}
        hover={hovered}
        onMode={setMode}
        onHover={hover}
        onSelect={(key) => select(key)}
      />
      <dl className="counts">
        {counts.map(({ name, count, text }, k) => (
          <div key={k === 0 ? 'now' : 'before'} data-before={k > 0 || undefined}>
            <dt>
              {name}
              {k > 0 ? ' (before)' : ''}
            </dt>
            <dd>
              {text} = <strong>{count}</strong> parameters
            </dd>
          </div>
        ))}
      </dl>
      <p className="fine-print">
        D = {sizes.D} inputs, H = {sizes.H} units. {cell.declaration.reference}.
      </p>
    </>
  );
}
