/** An import of a file, or of one of the modules in it. */
const IMPORT = String.raw`import\([^()]*\)(?:\.then\(\w+=>\w+\.\w+\))?`;

/** A function that takes one name out of a module and hands it on in an object, of which nothing but the name is read. */
const ONE_NAME = new RegExp(String.raw`async\(\)=>\{let\{(\w+):(\w+)\}=await (${IMPORT});return\{\1:\2\}\}`, 'g');

/** The import of a file with which no other is fetched. */
const ALONE = new RegExp(String.raw`[\w$]+\(\(\)=>(${IMPORT}),\[\],import\.meta\.url\)`, 'g');

/**
 * The code of a frame with the imports of its later parts written short: Vite makes a function of each, so that a bundler sees
 * which name of a module is used, and lets a helper fetch even what comes alone.
 */
export const withShortImports = (code: string): string => code.replace(ONE_NAME, '()=>$3').replace(ALONE, '$1');
