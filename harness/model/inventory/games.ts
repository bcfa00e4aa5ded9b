declare module '../inventory.ts' {
  interface Inventory {
    readonly games?: Games
  }
}

/** A folder and the ZFS volume or dataset that it is on. */
export interface GameData {
  /** Folder on the game host. */
  readonly path: string
  /** Volume or dataset of the pool, e.g. `tank/vm-123-disk-0`. */
  readonly dataset: string
}

/** A game server. */
export interface GameServer {
  /** Its name in the panel. */
  readonly name: string
  /** TCP port that answers a status query of its game. */
  readonly port: number
}

/** The game host and where it keeps its data. */
export interface Games {
  /** Name of the host. */
  readonly host: string
  /** Folders with worlds and with the data of the panel. */
  readonly data: readonly GameData[]
  /** A server that has to be joinable. */
  readonly server: GameServer
}
