/** Cluster, network policies, audit logs and delivery: controls still to be written, and the statement of each. */
export const plannedKubernetes = {} as const
