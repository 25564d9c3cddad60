import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/** Folder of tsc's declaration files, one per module. */
const LOOSE = 'lib/types';
const silent = { default: { logLevel: ExtractorLogLevel.None } } as const;

/** Bundles the declarations of an entry into one file without imports of its own modules. Throws if that fails. */
function bundleTypes(entry: string, file: string): void {
  const main = resolve(LOOSE, entry);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: resolve('.'),
      mainEntryPointFilePath: main,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            lib: ['es2023', 'dom'],
            types: [],
            strict: true,
            skipLibCheck: true,
            allowImportingTsExtensions: true,
            noEmit: true,
          },
          files: [main],
        },
      },
      dtsRollup: { enabled: true, untrimmedFilePath: resolve(file) },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
  const { succeeded } = Extractor.invoke(config, {
    messageCallback(message) {
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  if (!succeeded) throw new Error(`The types of ${entry} could not be joined.`);
}

bundleTypes('embed/GateDiagram.d.ts', 'lib/react/GateDiagram.d.ts');
// TypeScript 7 refuses to import a style sheet that has no declarations
writeFileSync('lib/react/style.d.ts', 'export {};\n');
rmSync(LOOSE, { recursive: true });
