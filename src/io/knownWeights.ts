/** The files of weights that the page reads, told to a person who brought another. */
export const KNOWN_WEIGHTS =
  'Weights can be a file that Gatescope saved, or the state_dict of a PyTorch RNN, LSTM or GRU, as safetensors or as JSON with lists: {"weight_ih_l0": [[…], …], …}.';
