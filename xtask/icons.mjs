/**
 * Draws the icons of the demo site: a sheet with the foot that citations have. Run it by hand when the drawing changes.
 *
 *     CHROME=/usr/bin/chromium node xtask/icons.mjs
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../www/icons/', import.meta.url));

/** The sheet, 16 units wide, in a square of `room` units; a maskable icon fills its square and keeps to the middle. */
const drawing = (room, ground) => {
  const at = (room - 16) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 ${room} ${room}">
    <path fill="${ground}" d="M0 0h${room}v${room}H0z"/>
    <g transform="translate(${at} ${at})">
      <path fill="#fff" stroke="#54565c" stroke-width=".5" d="M2 1h12v14H2z"/>
      <path fill="#54565c" d="M4.5 4h7v1h-7zM4.5 6.5h7v1h-7zM4.5 9h4.5v1H4.5z"/>
      <path fill="#8e1b2e" d="M1.75 12.5h12.5v2.75H1.75z"/>
    </g></svg>`;
};

const browser = await chromium.launch({ executablePath: process.env.CHROME, args: ['--no-sandbox'] });
for (const [name, size, room, ground] of [['192', 192, 17, 'none'], ['512', 512, 17, 'none'], ['maskable', 512, 26, '#f6f5f1']]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;background:none">${drawing(room, ground)}`);
  await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true });
}
await browser.close();
