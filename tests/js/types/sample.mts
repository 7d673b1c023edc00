/** Everything that the package's types promise, used once; it is compiled, never run. */
import { Briefing, BriefingError } from 'briefing-widget';
import type {
  Article, BriefingErrorCode, Document, FacetCount, Facets, Info, Order, Overview, Progress, Range, Replacement, SearchResponse, Span,
} from 'briefing-widget';
import { BriefingWidget } from 'briefing-widget/define';

const briefing: Briefing = await Briefing.load({
  src: new URL('https://example.org/talks.brief'),
  onProgress: ({ loaded, total }: Progress) => console.log(total === undefined ? loaded : loaded / total),
});
await Briefing.load();
await Briefing.load({ src: undefined, wasm: 'briefing.wasm' });
await Briefing.fromBytes(new Uint8Array(), { wasm: await WebAssembly.compile(new Uint8Array()) });
await Briefing.fromBytes(new ArrayBuffer(0));

const info: Info = await briefing.info();
const from: 'metadata' | 'heading' | 'text' | undefined = info.documents[0]?.titleFrom;

const found: SearchResponse = await briefing.search('minister', { limit: 5, prefix: false });
const marks: Range[] = found.hits.flatMap(({ excerpt }) => excerpt.marks);
const firstMark: [number, number] | undefined = marks[0];
const day: string | undefined = found.hits[0]?.date;
const order: Order = 'newest';
const latest: SearchResponse = await briefing.search('-"no talks" source:herald', { order });
const answer: Span[] = latest.answer;
const readAs: Replacement[] = [...latest.corrections, ...latest.aliases];
const leftOver: string[] = [...latest.ignored, ...latest.unread, ...latest.nearest];
const facets: Facets = latest.facets;
const outlets: FacetCount[] = facets.sources;

const overview: Overview = await briefing.overview({ words: 100 });
const cited: Span[] = overview.keyPoints.flatMap(({ span, support }) => [span, ...support]);
const kind: 'overview' = overview.kind;

const article: Article = await briefing.article('talks');
const document: Document = await briefing.document(article.document);
const text: string = document.blocks.map((block) => block.text).join('\n\n');
await briefing.free();

try {
  await briefing.info();
} catch (error) {
  if (error instanceof BriefingError) {
    const code: BriefingErrorCode = error.code;
    console.log(code === 'freed', error.cause);
  }
}

const widget: BriefingWidget = window.document.createElement('briefing-widget');
widget.briefing = briefing;
widget.src = 'talks.brief';
widget.addEventListener('briefing-ready', ({ detail }) => console.log(detail.info.title));

// @ts-expect-error: an option that does not exist
await briefing.search('minister', { limt: 5 });
// @ts-expect-error: no such order
await briefing.search('minister', { order: 'best' });
// @ts-expect-error: a query is a string
await briefing.search(7);
// @ts-expect-error: briefings are opened by load or fromBytes
new Briefing();
// @ts-expect-error: no such code
const wrong: BriefingErrorCode = 'oops';

console.log(from, firstMark, day, answer, readAs, leftOver, outlets[0]?.documents, cited, kind, text, wrong);
