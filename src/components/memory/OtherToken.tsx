import { useEffect, useRef } from 'react';
import { withNumber, withToken } from '../../store/memory/beginnings.ts';
import type { Inputs } from '../../store/state.ts';
import { tokenLabel, tokenName } from '../../text/tokens.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { Button } from '../primitives/Button.tsx';

type Sequence = Inputs['sequence'];

interface OtherTokenProps {
  readonly t: number;
  /** The sequence of the other run. */
  readonly sequence: Sequence;
  readonly tokens: readonly string[];
  readonly features: readonly string[];
  readonly onChange: (sequence: Sequence) => void;
  readonly onClose: () => void;
}

/** The largest number of tokens that are shown as buttons; with more, the token is typed. */
const SIDE_BY_SIDE = 30;

/** The input of the other run at one timestep: one of the tokens that the cell knows, or its numbers. */
export function OtherToken({ t, sequence, tokens, features, onChange, onClose }: OtherTokenProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (t > 0) group.current?.querySelector<HTMLElement>('[aria-pressed="true"], input, select')?.focus();
  }, [t]);
  return (
    <fieldset
      ref={group}
      className="row other-token-choice"
      data-owns-keys="all"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend>Timestep {t} of the other run</legend>
      {sequence.kind === 'numbers' ? (
        features.map((feature, column) => (
          <NumberField
            key={feature}
            label={feature}
            value={sequence.rows[t - 1][column]}
            step={0.1}
            onCommit={(value) => onChange(withNumber(sequence, t, column, value))}
          />
        ))
      ) : features.length > SIDE_BY_SIDE ? (
        <Dropdown
          legend="reads"
          choices={features.map((token) => ({ value: token, label: tokenName(token) }))}
          value={tokens[t - 1]}
          onChange={(token) => onChange(withToken(sequence, tokens, t, token))}
        />
      ) : (
        features.map((token) => (
          <Button
            key={token}
            aria-pressed={token === tokens[t - 1]}
            aria-label={tokenName(token)}
            onClick={() => {
              onChange(withToken(sequence, tokens, t, token));
              onClose();
            }}
          >
            <bdi>{tokenLabel(token)}</bdi>
          </Button>
        ))
      )}
      <Button look="icon" aria-label="Close" onClick={onClose}>
        ×
      </Button>
    </fieldset>
  );
}
