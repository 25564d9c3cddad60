/** A kind of video that a browser encodes. */
export interface VideoKind {
  readonly ending: 'mp4' | 'webm';
  readonly codec: 'avc' | 'vp9';
}

/** In the order of preference: every slide program plays the first. The strings are those of the WebCodecs registry. */
const kinds: readonly (VideoKind & { readonly registered: string })[] = [
  { ending: 'mp4', codec: 'avc', registered: 'avc1.640028' },
  { ending: 'webm', codec: 'vp9', registered: 'vp09.00.40.08' },
];

/** The kind in which this browser can encode pictures of the width and height; null where it cannot. */
export async function videoKind(width: number, height: number): Promise<VideoKind | null> {
  if (typeof VideoEncoder === 'undefined') return null;
  for (const { registered, ...kind } of kinds) {
    const { supported } = await VideoEncoder.isConfigSupported({ codec: registered, width, height }).catch(() => ({
      supported: false,
    }));
    if (supported) return kind;
  }
  return null;
}
