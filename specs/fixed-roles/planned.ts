/** Controls still to be written, by slug, and the statement that each will stand on. */
export const planned: Readonly<Record<string, string>> = {}
