/** The beginning of the ids of trained presets; the name of the model follows. */
export const TRAINED = 'trained-';

/** The beginning of the ids of presets set by hand to name the first letter; the id of the cell follows. */
export const FIRST_LETTER = 'first-letter-';

/** Preset of a first visit, opened in the middle of its sequence, where its values are telling. */
export const HOME = { id: 'trained-anbn-lstm', t: 14 } as const;
