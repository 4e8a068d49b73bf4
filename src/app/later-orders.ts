/**
 * Does what the command line has asked for, once the part of the program that does is there. A file of its own: who names that part names
 * all that it consists of, and the first load of a reader is to name none of it.
 */
export async function takeOrders(): Promise<void> {
  const desk = document.querySelector<HTMLMetaElement>("meta[name=frontline-orders]")?.content ?? "";
  const part = await import("./take-orders.ts");
  await part.takeOrders(desk);
}
