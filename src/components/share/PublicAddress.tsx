import { useId } from 'react';
import { isLocal, webAddress } from './snippet.ts';

interface Props {
  /** The address as it was typed. */
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

/** Asks for the address of the published site where that of the page leads nowhere for others. */
export function PublicAddress({ typed, onChange }: Props) {
  const id = useId();
  if (!isLocal(window.location.href)) return null;
  const refused = typed !== '' && webAddress(typed) === null;
  return (
    <div className="field">
      <p className="hint">
        The address of this page works only on this computer or its network. To make links for others, give the address
        at which the site is published.
      </p>
      <label htmlFor={id}>Public address of the site</label>
      <input
        id={id}
        type="url"
        placeholder="https://example.org/gatescope/"
        value={typed}
        aria-invalid={refused}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {refused && (
        <p className="hint" role="status">
          Type a full address that begins with https://.
        </p>
      )}
    </div>
  );
}
