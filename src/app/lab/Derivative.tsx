interface DerivativeProps {
  /** The letter of the state, or “s” for all of them together. */
  readonly of: string;
  /** True for the norm of the derivative. */
  readonly norm?: boolean;
}

/** d state_T / d state_k in letters: how the last value of a state depends on an earlier one. */
export function Derivative({ of, norm = false }: DerivativeProps) {
  return (
    <span className="derivative">
      {norm && '‖'}d{of}
      <sub>T</sub> / d{of}
      <sub>k</sub>
      {norm && '‖'}
    </span>
  );
}
