import briefing from 'briefing-widget/vite';

export default { vite: { plugins: [briefing({ folder: 'src/content/news', title: 'All our news' })] } };
