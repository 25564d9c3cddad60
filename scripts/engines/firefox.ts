import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { onPath } from '../executables.ts';
import type { Engine, Media } from './engine.ts';
import { inputsOf } from './input.ts';
import { background } from './process.ts';

const executable = (): string | undefined => process.env.FIREFOX ?? onPath('firefox', 'firefox-esr');

/**
 * Preferences of a profile that asks nothing, fetches nothing by itself, and counts every window as the one in front.
 */
const preferencesOf = ({ dark, still }: Media): Readonly<Record<string, string | number | boolean>> => ({
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'focusmanager.testmode': true,
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
  'network.captive-portal-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'ui.prefersReducedMotion': still ? 1 : 0,
});

/** Firefox, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks without a driver beside it. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (executable() ? null : 'a Firefox on PATH or at $FIREFOX'),
  launch: async (media) => {
    const profile = mkdtempSync(join(tmpdir(), 'gatescope-firefox-'));
    const lines = Object.entries(preferencesOf(media)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const browser = await background(
      executable() ?? 'firefox',
      ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'],
      /^WebDriver BiDi listening on /,
    );
    const socket = new WebSocket(`${browser.line.replace('WebDriver BiDi listening on ', '').trim()}/session`);
    await once(socket, 'open');
    const send = senderOf(socket);
    const { capabilities } = await send<{ capabilities: Record<string, string> }>('session.new', { capabilities: {} });
    // the page of a window that no one has opened is told nothing of its focus
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
    return {
      version: `Firefox ${capabilities.browserVersion}`,
      go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
      run: async (expression) => {
        const target = { context };
        const answer = await send<Evaluated>('script.evaluate', { expression, target, awaitPromise: true });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
      },
      ...inputsOf((actions) => send('input.performActions', { context, actions })),
      resize: async (width, height) =>
        void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
      picture: async () =>
        Buffer.from((await send<{ data: string }>('browsingContext.captureScreenshot', { context })).data, 'base64'),
      close: async () => {
        socket.terminate();
        await browser.end();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

/** The answer to `script.evaluate`. */
type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** Sends commands; each resolves with its result, or throws the message of its error. */
function senderOf(socket: WebSocket) {
  let sent = 0;
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  socket.on('message', (text) => {
    const { id, type, result, error, message } = JSON.parse(String(text));
    const one = waiting.get(id);
    waiting.delete(id);
    if (type === 'error') one?.reject(new Error(`${error}: ${message}`));
    else one?.resolve(result);
  });
  socket.on('close', () => {
    for (const one of waiting.values()) one.reject(new Error('Firefox closed the connection.'));
  });
  return <R = unknown>(method: string, params: object): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      const id = ++sent;
      waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
