/** How the studio looks: the widget's tokens and ground rules, and the parts that it has of its own. */
import { base } from '../../pkg/element/styles/base.js';
import { tokens } from '../../pkg/element/styles/tokens.js';
import { articles } from './styles/articles.js';
import { fields } from './styles/fields.js';
import { page } from './styles/page.js';

export const styles = [tokens, base, fields, page, articles];
