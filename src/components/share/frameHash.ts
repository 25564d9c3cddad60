import { fewParts, partsBeside } from '../visibleParts.ts';

/** The keys of a frame's address: where they name no parts, those for which a frame has room. */
export function frameHash(hash: string): string {
  const keys = hash.replace(/^#/, '');
  return /(^|&)(parts|hide)=/.test(keys) ? keys : `${keys}&hide=${partsBeside(fewParts).join(',')}`;
}
