import { start } from "./app/start.tsx";

// The command line's own server asks for files in place of the dashboard.
if (document.querySelector("[name=frontline-orders]"))
  await import("./app/later-orders.ts").then(({ takeOrders }) => takeOrders());
else await start();
