import { chromium } from 'playwright-core';
// usage: node shot.mjs base outdir width scheme path...
const [base,out,width,scheme,...paths]=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run']});
const c=await b.newContext({viewport:{width:+width,height:900},colorScheme:scheme});
const p=await c.newPage();
for(const path of paths){ await p.goto(base+path); await p.screenshot({path:`${out}/${(path.replace(/\W+/g,'_')||'home')}-${width}-${scheme}.png`,fullPage:true}); console.log(path, await p.evaluate(()=>[document.documentElement.scrollWidth,document.documentElement.scrollHeight])); }
await b.close();
