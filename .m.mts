import { preview } from "vite"; import { launchBrowser } from "./tests/browser/chromium.ts"; import { listAskedFiles, sumFirstKib } from "./tests/browser/first-load.ts";
const server = await preview({ logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } }); const { port } = server.httpServer.address() as any;
const b = await launchBrowser(); const fs = await listAskedFiles(await (await b.newContext({viewport:{width:1440,height:900}})).newPage(), `http://127.0.0.1:${port}/`);
for (const f of fs) console.log(f.isFirst?"first":"later", (f.bytes/1024).toFixed(1).padStart(7), f.name); console.log(sumFirstKib(fs)); await b.close(); await server.close();
