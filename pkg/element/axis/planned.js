/**
 * What is only planned: an event that was still ahead for every report that tells it, whose date begins after the
 * date of publication of each of them. Reports without a date tell nothing about it; where none has one, the event
 * is not taken for a plan.
 */
import { extentOf } from './time.js';

/**
 * @param {Pick<import('../../index.js').Event, 'date' | 'documents'>} event
 * @param {Pick<import('../catalogue.js').Catalogue, 'get'>} catalogue
 * @returns {boolean}
 */
export function isPlanned({ date, documents }, catalogue) {
  const begins = extentOf(date)?.[0];
  const published = documents.flatMap((document) => [extentOf(catalogue.get(document)?.source.date ?? '')?.[1] ?? []].flat());
  return begins !== undefined && published.length > 0 && published.every((after) => begins >= after);
}
