/**
 * Files as they come: dropped (folders walked through), or picked. Hidden files and folders are passed over, and a folder that is
 * a web site is the briefing in it, as by the command.
 *
 * @typedef {{path: string, file: File}} Found the path as the user knows it: `folder/a.html`
 */
const hidden = (path) => path.split('/').some((part) => part.startsWith('.'));

/**
 * What was dropped. The event's data is gone once its handler returns, so all of it is asked for at once.
 * @param {DataTransfer} data
 * @returns {Promise<{found: Found[], unread: string[]}>} `unread`: folders and files that the browser would not open
 */
export async function dropped(data) {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile()).filter(Boolean);
  const found = [];
  const unread = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push({ path: entry.name, file: entry });
    else await walk(entry, found, unread);
  }
  return { found: reopened(found), unread };
}

/** @param {FileList} files of an `<input type="file">` @returns {Found[]} */
export function picked(files) {
  return reopened([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(({ path }) => !hidden(path)));
}

/** What a site has beside its scripts: its page, and the engine with the briefing inside. */
const PAGE = 'index.html';
const MODULE = 'briefing.wasm';

/** Each folder that is a site, and nothing else, as its briefing alone. @param {Found[]} found @returns {Found[]} */
export function reopened(found) {
  const folderOf = ({ path }) => path.slice(0, path.indexOf('/') + 1);
  return [...new Set(found.map(folderOf))].flatMap((folder) => {
    const files = found.filter((one) => folderOf(one) === folder);
    const names = files.map(({ path }) => path.slice(folder.length));
    const isSite = folder && [PAGE, MODULE].every((name) => names.includes(name)) && names.every((name) => name === PAGE || name === MODULE || name.endsWith('.js'));
    return isSite ? [{ path: `${folder.slice(0, -1)}.wasm`, file: files[names.indexOf(MODULE)].file }] : files;
  });
}

async function walk(entry, found, unread) {
  if (hidden(entry.name)) return;
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) {
      found.push({ path, file: await new Promise((done, failed) => entry.file(done, failed)) });
      return;
    }
    for (const child of await children(entry)) await walk(child, found, unread);
  } catch {
    unread.push(path);
  }
}

/** All of a folder; the browser hands it over in portions, the last of which is empty. */
async function children(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const portion = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!portion.length) return all;
    all.push(...portion);
  }
}
