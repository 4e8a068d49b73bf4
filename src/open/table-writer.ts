/** Few readers ever save a table: what writes it comes after the first picture. */
export const loadTableWriter = () => import("../data/text/write-csv.ts");
