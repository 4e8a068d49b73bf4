import { useDashboard } from "../state/dashboard.ts";
import { useFetched } from "../state/fetched.ts";
import type { Sharing } from "../state/sharing.ts";

/** Addresses to give to others; `undefined` until what knows them has come. */
export function useSharing(): Sharing | undefined {
  const { share } = useDashboard();
  return useFetched(share, share);
}
