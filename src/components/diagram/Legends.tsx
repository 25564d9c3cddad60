import { useGatescope, useGradient } from '../../store/context.tsx';
import { Legend } from '../charts/Legend.tsx';
import { useDark } from '../useColours.ts';

/** The keys to the colour scales in use: both of values, or that of gradients. */
export function Legends() {
  const dark = useDark();
  const gradient = useGradient();
  const numbered = useGatescope(({ inputs, view }) => view.zoom === 'lanes' && inputs.H > 1);
  if (gradient)
    return (
      <div className="columns legends">
        <Legend kind="gradient" dark={dark} unit={gradient.largest || 1} />
      </div>
    );
  return (
    <div className="columns legends">
      <Legend kind="gate" dark={dark} />
      <Legend kind="signed" dark={dark} />
      {numbered && (
        <p className="hint">
          <strong>1, 2, …</strong> at the edge of the cell number its units, as their stripes lie in each wire.
        </p>
      )}
    </div>
  );
}
