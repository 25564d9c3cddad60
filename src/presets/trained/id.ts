/** Ids of presets that are trained begin like this; what follows is the name of the model. */
export const TRAINED = 'trained-';
