/** What the engine's errors mean and what to do about them, in the reader's language: a message for each code. Its own words, which are English, tell the rest. */
const MEANINGS = {
  'bad-briefing-toml': 'badSettings', 'bad-date': 'badDay', 'bad-edit': 'badEdit', 'bad-file': 'badFile', 'bad-front-matter': 'badHead', 'bad-gzip': 'badGzip',
  'bad-jsonl': 'badEntry', 'duplicate-id': 'sameName', 'no-articles': 'noneToBuild', 'not-utf8': 'badText', 'too-large': 'limitRemedy', 'unknown-document': 'noSuchArticle',
  'not-a-pack': 'badPack', 'pack-checksum': 'badPack', 'pack-cut-short': 'badPack', 'pack-damaged': 'badPack', 'pack-analyser': 'otherVersion', 'pack-version': 'otherVersion',
  fetch: 'noEngine', studio: 'noEngine',
};

/** The name of a message; none for a code that says too little. @param {string | undefined} code @returns {string | undefined} */
export const meaning = (code) => MEANINGS[code];
