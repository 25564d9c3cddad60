/** The face that stands for a character without one: the mark that makes it visible, and its name as it is read aloud. */
export interface Face {
  readonly mark: string;
  readonly name: string;
}

/** The faces of rare characters. A frame has them once a token needs one, or before the first change. */
export const rareFaces: ReadonlyMap<string, Face> = new Map([
  ['\u00AD', { mark: '[SHY]', name: 'soft hyphen' }],
  ['\u034F', { mark: '[CGJ]', name: 'combining grapheme joiner' }],
  ['\u061C', { mark: '[ALM]', name: 'Arabic letter mark' }],
  ['\u1680', { mark: '[OGSP]', name: 'Ogham space' }],
  ['\u2000', { mark: '[NQSP]', name: 'en quad' }],
  ['\u2001', { mark: '[MQSP]', name: 'em quad' }],
  ['\u2002', { mark: '[ENSP]', name: 'en space' }],
  ['\u2003', { mark: '[EMSP]', name: 'em space' }],
  ['\u2004', { mark: '[3/MSP]', name: 'third of an em space' }],
  ['\u2005', { mark: '[4/MSP]', name: 'quarter of an em space' }],
  ['\u2006', { mark: '[6/MSP]', name: 'sixth of an em space' }],
  ['\u2007', { mark: '[FSP]', name: 'figure space' }],
  ['\u2008', { mark: '[PSP]', name: 'punctuation space' }],
  ['\u2009', { mark: '[THSP]', name: 'thin space' }],
  ['\u200A', { mark: '[HSP]', name: 'hair space' }],
  ['\u200B', { mark: '[ZWSP]', name: 'zero-width space' }],
  ['\u200C', { mark: '[ZWNJ]', name: 'zero-width non-joiner' }],
  ['\u200D', { mark: '[ZWJ]', name: 'zero-width joiner' }],
  ['\u200E', { mark: '[LRM]', name: 'left-to-right mark' }],
  ['\u200F', { mark: '[RLM]', name: 'right-to-left mark' }],
  ['\u2028', { mark: '[LSEP]', name: 'line separator' }],
  ['\u2029', { mark: '[PSEP]', name: 'paragraph separator' }],
  ['\u202A', { mark: '[LRE]', name: 'left-to-right embedding' }],
  ['\u202B', { mark: '[RLE]', name: 'right-to-left embedding' }],
  ['\u202C', { mark: '[PDF]', name: 'end of a direction' }],
  ['\u202D', { mark: '[LRO]', name: 'left-to-right override' }],
  ['\u202E', { mark: '[RLO]', name: 'right-to-left override' }],
  ['\u202F', { mark: '[NNBSP]', name: 'narrow no-break space' }],
  ['\u205F', { mark: '[MMSP]', name: 'mathematical space' }],
  ['\u2060', { mark: '[WJ]', name: 'word joiner' }],
  ['\u2066', { mark: '[LRI]', name: 'left-to-right isolate' }],
  ['\u2067', { mark: '[RLI]', name: 'right-to-left isolate' }],
  ['\u2068', { mark: '[FSI]', name: 'first strong isolate' }],
  ['\u2069', { mark: '[PDI]', name: 'end of an isolate' }],
  ['\u2800', { mark: '[BRBL]', name: 'blank braille pattern' }],
  ['\u3000', { mark: '[IDSP]', name: 'ideographic space' }],
  ['\u3164', { mark: '[HF]', name: 'Hangul filler' }],
  ['\uFEFF', { mark: '[BOM]', name: 'byte order mark' }],
]);
