declare module '../inventory.ts' {
  interface Inventory {
    readonly monitoring?: Monitoring
  }
}

/** The monitoring stack and what it has to observe. */
export interface Monitoring {
  /** Name of the host that it runs on. */
  readonly host: string
  /** Name of the container of Prometheus. */
  readonly prometheus: string
  /** Name of the container of Grafana. */
  readonly grafana: string
  /** Label `instance` of the exporter of each guest, by the guest's name. */
  readonly instances: Readonly<Record<string, string>>
  /** Label `instance` of the container metrics of each Docker host, by the host's name. */
  readonly containers: Readonly<Record<string, string>>
  /** Label `instance` of the network devices and the uplink that are observed. */
  readonly network: readonly string[]
  /** Titles of the dashboards, one for each purpose at least. */
  readonly dashboards: readonly string[]
}
