declare module '../inventory.ts' {
  interface Inventory {
    readonly kubernetes?: Kubernetes
  }
}

/** Something that people use, and the namespace that is its own. */
export interface KubeApplication {
  readonly name: string
  readonly namespace: string
}

/** Addresses that the cluster gives to services. */
export interface KubeBalancer {
  /** Where HTTP enters: the address of the ingress controller. */
  readonly entry: string
  /** What MetalLB may give away: networks, or `first-last`. */
  readonly ranges: readonly string[]
  /** What belongs to somebody else on the same networks, e.g. what DHCP gives away. */
  readonly taken: readonly string[]
  /** Who stands on the same segment, and can ask who answers for the entry. */
  readonly seenFrom?: KubeNeighbour
}

/** A host with a foot on a segment. */
export interface KubeNeighbour {
  readonly host: string
  /** Its interface there. */
  readonly device: string
}

/** A page behind the entry, asked for without a login. */
export interface KubeRoute {
  readonly url: string
  /** Status that is right. */
  readonly expect: number
  /** Text that only the intended application shows. */
  readonly shows: string
}

/** A pod that tries to reach services of other namespaces, and shows on a page what came of it. */
export interface KubeLookout {
  readonly url: string
  readonly namespace: string
  /** What it must reach: `namespace/service:port`. Anything else must be closed to it. */
  readonly open: readonly string[]
}

/** The Kubernetes cluster. */
export interface Kubernetes {
  /** UID of the namespace kube-system: no other cluster has it. */
  readonly uid: string
  readonly applications: readonly KubeApplication[]
  readonly balancer: KubeBalancer
  readonly routes: readonly KubeRoute[]
  readonly lookout?: KubeLookout
  /** Labels of the API server’s audit log at Loki, e.g. `{job="kube-audit"}`. */
  readonly auditLog?: string
}
