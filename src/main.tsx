import { start } from "./app/start.tsx";

const desk = document.querySelector<HTMLMetaElement>('meta[name="frontline-orders"]')?.content;
// The command line's own server asks for files in place of the dashboard.
if (desk) await import("./app/take-orders.ts").then(({ takeOrders }) => takeOrders(desk));
else await start();
