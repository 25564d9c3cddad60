import { Deferred } from '../components/Deferred.tsx';
import { fetched } from '../components/fetched.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { Popover } from '../components/primitives/Popover.tsx';

const ViewChoices = fetched(async () => (await import('./ViewChoices.tsx')).ViewChoices);

/** The settings made once, in a popover. */
export function ViewMenu({ narrow, onKeys }: { readonly narrow: boolean; readonly onKeys: () => void }) {
  return (
    <Popover label="View" title="View" className="view-menu">
      {(close) => (
        <PartBoundary name="The view">
          <Deferred meanwhile={<p className="hint">Loading…</p>}>
            <ViewChoices
              narrow={narrow}
              onKeys={() => {
                close();
                onKeys();
              }}
            />
          </Deferred>
        </PartBoundary>
      )}
    </Popover>
  );
}
