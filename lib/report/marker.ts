/** The first line of the form `markdown`: by it a bot finds the comment that it wrote before. */
export const COMMENT_MARKER = "<!-- fc-frontdoor -->";
