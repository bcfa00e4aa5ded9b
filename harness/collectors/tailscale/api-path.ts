/** Where the API keeps everything about the tailnet that the token belongs to. */
export const TAILNET = '/api/v2/tailnet/-'
