import briefing from 'briefing-widget/vite';

export default { plugins: [briefing({ folder: '../../corpus', title: 'From a folder' })] };
