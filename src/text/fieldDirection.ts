/** Blocks of Unicode with letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The direction of a text field: each paragraph its own only where one could run from right to left, because browsers
 * then take several times as long to lay out a text.
 */
export const fieldDirection = (text: string): 'auto' | 'ltr' => (RIGHT_TO_LEFT.test(text) ? 'auto' : 'ltr');
