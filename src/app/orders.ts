import { takeOrders } from "./take-orders.ts";

// Where `frontline snapshot` and its kin ask for files, in place of src/main.tsx: no reader of a site ever fetches this.
await takeOrders(document.querySelector<HTMLMetaElement>("meta[name=frontline-orders]")?.content ?? "");
