/** Memoizes the last call, or the last few: the same arguments give the same result. A call that throws changes nothing. */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R, kept = 1): (...args: A) => R {
  let calls: readonly { readonly args: A; readonly result: R }[] = [];
  return (...args) => {
    let call = calls.find(
      (one) => one.args.length === args.length && one.args.every((arg, k) => Object.is(arg, args[k])),
    );
    if (!call) {
      call = { args, result: compute(...args) };
      calls = [call, ...calls].slice(0, kept);
    }
    return call.result;
  };
}
