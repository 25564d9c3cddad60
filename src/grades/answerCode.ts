import type { Answer } from './book.ts';
import { NONCES } from './book.ts';

/** The content of an answer code: a question by its check, and an answer to it. */
export interface CodedAnswer extends Pick<Answer, 'of' | 'sure' | 'nonce'> {
  /** The index of an option, or the place of a guess on its axis in hundredths. */
  readonly step: number;
}

/** Steps are whole numbers from 0 to below this. */
export const STEPS = 2 ** 7;

/** Characters of a code. */
const LENGTH = 8;
/** Characters of a code before its checksum. */
const CONTENT = 6;

/** Base 32 without letters that look like digits or like each other (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters that are read as others. */
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The CRC-10/ATM of values of `width` bits each (polynomial x¹⁰ + x⁹ + x⁵ + x⁴ + x + 1, start 0). It finds every change
 * within ten bits in a row: one wrong character, or two neighbours exchanged.
 */
export function crc10(values: readonly number[], width: number): number {
  let sum = 0;
  for (const value of values)
    for (let bit = width - 1; bit >= 0; bit--) {
      const out = ((sum >>> 9) ^ (value >>> bit)) & 1;
      sum = ((sum << 1) & 0x3ff) ^ (out ? 0x233 : 0);
    }
  return sum;
}

/**
 * The code of an answer: eight characters that contain a letter and a digit, so that they are found among words. The nonce
 * is taken further until they do.
 */
export function codeOf({ of, step, sure, nonce }: CodedAnswer): string {
  for (let k = 0; ; k++) {
    const content = (of << 20) | (step << 13) | ((sure ? 1 : 0) << 12) | ((nonce + k) % NONCES);
    const digits = Array.from({ length: CONTENT }, (_, at) => (content >>> (5 * (CONTENT - 1 - at))) & 31);
    const sum = crc10(digits, 5);
    const code = [...digits, sum >>> 5, sum & 31].map((digit) => ALPHABET[digit]).join('');
    if (isMixed(code)) return code;
  }
}

const isMixed = (word: string): boolean => /\d/.test(word) && /[A-Z]/.test(word);

/** The answer of a code; null where its checksum does not fit. */
export function readCode(code: string): CodedAnswer | null {
  const digits = Array.from(code.toUpperCase(), (one) => ALPHABET.indexOf(ALIKE[one] ?? one));
  if (digits.length !== LENGTH || digits.includes(-1)) return null;
  const content = digits.slice(0, CONTENT);
  if (crc10(content, 5) !== ((digits[CONTENT] << 5) | digits[CONTENT + 1])) return null;
  const bits = content.reduce((all, digit) => (all << 5) | digit, 0);
  return { of: (bits >>> 20) & 1023, step: (bits >>> 13) & 127, sure: ((bits >>> 12) & 1) === 1, nonce: bits & 4095 };
}

/** The codes in a text. */
export interface FoundCodes {
  /** The answers, each code once. */
  readonly answers: readonly CodedAnswer[];
  /** Codes that occur more than once. */
  readonly repeated: readonly string[];
  /** Words that look like a code but are none: a character is wrong, missing or too many. */
  readonly broken: readonly string[];
}

/** A word that may be a code, or one with a character too few or too many. */
const CANDIDATE = new RegExp(`^[0-9A-TV-Z]{${LENGTH - 1},${LENGTH + 1}}$`);

/** Finds the codes among the words of a text, in either case. */
export function codesIn(text: string): FoundCodes {
  const words = text.toUpperCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const answers = new Map<string, CodedAnswer>();
  const repeated = new Set<string>();
  const broken = new Set<string>();
  for (const word of words) {
    if (!CANDIDATE.test(word) || !isMixed(word)) continue;
    const answer = readCode(word);
    if (!answer) broken.add(word);
    else {
      const code = codeOf(answer);
      if (answers.has(code)) repeated.add(code);
      answers.set(code, answer);
    }
  }
  return { answers: [...answers.values()], repeated: [...repeated], broken: [...broken] };
}
