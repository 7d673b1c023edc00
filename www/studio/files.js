/**
 * The files that were added: handles, not bytes. What is read of them stays in the worker; should that end, they are read again.
 *
 * @typedef {import('./intake.js').Found} Found
 */
export class Files {
  /** @type {Map<string, File>} */
  #kept = new Map();
  /** Grows with every change. */
  version = 0;

  /** @returns {Found[]} in the order in which they came */
  get all() {
    return [...this.#kept].map(([path, file]) => ({ path, file }));
  }

  get size() {
    return this.#kept.size;
  }

  get bytes() {
    return this.all.reduce((sum, { file }) => sum + file.size, 0);
  }

  /** @param {string} path @returns {File | undefined} */
  get(path) {
    return this.#kept.get(path);
  }

  /**
   * Adds files. One that is here already is told by its path, size and date; another of the same path gets a path of its own.
   * @param {Found[]} found
   * @returns {{added: string[], same: number}} the paths they have now, and how many were here already
   */
  add(found) {
    this.version += 1;
    const added = [];
    for (const { path, file } of found) {
      const free = this.#freePath(path, file);
      if (free === undefined) continue;
      this.#kept.set(free, file);
      added.push(free);
    }
    return { added, same: found.length - added.length };
  }

  /** Puts files back in their places; another that has come to one of these gets a path of its own. @param {Found[]} found */
  restore(found) {
    const others = found.flatMap(({ path, file }) => {
      const other = this.#kept.get(path);
      this.#kept.set(path, file);
      return other ? [{ path, file: other }] : [];
    });
    this.add(others);
  }

  remove(path) {
    this.version += 1;
    this.#kept.delete(path);
  }

  clear() {
    this.version += 1;
    this.#kept.clear();
  }

  /** `a.md`, or `a (2).md` and so on; none where the very file is here. */
  #freePath(path, file) {
    const [, stem, ending] = /^(.*?)(\.[^./]*(?:\.gz)?)?$/s.exec(path);
    for (let n = 1; ; n += 1) {
      const candidate = n === 1 ? path : `${stem} (${n})${ending ?? ''}`;
      const kept = this.#kept.get(candidate);
      if (!kept) return candidate;
      if (kept.size === file.size && kept.lastModified === file.lastModified) return undefined;
    }
  }
}
