import { Ramp } from '../../components/charts/Legend.tsx';
import { usePrinted } from '../../components/useMedia.ts';

/** The key to the colours of all pictures on paper, where no value can be looked up. */
export function PrintKey() {
  return (
    usePrinted() && (
      <p className="row hint print-key">
        Value <Ramp kind="signed" dark={false} /> Gate <Ramp kind="gate" dark={false} />
      </p>
    )
  );
}
