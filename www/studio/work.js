/**
 * What is done with the worker, one thing after another: how far it is, what went wrong with it, and the way to stop it.
 *
 * @typedef {import('./workroom.js').Progress} Progress
 */
import { spoken } from './progress.js';
import { Stopped } from './workroom.js';

/** Milliseconds between two states of the progress that are shown: small files are read faster than a page is laid out. */
const SHOWN_EVERY = 100;

export class Work {
  /** How far it is; nothing where nothing is done. @type {Progress | undefined} */
  job;
  /** What went wrong with what was done last. @type {Error | undefined} */
  trouble;
  /** When the progress was last shown. */
  #shown = 0;
  #turn = Promise.resolve();
  /** Grows when work is cancelled: what was to come after it is not begun. */
  #cancelled = 0;

  /** @param {import('./studio.js').Studio} host @param {(fresh: string[]) => void} stopped told when something was cancelled while it was done */
  constructor(host, stopped) {
    this.host = host;
    this.stopped = stopped;
  }

  /**
   * Does something, after what is being done.
   * @param {(on: (progress: Progress) => void) => Promise<void>} duty
   * @param {string[]} [fresh] files that it is the first to read
   */
  run(duty, fresh = []) {
    const cancelled = this.#cancelled;
    this.#turn = this.#turn.then(async () => {
      if (cancelled !== this.#cancelled) return;
      this.trouble = undefined;
      try {
        await duty((now) => this.#progress(now));
      } catch (error) {
        if (error instanceof Stopped) this.stopped(fresh);
        else this.#failed(error);
      }
      this.job = undefined;
      this.host.requestUpdate();
      await this.host.updateComplete;
    });
    return this.#turn;
  }

  /** Stops what is being done; what waits is not begun. */
  cancel() {
    this.#cancelled += 1;
    this.host.workroom.stop();
  }

  #progress(now) {
    const words = spoken(this.job, now, this.host.locale);
    this.job = now;
    const time = performance.now();
    if (!words && time - this.#shown < SHOWN_EVERY) return;
    this.#shown = time;
    if (words) this.host.say(words);
    else this.host.requestUpdate();
  }

  #failed(error) {
    this.trouble = error;
    this.host.lead('.trouble');
  }
}
