/** Why data cannot be changed here: they are compiled, kept compiled, somebody's server shows them, or the place is one of the base map's, lent to data that have none. */
export type WhyNotEdited = "compiled" | "kept" | "served" | "lent";

/** What an address does not give; `status` only of `refused`. */
export type AddressFault =
  | "not-http"
  | "unreachable"
  | "redirected"
  | "refused"
  | "too-large"
  | "other-hash"
  | "no-hash"
  | "outside";
