/** The same result for the same arguments as last time. A throw is not remembered and forgets nothing. */
export function remembered<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last?.args.every((arg, k) => Object.is(arg, args[k]))) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}
