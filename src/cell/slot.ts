/** A reference to an argument of a signal: a signal of the same timestep, a state of the timestep before, or the input. */
export type Ref =
  | { readonly kind: 'signal'; readonly id: string }
  | { readonly kind: 'previous'; readonly id: string }
  | { readonly kind: 'input'; readonly id: 'x' };

/** The kinds of slot: the vector itself, a state at the timestep before, or the sum under a layer's activation. */
type SlotKind = 'current' | 'previous' | 'preActivation';

const PREVIOUS = 'prev.';
const PRE_ACTIVATION = '.pre';

/** The form of a reference's key, and of the name of a slot in a tape. */
export const KEY_PATTERN = /^(prev\.)?[A-Za-z]{1,32}$/;
export const SLOT_PATTERN = /^[A-Za-z]{1,32}(\.pre)?$/;

/** The name of a layer's pre-activation on a tape: `f.pre`. */
export const preActivationOf = (signal: string): string => `${signal}${PRE_ACTIVATION}`;

/** The slot of a state at the timestep before: `prev.C`. */
export const previousOf = (state: string): string => `${PREVIOUS}${state}`;

/** The key of a reference, as `data-signal` and readings carry it: `x`, `C`, or `prev.C` for the timestep before. */
export const refKey = ({ kind, id }: Ref): string => (kind === 'previous' ? previousOf(id) : id);

/** Reads a key: which signal, state or input it names, and as which kind of slot. */
export function slotOf(key: string): { readonly id: string; readonly kind: SlotKind } {
  if (key.startsWith(PREVIOUS)) return { id: key.slice(PREVIOUS.length), kind: 'previous' };
  if (key.endsWith(PRE_ACTIVATION)) return { id: key.slice(0, -PRE_ACTIVATION.length), kind: 'preActivation' };
  return { id: key, kind: 'current' };
}

/** The id of the signal, state or input that a key names, now or before; a pre-activation counts as its layer. */
export const idOfKey = (key: string): string => slotOf(key).id;

/** A key with a pre-activation counted as its layer: `f` for `f.pre`. */
export const layerKey = (key: string): string => (slotOf(key).kind === 'preActivation' ? idOfKey(key) : key);

/** The timestep at which the values of a key are computed, seen from timestep t. */
export const timestepOfKey = (key: string, t: number): number => (slotOf(key).kind === 'previous' ? t - 1 : t);

/** All references of a signal: the arguments of its operation and the sources of its learned sum. */
export function refsOf({
  args,
  affine,
}: {
  readonly args: readonly Ref[];
  readonly affine: { readonly terms: readonly { readonly ref: Ref }[] } | null;
}): readonly Ref[] {
  return [...args, ...(affine?.terms ?? []).map(({ ref }) => ref)];
}
