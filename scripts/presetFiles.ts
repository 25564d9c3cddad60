import { type Plugin, runnerImport } from 'vite';

/** Writes the inputs of every preset into a file of its own, which a frame fetches as data when its link names the preset. */
export const presetFiles: Plugin = {
  name: 'preset-files',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  async generateBundle() {
    const { module } = await runnerImport<typeof import('./presets/all.ts')>('./scripts/presets/all.ts');
    for (const [id, source] of Object.entries(module.presetTexts))
      this.emitFile({ type: 'asset', fileName: `presets/${id}.json`, source });
  },
};
