import { lazy, Suspense, useRef, useState } from 'react';
import { useGatescope } from '../../store/context.tsx';
import type { Begun } from './begun.ts';
import { useBegin } from './useBegin.ts';

const Pins = lazy(async () => ({ default: (await import('./Pins.tsx')).Pins }));

/** Container of the interventions' list and editor, which load with the first intervention. */
export function PinPlace() {
  const some = useGatescope(({ inputs }) => inputs.interventions !== undefined);
  const [begun, setBegun] = useState<Begun | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useBegin(place, setBegun);
  return (
    <div className="pin-place" ref={place}>
      {(some || begun) && (
        <Suspense fallback={null}>
          <Pins begun={begun} onBegin={setBegun} />
        </Suspense>
      )}
    </div>
  );
}
