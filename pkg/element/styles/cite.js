/** The citation of a report to take along. */
import { css } from 'lit';

export const cite = css`
.citing > p { padding-inline-start: .75rem; border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-rule); max-inline-size: var(--briefing-measure); font-size: var(--briefing-step-0); line-height: 1.5; }
.formats { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; font-size: var(--briefing-step-0); }
.formats textarea { flex: 1 0 100%; }
`;
