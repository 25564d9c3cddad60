/** The files of a frame that it fetches once its diagram is drawn: what ties it to its address and to the page around it. */
export { reportHeight } from '../components/height/reportHeight.ts';
export { bindUrl } from '../components/share/bindUrl.ts';
