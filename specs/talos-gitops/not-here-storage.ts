/** Invariants that another control judges, once its parameter says so. */
export const notHereStorage = {
  'scale-out-control-plane-future':
    'The later stage is the present one with other numbers: one-healthy-control-plane-node and one-healthy-worker-node judge it as soon as p.cluster.control_planes and p.cluster.workers name them.',
  'network-10g-future':
    'network-link-speed judges it as soon as p.net.min_bits is raised to 10 Gbit/s.',
} as const
