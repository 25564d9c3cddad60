import type { LayerArithmetic } from '../../notation/arithmetic.ts';
import { FunctionPicture } from './FunctionPicture.tsx';
import { relationOf, writtenOf } from './printedOperation.ts';

interface SquashingProps extends Pick<LayerArithmetic, 'op' | 'constants'> {
  readonly argument: LayerArithmetic['result'];
  readonly result: LayerArithmetic['result'];
}

/** A function of one number: its curve, and the printed result. */
export function Squashing({ op, constants, argument, result }: SquashingProps) {
  const written = writtenOf(op, constants, [argument]);
  return (
    <div className="row">
      <FunctionPicture op={op} constants={constants} argument={argument.value} result={result.value} />
      <p>
        {written} {relationOf(op, constants, [argument], result)} <strong>{result.text}</strong>
      </p>
    </div>
  );
}
