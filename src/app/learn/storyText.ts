/** Fetches the Markdown of the story. */
export const storyText = async (): Promise<string> => (await import('./story.md?raw')).default;
