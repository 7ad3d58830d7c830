/** <offline-keep>: keeps the site on this device, removes it again, and tells what is kept and of which day. */
import { dateInWords } from '../../lib/dates.ts';
import {
  isKeptSize,
  keptCache,
  progressChannel,
  workerAddress,
  type KeptSize,
  type KeptState,
  type Progress,
} from '../../lib/offline.ts';
import { counted } from '../../lib/text.ts';
import { part } from '../dom.ts';

/** Milliseconds that the worker has to say what it keeps. */
const timeout = 10_000;
const nothing = 'Nothing is kept on this device.';
const refused =
  'This browser refuses to keep pages: it is in a private window, too old, or set so. You can print a briefing pack instead.';
const faults = {
  full: 'There is no room left for it: the browser’s storage is full. Free some space, or choose a smaller size.',
  line: 'The connection broke off, or the site was just being renewed. Nothing new counts as kept until all of it is here. Press “Keep on this device” to go on: what has arrived is not fetched again.',
} as const;

const stateOf = (worker: ServiceWorker): Promise<KeptState | undefined> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<KeptState>) => resolve(data);
    setTimeout(() => resolve(undefined), timeout);
    worker.postMessage('state', [port2]);
  });

const settled = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

class OfflineKeep extends HTMLElement {
  #form = part(this, 'form', HTMLFormElement);
  #remove = part(this, '[data-remove]', HTMLButtonElement);
  #status = part(this, '[role="status"]', HTMLElement);
  #progress = part(this, 'progress', HTMLProgressElement);
  #fault: keyof typeof faults | undefined;
  #isDamaged = false;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const size = new FormData(this.#form).get('size');
      if (isKeptSize(size)) void this.#run(() => this.#keep(size));
    });
    this.#remove.addEventListener('click', () => void this.#run(() => this.#empty()));
    // Another tab, or a renewed site.
    navigator.serviceWorker?.addEventListener('controllerchange', () => void this.#tell().catch(() => undefined));
    void this.#run(() => this.#tell());
  }

  /** One thing at a time; what the browser refuses is told. */
  async #run(work: () => Promise<void>): Promise<void> {
    const buttons = [...this.querySelectorAll('button')];
    const pressed = buttons.find((button) => button === document.activeElement);
    for (const button of buttons) button.disabled = true;
    try {
      if (!navigator.serviceWorker || !window.caches) throw new Error('no workers here');
      await work();
    } catch (error) {
      // A worker that cannot be fetched or read is a TypeError; everything else is the browser’s own refusal.
      this.#say(error instanceof TypeError ? faults.line : refused);
    }
    this.#progress.hidden = true;
    for (const button of buttons) button.disabled = false;
    // A button that rests or goes loses the focus; a reader who has gone on meanwhile is left alone.
    if (pressed && document.activeElement === document.body)
      (pressed.hidden ? buttons.find(({ hidden }) => !hidden) : pressed)?.focus({ preventScroll: true });
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }

  async #tell(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration('/');
    const hasFiles = await caches.has(keptCache);
    this.#remove.hidden = !registration && !hasFiles;
    if (!registration?.active) {
      this.#say(hasFiles ? `An earlier try was not finished. ${faults.line}` : nothing);
      return;
    }
    const state = await stateOf(registration.active);
    if (!state) {
      this.#say('Something is kept, but it does not answer. Remove it, then keep it again.');
      return;
    }
    const choice = this.#form.querySelector<HTMLInputElement>(`[value="${state.size}"]`);
    if (choice) choice.checked = true;
    const name = choice?.labels?.[0]?.querySelector('strong')?.textContent ?? '';
    this.#isDamaged = state.missing > 0;
    if (this.#isDamaged) {
      this.#say(
        `This browser has deleted ${counted(state.missing, 'file')} of what was kept. Keep it again to fetch them.`,
      );
      return;
    }
    this.#say(
      `Kept on this device: ${name}, as published on ${dateInWords(state.day)} (${counted(state.count, 'file')}). While you read online, what has changed is fetched.`,
    );
  }

  async #keep(size: KeptSize): Promise<void> {
    const channel = new BroadcastChannel(progressChannel);
    channel.onmessage = ({ data }: MessageEvent<Progress>) => {
      if ('fault' in data) this.#fault = data.fault;
      else {
        this.#progress.hidden = false;
        this.#progress.max = data.of;
        this.#progress.value = data.done;
      }
    };
    this.#say('Fetching … You can go on reading; leave this browser open.');
    this.#fault = undefined;
    try {
      // Under another address the browser installs it again, which fetches what is missing.
      const address = `${workerAddress(size)}${this.#isDamaged ? `?again=${Date.now()}` : ''}`;
      const registration = await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
      const isNew = registration.installing ?? (await registration.update()).installing;
      const isKept = !isNew || (await settled(isNew));
      if (isKept) await this.#tell();
      else {
        // The end of a worker and its last words come on two ways: either may be first.
        for (let tries = 0; !this.#fault && tries < 20; tries += 1) await pause(100);
        this.#say(faults[this.#fault ?? 'line'] + (registration.active ? ' What was kept before is still there.' : ''));
      }
      this.#remove.hidden = false;
    } finally {
      channel.close();
    }
  }

  async #empty(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration('/');
    await registration?.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    this.#remove.hidden = true;
    this.#say(nothing);
  }
}

customElements.define('offline-keep', OfflineKeep);
