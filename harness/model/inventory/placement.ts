declare module '../inventory.ts' {
  interface Inventory {
    readonly placement?: Placement
  }
}

/** A compose project. */
export interface Stack {
  /** Name of the host that it runs on. */
  readonly host: string
  /** Name of the project, as its label says. */
  readonly project: string
  /** The one domain that it belongs to, e.g. `media`. */
  readonly domain: string
  /** Its containers, helpers such as databases included. */
  readonly containers: readonly string[]
}

/** A service without a container. */
export interface NativeService {
  /** Name of the host that it runs on. */
  readonly host: string
  /** Its systemd unit, e.g. `wings.service`. */
  readonly unit: string
  /** The one domain that it belongs to. */
  readonly domain: string
}

/** A page that a service answers without a login. */
export interface HealthPage {
  /** Name of the service. */
  readonly service: string
  /** Port inside its container that speaks plain HTTP. */
  readonly port: number
  /** Path of the page, e.g. `/ping`. */
  readonly path: string
  /** Host name to ask with, where the service wants one. Default: `localhost`. */
  readonly name?: string
}

/** A compose file in the documents repository. */
export interface ComposeFile {
  /** Name of the project. */
  readonly project: string
  /** Path of the file in the repository. */
  readonly path: string
}

/** What runs where: compose projects and units, each in one domain. */
export interface Placement {
  /** Compose projects with their containers: no other container runs. */
  readonly stacks: readonly Stack[]
  /** Services that systemd runs, not Docker. Default: none. */
  readonly units?: readonly NativeService[]
  /** Compose files as they are committed. Default: none. */
  readonly compose?: readonly ComposeFile[]
  /** Pages by which services tell how they are, asked inside their containers. Default: none. */
  readonly health?: readonly HealthPage[]
}
