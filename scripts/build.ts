import { build } from 'vite';

/** Builds in the modes that are given, one after the other, in one process: to start another takes as long as a small build. */
for (const mode of process.argv.slice(2)) await build({ mode });
