/** A folder of articles as a briefing: the plugin in vite.config.js builds it and tells its address. */
import 'briefing-widget/define';
import src from 'virtual:briefing';

const widget = document.createElement('briefing-widget');
widget.src = src;
document.body.append(widget);
