/** What a link may lead to. "javascript:" is an address, too, and would run in the page. Without flags, as JSON Schema has none. */
export const WEB_ADDRESS = /^\s*[hH][tT][tT][pP][sS]?:\/\/\S/;
