/** Memoizes the last call: the same arguments give the same result. A call that throws changes nothing. */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last?.args.every((arg, k) => Object.is(arg, args[k]))) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}
