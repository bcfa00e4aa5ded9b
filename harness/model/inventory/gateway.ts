declare module '../inventory.ts' {
  interface Inventory {
    readonly gateway?: Gateway
  }
}

/** A name that the proxy serves. */
export interface GatewayRoute {
  /** Host name that clients ask for. */
  readonly name: string
  /** Name of the service it leads to. */
  readonly service: string
  /** Where the proxy passes requests on to, e.g. `http://192.168.0.22:8096`. */
  readonly backend: string
  /** Path of a page that tells the service without a login, e.g. `/System/Info/Public`. Default: `/`. */
  readonly path?: string
  /** Text that only this service answers there. Default: none, where the proxy lets nobody in without a login. */
  readonly marker?: string
  /** Why the proxy asks for no login here: the service does so itself, or the page is public. Default: the proxy asks. */
  readonly ownLogin?: string
}

/** Traefik, and the names it serves. */
export interface Gateway {
  /** Name of the host that it runs on. */
  readonly host: string
  /** The names it serves: exactly these. */
  readonly routes: readonly GatewayRoute[]
  /** A name that belongs to no service: the proxy must not know it. */
  readonly nobody: string
}
