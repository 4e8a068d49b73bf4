/** What a link may lead to. "javascript:" is an address, too, and would run in the page. Without flags, as JSON Schema has none. */
export const WEB_ADDRESS = /^\s*[hH][tT][tT][pP][sS]?:\/\/\S/;

/** Names by which a machine calls itself, as `URL` has them: an address with one of them leads nobody else anywhere. */
export const OWN_MACHINE = /^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1?\])$/;
