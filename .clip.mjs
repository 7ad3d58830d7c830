import { chromium } from 'playwright-core';
const [base,out,width,scheme,path,y,h]=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run']});
const c=await b.newContext({viewport:{width:+width,height:900},colorScheme:scheme});
const p=await c.newPage(); await p.goto(base+path); await p.screenshot({path:out,fullPage:true,clip:{x:0,y:+y,width:+width,height:+h}}); await b.close();
