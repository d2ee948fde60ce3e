import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-dev-shm-usage','--disable-gpu'] });
const ctx = await b.newContext({viewport:{width:Number(process.argv[3]??1440),height:Number(process.argv[4]??1000)}, reducedMotion:'reduce'});
const page = await ctx.newPage(); const errs=[];
page.on('console', m => m.type()==='error' && errs.push(m.text().slice(0,200))); page.on('pageerror', e => errs.push(String(e).slice(0,200)));
for (const path of process.argv[2].split(',')) {
  await page.goto('http://127.0.0.1:33000'+path); await page.waitForTimeout(7000);
  await page.screenshot({ path: '/tmp/gf-'+path.split('/').pop().split('?')[0]+'-'+(process.argv[3]??1440)+'.png' });
}
console.log(errs); await b.close();
