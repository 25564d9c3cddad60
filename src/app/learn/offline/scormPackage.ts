import { strToU8, zipSync } from 'fflate';
import { attribute } from '../../../components/share/snippet.ts';
import { hashOf } from '../../../text/hash.ts';

/** The page of the package. */
const PAGE = 'index.html';

/** The manifest of a package with one page (SCORM 1.2 Content Aggregation Model, 2.2). */
function manifestOf(title: string, markdown: string): string {
  const id = `gatescope-${hashOf(markdown).toString(36)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${attribute(title)}</title>
      <item identifier="item" identifierref="resource">
        <title>${attribute(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource" type="webcontent" adlcp:scormtype="sco" href="${PAGE}">
      <file href="${PAGE}"/>
    </resource>
  </resources>
</manifest>
`;
}

/** A SCORM 1.2 package, as a zip, of the offline page with a lesson. */
export function scormPackage(page: string, title: string, markdown: string): Uint8Array<ArrayBuffer> {
  return zipSync({ 'imsmanifest.xml': strToU8(manifestOf(title, markdown)), [PAGE]: strToU8(page) });
}
